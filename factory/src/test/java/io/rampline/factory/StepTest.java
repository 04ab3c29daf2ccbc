package io.rampline.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.RampCurve.Point;
import io.rampline.factory.Resource.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final RampCurve HALF_THEN_FULL = new RampCurve.Table(List.of(new Point(0, 0.5), new Point(1, 1)));

    private static Step costing(long costMinor, Payment... payments) {
        return step(0, 9, costMinor, List.of(payments));
    }

    private static Step step(int earliest, int latest, long costMinor, List<Payment> payments) {
        return new Step(
                "shift",
                4,
                earliest,
                latest,
                costMinor,
                payments,
                0,
                0,
                List.of(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty());
    }

    @Test
    void aGainBeginsWithTheEffectAndFollowsItsRamp() {
        StepGain gain = StepGain.everyWeek(Kind.LINE, "F1", 101, HALF_THEN_FULL);
        assertThat(gain.units(2, 6)).containsExactly(0, 0, 50, 101, 101, 101);
        assertThat(gain.units(5, 6)).containsExactly(0, 0, 0, 0, 0, 50);
        assertThat(gain.units(99, 6)).containsOnly(0);
    }

    @Test
    void workThatBeganBeforeTheHorizonIsFurtherUpItsRamp() {
        StepGain gain = StepGain.everyWeek(Kind.LINE, "F1", 101, HALF_THEN_FULL);
        assertThat(gain.units(-3, 3)).containsExactly(101, 101, 101);
    }

    @Test
    void aShiftAddsNothingInAWeekThePlantIsShut() {
        WeeklyUnits worked = WeeklyUnits.of(1000, 0, 500, 500);
        StepGain gain = new StepGain(Kind.LINE, "F1", 101, RampCurve.NONE, worked);
        assertThat(gain.units(0, 4)).containsExactly(101, 0, 50, 51);
    }

    @Test
    void theSumOfAGainOverAnyWeeksIsTheExactSumRoundedDown() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            int full = 1 + random.nextInt(5_000);
            RampCurve ramp = new RampCurve.Logistic(random.nextInt(30), 0.05 + random.nextDouble());
            int effective = random.nextInt(60) - 20;
            int[] units = StepGain.everyWeek(Kind.PART, "PACK", full, ramp).units(effective, 80);
            double exact = 0;
            long sum = 0;
            for (int bucket = 0; bucket < units.length; bucket++) {
                exact += full * ramp.share(bucket - effective);
                sum += units[bucket];
                assertThat((double) sum)
                        .as("seed " + seed + " bucket " + bucket)
                        .isLessThanOrEqualTo(exact + 1e-6)
                        .isGreaterThan(exact - 1 - 1e-6);
            }
        }
    }

    @Test
    void paymentsFallDueInTheirWeeksAndMakeUpTheWholeCost() {
        Step step = costing(1_001, new Payment(0, 300), new Payment(12, 333), new Payment(26, 367));
        assertThat(step.paymentMinor(0)).isEqualTo(300);
        assertThat(step.paymentMinor(1)).isZero();
        assertThat(step.paymentMinor(12)).isEqualTo(333);
        assertThat(step.paymentMinor(26)).isEqualTo(368);
        assertThat(step.paymentMinor(-1)).isZero();
        Step dear = costing(Long.MAX_VALUE, new Payment(3, 999), new Payment(4, 1));
        assertThat(dear.paymentMinor(3) + dear.paymentMinor(4)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theEffectComesItsLeadAfterTheStart() {
        assertThat(costing(0, new Payment(0, 1000)).effectiveBucket(7)).isEqualTo(11);
    }

    @Test
    void whatNoStepCanBeIsRefused() {
        assertThatThrownBy(() -> costing(5, new Payment(0, 300))).hasMessageContaining("300 thousandths");
        assertThatThrownBy(() -> costing(5, new Payment(4, 500), new Payment(4, 500)))
                .hasMessageContaining("ascending");
        assertThatThrownBy(() -> costing(-1, new Payment(0, 1000))).hasMessageContaining("cost of step shift = -1");
        assertThatThrownBy(() -> step(5, 4, 0, Step.AT_START)).hasMessageContaining("earliest bucket");
        assertThatThrownBy(() -> new Payment(0, 0)).hasMessageContaining("0 thousandths");
        assertThatThrownBy(() -> new Step.After("hall", -1)).hasMessageContaining("gap after hall = -1");
        assertThatThrownBy(() -> StepGain.everyWeek(Kind.OPEN_POOL, "F1", 1, RampCurve.NONE))
                .hasMessageContaining("maybe line F1");
        assertThatThrownBy(() -> StepGain.everyWeek(Kind.LINE, "F1", 0, RampCurve.NONE))
                .hasMessageContaining("gain of 0");
        assertThatThrownBy(() -> new Budget(4, 4, 0)).hasMessageContaining("at least one bucket");
        assertThatThrownBy(() -> new Cancellations(100, new TreeMap<>())).hasMessageContaining("100.0 percent");
        assertThatThrownBy(() -> new WaitCost(-1, new TreeMap<>())).hasMessageContaining("below 0");
        assertThatThrownBy(() -> new Guarantee(Optional.empty(), Optional.empty(), -1, 0))
                .hasMessageContaining("-1 weeks");
    }

    @Test
    void aMonthOfWeeksLosesWhatTheMonthLoses() {
        Cancellations leaving = new Cancellations(2, new TreeMap<>(java.util.Map.of("YU7", 0.8)));
        double stays = Math.pow(1 - leaving.weeklyShare("SU7"), 52.178571);
        assertThat(stays).isCloseTo(Math.pow(0.98, 12), within(1e-6));
        assertThat(leaving.weeklyShare("YU7")).isCloseTo(0.001845, within(1e-6));
        assertThat(Cancellations.NONE.weeklyShare("YU7")).isZero();
    }

    @Test
    void theNearestGuaranteeHolds() {
        Planning planning = guaranteed(
                new Guarantee(Optional.empty(), Optional.empty(), 20, 0),
                new Guarantee(Optional.empty(), Optional.of("YU7"), 16, 0),
                new Guarantee(Optional.of("CN"), Optional.empty(), 12, 0),
                new Guarantee(Optional.of("CN"), Optional.empty(), 11, 0),
                new Guarantee(Optional.of("CN"), Optional.of("YU7"), 8, 0));
        assertThat(planning.findGuarantee("CN", "YU7").orElseThrow().waitWeeks())
                .isEqualTo(8);
        assertThat(planning.findGuarantee("CN", "SU7").orElseThrow().waitWeeks())
                .isEqualTo(12);
        assertThat(planning.findGuarantee("EU", "YU7").orElseThrow().waitWeeks())
                .isEqualTo(16);
        assertThat(planning.findGuarantee("EU", "SU7").orElseThrow().waitWeeks())
                .isEqualTo(20);
        assertThat(Planning.NONE.findGuarantee("EU", "SU7")).isEmpty();
    }

    private static Planning guaranteed(Guarantee... guarantees) {
        return new Planning(
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                0,
                Cancellations.NONE,
                WaitCost.NONE,
                Arrays.asList(guarantees));
    }
}
