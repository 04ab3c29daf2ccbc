package io.rampline.simulation.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.simulation.window.StatedHistory.Learnt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatedHistoryTest {
    private static final Fate OPEN = new Fate.Open();

    private static Statement due(String id, int week, double kept) {
        return new Statement(id, week, kept, week - 1, week + 1, week);
    }

    private static Learnt learnt(List<StatedWeek> weeks, Map<String, Fate> fates, int nowWeek) {
        return StatedHistory.of(0.9, weeks, fates, nowWeek, weeks.getLast().plan());
    }

    @Test
    void aCohortIsLearntFromOnceAllOfItIsKnown() {
        List<StatedWeek> stated = List.of(new StatedWeek(10, "", List.of(due("a", 14, 0.5), due("b", 14, 0.5))));
        Map<String, Fate> fates = Map.of("a", new Fate.Delivered(14), "b", OPEN);

        Learnt early = learnt(stated, fates, 15);
        Learnt later = learnt(stated, fates, 16);

        assertThat(early.levels().cohorts()).isZero();
        assertThat(later.levels().cohorts()).isEqualTo(1);
        // The window of b ended with week 15: missed, delivered or not. Half missed, a tenth may.
        assertThat(later.levels().of(4).level()).isCloseTo(0.9 + Calibration.RATE * 0.4, within(1e-12));
        assertThat(later.levels().of(8).level()).isEqualTo(0.9);
        assertThat(later.levels().isCalibrated()).isFalse();
    }

    @Test
    void whatIsNotDueInJustSoManyWeeksIsInNoCohort() {
        List<StatedWeek> stated = List.of(new StatedWeek(10, "", List.of(due("a", 15, 0.5))));

        assertThat(learnt(stated, Map.of(), 30).levels().cohorts()).isZero();
    }

    @Test
    void whoLeftIsMadeUpForByThoseWhoStayed() {
        // Four in line; one leaves in week 13, then one is in time, then two are late: 2 of 3, each of them 4/3.
        List<Censored.Seen> cohort = List.of(
                new Censored.Seen(13, true, false),
                new Censored.Seen(14, false, false),
                new Censored.Seen(15, false, true),
                new Censored.Seen(15, false, true));
        assertThat(Censored.missedShare(cohort)).isCloseTo(2.0 / 3, within(1e-12));
        // One is in time, then one leaves, then two are late: those late stand for the one who left, too.
        List<Censored.Seen> later = List.of(
                new Censored.Seen(12, false, false),
                new Censored.Seen(13, true, false),
                new Censored.Seen(15, false, true),
                new Censored.Seen(15, false, true));
        assertThat(Censored.missedShare(later)).isCloseTo(3.0 / 4, within(1e-12));
        assertThat(Censored.missedShare(List.of(new Censored.Seen(3, true, false))))
                .isNaN();
    }

    @Test
    void aNewPlanBeginsAnewAndWider() {
        List<StatedWeek> stated = new ArrayList<>();
        Map<String, Fate> fates = new HashMap<>();
        for (int week = 10; week < 30; week++) {
            stated.add(new StatedWeek(week, week < 29 ? "" : "second shift", List.of(due("o" + week, week + 4, 0.5))));
            fates.put("o" + week, new Fate.Delivered(week + 4));
        }

        Learnt before = learnt(stated.subList(0, 19), fates, 29);
        Learnt after = learnt(stated, fates, 30);

        assertThat(before.levels().isCalibrated()).isTrue();
        assertThat(before.levels().of(4).level()).isLessThan(0.9);
        assertThat(before.movements()).isNotEmpty();
        assertThat(after.levels().isCalibrated()).isFalse();
        assertThat(after.levels().of(4).level()).isCloseTo(0.95, within(1e-12));
        assertThat(after.movements()).isEmpty();
        assertThat(after.plans()).isEqualTo(1);
        Learnt atOnce = StatedHistory.of(0.9, stated.subList(0, 19), fates, 29, "second shift");
        assertThat(atOnce.levels()).isEqualTo(after.levels());
    }

    @Test
    void aMovementIsTheMeanOfThoseStatedAgainOrDecided() {
        List<StatedWeek> stated = List.of(
                new StatedWeek(
                        10,
                        "",
                        List.of(
                                due("again", 20, 0.6),
                                due("kept", 10, 0.7),
                                due("late", 10, 0.4),
                                due("left", 20, 0.5),
                                due("unsaid", 20, 0.5))),
                new StatedWeek(11, "", List.of(due("again", 20, 0.5))));
        Map<String, Fate> fates =
                Map.of("kept", new Fate.Delivered(10), "left", new Fate.Left(10), "late", OPEN, "again", OPEN);

        List<Movement> movements = learnt(stated, fates, 11).movements();

        assertThat(movements).hasSize(1);
        assertThat(movements.getFirst().orders()).isEqualTo(3);
        assertThat(movements.getFirst().moved()).isCloseTo((-0.1 + 0.3 - 0.4) / 3, within(1e-12));
        // Scales: phi of the quantiles of 0.6, 0.7 and 0.4, the first ten weeks ahead.
        double scale = 0.386343 / Math.sqrt(10) + 0.347693 + 0.386343;
        assertThat(movements.getFirst().drift()).isCloseTo((-0.1 + 0.3 - 0.4) / scale, within(1e-5));
    }

    @Test
    void anOrderThatIsNotStatedForAWhileIsCarriedAlong() {
        List<StatedWeek> stated = List.of(
                new StatedWeek(10, "", List.of(due("a", 13, 0.6), due("b", 20, 0.5))),
                new StatedWeek(11, "", List.of(due("b", 20, 0.5))),
                new StatedWeek(12, "", List.of(due("b", 20, 0.5))),
                new StatedWeek(14, "", List.of(due("b", 20, 0.5))));

        List<Movement> movements =
                learnt(stated, Map.of("a", new Fate.Delivered(13)), 14).movements();

        assertThat(movements).extracting(Movement::orders).containsExactly(1, 1, 2);
        assertThat(movements.getLast().moved()).isCloseTo(0.2, within(1e-12));
    }
}
