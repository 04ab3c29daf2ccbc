package io.rampline.proving.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.proving.timetable.GrowingFactory.Instance;
import io.rampline.proving.timetable.GrowingFactory.Size;
import io.rampline.ramp.Answer;
import io.rampline.ramp.Question;
import io.rampline.ramp.Timetable;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cars for home and for a market behind an ocean come from the same lines, so each stands in the other's way. */
class SingleOrdersHoldTest {
    private static final int WEEKS = 60;
    private static final int WAIT_WEEKS = 12;

    @ParameterizedTest
    @ValueSource(longs = {2, 4, 6, 9})
    void nobodyWaitsMoreThanAWeekLongerOrderByOrder(long seed) {
        Instance instance = GrowingFactory.of(new Size(WEEKS, 8, 3, seed));
        Terms terms =
                Terms.of(WEEKS).guarantee(new Wait(WAIT_WEEKS, WEEKS * 2 / 5)).gap(0.02);
        Timetable timetable = Timetable.of(instance.scenario(), instance.book(), Path.of("target", "cache"));

        Answer.Planned planned = (Answer.Planned) timetable.ask(new Question.LeastCost(terms), PlanProgress.NOBODY);

        assertThat(planned.holdsForSingleOrders()).as("seed " + seed).isTrue();
        assertThat(planned.outOfTurnBoundMinor())
                .isPositive()
                .isLessThanOrEqualTo(planned.plan().costs().totalMinor());
        for (GroupFlow flow : planned.plan().flows()) {
            assertThat(planned.orders().longestByGroup().get(flow.name()))
                    .as(flow.name() + ", seed " + seed)
                    .isBetween(1, WAIT_WEEKS + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void whereTurnsCannotBeKeptTheAnswerSaysSo(long seed) {
        Instance instance = GrowingFactory.of(new Size(WEEKS, 8, 3, seed));
        Terms terms =
                Terms.of(WEEKS).guarantee(new Wait(WAIT_WEEKS, WEEKS * 2 / 5)).gap(0.02);
        Timetable timetable = Timetable.of(instance.scenario(), instance.book(), Path.of("target", "cache"));

        Answer.Planned planned = (Answer.Planned) timetable.ask(new Question.LeastCost(terms), PlanProgress.NOBODY);

        assertThat(planned.findings().flaws()).isEmpty();
        assertThat(planned.orders().longestWaitWeeks()).isGreaterThan(WAIT_WEEKS + 1);
        assertThat(planned.holdsForSingleOrders()).isFalse();
    }
}
