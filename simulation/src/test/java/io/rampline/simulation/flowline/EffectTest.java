package io.rampline.simulation.flowline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.FlowLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EffectTest {
    private static final Span SPAN = new Span(50, 500);

    private static Effect effect(FlowLine line, Change change) {
        List<Replication> without = new ArrayList<>();
        List<Replication> with = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            without.add(Replication.of(line, SPAN, 21, i, false));
            with.add(Replication.of(change.on(line), SPAN, 21, i, false));
        }
        return Effect.of(change, without, with);
    }

    @Test
    void aSecondOfTheSlowestStationIsWorthWhatItsRateSays() {
        FlowLine line =
                Lines.of(Lines.station("body", Lines.fixed(60), 0), Lines.station("assembly", Lines.fixed(72), 0));

        assertThat(effect(line, new Change.ShorterCycle(1, 2)).jobsPerHour().value())
                .isCloseTo(3600.0 / 70 - 50, within(0.01));
        assertThat(effect(line, new Change.ShorterCycle(0, 2)).jobsPerHour().value())
                .isZero();
    }

    /** The exact effect by the chain of states; the interval of paired runs is far narrower than that of two. */
    @Test
    void onePlaceMoreIsWorthWhatTheChainOfStatesSays() {
        FlowLine line = Lines.of(
                Lines.station("first", Lines.exponential(60), 0).withBreakdowns(Lines.breakdowns(1800, 300)),
                Lines.station("second", Lines.exponential(62), 2).withBreakdowns(Lines.breakdowns(2400, 200)));
        for (Change change : Change.of(line)) {
            Effect found = effect(line, change);
            double exact = ExactChain.jobsPerHour(change.on(line)) - ExactChain.jobsPerHour(line);

            assertThat(found.jobsPerHour().value())
                    .as(change.toString())
                    .isCloseTo(exact, within(2.5 * found.jobsPerHour().halfWidth()));
            assertThat(found.jobsPerHour().isSure()).as(change.toString()).isTrue();
            assertThat(found.jobsPerHour().halfWidth()).as(change.toString()).isLessThan(0.35);
        }
    }

    @Test
    void everythingWorthAskingIsAsked() {
        for (int seed = 0; seed < 50; seed++) {
            FlowLine line = Lines.random(new Random(seed), false);
            long breaking = line.stations().stream()
                    .filter(station -> station.breakdowns().isPresent())
                    .count();

            assertThat(Change.of(line)).as("seed %d", seed).hasSize((int)
                    (2L * line.stations().size() - 1 + breaking));
        }
    }

    @Test
    void intervalsAreStudents() {
        double[] freedom = {1, 2, 5, 10, 19, 30, 100};
        double[] table = {12.706, 4.303, 2.571, 2.228, 2.093, 2.042, 1.984};
        for (int i = 0; i < table.length; i++) {
            assertThat(Mean.student((int) freedom[i])).isCloseTo(table[i], within(6e-4));
        }
        Mean mean = Mean.of(new double[] {1, 2, 3});
        assertThat(mean.value()).isEqualTo(2);
        assertThat(mean.halfWidth()).isCloseTo(4.303 / Math.sqrt(3), within(1e-3));
    }

    @Test
    void theWarmUpIsCutWhereTheRestIsKnownBest() {
        double[] values = new double[100];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 12 ? i : 50 + i % 3;
        }

        assertThat(WarmUp.cut(values)).isEqualTo(12);
        assertThat(WarmUp.cut(new double[] {5, 5, 5, 5})).isZero();
    }

    @Test
    void weeksStrayAsTheTimesOfTheOnlyStationDo() {
        FlowLine line = Lines.of(Lines.station("only", Lines.exponential(60), 0));
        List<Replication> runs = new ArrayList<>();
        Span span = new Span(10, 4_000);
        for (int i = 0; i < 10; i++) {
            runs.add(Replication.of(line, span, 4, i, false));
        }

        WeekNoise noise = LineResult.of(line, span, runs, 100).noise();

        // Poisson: 6,000 jobs a week stray by the root of 6,000.
        assertThat(noise.weeks()).isEqualTo(400);
        assertThat(noise.percent()).isCloseTo(100 / Math.sqrt(6_000), within(0.2));
        assertThat(noise.carry()).isZero();
    }
}
