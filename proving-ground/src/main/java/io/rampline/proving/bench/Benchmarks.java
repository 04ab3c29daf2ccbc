package io.rampline.proving.bench;

import io.rampline.proving.backtest.BacktestBench;
import io.rampline.proving.flowline.FlowlineBench;
import io.rampline.proving.futures.FuturesBench;
import io.rampline.proving.intake.ReadingOrders;
import io.rampline.proving.load.LaunchNight;
import io.rampline.proving.money.MoneyBench;
import io.rampline.proving.sequence.SequenceBench;
import io.rampline.proving.sweep.SweepBench;
import io.rampline.proving.timetable.TimetableBench;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints their figures, one a line. */
public final class Benchmarks {
    private static final String USAGE =
            "usage: rampline bench promise|repromise|what-if [ROUNDS [QUESTION...]]|book [ORDERS]|intake [--orders N]"
                    + " [--rounds R] [--dir DIR]|launch-night [--seconds S] [--rate R] [--json]"
                    + "|backtest [--seeds N] [--futures N]"
                    + "|simulate [--futures N] [--orders N] [--rounds R]"
                    + "|sweep [--spark MASTER] [--futures N] [--orders N] [--rounds R]"
                    + "|flowline [--stations N] [--hours H] [--rounds R]"
                    + "|timetable [--steps K] [--seconds-limit S] [--json]|sequence [DAY...] [--seconds S]|money [ORDERS [ROUNDS]]";

    private Benchmarks() {}

    /** The exit code: 0 done, 2 wrong usage, 1 a benchmark failed. */
    public static int run(List<String> arguments) {
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        return switch (name) {
            case "promise" -> jmh(PromiseBench.class);
            case "repromise" -> Math.max(ReferenceReassignments.run(), jmh(RepromiseBench.class));
            case "book" -> DurableBench.run(arguments.subList(1, arguments.size()));
            case "what-if" -> WhatIfBench.run(arguments.subList(1, arguments.size()));
            case "launch-night" -> LaunchNight.run(arguments.subList(1, arguments.size()));
            case "timetable" -> TimetableBench.run(arguments.subList(1, arguments.size()));
            case "simulate" -> FuturesBench.run(arguments.subList(1, arguments.size()));
            case "sweep" -> SweepBench.run(arguments.subList(1, arguments.size()));
            case "money" -> MoneyBench.run(arguments.subList(1, arguments.size()));
            case "flowline" -> FlowlineBench.run(arguments.subList(1, arguments.size()));
            case "sequence" -> SequenceBench.run(arguments.subList(1, arguments.size()));
            case "backtest" -> BacktestBench.run(arguments.subList(1, arguments.size()));
            case "intake" -> ReadingOrders.run(arguments.subList(1, arguments.size()));
            default -> {
                System.err.println("found no benchmark named \"" + name + "\"; " + USAGE);
                yield 2;
            }
        };
    }

    private static int jmh(Class<?> benchmark) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName())
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-XX:+UseCompactObjectHeaders", "-Xms4g", "-Xmx4g");
        try {
            print(new Runner(options.build()).run());
            return 0;
        } catch (RunnerException failed) {
            System.err.println("the benchmark failed: " + failed.getMessage());
            return 1;
        }
    }

    private static void print(Collection<RunResult> results) {
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            String book = result.getParams().getParam("book");
            Result<?> primary = result.getPrimaryResult();
            line(name, book, primary.getScore(), primary.getScoreUnit());
            var statistics = primary.getStatistics();
            if (primary.getScoreUnit().equals("ns/op")) {
                line(name + " p50", book, statistics.getPercentile(50), "ns/op");
                line(name + " p99", book, statistics.getPercentile(99), "ns/op");
                line(name + " p99.9", book, statistics.getPercentile(99.9), "ns/op");
            }
            Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            if (allocated != null) {
                line(name + " allocated", book, allocated.getScore(), allocated.getScoreUnit());
            }
        }
    }

    private static void line(String name, @Nullable String book, double value, String unit) {
        System.out.printf(Locale.ROOT, "%-32s %-10s %,18.4f %s%n", name, book == null ? "" : book, value, unit);
    }
}
