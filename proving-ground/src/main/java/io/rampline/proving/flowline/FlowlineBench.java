package io.rampline.proving.flowline;

import com.sun.management.ThreadMXBean;
import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Breakdowns;
import io.rampline.factory.Station.Wear;
import io.rampline.factory.Times;
import io.rampline.simulation.flowline.Replication;
import io.rampline.simulation.flowline.Span;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Events a second of one line on one thread, by processor time, beside the same line on a public simulator: in the same
 * run and turn about, and both must let the same jobs through.
 */
public final class FlowlineBench {
    private static final int STATIONS = 10;
    private static final int HOURS = 5_000;
    private static final int ROUNDS = 5;
    private static final long SEED = 1;
    private static final String USAGE = "usage: rampline bench flowline [--stations N] [--hours H] [--rounds R]";

    private final int stations;
    private final int hours;
    private final int rounds;
    private final ThreadMXBean threads;

    /** What a run came to. */
    private record Ran(long jobs, long events, double seconds, double bytes) {
        double perSecond() {
            return events / seconds;
        }
    }

    private FlowlineBench(int stations, int hours, int rounds, ThreadMXBean threads) {
        this.stations = stations;
        this.hours = hours;
        this.rounds = rounds;
        this.threads = threads;
    }

    /** The exit code: 0 done, 1 jobs differ, 2 wrong usage. */
    public static int run(List<String> arguments) {
        int stations = STATIONS;
        int hours = HOURS;
        int rounds = ROUNDS;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            String text = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            int value = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
            if (value < 1 || !List.of("--stations", "--hours", "--rounds").contains(name)) {
                System.err.println("found \"" + name + "\" without a whole number of 1 or more; " + USAGE);
                return 2;
            }
            stations = name.equals("--stations") ? value : stations;
            hours = name.equals("--hours") ? value : hours;
            rounds = name.equals("--rounds") ? value : rounds;
        }
        if (stations > FlowLine.STATIONS_MAX || hours > Span.HOURS_MAX) {
            System.err.println("found " + stations + " stations, " + hours + " hours, expected at most "
                    + FlowLine.STATIONS_MAX + " and " + Span.HOURS_MAX);
            return 2;
        }
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)) {
            System.err.println("found a JVM that does not count processor time by thread, expected one that does");
            return 2;
        }
        return new FlowlineBench(stations, hours, rounds, threads).measure();
    }

    private int measure() {
        boolean same = true;
        for (boolean varies : new boolean[] {false, true}) {
            String kind = varies ? "exponential cycles" : "fixed cycles";
            FlowLine line = line(varies);
            Ran ours = new Ran(0, 0, Double.MAX_VALUE, 0);
            Ran peers = ours;
            for (int round = 0; round < rounds; round++) {
                Ran own = time(() -> ours(line));
                Ran peer = time(() -> peers(line));
                same &= own.jobs() == peer.jobs();
                ours = own.seconds() < ours.seconds() ? own : ours;
                peers = peer.seconds() < peers.seconds() ? peer : peers;
            }
            tell(kind + ", events", (double) ours.events(), "");
            tell(kind + ", jobs", (double) ours.jobs(), "");
            tell(kind + ", ours", ours.perSecond() / 1e6, "M events/s");
            tell(kind + ", SSJ", peers.perSecond() / 1e6, "M events/s");
            tell(kind + ", ratio", ours.perSecond() / peers.perSecond(), "");
            tell(kind + ", ours allocated", ours.bytes() / ours.events(), "B/event");
            tell(kind + ", SSJ allocated", peers.bytes() / peers.events(), "B/event");
            if (ours.events() != peers.events()) {
                same = false;
            }
        }
        System.out.printf(Locale.ROOT, "%-44s %s%n", "jobs and events of both", same ? "equal" : "DIFFER");
        return same ? 0 : 1;
    }

    private FlowLine line(boolean varies) {
        List<Station> list = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            double seconds = 66 + i % 4;
            list.add(new Station(
                    "S" + i,
                    1,
                    varies ? new Times.Exponential(seconds) : new Times.Fixed(seconds),
                    i == 0 ? 0 : 10,
                    Optional.of(new Breakdowns(18_000, new Times.Exponential(900), Wear.OPERATING)),
                    Optional.empty()));
        }
        return new FlowLine("bench", Optional.empty(), list);
    }

    /** Jobs and events; seconds and bytes are filled in by the clock. */
    private interface Work {
        Ran run();
    }

    private Ran ours(FlowLine line) {
        Replication run = Replication.of(line, new Span(0, hours), SEED, 0, false);
        return new Ran(Math.round(run.jobsPerHour() * hours), run.events(), 0, 0);
    }

    private Ran peers(FlowLine line) {
        PeerLine peer = new PeerLine(line, SEED);
        peer.run(hours * 3600.0);
        return new Ran(peer.jobs(), peer.events(), 0, 0);
    }

    private Ran time(Work work) {
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long nanos = threads.getCurrentThreadCpuTime();
        Ran ran = work.run();
        double seconds = (threads.getCurrentThreadCpuTime() - nanos) / 1e9;
        return new Ran(ran.jobs(), ran.events(), seconds, threads.getCurrentThreadAllocatedBytes() - bytes);
    }

    private static void tell(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%-44s %,14.3f %s%n", name, value, unit);
    }
}
