package io.rampline.simulation.flowline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Breakdowns;
import io.rampline.factory.Station.Rework;
import io.rampline.factory.Station.Wear;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines whose output is known without simulating them. */
class ExactLinesTest {
    private static final Span LONG = new Span(200, 4_000);
    private static final int RUNS = 10;
    private static final long SEED = 11;

    /** Five half widths of 95 % are about ten standard errors: it does not fail by chance. */
    private static final double SURE = 2.5;

    private static LineResult run(FlowLine line) {
        List<Replication> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(Replication.of(line, LONG, SEED, i, false));
        }
        return LineResult.of(line, LONG, runs, 100);
    }

    private static void assertRate(FlowLine line, double expected) {
        Mean found = run(line).jobsPerHour();

        assertThat(found.value()).as(line.toString()).isCloseTo(expected, within(SURE * found.halfWidth()));
        assertThat(found.halfWidth()).as(line.toString()).isLessThan(0.015 * expected);
    }

    @Test
    void aLineWithoutChanceRunsAtTheRateOfItsSlowestStation() {
        FlowLine line = Lines.of(
                Lines.station("body", Lines.fixed(60), 0),
                new Station("paint", 3, Lines.fixed(200), 0, Optional.empty(), Optional.empty()),
                Lines.station("assembly", Lines.fixed(72), 0),
                Lines.station("end of line", Lines.fixed(50), 0));

        LineResult result = run(line);

        assertThat(result.jobsPerHour().value()).isEqualTo(50);
        assertThat(result.jobsPerHour().halfWidth()).isZero();
        assertThat(PlainRate.of(line)).isEqualTo(50);
        assertThat(Decomposition.jobsPerHour(line)).isCloseTo(50, within(1.0));
        assertThat(result.stations().get(2).working().value()).isEqualTo(1);
        assertThat(result.stations().get(0).blocked().value()).isCloseTo(1 - 60.0 / 72, within(1e-9));
        assertThat(result.stations().get(3).starved().value()).isCloseTo(1 - 50.0 / 72, within(1e-9));
    }

    @Test
    void twoExponentialStationsAreABirthAndDeathProcess() {
        double[][] cases = {{60, 60, 0}, {60, 60, 1}, {60, 60, 8}, {60, 80, 3}, {90, 60, 2}};
        for (double[] seconds : cases) {
            int room = (int) seconds[2] + 2;
            double ratio = seconds[1] / seconds[0];
            double empty = ratio == 1 ? 1.0 / (room + 1) : (1 - ratio) / (1 - Math.pow(ratio, room + 1));
            FlowLine line = Lines.of(
                    Lines.station("first", Lines.exponential(seconds[0]), 0),
                    Lines.station("second", Lines.exponential(seconds[1]), (int) seconds[2]));
            double expected = 3600 / seconds[1] * (1 - empty);

            assertThat(ExactChain.jobsPerHour(line)).isCloseTo(expected, within(1e-6));
            assertRate(line, expected);
        }
    }

    /**
     * Utilisation of balanced exponential stations without buffers: 2/3, 22/39, and 0.5148 for four. Source: Hunt,
     * Sequential arrays of waiting lines, Operations Research 4 (1956).
     */
    @Test
    void linesWithoutBuffersReachThePublishedUtilisation() {
        double[] published = {2.0 / 3, 22.0 / 39, 0.5148};
        for (int size = 2; size <= 4; size++) {
            Station[] stations = new Station[size];
            for (int i = 0; i < size; i++) {
                stations[i] = Lines.station("S" + i, Lines.exponential(60), 0);
            }
            FlowLine line = Lines.of(stations);

            assertThat(ExactChain.jobsPerHour(line) / 60).isCloseTo(published[size - 2], within(5e-5));
            assertRate(line, 60 * published[size - 2]);
        }
    }

    @Test
    void shortLinesThatBreakDownDoWhatTheChainOfTheirStatesSays() {
        FlowLine two = Lines.of(
                Lines.station("first", Lines.exponential(60), 0).withBreakdowns(Lines.breakdowns(1800, 300)),
                Lines.station("second", Lines.exponential(66), 4).withBreakdowns(Lines.breakdowns(2400, 200)));
        FlowLine three = Lines.of(
                Lines.station("first", Lines.exponential(60), 0).withBreakdowns(Lines.breakdowns(3600, 400)),
                Lines.station("second", Lines.exponential(55), 2).withBreakdowns(Lines.breakdowns(1200, 120)),
                Lines.station("third", Lines.exponential(62), 3));

        assertRate(two, ExactChain.jobsPerHour(two));
        assertRate(three, ExactChain.jobsPerHour(three));
    }

    /** The first station is the stream of arrivals, the second the only server. */
    @Test
    void oneStationBehindARandomStreamIsAQueueWithOneServer() {
        double load = 0.7;
        FlowLine line = Lines.of(
                Lines.station("arrivals", Lines.exponential(60 / load), 0),
                Lines.station("server", Lines.exponential(60), Station.BUFFER_MAX));

        LineResult result = run(line);
        LineResult.AtStation server = result.stations().get(1);

        assertThat(result.jobsPerHour().value())
                .isCloseTo(60 * load, within(SURE * result.jobsPerHour().halfWidth()));
        assertThat(server.working().value())
                .isCloseTo(load, within(SURE * server.working().halfWidth()));
        assertThat(server.buffer().value())
                .isCloseTo(
                        load * load / (1 - load), within(SURE * server.buffer().halfWidth()));
    }

    /** Probability of waiting 4/9 at load 2/3 and two servers: Erlang's second formula; mean queue 8/9. */
    @Test
    void placesSideBySideAreAQueueWithSeveralServers() {
        FlowLine line = Lines.of(
                Lines.station("arrivals", Lines.exponential(45), 0),
                new Station("servers", 2, Lines.exponential(60), 5_000, Optional.empty(), Optional.empty()));
        double load = 2.0 / 3;
        double waits = 2 * load * load / (1 + load);

        LineResult.AtStation servers = run(line).stations().get(1);

        assertThat(servers.working().value())
                .isCloseTo(load, within(SURE * servers.working().halfWidth()));
        assertThat(servers.buffer().value())
                .isCloseTo(
                        waits * load / (1 - load),
                        within(SURE * servers.buffer().halfWidth()));
    }

    /** Cycles of equal length and stops of many cycles, beside the exact two-machine line in cycles. */
    @Test
    void twoStationsOfOneCycleDoWhatTheTwoMachineLineSays() {
        for (int buffer : new int[] {0, 3, 20, 60}) {
            FlowLine line = Lines.of(
                    Lines.station("first", Lines.fixed(60), 0).withBreakdowns(Lines.breakdowns(30_000, 3_000)),
                    Lines.station("second", Lines.fixed(60), buffer).withBreakdowns(Lines.breakdowns(24_000, 3_600)));
            double expected = 60
                    * TwoMachineLine.of(
                                    new TwoMachineLine.Machine(1 / 50.0, 1 / 500.0),
                                    new TwoMachineLine.Machine(1 / 60.0, 1 / 400.0),
                                    buffer + 2)
                            .rate();

            assertRate(line, expected);
            assertThat(Decomposition.jobsPerHour(line)).isCloseTo(expected, within(0.01 * expected));
        }
    }

    @Test
    void aStationAloneIsUpAsLongAsItsBreakdownsSay() {
        for (Wear wear : Wear.values()) {
            Breakdowns breakdowns = new Breakdowns(3_000, Lines.fixed(600), wear);
            FlowLine line = Lines.of(Lines.station("only", Lines.fixed(60), 0).withBreakdowns(breakdowns));

            LineResult result = run(line);

            assertThat(result.stations().getFirst().down().value())
                    .isCloseTo(
                            1 - breakdowns.availability(),
                            within(SURE * result.stations().getFirst().down().halfWidth()));
            assertRate(line, 50);
        }
    }

    /** A place that breaks down by the clock does so while it waits, one that wears in work does not. */
    @Test
    void onlyTheClockBreaksAStationThatWaits() {
        Mean inWork = repairOfAStationThatWaits(Wear.OPERATING);
        Mean always = repairOfAStationThatWaits(Wear.CLOCK);

        // In work for a quarter of the time at most; by the clock a tenth of all time is repair.
        assertThat(inWork.value()).isLessThan(0.03);
        assertThat(always.value()).isCloseTo(0.1, within(SURE * always.halfWidth()));
    }

    private static Mean repairOfAStationThatWaits(Wear wear) {
        Station waits = Lines.station("waits", Lines.fixed(30), 0)
                .withBreakdowns(new Breakdowns(3_600, Lines.exponential(400), wear));
        return run(Lines.of(Lines.station("slow", Lines.fixed(120), 0), waits))
                .stations()
                .get(1)
                .down();
    }

    @Test
    void jobsDoneTwiceTakeTheTimeOfTwo() {
        Rework again = new Rework(0.2, 0);
        FlowLine alone = Lines.of(new Station("only", 1, Lines.fixed(60), 0, Optional.empty(), Optional.of(again)));
        FlowLine loop = Lines.of(
                Lines.station("paint", Lines.fixed(60), 0),
                new Station("check", 1, Lines.fixed(10), 50, Optional.empty(), Optional.of(again)));

        assertRate(alone, 48);
        assertThat(PlainRate.visits(loop)).containsExactly(1.25, 1.25);
        assertRate(loop, 48);
        assertThat(PlainRate.of(loop)).isCloseTo(48, within(1e-9));
    }

    @Test
    void jobsInTheLineAndTheirTimeInItFollowLittlesLaw() {
        FlowLine line =
                Lines.of(Lines.station("first", Lines.fixed(60), 0), Lines.station("second", Lines.fixed(60), 0));

        LineResult result = run(line);

        assertThat(result.inLine().value()).isEqualTo(2);
        assertThat(result.hoursInLine()).isCloseTo(2 / 60.0, within(1e-6));
    }
}
