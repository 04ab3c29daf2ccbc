package io.rampline.treasury.ledger;

import static io.rampline.treasury.ledger.CarShop.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.promise.Entry;
import io.rampline.promise.Reason;
import io.rampline.promise.Strategy;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** P20: money closes to zero. */
class MillionOrdersTest {
    private static final int ORDERS = 1_000_000;
    private static final int LAST_DAY = 1_500;

    @Test
    void aMillionOrdersOfFiveEventsCloseToZero() {
        long seed = 20;
        Ledger ledger = new Ledger(CarShop.scenario(CarShop.rich()), Journal.NONE);
        SplittableRandom random = new SplittableRandom(seed);
        long position = 0;
        for (int i = 0; i < ORDERS; i++) {
            position = live(ledger, "o" + i, position, random);
        }
        ledger.closeTo(MONDAY + LAST_DAY);

        TrialBalance end = ledger.balance(MONDAY + LAST_DAY);
        assertThat(end.totalMinor()).as("seed %d", seed).isZero();
        for (Account account : Account.values()) {
            Movements all = ledger.movements(MONDAY - 1, MONDAY + LAST_DAY);
            assertThat(all.of(account)).as("roll-forward of %s", account).isEqualTo(end.of(account));
        }
        // Every car is handed over or its order has ended: nothing is held for anybody.
        assertThat(end.of(Account.REFUND_LIABILITY)).isZero();
        assertThat(end.of(Account.CONTRACT_DEPOSITS)).isZero();
        assertThat(end.of(Account.CONTRACT_PREPAYMENTS)).isZero();
        assertThat(end.of(Account.REFUNDS_PAYABLE)).isZero();
        assertThat(end.of(Account.CASH))
                .isEqualTo(end.of(Account.VAT_PAYABLE)
                        + end.of(Account.VEHICLE_REVENUE)
                        + end.of(Account.SLIP_COMPENSATION)
                        + end.of(Account.TAX_BORNE)
                        + end.of(Account.FORFEITED_DEPOSITS)
                        - end.of(Account.DEFAULT_PENALTIES)
                        - end.of(Account.FINANCING_EXPENSE));
    }

    /** Five entries: booked, moved twice, changed, and an end. */
    private static long live(Ledger ledger, String id, long before, SplittableRandom random) {
        long position = before;
        int day = random.nextInt(300);
        ledger.add(new Entry.Booked(++position, CarShop.order(id, day), dated(random)), MONDAY + day);
        for (int i = 0; i < 2; i++) {
            day += random.nextInt(40);
            ledger.add(
                    new Entry.PromiseMoved(
                            ++position, id, dated(random), dated(random), new Reason.Repromised(Strategy.IMPROVE)),
                    MONDAY + day);
        }
        day += random.nextInt(40);
        ledger.add(new Entry.Changed(++position, CarShop.order(id, day), dated(random), true), MONDAY + day);
        day += random.nextInt(300);
        Entry end =
                random.nextInt(5) == 0 ? new Entry.Cancelled(++position, id) : CarShop.delivered(++position, id, day);
        ledger.add(end, MONDAY + day);
        return position;
    }

    private static io.rampline.promise.Promise dated(SplittableRandom random) {
        return CarShop.dated(random.nextInt(CarShop.WEEKS));
    }
}
