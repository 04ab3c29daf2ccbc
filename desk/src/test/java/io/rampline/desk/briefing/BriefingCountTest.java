package io.rampline.desk.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.factory.Week;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure here can be worked in the head: two cars a week, five orders. */
class BriefingCountTest {
    @TempDir
    Path folder;

    @Test
    void waitsAreCountedFromTheWeekOfTheBriefingAndSinceTheLock() {
        TrimWait wait = SmallScenario.in(folder).briefing().waits().getFirst();

        // Built in W02, W02, W03, W03, W04; the briefing is of W01, four locks are of 2025-W49 and one of W01.
        assertThat(wait.fromNow().longest()).hasValue(3);
        assertThat(wait.fromNow().median()).hasValue(2);
        assertThat(wait.sinceLock().longest()).hasValue(6);
        assertThat(wait.sinceLock().median()).hasValue(5);
    }

    @Test
    void whatANewOrderIsToldStandsBehindAllOpenOnes() {
        TrimWait wait = SmallScenario.in(folder).briefing().waits().getFirst();

        assertThat(wait.quote().weeks()).hasValue(3);
        assertThat(wait.quote().delivery()).contains(Week.parse("2026-W04"));
        assertThat(wait.quote().cause().label()).isEqualTo("line L");
        assertThat(wait.cause().map(Cause::label)).contains("line L");
    }

    @Test
    void theBankFillsWithLocksAndDrainsWithDeliveries() {
        Timeline timeline = SmallScenario.in(folder).briefing().timeline();

        assertThat(timeline.first()).isEqualTo(Week.parse("2025-W49"));
        assertThat(timeline.bank(0)).isEqualTo(4);
        assertThat(timeline.bank(timeline.pastWeeks() - 1)).isEqualTo(5);
        assertThat(timeline.delivered(timeline.pastWeeks())).isEqualTo(2);
        assertThat(timeline.bank(timeline.weeks() - 1)).isZero();
    }

    @Test
    void whoWasServedBeforeCountsInThePastOnly() {
        Briefing briefing = SmallScenario.in(folder).with("orders.csv", """
                        order_id,locked_at,model,trim,delivered_on,cancelled_on
                        A,2025-11-03,Car,Base,2025-12-08,
                        B,2025-11-03,Car,Base,,2025-12-10
                        C,2025-12-03,Car,Base,,
                        """).briefing();

        assertThat(briefing.totals().open()).isEqualTo(1);
        assertThat(briefing.totals().locked()).isEqualTo(3);
        assertThat(briefing.totals().delivered()).isEqualTo(1);
        assertThat(briefing.totals().cancelled()).isEqualTo(1);
        LockWeeks waited = briefing.lockWeeks().getFirst();
        assertThat(waited.first()).isEqualTo(Week.parse("2025-W45"));
        assertThat(waited.delivered().get(0)).isEqualTo(5.0);
        assertThat(waited.promised().get(4)).isEqualTo(5.0);
    }

    @Test
    void depositsAreRefundableWhileTheCoolingOffDaysRun() {
        Deposits deposits = SmallScenario.in(folder).briefing().deposits();

        assertThat(deposits.heldMinor()).isEqualTo(5 * 10050);
        // Only E was locked within seven days.
        assertThat(deposits.refundableMinor()).isEqualTo(10050);
    }

    @Test
    void thePostedWaitOfTheDayOrTheLastBeforeItCounts() {
        Briefing briefing =
                SmallScenario.in(folder).with("outturn/posted_waits.csv", """
                        date,model,trim,weeks_low,weeks_high,grade
                        2025-12-20,Car,Base,20,23,A
                        2026-01-02,Car,Base,8,10,D
                        2026-01-02,Car,Base,9,11,B
                        2026-01-10,Car,Base,1,2,A
                        2026-01-04,Car,*,50,60,A
                        """).briefing();
        TrimWait wait = briefing.waits().getFirst();

        assertThat(wait.posted().orElseThrow().low()).isEqualTo(9);
        assertThat(wait.posted().orElseThrow().high()).isEqualTo(11);
        assertThat(wait.difference()).hasValue(-6);
        assertThat(wait.differsNotably()).isTrue();
    }

    @Test
    void aComputedWaitInsideThePostedRangeIsNoDifference() {
        TrimWait wait = SmallScenario.in(folder)
                .with("outturn/posted_waits.csv", "date,model,trim,weeks_low,weeks_high\n2026-01-04,Car,Base,2,5\n")
                .briefing()
                .waits()
                .getFirst();

        assertThat(wait.difference()).hasValue(0);
        assertThat(wait.differsNotably()).isFalse();
    }

    @Test
    void theOutlookFallsByAWeekEachWeekWhenNobodyOrders() {
        Outlook outlook = SmallScenario.in(folder).briefing().outlook();

        assertThat(outlook.first()).isEqualTo(Week.parse("2026-W01"));
        assertThat(outlook.unordered().longest()).satisfies(waits -> {
            assertThat(waits.toArray()).startsWith(3, 2, 1, 0, 0);
        });
        assertThat(outlook.unordered().firstBelow(8)).contains(0);
        assertThat(outlook.unordered().bank().toArray()).startsWith(5, 3, 1, 0);
        assertThat(outlook.expected()).isEmpty();
    }

    @Test
    void expectedOrdersQueueBehindTheOpenOnes() {
        Outlook outlook = SmallScenario.in(folder)
                .with("demand.csv", "week,model,trim,low,mid,high\n2026-W02..,Car,Base,0,2,4\n")
                .briefing()
                .outlook();

        // As many come as are built: the wait of two weeks stays, until nothing is left of the plan.
        assertThat(outlook.expected().get(1).longest().toArray()).startsWith(3, 2, 2, 2, 2);
        // Twice as many come: each week adds one, until the plan is full.
        assertThat(outlook.expected().get(2).longest().toArray()).startsWith(3, 2, 3, 4);
        assertThat(outlook.expected().get(2).longest().whole(4)).isEqualTo(Outlook.BEYOND_HORIZON);
        assertThat(outlook.expected().get(1).bank().whole(3)).isEqualTo(5);
    }

    @Test
    void aResourceIsFullWhereItsCapacityIsPromised() {
        Briefing briefing = SmallScenario.in(folder).briefing();
        ResourceLoad line = briefing.loads().getFirst();

        assertThat(line.fill().toArray()).startsWith(1, 1, 0.5, 0);
        assertThat(line.delayed().toArray()).startsWith(0, 2, 1);
        assertThat(briefing.bindings())
                .extracting(binding -> binding.cause().label())
                .containsExactly("none", "line L", "line L");
    }

    @Test
    void wordsForAnyModelAreAssumptionsOfTheScenario() {
        Briefing briefing = SmallScenario.in(folder)
                .with("outturn/explanations.csv", "model,trim,text_en,text_de\n*,*,One shift,\nCar,*,,Ein Teil\n")
                .briefing();

        assertThat(briefing.assumptions()).extracting(words -> words.english()).isEqualTo(List.of("One shift"));
        assertThat(briefing.waits().getFirst().explanation().orElseThrow().german())
                .isEqualTo("Ein Teil");
    }
}
