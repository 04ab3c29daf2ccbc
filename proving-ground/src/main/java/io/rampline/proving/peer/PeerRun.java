package io.rampline.proving.peer;

import io.rampline.promise.PromiseEngine;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs the peers' workload through the engine and prints what came out as one JSON line. */
public final class PeerRun {
    private static final String USAGE = "usage: rampline peer-workload --orders N [--flex] [--out FILE.csv]";

    /** Runs before the measured ones, so that the compiled code is measured and not the compiler. */
    private static final int WARM_UP_RUNS = 20;

    private static final int MEASURED_RUNS = 9;

    private PeerRun() {}

    /** The exit code: 0 done, 2 wrong usage, 3 the file cannot be written. */
    public static int run(List<String> arguments) {
        int orders = 0;
        boolean flexible = false;
        Path out = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean hasValue = i + 1 < arguments.size();
            if (argument.equals("--flex")) {
                flexible = true;
            } else if (argument.equals("--orders")
                    && hasValue
                    && arguments.get(i + 1).matches("[1-9]\\d{0,7}")) {
                orders = Integer.parseInt(arguments.get(++i));
            } else if (argument.equals("--out") && hasValue) {
                out = Path.of(arguments.get(++i));
            } else {
                String found =
                        hasValue && argument.equals("--orders") ? argument + " " + arguments.get(i + 1) : argument;
                System.err.println(
                        "found " + found + ", expected a number from 1 to 10000000 after --orders; " + USAGE);
                return 2;
            }
        }
        if (orders == 0 || orders > 10_000_000) {
            System.err.println("expected --orders from 1 to 10000000; " + USAGE);
            return 2;
        }
        PromiseEngine engine = new PeerWorkload(orders, flexible).engine();
        System.out.println(measure(engine));
        return out == null ? 0 : write(engine, out);
    }

    private static String measure(PromiseEngine engine) {
        double first = seconds(engine);
        for (int run = 0; run < WARM_UP_RUNS; run++) {
            engine.promiseAll();
        }
        double[] seconds = new double[MEASURED_RUNS];
        for (int run = 0; run < MEASURED_RUNS; run++) {
            seconds[run] = seconds(engine);
        }
        Arrays.sort(seconds);
        long sum = 0;
        int unpromised = 0;
        int last = -1;
        for (int row = 0; row < engine.size(); row++) {
            int week = engine.buildBucket(row);
            sum += Math.max(0, week);
            unpromised += week < 0 ? 1 : 0;
            last = Math.max(last, week);
        }
        return String.format(
                Locale.ROOT,
                "{\"orders\":%d,\"sum_of_weeks\":%d,\"unpromised\":%d,\"last_week\":%d,\"seconds\":%.6f,\"seconds_first_run\":%.6f}",
                engine.size(),
                sum,
                unpromised,
                last,
                seconds[MEASURED_RUNS / 2],
                first);
    }

    private static double seconds(PromiseEngine engine) {
        long start = System.nanoTime();
        engine.promiseAll();
        return (System.nanoTime() - start) / 1e9;
    }

    private static int write(PromiseEngine engine, Path out) {
        try (Writer writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            writer.write("order,line,week\n");
            for (int row = 0; row < engine.size(); row++) {
                writer.write(row + "," + engine.line(row) + "," + engine.buildBucket(row) + "\n");
            }
            return 0;
        } catch (IOException failed) {
            System.err.println(
                    "cannot write " + out + ": " + failed.getMessage() + "; maybe the folder does not exist");
            return 3;
        }
    }
}
