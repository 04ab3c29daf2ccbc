package io.rampline.ramp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.StepRow;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final Path CACHE = Path.of("target", "cache");
    private static final int WEEKS = 40;

    private final GrownWorld world = new GrownWorld(5, WEEKS, 3, 8, 300);
    private final Timetable timetable = Timetable.of(world.scenario, world.book, CACHE);
    private final Terms terms = Terms.of(WEEKS);

    private Answer ask(Question question) {
        return timetable.ask(question, PlanProgress.NOBODY);
    }

    private Answer.Planned plan(int weeks, int from) {
        return (Answer.Planned) ask(new Question.LeastCost(terms.guarantee(new Wait(weeks, from))));
    }

    @Test
    void singleOrdersWaitAtMostAWeekLongerThanGuaranteed() {
        for (int weeks : List.of(6, 8, 10, 14)) {
            Answer.Planned planned = plan(weeks, 20);

            assertThat(planned.findings().flaws()).isEmpty();
            assertThat(planned.orders().judged()).isPositive();
            assertThat(planned.orders().longestWaitWeeks()).isLessThanOrEqualTo(weeks + 1);
            assertThat(planned.orders().later()).isZero();
            assertThat(planned.plan().gap()).isLessThanOrEqualTo(Terms.USUAL_GAP);
            assertThat(planned.plan().boundMinor())
                    .isLessThanOrEqualTo(planned.plan().costs().totalMinor());
        }
    }

    @Test
    void aLongerWaitNeverCostsMore() {
        List<Answer> answers =
                timetable.costByWait(terms.gap(0.001), 20, List.of(6, 8, 10, 14, 20), PlanProgress.NOBODY);

        for (int i = 1; i < answers.size(); i++) {
            Plan shorter = ((Answer.Planned) answers.get(i - 1)).plan();
            Plan longer = ((Answer.Planned) answers.get(i)).plan();
            assertThat(longer.costs().totalMinor())
                    .isLessThanOrEqualTo(Math.round(shorter.costs().totalMinor() * 1.001));
        }
    }

    @Test
    void aBudgetBuysItsShortestWait() {
        long spend = plan(8, 20).plan().costs().oneOffMinor();

        Answer.Planned most = (Answer.Planned) ask(new Question.ShortestWait(terms.spendMax(spend), 20, 30));
        Answer.Planned less = (Answer.Planned) ask(new Question.ShortestWait(terms.spendMax(spend / 3), 20, 30));

        assertThat(most.plan().costs().oneOffMinor()).isLessThanOrEqualTo(spend);
        assertThat(most.plan().terms().guarantee().orElseThrow().weeks()).isLessThanOrEqualTo(8);
        assertThat(less.plan().terms().guarantee().orElseThrow().weeks())
                .isGreaterThan(most.plan().terms().guarantee().orElseThrow().weeks());
    }

    @Test
    void aWeekBeforeTheEarliestGuaranteeThereIsNoPlan() {
        GrownWorld longBook = new GrownWorld(5, WEEKS, 3, 8, 700);
        Timetable behind = Timetable.of(longBook.scenario, longBook.book, CACHE);
        Answer.Planned earliest =
                (Answer.Planned) behind.ask(new Question.EarliestGuarantee(terms, 8), PlanProgress.NOBODY);
        int from = earliest.plan().terms().guarantee().orElseThrow().fromBucket();

        assertThat(from).isPositive();
        Answer before = behind.ask(new Question.LeastCost(terms.guarantee(new Wait(8, from - 1))), PlanProgress.NOBODY);
        boolean holds = before instanceof Answer.Planned planned && planned.holdsForSingleOrders();
        assertThat(holds).isFalse();
    }

    @Test
    void anImpossibleGuaranteeIsExplained() {
        Answer.Conflict conflict = (Answer.Conflict)
                ask(new Question.LeastCost(terms.guarantee(new Wait(2, 0)).spendMax(0)));

        assertThat(conflict.restrictions()).isNotEmpty();
        assertThat(conflict.restrictions())
                .anyMatch(restriction -> restriction.text().contains("waits longer than 2 weeks"));
    }

    @Test
    void everyStepOfAPlanIsMissedWhenItMayNotBeTaken() {
        Answer.Planned planned = plan(8, 20);

        List<Timetable.Without> without = timetable.withoutEach(planned, 30, PlanProgress.NOBODY);

        assertThat(without.stream().map(Timetable.Without::step))
                .containsExactlyElementsOf(
                        planned.plan().steps().stream().map(StepRow::step).toList());
        double least = planned.plan().boundMinor();
        for (Timetable.Without missed : without) {
            assertThat(missed.totalMinor().isPresent() || missed.waitWeeks().isPresent())
                    .isTrue();
            Terms barred = planned.plan().terms().andWithout(missed.step());
            Answer spared = ask(new Question.LeastCost(barred));
            assertThat(spared).isNotInstanceOf(Answer.Rejected.class);
            if (spared instanceof Answer.Planned other) {
                assertThat(other.plan().steps().stream().map(StepRow::step)).doesNotContain(missed.step());
                missed.totalMinor()
                        .ifPresent(cost ->
                                assertThat((double) cost).isGreaterThanOrEqualTo(other.outOfTurnBoundMinor() * 0.999));
            }
            missed.totalMinor().ifPresent(cost -> assertThat((double) cost).isGreaterThanOrEqualTo(least * 0.999));
            missed.waitWeeks().ifPresent(weeks -> assertThat(weeks).isGreaterThan(8));
        }
    }

    @Test
    void aSearchThatIsEndedKeepsTheBestPlanSoFar() {
        int[] told = new int[1];

        Answer answer = timetable.ask(
                new Question.LeastCost(terms.guarantee(new Wait(8, 20)).gap(0)),
                standing -> standing.work().equals("rounding") || ++told[0] < 2);

        assertThat(answer).isInstanceOf(Answer.Planned.class);
        assertThat(told[0]).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aSearchWithoutWorkAllowedStillGivesARoundedPlan() {
        Answer answer = ask(
                new Question.LeastCost(terms.guarantee(new Wait(8, 20)).gap(0).work(0)));

        assertThat(answer).isInstanceOf(Answer.Planned.class);
        assertThat(((Answer.Planned) answer).plan().gap()).isPositive();
    }
}
