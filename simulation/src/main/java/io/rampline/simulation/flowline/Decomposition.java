package io.rampline.simulation.flowline;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Breakdowns;
import io.rampline.factory.Times;
import io.rampline.simulation.flowline.TwoMachineLine.Machine;
import java.util.List;

/**
 * What a line lets through, without simulating it: the fast answer, an estimate. The line is cut at each buffer into a
 * line of two machines, the first standing for everything before the buffer and the second for everything behind it,
 * and these are made to agree on the flow and on how it resumes after a stop (the equations of Gershwin, Operations
 * Research 35, 1987; the order in which they are solved by Dallery, David and Xie, IIE Transactions 20, 1988).
 *
 * <p>These lines have one cycle time and stops of geometric length. A station of another kind is replaced by one whose
 * time from job to job has the same mean and variance; places side by side count as faster ones and as room. For equal
 * fixed cycles and repairs much longer than a cycle nothing is replaced. O(iterations x stations).
 */
public final class Decomposition {
    private static final int ITERATIONS_MAX = 2_000;
    private static final double AGREEMENT = 1e-10;
    /** Times that vary more than this are made of a shorter cycle and stops. */
    private static final double EVEN = 0.5;
    /** A cycle is at least this share of the mean time, however much that varies. */
    private static final double SHORTEST_CYCLE = 0.1;

    private static final double NEVER = 1e-9;

    private final Machine[] machines;
    private final int[] room;
    private final Machine[] before;
    private final Machine[] behind;
    private final TwoMachineLine[] solved;

    private Decomposition(Machine[] machines, int[] room) {
        this.machines = machines;
        this.room = room;
        int lines = machines.length - 1;
        before = new Machine[lines];
        behind = new Machine[lines];
        solved = new TwoMachineLine[lines];
        for (int i = 0; i < lines; i++) {
            before[i] = machines[i];
            behind[i] = machines[i + 1];
            solve(i);
        }
    }

    /** Good jobs an hour of a line. */
    public static double jobsPerHour(FlowLine line) {
        List<Station> stations = line.stations();
        double[] visits = PlainRate.visits(line);
        double cycle = Double.POSITIVE_INFINITY;
        for (int i = 0; i < visits.length; i++) {
            cycle = StrictMath.min(
                    cycle,
                    shortest(stations.get(i).cycle())
                            * visits[i]
                            / stations.get(i).places());
        }
        Machine[] machines = new Machine[visits.length];
        int[] room = new int[visits.length - 1];
        for (int i = 0; i < visits.length; i++) {
            machines[i] = machine(stations.get(i), visits[i], cycle);
            if (i > 0) {
                room[i - 1] = stations.get(i).bufferBefore()
                        + stations.get(i).places()
                        + stations.get(i - 1).places();
            }
        }
        return 3600 / cycle * rate(machines, room);
    }

    /**
     * Jobs a cycle of machines in a row.
     *
     * @param room between each and the next, as in {@link TwoMachineLine#of}
     */
    static double rate(Machine[] machines, int[] room) {
        if (machines.length == 1) {
            return alone(machines[0]);
        }
        return new Decomposition(machines, room).iterate();
    }

    private static double alone(Machine machine) {
        return machine.up() / (machine.up() + machine.down());
    }

    private double iterate() {
        int lines = solved.length;
        for (int round = 0; round < ITERATIONS_MAX; round++) {
            double least = solved[0].rate();
            double most = least;
            for (int i = 1; i < lines; i++) {
                forward(i);
            }
            for (int i = lines - 2; i >= 0; i--) {
                backward(i);
            }
            for (TwoMachineLine line : solved) {
                least = StrictMath.min(least, line.rate());
                most = StrictMath.max(most, line.rate());
            }
            if (most - least < AGREEMENT) {
                break;
            }
        }
        return solved[lines / 2].rate();
    }

    /** The machine before a buffer stops when its own stops, and when nothing comes from further up. */
    private void forward(int line) {
        TwoMachineLine from = solved[line - 1];
        Machine own = machines[line];
        double idle = StrictMath.max(
                NEVER, 1 / from.rate() + 1 / alone(own) - 2 - behind[line - 1].down() / behind[line - 1].up());
        double starving = StrictMath.min(1, from.starved() / (idle * from.rate()));
        double up = starving * before[line - 1].up() + (1 - starving) * own.up();
        before[line] = new Machine(up, StrictMath.min(1 - NEVER, idle * up));
        solve(line);
    }

    /** The machine behind a buffer stops when its own stops, and when there is no room further down. */
    private void backward(int line) {
        TwoMachineLine from = solved[line + 1];
        Machine own = machines[line + 1];
        double idle = StrictMath.max(
                NEVER, 1 / from.rate() + 1 / alone(own) - 2 - before[line + 1].down() / before[line + 1].up());
        double blocking = StrictMath.min(1, from.blocked() / (idle * from.rate()));
        double up = blocking * behind[line + 1].up() + (1 - blocking) * own.up();
        behind[line] = new Machine(up, StrictMath.min(1 - NEVER, idle * up));
        solve(line);
    }

    private void solve(int line) {
        solved[line] = TwoMachineLine.of(before[line], behind[line], room[line]);
    }

    private static double shortest(Times times) {
        double share = times.variation() <= EVEN ? 1 : StrictMath.max(SHORTEST_CYCLE, 1 - times.variation());
        return times.meanSeconds() * share;
    }

    /** A machine of the cycle whose time from job to job has the mean and variance of the station's. */
    private static Machine machine(Station station, double visits, double cycle) {
        double work = station.cycle().meanSeconds();
        double mean = work;
        double variance = StrictMath.pow(work * station.cycle().variation(), 2);
        if (station.breakdowns().isPresent()) {
            Breakdowns breakdowns = station.breakdowns().get();
            double repair = breakdowns.repair().meanSeconds();
            double squared =
                    repair * repair * (1 + StrictMath.pow(breakdowns.repair().variation(), 2));
            double often = work / breakdowns.meanSecondsBetween();
            mean += often * repair;
            variance = variance * StrictMath.pow(mean / work, 2) + often * squared;
        }
        variance = visits * variance + visits * (visits - 1) * mean * mean;
        mean *= visits;
        double places = station.places();
        double stops = StrictMath.max(NEVER, mean / places / cycle - 1);
        double spread = variance / (places * places * places) / (cycle * cycle);
        double up = StrictMath.min(1 - NEVER, 2 / ((spread + stops * stops) / stops + 1));
        return new Machine(up, StrictMath.min(1 - NEVER, stops * up));
    }
}
