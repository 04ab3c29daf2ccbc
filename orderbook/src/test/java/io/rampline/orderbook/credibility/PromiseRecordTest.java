package io.rampline.orderbook.credibility;

import static io.rampline.orderbook.credibility.EntryStory.HORIZON;
import static io.rampline.orderbook.credibility.EntryStory.MAX;
import static io.rampline.orderbook.credibility.EntryStory.NO_DATE;
import static io.rampline.orderbook.credibility.EntryStory.PRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.factory.WindowRule;
import io.rampline.orderbook.credibility.Cohort.Grouping;
import io.rampline.orderbook.credibility.CohortRecord.Verdicts;
import io.rampline.orderbook.credibility.PromiseRecord.Bar;
import io.rampline.promise.TimeOfBook;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PromiseRecordTest {
    private static final WindowRule WINDOW = new WindowRule(1, 2, 0);

    private final EntryStory story = new EntryStory();

    private PromiseRecord record() {
        PromiseRecord record = new PromiseRecord(HORIZON, WINDOW);
        story.told.forEach(told -> record.add(told.entry(), told.atMicros()));
        return record;
    }

    private JudgedOrder order(String id, int asOfBucket) {
        return record().find(id, inWeek(asOfBucket)).orElseThrow();
    }

    private static Bar inWeek(int bucket) {
        return new Bar(TimeOfBook.startOfDayMicros(HORIZON.week(bucket).monday()), 0);
    }

    @Test
    void anOrderDeliveredInItsWeekIsKept() {
        story.inWeek(0).booked("A", 10).inWeek(10).delivered("A");

        JudgedOrder order = order("A", 11);

        assertThat(order.verdict()).isEqualTo(Verdict.KEPT);
        assertThat(order.slipWeeks()).hasValue(0);
        assertThat(order.driftWeeks()).hasValue(0);
        assertThat(order.first()).contains(HORIZON.week(10));
    }

    @Test
    void overwritingTheDateDoesNotKeepThePromise() {
        story.inWeek(0).booked("A", 10).inWeek(4).moved("A", 10, 13).inWeek(13).delivered("A");

        JudgedOrder order = order("A", 20);

        assertThat(order.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(order.slipWeeks()).hasValue(3);
        assertThat(order.driftWeeks()).hasValue(3);
        assertThat(order.first()).contains(HORIZON.week(10));
        assertThat(order.now()).contains(HORIZON.week(13));
        assertThat(order.revisions()).isEqualTo(1);
        assertThat(order.warningDays()).hasValue(63);
    }

    @Test
    void aWeekOfGraceForgivesAWeek() {
        story.inWeek(0)
                .booked("A", 10)
                .booked("B", 10)
                .inWeek(11)
                .delivered("A")
                .inWeek(12)
                .delivered("B");
        Bar lenient = new Bar(inWeek(20).asOfMicros(), 1);

        assertThat(record().find("A", lenient).orElseThrow().verdict()).isEqualTo(Verdict.KEPT);
        assertThat(record().find("B", lenient).orElseThrow().verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(record().find("A", inWeek(20)).orElseThrow().verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void aCarDeliveredEarlyIsKeptAndPullsTheBiasDownButNotTheAbsoluteSlip() {
        story.inWeek(0)
                .booked("A", 10)
                .booked("B", 10)
                .inWeek(8)
                .delivered("A")
                .inWeek(12)
                .delivered("B");

        CohortRecord all = record().whole(inWeek(20));

        assertThat(all.biasWeeks()).hasValue(0);
        assertThat(all.meanAbsoluteSlipWeeks()).hasValue(2);
        assertThat(all.keptShare()).hasValue(0.5);
    }

    @Test
    void anOpenOrderIsImpossibleOnceItsWeekHasGoneBy() {
        story.inWeek(0).booked("A", 10);

        assertThat(order("A", 10).verdict()).isEqualTo(Verdict.OPEN);
        assertThat(order("A", 11).verdict()).isEqualTo(Verdict.IMPOSSIBLE);
    }

    @Test
    void anOpenOrderIsImpossibleAsSoonAsTheBookItselfSaysLaterAndPossibleAgainWhenItNoLongerDoes() {
        story.inWeek(0)
                .booked("A", 10)
                .booked("B", 10)
                .inWeek(2)
                .moved("A", 10, 12)
                .moved("B", 10, NO_DATE);
        assertThat(order("A", 2).verdict()).isEqualTo(Verdict.IMPOSSIBLE);
        assertThat(order("B", 2).verdict()).isEqualTo(Verdict.IMPOSSIBLE);
        assertThat(order("B", 2).driftWeeks()).isEmpty();

        story.inWeek(3).moved("A", 12, 10);
        assertThat(order("A", 3).verdict()).isEqualTo(Verdict.OPEN);
        assertThat(order("A", 3).revisions()).isEqualTo(2);
    }

    @Test
    void whatTheCustomerChangesOpensANewBasisAndTheFirstPromiseStaysOnRecord() {
        story.inWeek(0).booked("A", 10).inWeek(2).moved("A", 10, 11).inWeek(3).changed("A", PRO, 15);
        story.inWeek(15).delivered("A");

        JudgedOrder order = order("A", 20);

        assertThat(order.verdict()).isEqualTo(Verdict.KEPT);
        assertThat(order.first()).contains(HORIZON.week(10));
        assertThat(order.basis()).contains(HORIZON.week(15));
        assertThat(order.bases()).isEqualTo(2);
        assertThat(order.revisions()).isEqualTo(1);
        assertThat(order.warningDays()).as("no revision since the new basis").isEmpty();
        assertThat(order.configuration()).isEqualTo(PRO);
    }

    @Test
    void anEarlierDateTakenIsANewPromiseThatCanBeBroken() {
        story.inWeek(0)
                .booked("A", 20)
                .inWeek(2)
                .pulledForward("A", 20, 10)
                .inWeek(19)
                .delivered("A");

        JudgedOrder order = order("A", 30);

        assertThat(order.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(order.slipWeeks()).hasValue(9);
        assertThat(order.revisions()).isZero();
    }

    @Test
    void anOrderToldNoDateIsJudgedByTheFirstOneItIsGiven() {
        story.inWeek(0).booked("A", NO_DATE);
        assertThat(order("A", 1).verdict()).isEqualTo(Verdict.UNDATED);

        story.inWeek(5).moved("A", NO_DATE, 30).inWeek(6).moved("A", 30, 31);
        JudgedOrder order = order("A", 6);

        assertThat(order.first()).contains(HORIZON.week(30));
        assertThat(order.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
        assertThat(order.revisions()).as("the first date is no revision").isEqualTo(1);
        assertThat(order.range().orElseThrow().early()).isEqualTo(HORIZON.week(29));
    }

    @Test
    void anOrderTakenOverIsJudgedByWhatItWasPromisedBefore() {
        LocalDate locked = LocalDate.of(2025, 10, 6);
        story.inWeek(0)
                .takenOver("A", locked, 10, 14)
                .takenOver("B", locked, 10, 10)
                .takenOver("C", locked, NO_DATE, 9);

        assertThat(order("A", 1).verdict()).isEqualTo(Verdict.IMPOSSIBLE);
        assertThat(order("A", 1).driftWeeks()).hasValue(4);
        assertThat(order("A", 1).revisions()).isEqualTo(1);
        assertThat(order("A", 1).bases()).isEqualTo(1);
        assertThat(order("B", 1).verdict()).isEqualTo(Verdict.OPEN);
        assertThat(order("B", 1).revisions()).isZero();
        assertThat(order("C", 1).first()).contains(HORIZON.week(9));
    }

    @Test
    void aHoldIsNoOrderUntilItIsConfirmed() {
        story.inWeek(0)
                .held("A", 10)
                .held("B", 10)
                .held("C", 10)
                .confirmed("A")
                .expired("B")
                .cancelled("C");

        assertThat(record().find("B", inWeek(1))).isEmpty();
        assertThat(record().find("C", inWeek(1))).isEmpty();
        assertThat(record().whole(inWeek(1)).verdicts().orders()).isEqualTo(1);

        story.inWeek(5).booked("B", 12);
        assertThat(order("B", 5).first()).contains(HORIZON.week(12));
        assertThat(record().whole(inWeek(5)).verdicts().orders()).isEqualTo(2);
    }

    @Test
    void customersWhoLeaveAreCountedApartAndThoseWhoLeftLateOnceMore() {
        story.inWeek(0).booked("A", 10).booked("B", 10).booked("C", 10).nothingToDoWithOrders();
        story.inWeek(2)
                .cancelled("A")
                .moved("B", 10, 14)
                .cancelled("B")
                .inWeek(11)
                .cancelled("C");

        CohortRecord all = record().whole(inWeek(20));

        assertThat(all.verdicts()).isEqualTo(new Verdicts(0, 0, 0, 0, 0, 1, 2));
        assertThat(all.keptShareNow()).isEmpty();
    }

    @Test
    void aLateCarLeftUndeliveredCountsInTheShareOfNow() {
        story.inWeek(0).booked("A", 5).booked("B", 5).booked("C", 5).booked("D", 30);
        story.inWeek(5).delivered("A").inWeek(6).delivered("B");

        CohortRecord all = record().whole(inWeek(8));

        assertThat(all.verdicts()).isEqualTo(new Verdicts(1, 1, 1, 1, 0, 0, 0));
        assertThat(all.keptShare()).hasValue(1 / 2.0);
        assertThat(all.keptShareNow()).hasValue(1 / 3.0);
    }

    @Test
    void revisionsAreCountedForEachOrderAndQuarter() {
        // Two orders, 26 weeks each, three revisions: 3 / (2 x 2 quarters).
        story.inWeek(0).booked("A", 40).booked("B", 40);
        story.inWeek(5).moved("A", 40, 42).moved("B", 40, 41).inWeek(9).moved("B", 41, 40);

        CohortRecord all = record().whole(new Bar(story.inWeek(26).now(), 0));

        assertThat(all.revisionsPerOrderQuarter()).hasValue(0.75);
        assertThat(all.meanDriftWeeks()).hasValue(1);
        assertThat(all.nervousness()).hasValue(0.5);
    }

    @Test
    void windowsHoldOrDoNot() {
        // Promised in week 0 for week 10: window week 9 to 12.
        story.inWeek(0)
                .booked("A", 10)
                .booked("B", 10)
                .booked("C", 10)
                .booked("D", 10)
                .booked("E", 10);
        story.inWeek(8)
                .delivered("A")
                .inWeek(9)
                .delivered("B")
                .inWeek(12)
                .delivered("C")
                .inWeek(13)
                .delivered("D");

        CohortRecord all = record().whole(inWeek(13));

        assertThat(all.ranges().decided())
                .as("A to D and E, whose window has closed")
                .isEqualTo(5);
        assertThat(all.coverage()).hasValue(2 / 5.0);
        assertThat(all.meanRangeWeeks()).hasValue(4);
    }

    @Test
    void cohortsAreTheWeeksInWhichOrdersWereLockedAndWhatWasOrdered() {
        story.inWeek(0).booked("A", MAX, 10).booked("B", PRO, 10).inWeek(1).booked("C", MAX, 12);
        PromiseRecord record = record();

        assertThat(record.cohorts(Grouping.LOCK_WEEK, _ -> true, inWeek(2)))
                .extracting(cohort -> cohort.cohort().lockWeek().orElseThrow() + " "
                        + cohort.verdicts().open())
                .containsExactly("2026-W01 2", "2026-W02 1");
        assertThat(record.cohorts(new Grouping(false, false, false, true), _ -> true, inWeek(2)))
                .extracting(cohort -> cohort.cohort().trim().orElseThrow() + " "
                        + cohort.verdicts().open())
                .containsExactly("Max 2", "Pro 1");
        assertThat(record.cohorts(Grouping.LOCK_WEEK, PRO::equals, inWeek(2))).hasSize(1);
    }

    @Test
    void anEntryOfAnUnknownOrderIsRefused() {
        story.inWeek(0).cancelled("A");

        assertThatThrownBy(this::record).hasMessageContaining("found an entry for order A, expected it booked before");
        assertThatThrownBy(() -> new Bar(0, -1)).hasMessageContaining("found a grace of -1 weeks");
    }
}
