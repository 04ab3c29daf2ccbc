package io.rampline.proving.futures;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.rampline.desk.futures.FuturesRun;
import io.rampline.desk.futures.FuturesRun.Asked;
import io.rampline.desk.futures.FuturesRun.Outcome;
import io.rampline.factory.Network;
import io.rampline.factory.Uncertainty;
import io.rampline.promise.OrderTable;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.window.Windows;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** Times the futures of a large book on one and on two threads, in the same run and turn about. */
public final class FuturesBench {
    private static final int FUTURES = 10_000;
    private static final int ORDERS = 500_000;
    private static final int ROUNDS = 3;
    private static final long SEED = 1;
    private static final String USAGE = "usage: rampline bench simulate [--futures N] [--orders N] [--rounds R]";

    private final int futures;
    private final int orders;
    private final int rounds;

    private FuturesBench(int futures, int orders, int rounds) {
        this.futures = futures;
        this.orders = orders;
        this.rounds = rounds;
    }

    /** The exit code: 0 done, 1 hashes differ, 2 wrong usage. */
    public static int run(List<String> arguments) {
        int futures = FUTURES;
        int orders = ORDERS;
        int rounds = ROUNDS;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            int value = i + 1 < arguments.size() ? number(arguments.get(i + 1)) : 0;
            if (value < 1 || !List.of("--futures", "--orders", "--rounds").contains(name)) {
                System.err.println("found \"" + name + "\" without a whole number of 1 or more; " + USAGE);
                return 2;
            }
            futures = name.equals("--futures") ? value : futures;
            orders = name.equals("--orders") ? value : orders;
            rounds = name.equals("--rounds") ? value : rounds;
        }
        return new FuturesBench(futures, orders, rounds).measure();
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private int measure() {
        Network network = LargeBook.network(orders);
        OrderTable book = LargeBook.book(orders);
        long began = System.nanoTime();
        Simulation simulation = new Simulation(network, book, Uncertainty.ASSUMED, SEED, Simulation.GROUPS);
        line("line up " + orders + " orders", seconds(began), "s");
        line("groups", simulation.line().groups(), "");
        line("kinds of orders", simulation.line().kinds().size(), "");
        line("bytes allocated a future", bytesPerFuture(simulation), "B");
        double[] best = {Double.MAX_VALUE, Double.MAX_VALUE};
        long hash = 0;
        boolean same = true;
        for (int round = 0; round < rounds; round++) {
            for (int threads = 1; threads <= 2; threads++) {
                long start = System.nanoTime();
                double busy = processorSeconds();
                Outcome outcome = FuturesRun.run(simulation, new Asked(futures, threads, 0.9, 0), (done, most) -> true);
                double took = seconds(start);
                best[threads - 1] = Math.min(best[threads - 1], took);
                same &= hash == 0 || hash == outcome.tally().hash();
                hash = outcome.tally().hash();
                line(futures + " futures, threads " + threads, took, "s");
                line("  processor time of it", processorSeconds() - busy, "s");
                if (round == 0 && threads == 1) {
                    Windows windows = Windows.of(outcome.tally(), 0.9);
                    line("windows, mean probability", windows.meanProbability(), "");
                    line("windows, median width", windows.medianWeeks(), "weeks");
                }
            }
        }
        line("speed-up from one thread to two", best[0] / best[1], "");
        System.out.printf(Locale.ROOT, "%-44s %016x %s%n", "hash", hash, same ? "in every run" : "DIFFERS");
        return same ? 0 : 1;
    }

    /** On this thread, once the code is warm. */
    private static double bytesPerFuture(Simulation simulation) {
        Simulation.Worker worker = simulation.worker();
        int warm = 200;
        for (int future = 0; future < warm; future++) {
            worker.live(future);
        }
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)) {
            return -1;
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        int counted = 500;
        for (int future = 0; future < counted; future++) {
            worker.live(future);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / (double) counted;
    }

    /** Of the whole process: on a machine that others use too, this is what a run costs. */
    private static double processorSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }

    private static void line(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%-44s %,14.3f %s%n", name, value, unit);
    }
}
