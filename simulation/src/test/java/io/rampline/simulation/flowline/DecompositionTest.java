package io.rampline.simulation.flowline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Rework;
import io.rampline.factory.Times;
import io.rampline.simulation.flowline.TwoMachineLine.Machine;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecompositionTest {
    /**
     * Jobs a cycle of machines in cycles, exactly: states are levels and machines up or down, by power iteration.
     * Machines first change their state, then do their jobs; levels are those before the jobs.
     */
    private static double exact(Machine[] machines, int[] room) {
        int size = machines.length;
        int states = 1 << size;
        for (int jobs : room) {
            states *= jobs + 1;
        }
        double[] share = new double[states];
        share[(1 << size) - 1] = 1;
        double rate = 0;
        double before;
        int rounds = 0;
        do {
            before = rate;
            for (int i = 0; i < 200; i++) {
                share = cycle(machines, room, share);
            }
            rate = working(machines, room, share);
        } while (Math.abs(rate - before) > 1e-11 && rounds++ < 500);
        return rate;
    }

    private static double[] cycle(Machine[] machines, int[] room, double[] share) {
        int size = machines.length;
        double[] next = new double[share.length];
        int[] level = new int[room.length];
        for (int state = 0; state < share.length; state++) {
            if (share[state] > 0) {
                levels(state >> size, room, level);
                spread(machines, room, level, state & ((1 << size) - 1), 0, 0, share[state], next);
            }
        }
        return next;
    }

    private static void spread(
            Machine[] machines, int[] room, int[] level, int up, int chosen, int at, double share, double[] next) {
        int size = machines.length;
        if (share == 0) {
            return;
        }
        if (at == size) {
            int code = 0;
            for (int i = room.length - 1; i >= 0; i--) {
                int in = works(chosen, room, level, i) ? 1 : 0;
                int out = works(chosen, room, level, i + 1) ? 1 : 0;
                code = code * (room[i] + 1) + level[i] + in - out;
            }
            next[code << size | chosen] += share;
            return;
        }
        boolean isUp = (up >> at & 1) == 1;
        boolean fed = (at == 0 || level[at - 1] > 0) && (at == size - 1 || level[at] < room[at]);
        double stays = isUp ? (fed ? 1 - machines[at].down() : 1) : machines[at].up();
        spread(machines, room, level, up, chosen | 1 << at, at + 1, share * stays, next);
        spread(machines, room, level, up, chosen, at + 1, share * (1 - stays), next);
    }

    private static boolean works(int up, int[] room, int[] level, int at) {
        return (up >> at & 1) == 1 && (at == 0 || level[at - 1] > 0) && (at == room.length || level[at] < room[at]);
    }

    private static void levels(int code, int[] room, int[] level) {
        int rest = code;
        for (int i = 0; i < room.length; i++) {
            level[i] = rest % (room[i] + 1);
            rest /= room[i] + 1;
        }
    }

    /** The last machine does a job in the cycle that follows a state in which it is up and finds one. */
    private static double working(Machine[] machines, int[] room, double[] share) {
        int last = machines.length - 1;
        double rate = 0;
        int[] level = new int[room.length];
        for (int state = 0; state < share.length; state++) {
            levels(state >> machines.length, room, level);
            boolean fed = level[last - 1] > 0;
            boolean isUp = (state >> last & 1) == 1;
            rate += fed ? share[state] * (isUp ? 1 - machines[last].down() : machines[last].up()) : 0;
        }
        return rate;
    }

    private static Machine machine(Random random) {
        return new Machine(0.05 + random.nextDouble() * 0.4, 0.005 + random.nextDouble() * 0.1);
    }

    @Test
    void twoMachinesAreSolvedExactly() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Machine[] machines = {machine(random), machine(random)};
            int room = 2 + random.nextInt(12);

            TwoMachineLine line = TwoMachineLine.of(machines[0], machines[1], room);

            assertThat(line.rate()).as("seed %d", seed).isCloseTo(exact(machines, new int[] {room}), within(1e-8));
        }
    }

    /** A line turned round does as much, and very large buffers overflow nothing. */
    @Test
    void aLineTurnedRoundDoesAsMuch() {
        Machine good = new Machine(0.1, 0.01);
        Machine bad = new Machine(0.1, 0.03);
        for (int room : new int[] {2, 3, 4, 50, 10_000}) {
            TwoMachineLine line = TwoMachineLine.of(good, bad, room);
            TwoMachineLine turned = TwoMachineLine.of(bad, good, room);

            assertThat(turned.rate()).isCloseTo(line.rate(), within(1e-12));
            assertThat(turned.starved()).isCloseTo(line.blocked(), within(1e-12));
        }
        assertThat(TwoMachineLine.of(good, bad, 10_000).rate()).isCloseTo(0.1 / 0.13, within(1e-9));
        assertThat(TwoMachineLine.of(good, good, 10_000).rate()).isCloseTo(0.1 / 0.11, within(1e-3));
    }

    @Test
    void threeMachinesComeOutWithinOnePercent() {
        double worst = 0;
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            Machine[] machines = {machine(random), machine(random), machine(random)};
            int[] room = {3 + random.nextInt(8), 3 + random.nextInt(8)};
            double exact = exact(machines, room);
            double found = Decomposition.rate(machines, room);

            assertThat(found).as("seed %d", seed).isCloseTo(exact, within(0.02 * exact));
            worst = Math.max(worst, Math.abs(found / exact - 1));
        }
        assertThat(worst).isLessThan(0.02);
    }

    @Test
    void moreRoomNeverCosts() {
        Machine[] machines = new Machine[8];
        Arrays.fill(machines, new Machine(0.1, 0.01));
        double before = 0;
        for (int buffer = 2; buffer < 200; buffer += 6) {
            int[] room = new int[7];
            Arrays.fill(room, buffer);
            double rate = Decomposition.rate(machines, room);

            assertThat(rate).isGreaterThan(before).isLessThan(0.1 / 0.11);
            before = rate;
        }
    }

    /** Unequal cycles that vary, places side by side, rework: what the estimate is for. */
    @Test
    void anOrdinaryLineComesOutWithinAFewPercent() {
        double sum = 0;
        int lines = 20;
        for (int seed = 0; seed < lines; seed++) {
            FlowLine line = ordinary(new Random(seed));
            double simulated =
                    Replication.of(line, new Span(100, 2_000), 1, 0, false).jobsPerHour();
            double off = Decomposition.jobsPerHour(line) / simulated - 1;

            assertThat(off).as("seed %d, %s", seed, line).isBetween(-0.06, 0.06);
            sum += Math.abs(off);
        }
        assertThat(sum / lines).isLessThan(0.025);
    }

    private static FlowLine ordinary(Random random) {
        Station[] stations = new Station[3 + random.nextInt(7)];
        for (int i = 0; i < stations.length; i++) {
            int places = 1 + random.nextInt(4) / 3;
            double mean = places * (62.0 + random.nextInt(12));
            stations[i] = new Station(
                    "S" + i,
                    places,
                    random.nextBoolean()
                            ? new Times.Fixed(mean)
                            : new Times.LogNormal(mean, 0.05 + 0.3 * random.nextDouble()),
                    2 + random.nextInt(30),
                    Optional.of(Lines.breakdowns(6_000 + random.nextInt(20_000), 300 + random.nextInt(900))),
                    random.nextInt(6) == 0 ? Optional.of(new Rework(0.04, i)) : Optional.empty());
        }
        return Lines.of(stations);
    }
}
