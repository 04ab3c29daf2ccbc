package io.rampline.proving.sweep;

import com.sun.management.OperatingSystemMXBean;
import io.rampline.desk.futures.ClusterDoor;
import io.rampline.desk.futures.ClusterRun;
import io.rampline.desk.futures.FuturesRun;
import io.rampline.desk.futures.FuturesRun.Asked;
import io.rampline.desk.futures.FuturesRun.Outcome;
import io.rampline.factory.Uncertainty;
import io.rampline.proving.futures.LargeBook;
import io.rampline.simulation.Cluster;
import io.rampline.simulation.ClusterFault;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.Snapshot;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The same futures on two threads and on Spark, turn about in the same run: what the way there and back costs. */
public final class SweepBench {
    private static final long SEED = 1;
    private static final int THREADS = 2;
    private static final String USAGE =
            "usage: rampline bench sweep [--spark MASTER] [--futures N] [--orders N] [--rounds R]";

    private String master = "local[2]";
    private int futures = 10_000;
    private int orders = 500_000;
    private int rounds = 3;

    private SweepBench() {}

    /** The exit code: 0 done, 1 hashes differ, 2 wrong usage, 3 no Spark. */
    public static int run(List<String> arguments) {
        SweepBench bench = new SweepBench();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size() || !bench.take(arguments.get(i), arguments.get(i + 1))) {
                System.err.println("found \"" + arguments.get(i) + "\" without a sound value; " + USAGE);
                return 2;
            }
        }
        try {
            return bench.measure();
        } catch (ClusterFault none) {
            System.err.println(none.getMessage());
            return 3;
        }
    }

    private boolean take(String name, String value) {
        int number = value.matches("[1-9]\\d{0,8}") ? Integer.parseInt(value) : 0;
        switch (name) {
            case "--spark" -> master = value;
            case "--futures" -> futures = number;
            case "--orders" -> orders = number;
            case "--rounds" -> rounds = number;
            default -> {
                return false;
            }
        }
        return futures > 0 && orders > 0 && rounds > 0;
    }

    private int measure() {
        Snapshot snapshot = new Snapshot(
                LargeBook.network(orders).scenario(), LargeBook.book(orders), Uncertainty.ASSUMED, Simulation.GROUPS);
        Simulation simulation = snapshot.simulation(SEED);
        Asked asked = new Asked(futures, THREADS, 0.9, 0);
        long began = System.nanoTime();
        try (Cluster cluster = ClusterDoor.join(master)) {
            line("joining Spark at " + master, (System.nanoTime() - began) / 1e9, "s");
            boolean same = true;
            for (int round = 0; round < rounds; round++) {
                long plain = timed(THREADS + " threads", () -> FuturesRun.run(simulation, asked, (done, most) -> true));
                long spread = timed(
                        "Spark", () -> ClusterRun.run(cluster, snapshot, simulation, asked, (done, most) -> true));
                same &= plain == spread;
            }
            System.out.println(same ? "the hashes agree" : "THE HASHES DIFFER");
            return same ? 0 : 1;
        }
    }

    private long timed(String who, Supplier<Outcome> run) {
        long began = System.nanoTime();
        double busy = processorSeconds();
        Outcome outcome = run.get();
        line(futures + " futures, " + who, (System.nanoTime() - began) / 1e9, "s");
        line("  processor time of this process", processorSeconds() - busy, "s");
        return outcome.tally().hash();
    }

    private static double processorSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }

    private static void line(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%-44s %,14.3f %s%n", name, value, unit);
    }
}
