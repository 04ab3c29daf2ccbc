package io.rampline.simulation.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.rampline.simulation.score.Forecasted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final RampPrior PRIOR = RampPrior.ASSUMED;

    @Test
    void twoShiftsAreTwoClimbs() {
        Block first = new Block("L", "1", 1_000, 0, 0, 1, OptionalDouble.of(8), OptionalDouble.empty());
        Block second = new Block("L", "2", 1_000, 40, 40, 1, OptionalDouble.of(8), OptionalDouble.empty());

        Estimate estimate = Estimate.of(ground(List.of(first, second), List.of(), 0, 80), 1, 2_000);

        assertThat(median(estimate, 30, 31)).isCloseTo(grown(1_000, 31), withinPercentage(5));
        assertThat(median(estimate, 70, 71)).isCloseTo(grown(2_000, 71), withinPercentage(5));
    }

    /**
     * What was told, when nothing is counted: with a chance of 3 in 100 a week something comes that nobody told of, 8
     * percent more in the mean. Its median is a little less, since the jumps are few and stops take a week now and
     * then.
     */
    private static double grown(double told, int weeks) {
        return told * Math.exp(0.03 * 0.08 * weeks);
    }

    @Test
    void whatOneLineTeachesCountsForAnother() {
        Block known = new Block("A", "1", 1_000, 0, 0, 1, OptionalDouble.of(4), OptionalDouble.empty());
        Block later = new Block("B", "1", 1_000, 30, 30, 1, OptionalDouble.of(4), OptionalDouble.empty());
        List<Output> months = new ArrayList<>();
        for (int month = 1; month < 7; month++) {
            months.add(new Output(4 * month, 4 * month + 4, 4 * 700));
        }

        Estimate before = Estimate.of(ground(List.of(known, later), List.of(), 0, 60), 1, 1_000);
        Estimate after = Estimate.of(ground(List.of(known, later), months, 28, 60), 1, 1_000);

        double expected = ofLine(before, 1, 50);
        double taught = ofLine(after, 1, 50);
        assertThat(taught).isLessThan(expected * 0.97);
        assertThat(ofLine(after, 0, 28)).isCloseTo(700, within(90.0));
    }

    @Test
    void aBlockThatMayNotComeMakesTwoWorlds() {
        Block there = new Block("L", "1", 1_000, 0, 0, 1, OptionalDouble.of(4), OptionalDouble.empty());
        Block perhaps = new Block("L", "2", 1_000, 0, 0, 0.7, OptionalDouble.of(4), OptionalDouble.empty());

        double[] built = Estimate.of(ground(List.of(there, perhaps), List.of(), 0, 40), 1, 1_000)
                .built(36, 37);

        long many =
                java.util.Arrays.stream(built).filter(units -> units > 1_400).count();
        assertThat(many / 1_000.0).isCloseTo(0.7, within(0.06));
    }

    @Test
    void aPlanHoldsOnlyWhatIsKnownOnItsDay() {
        Block there = new Block("L", "1", 1_000, 0, 0, 1, OptionalDouble.of(4), OptionalDouble.empty());
        Block perhaps = new Block("L", "2", 1_000, 20, 20, 0.999, OptionalDouble.of(4), OptionalDouble.empty());
        RampPath path = Estimate.of(ground(List.of(there, perhaps), List.of(), 0, 60), 1, 10)
                .paths()
                .getFirst();

        assertThat(path.plan().of(0, 10)[39]).isLessThan(1_500);
        assertThat(path.plan().of(0, 21)[39]).isGreaterThan(1_500);
    }

    @Test
    void whatTheModelDrawsLiesInItsOwnRanges() {
        long seed = 5;
        Block block = new Block("L", "1", 1_000, 0, 4, 1, OptionalDouble.empty(), OptionalDouble.empty());
        List<RampPath> worlds =
                Estimate.of(ground(List.of(block), List.of(), 0, 44), seed, 60).paths();
        int held = 0;
        for (RampPath world : worlds) {
            List<Output> seen = new ArrayList<>();
            for (int month = 2; month < 8; month++) {
                seen.add(new Output(4 * month, 4 * month + 4, world.built(4 * month, 4 * month + 4)));
            }
            Estimate estimate = Estimate.of(ground(List.of(block), seen, 32, 44), seed + 1, 400);
            held += new Forecasted(estimate.built(36, 44)).holds(world.built(36, 44)) ? 1 : 0;
        }
        // 80 % of 60 is 48; three standard deviations are 9.
        assertThat(held).as("of 60, seed " + seed).isBetween(39, 57);
    }

    @Test
    void aFigureDatedLaterIsRefused() {
        Block block = new Block("L", "1", 1_000, 0, 0, 1, OptionalDouble.empty(), OptionalDouble.empty());

        assertThatThrownBy(() -> ground(List.of(block), List.of(new Output(8, 12, 500)), 10, 20))
                .hasMessageContaining("dated after the day of the estimate");
    }

    @Test
    void onlyOtherMakersRampsKnownByThenAreBelieved() {
        String text = """
                maker,model,from,to,units,known,source
                A,One,2020-01-01,2020-03-31,100,2020-04-02,https://example.org/a
                A,One,2020-04-01,2020-06-30,700,2020-07-02,https://example.org/a
                A,One,2020-07-01,2020-09-30,2500,2020-10-02,https://example.org/a
                A,One,2020-10-01,2020-12-31,3500,2021-01-02,https://example.org/a
                B,Two,2020-01-01,2020-03-31,10,2020-04-02,https://example.org/b
                B,Two,2020-04-01,2020-06-30,700,2020-07-02,https://example.org/b
                B,Two,2020-07-01,2020-09-30,3500,2020-10-02,https://example.org/b
                B,Two,2020-10-01,2020-12-31,3600,2021-01-02,https://example.org/b
                """;
        List<PublicRamp> ramps = PublicRamp.parse(text);
        LocalDate late = LocalDate.of(2022, 1, 1);

        assertThat(RampPrior.from(ramps, "C", LocalDate.of(2020, 12, 31))).isEqualTo(RampPrior.ASSUMED);
        assertThat(RampPrior.from(ramps, "B", late).climbWeeks())
                .isGreaterThan(RampPrior.from(ramps, "A", late).climbWeeks());
        assertThatThrownBy(() -> PublicRamp.parse(text + "C,Three,2020"))
                .hasMessageContaining("line 10: found 3 cells");
    }

    @Test
    void aCurveIsFoundAgain() {
        Curve.Gompertz slow = new Curve.Gompertz(800, 0.1, 20);
        List<Output> seen = new ArrayList<>();
        for (int week = 0; week < 60; week += 4) {
            seen.add(new Output(week, week + 4, 4 * slow.at(week + 2)));
        }

        Curve.Gompertz found = CurveFit.gompertz(seen, OptionalDouble.empty());

        assertThat(found.ceiling()).isCloseTo(800, within(1.0));
        assertThat(found.middle()).isCloseTo(20, within(0.1));
        Curve steps = new Curve.Sum(List.of(new Curve.Steps(List.of(0.0, 10.0), List.of(5.0, 9.0)), slow));
        assertThat(steps.at(9)).isCloseTo(5 + slow.at(9), within(1e-9));
        assertThatThrownBy(() -> CurveFit.logistic(seen.subList(0, 2), OptionalDouble.empty()))
                .hasMessageContaining("expected at least 3");
    }

    private static Ground ground(List<Block> blocks, List<Output> seen, int now, int weeks) {
        return new Ground(blocks, seen, now, Collections.nCopies(weeks, 1.0), PRIOR);
    }

    private static double median(Estimate estimate, double from, double to) {
        return new Forecasted(estimate.built(from, to)).p50();
    }

    private static double ofLine(Estimate estimate, int line, int week) {
        return new Forecasted(estimate.paths().stream()
                        .mapToDouble(path -> path.output(line, week))
                        .toArray())
                .p50();
    }
}
