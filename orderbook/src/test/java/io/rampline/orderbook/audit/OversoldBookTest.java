package io.rampline.orderbook.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Network;
import io.rampline.orderbook.SmallFactory;
import io.rampline.orderbook.audit.AuditReport.Difference;
import io.rampline.promise.Binding;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import io.rampline.promise.Reason;
import io.rampline.promise.Shortage;
import io.rampline.promise.TimeOfBook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An engine that decided wrongly is found by the fold alone. The small factory builds five a week. */
class OversoldBookTest {
    private static final int WEEK = 3;
    private final SmallFactory factory = new SmallFactory();
    private final Network network = factory.network();
    private final Findings findings = new Findings();
    private final HistoryFold fold = new HistoryFold(network, findings);
    private long position;

    @Test
    void theSixthOrderOnFiveSlotsIsFoundAtItsEntry() {
        for (int i = 0; i < 6; i++) {
            booked("o" + i, WEEK);
        }
        booked("later", WEEK + 1);
        fold.end();

        assertThat(findings.differences())
                .extracting(Difference::toString)
                .containsExactly(
                        "line L in 2026-W05 at entry 6: found 1 more promised than there is and than is on record as"
                                + " short",
                        "line L in 2026-W05: found a shortage of 0 on record, expected 1");
    }

    @Test
    void anOversoldWeekThatACancellationMendedIsFoundNevertheless() {
        for (int i = 0; i < 6; i++) {
            booked("o" + i, WEEK);
        }
        fold.add(new Entry.Cancelled(++position, "o2"));
        fold.end();

        assertThat(findings.differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.check()).isEqualTo(Check.LIMITS));
    }

    @Test
    void partsUsedBeforeTheyArriveAreFound() {
        // Needed the week before the line week. Ten in stock and six on arrival in bucket 0 are there for bucket 1.
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            orders.add(factory.order("o" + i));
        }
        for (int i = 0; i < 17; i++) {
            fold.add(new Entry.CapacityChanged(++position, 0, 1, i == 0 ? 5 : 20, 20));
            fold.add(new Entry.Booked(++position, orders.get(i), dated(1)));
        }
        fold.end();

        assertThat(findings.differences())
                .extracting(Difference::toString)
                .containsExactly(
                        "part pack at entry 34: found 1 more promised than there is and than is on record as short",
                        "part pack: found a shortage of 0 on record, expected 1");
    }

    @Test
    void aShortageOnRecordWithoutACutIsFound() {
        for (int i = 0; i < 6; i++) {
            booked("o" + i, WEEK);
            if (i == 5) {
                fold.add(new Entry.ShortageOpened(++position, new Shortage(0, WEEK, 1)));
            }
        }
        fold.end();

        assertThat(findings.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.check()).isEqualTo(Check.CUTS);
            assertThat(difference.message()).contains("without a cut, expected at most 0");
        });
    }

    @Test
    void aShortageThatACutOpenedIsInOrder() {
        for (int i = 0; i < 5; i++) {
            booked("o" + i, WEEK);
        }
        fold.add(new Entry.CapacityChanged(++position, 0, WEEK, 5, 3));
        fold.add(new Entry.ShortageOpened(++position, new Shortage(0, WEEK, 2)));
        fold.end();

        assertThat(findings.differences()).isEmpty();
    }

    @Test
    void historiesThatDoNotFollowAreFound() {
        booked("A", WEEK);
        booked("A", WEEK + 1);
        fold.add(new Entry.PromiseMoved(++position, "A", dated(WEEK), dated(WEEK + 2), new Reason.PullForward()));
        fold.add(new Entry.Delivered(++position, "B", 0));
        fold.add(new Entry.HoldConfirmed(++position, "A"));
        fold.add(new Entry.CapacityChanged(++position, 0, WEEK, 4, 5));
        fold.add(new Entry.ShortageClosed(++position, 0, WEEK));
        fold.add(new Entry.Booked(
                ++position, factory.order("far", "far"), new Promise.Dated("L", 0, 2, Binding.NOTHING)));
        fold.add(new Entry.Booked(++position, factory.order("C"), new Promise.Dated("X", 4, 4, Binding.NOTHING)));
        fold.add(new Entry.Booked(++position, factory.order("D"), new Promise.Dated("L", 4, 5, Binding.NOTHING)));
        fold.add(new Entry.Advanced(++position, 0));

        assertThat(findings.differences())
                .extracting(Difference::toString)
                .containsExactly(
                        "entry 3: found order A moved from line L, built in bucket 3, delivered in bucket 3, expected"
                                + " from line L, built in bucket 4, delivered in bucket 4",
                        "entry 4: found order B, expected it booked before",
                        "entry 5: found order A confirmed, expected it held, but it is OPEN",
                        "entry 6: found line L in 2026-W05 changed from 4, expected from 5",
                        "entry 7: found a shortage closed that was not on record: line L in 2026-W05",
                        "entry 8: found a slot in bucket 0, expected one inside the horizon, after the market opens",
                        "entry 9: found line X, expected one of the scenario that builds the order",
                        "entry 10: found delivery in bucket 5, expected 4",
                        "entry 11: found time run back from " + startMicros() + " to 0",
                        "entry 2: found order A a second time, expected it only in entry 1");
    }

    private long startMicros() {
        return TimeOfBook.startOfDayMicros(network.scenario().asOf());
    }

    private void booked(String id, int bucket) {
        fold.add(new Entry.Booked(++position, factory.order(id), dated(bucket)));
    }

    private static Promise.Dated dated(int bucket) {
        return new Promise.Dated("L", bucket, bucket, Binding.NOTHING);
    }
}
