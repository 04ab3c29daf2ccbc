package io.rampline.treasury.ledger;

import static io.rampline.treasury.ledger.CarShop.MONDAY;
import static io.rampline.treasury.ledger.CarShop.beyond;
import static io.rampline.treasury.ledger.CarShop.dated;
import static io.rampline.treasury.ledger.CarShop.delivered;
import static io.rampline.treasury.ledger.CarShop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.factory.MoneyTerms;
import io.rampline.factory.MoneyTerms.Prepayment;
import io.rampline.factory.MoneyTerms.Refunds;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Reason;
import io.rampline.promise.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule by hand. Days are counted from Monday 2026-01-05, the first of the horizon; amounts are cents. */
class LedgerTest {
    private final CarShop.Lines lines = new CarShop.Lines();
    private Ledger ledger = new Ledger(CarShop.scenario(), lines);

    @Test
    void aDepositIsRefundableUntilTheCoolingOffDaysAreOver() {
        book("a", 0, 10);

        ledger.closeTo(MONDAY + 6);
        assertThat(balance(6, Account.REFUND_LIABILITY)).isEqualTo(50_000);
        assertThat(ledger.orders().state(0)).isEqualTo(MoneyState.RESERVED);

        ledger.closeTo(MONDAY + 7);
        assertThat(balance(7, Account.REFUND_LIABILITY)).isZero();
        assertThat(balance(7, Account.CONTRACT_DEPOSITS)).isEqualTo(50_000);
        assertThat(ledger.orders().state(0)).isEqualTo(MoneyState.LOCKED);
    }

    @Test
    void aTrialBalanceOfAnEarlierDayStaysAsItWas() {
        book("a", 0, 10);
        ledger.closeTo(MONDAY + 100);

        assertThat(balance(6, Account.REFUND_LIABILITY)).isEqualTo(50_000);
        assertThat(balance(-1, Account.CASH)).isZero();
    }

    @Test
    void whoLeavesInTheCoolingOffDaysGetsEverythingBack() {
        book("a", 0, 10);
        ledger.add(new Entry.Cancelled(2, "a"), MONDAY + 6);

        assertThat(lines.lines)
                .containsExactly(
                        "0 a DEPOSIT_PAID: CASH / REFUND_LIABILITY 50000",
                        "6 a COOLED_OFF: REFUND_LIABILITY / REFUNDS_PAYABLE 50000",
                        "6 a REFUND_PAID: REFUNDS_PAYABLE / CASH 50000");
    }

    @Test
    void whoLeavesAfterTheLockLosesTheDeposit() {
        book("a", 0, 10);
        ledger.add(new Entry.Cancelled(2, "a"), MONDAY + 7);

        assertThat(lines.lines)
                .endsWith(
                        "7 a LOCKED: REFUND_LIABILITY / CONTRACT_DEPOSITS 50000",
                        "7 a LEFT: CONTRACT_DEPOSITS / FORFEITED_DEPOSITS 50000");
        assertThat(balance(7, Account.CASH)).isEqualTo(50_000);
    }

    @Test
    void aShareThatIsGivenBackAfterTheLockStaysARefundLiabilityAndIsPaidLater() {
        ledger = ledger(
                CarShop.refunding(new Refunds(2_500, 10_000, 30, MoneyTerms.NEVER, MoneyTerms.NEVER, 20_000, 2_000)));
        book("a", 0, 10);
        ledger.closeTo(MONDAY + 10);
        assertThat(balance(10, Account.REFUND_LIABILITY)).isEqualTo(12_500);

        ledger.add(new Entry.Cancelled(2, "a"), MONDAY + 20);
        assertThat(balance(20, Account.REFUNDS_PAYABLE)).isEqualTo(12_500);
        assertThat(balance(49, Account.CASH)).isEqualTo(50_000);
        assertThat(balance(50, Account.CASH)).isEqualTo(37_500);
        assertThat(balance(50, Account.FORFEITED_DEPOSITS)).isEqualTo(37_500);
    }

    @Test
    void aMakerInDefaultGivesTheEarnestMoneyBackTwice() {
        ledger = ledger(CarShop.refunding(new Refunds(0, 10_000, 0, 13, 26, 20_000, 2_000)));
        book("a", 0, 10);
        ledger.add(new Entry.Cancelled(2, "a"), MONDAY + 7 * 36);

        assertThat(lines.lines)
                .contains(
                        "252 a MAKER_DEFAULT: DEFAULT_PENALTIES / REFUNDS_PAYABLE 50000",
                        "252 a REFUND_PAID: REFUNDS_PAYABLE / CASH 100000");
        assertThat(ledger.orders().state(0)).isEqualTo(MoneyState.DEFAULTED);
    }

    @Test
    void aDepositAboveAFifthOfThePriceIsEarnestMoneyOnlyUpToThere() {
        ledger = ledger(CarShop.refunding(new Refunds(0, 10_000, 0, 13, 26, 20_000, 2_000)));
        Order large = new Order("a", order("a", 0).lockedAtMicros(), 0, CarShop.CAR, 0, 1_000_000);
        ledger.add(new Entry.Booked(1, large, dated(10)), MONDAY);
        ledger.add(
                new Entry.Booked(2, new Order("b", large.lockedAtMicros(), 0, CarShop.CAR, 0, 1_000_000), dated(10)),
                MONDAY);
        ledger.add(new Entry.Cancelled(3, "a"), MONDAY + 30);
        ledger.add(new Entry.Cancelled(4, "b"), MONDAY + 7 * 36);

        assertThat(lines.lines)
                .contains(
                        "30 a LEFT: CONTRACT_DEPOSITS / FORFEITED_DEPOSITS 600000",
                        "30 a REFUND_PAID: REFUNDS_PAYABLE / CASH 400000",
                        "252 b REFUND_PAID: REFUNDS_PAYABLE / CASH 1600000");
    }

    @Test
    void whoIsToldAMuchLaterWeekMayLeaveWithTheMoneyAtOnce() {
        ledger = ledger(CarShop.refunding(new Refunds(0, 10_000, 0, 13, 26, 20_000, 2_000)));
        book("a", 0, 10);
        ledger.add(new Entry.PromiseMoved(2, "a", dated(10), dated(23), cut()), MONDAY + 20);
        ledger.add(new Entry.Cancelled(3, "a"), MONDAY + 21);

        assertThat(lines.lines).contains("21 a LEFT_AFTER_SLIP: CONTRACT_DEPOSITS / REFUNDS_PAYABLE 50000");
    }

    @Test
    void aWeekThatTheCustomerChoseIsTheOneASlipCountsFrom() {
        ledger = ledger(CarShop.refunding(new Refunds(0, 10_000, 0, 13, 26, 20_000, 2_000)));
        book("a", 0, 10);
        ledger.add(new Entry.Changed(2, order("a", 0), dated(30), true), MONDAY + 20);
        ledger.add(new Entry.Cancelled(3, "a"), MONDAY + 21);

        assertThat(lines.lines).contains("21 a LEFT: CONTRACT_DEPOSITS / FORFEITED_DEPOSITS 50000");
    }

    @Test
    void atTheHandoverAllThatWasPaidIsRevenueAndTheRestIsPaid() {
        book("a", 0, 10);
        ledger.add(delivered(2, "a", 71), MONDAY + 71);

        assertThat(balance(71, Account.CASH)).isEqualTo(CarShop.PRICE);
        assertThat(balance(71, Account.VEHICLE_REVENUE)).isEqualTo(CarShop.PRICE);
        assertThat(balance(71, Account.CONTRACT_DEPOSITS)).isZero();
    }

    @Test
    void aCarHandedOverInTheCoolingOffDaysIsRevenueToo() {
        book("a", 0, 0);
        ledger.add(delivered(2, "a", 3), MONDAY + 3);

        assertThat(balance(3, Account.REFUND_LIABILITY)).isZero();
        assertThat(balance(3, Account.VEHICLE_REVENUE)).isEqualTo(CarShop.PRICE);
    }

    @Test
    void aPrepaymentIsPaidSoManyDaysBeforeThePromisedWeek() {
        ledger = ledger(CarShop.prepaying(new Prepayment(4_000, 14)));
        book("a", 0, 10);
        ledger.closeTo(MONDAY + 70);

        assertThat(lines.lines).contains("56 a PREPAID: CASH / CONTRACT_PREPAYMENTS 1150000");
    }

    @Test
    void aPromiseThatMovesTakesThePrepaymentWithIt() {
        ledger = ledger(CarShop.prepaying(new Prepayment(4_000, 14)));
        book("a", 0, 10);
        ledger.add(new Entry.PromiseMoved(2, "a", dated(10), dated(20), cut()), MONDAY + 30);
        ledger.closeTo(MONDAY + 125);
        assertThat(balance(125, Account.CONTRACT_PREPAYMENTS)).isZero();

        ledger.add(new Entry.PromiseMoved(3, "a", dated(20), dated(12), new Reason.PullForward()), MONDAY + 125);
        ledger.closeTo(MONDAY + 126);
        assertThat(lines.lines).endsWith("125 a PREPAID: CASH / CONTRACT_PREPAYMENTS 1150000");
    }

    @Test
    void nobodyPrepaysACarWithoutADate() {
        ledger = ledger(CarShop.prepaying(new Prepayment(4_000, 14)));
        ledger.add(new Entry.Booked(1, order("a", 0), beyond()), MONDAY);
        ledger.closeTo(MONDAY + 700);

        assertThat(balance(700, Account.CONTRACT_PREPAYMENTS)).isZero();
    }

    @Test
    void aLateCarCostsItsWeeksBeyondTheGraceUpToTheCap() {
        ledger = ledger(CarShop.rich());
        book("a", 0, 10);
        ledger.add(delivered(2, "a", 7 * 13), MONDAY + 7 * 13);
        ledger.add(new Entry.TakenOver(3, order("b", 0), dated(10), 2), MONDAY);
        ledger.add(delivered(4, "b", 7 * 10), MONDAY + 7 * 10);

        // a: three weeks less one of grace would be 24,690; 0.3 % of the price is 9,000.
        assertThat(lines.lines)
                .contains("91 a COMPENSATED: SLIP_COMPENSATION / CASH 9000")
                .contains("70 b COMPENSATED: SLIP_COMPENSATION / CASH 9000");
    }

    @Test
    void aTaxThatRoseWhileTheCustomerWaitedIsBorne() {
        ledger = ledger(CarShop.rich());
        book("a", 0, 52);
        ledger.add(delivered(2, "a", 361), MONDAY + 361);
        book("b", 170, 52);
        ledger.add(delivered(4, "b", 360), MONDAY + 360);
        book("c", 180, 52);
        ledger.add(delivered(6, "c", 365), MONDAY + 365);

        assertThat(lines.lines.stream().filter(line -> line.contains("TAX_BORNE")))
                .containsExactly("361 a TAX_BORNE: TAX_BORNE / CASH 150000");
    }

    @Test
    void valueAddedTaxIsNoRevenue() {
        ledger = ledger(CarShop.rich());
        book("a", 0, 10);
        ledger.add(delivered(2, "a", 70), MONDAY + 70);

        // 30,000.00 contain 19 / 119 of tax: 4,789.92.
        assertThat(balance(70, Account.VAT_PAYABLE)).isEqualTo(478_992);
        assertThat(balance(70, Account.VEHICLE_REVENUE)).isEqualTo(CarShop.PRICE - 478_992);
    }

    @Test
    void moneyPaidLongBeforeTheCarContainsInterest() {
        ledger = ledger(CarShop.rich());
        book("a", 0, 30);
        ledger.add(delivered(2, "a", 210), MONDAY + 210);

        // Half of 500.00 is earnest money for 203 days at 3.5 %: 250 x 0.035 x 203 / 365 = 4.87; the prepayment
        // of a week before bears none.
        assertThat(lines.lines).contains("210 a FINANCED: FINANCING_EXPENSE / CONTRACT_DEPOSITS 487");
        assertThat(balance(210, Account.VEHICLE_REVENUE)).isEqualTo(CarShop.PRICE - 478_992 + 487);
    }

    @Test
    void aHoldMovesNoMoneyUntilItIsConfirmed() {
        ledger.add(new Entry.Held(1, order("a", 0), dated(10), 0), MONDAY);
        ledger.add(new Entry.Held(2, order("b", 0), dated(10), 0), MONDAY);
        ledger.add(new Entry.HoldExpired(3, "b"), MONDAY + 1);
        ledger.add(new Entry.HoldConfirmed(4, "a"), MONDAY + 1);
        ledger.add(new Entry.Booked(5, order("b", 2), dated(10)), MONDAY + 2);

        assertThat(lines.lines)
                .containsExactly(
                        "1 a DEPOSIT_PAID: CASH / REFUND_LIABILITY 50000",
                        "2 b DEPOSIT_PAID: CASH / REFUND_LIABILITY 50000");
    }

    @Test
    void anotherDepositAfterAChangeIsPaidOrGivenBack() {
        book("a", 0, 10);
        Order less = new Order("a", order("a", 0).lockedAtMicros(), 0, CarShop.CAR, 0, 30_000);
        ledger.add(new Entry.Changed(2, less, dated(12), true), MONDAY + 9);

        assertThat(balance(9, Account.CASH)).isEqualTo(30_000);
        assertThat(balance(9, Account.CONTRACT_DEPOSITS)).isEqualTo(30_000);
        assertThat(balance(9, Account.REFUND_LIABILITY)).isZero();
    }

    @Test
    void anEntryForAnUnknownOrderIsRefused() {
        assertThatThrownBy(() -> ledger.add(new Entry.Cancelled(1, "x"), MONDAY))
                .hasMessageContaining("order x");
    }

    @Test
    void whatAnOrderWasPromisedInAnotherBookIsWhatASlipCountsFrom() {
        ledger.add(new Entry.TakenOver(1, order("a", 0), dated(30), 20), MONDAY);
        ledger.add(new Entry.TakenOver(2, order("b", 0), dated(30), OrderTable.NEVER_PROMISED), MONDAY);

        assertThat(List.of(ledger.orders().slipWeeks(0, MONDAY), ledger.orders().slipWeeks(1, MONDAY)))
                .containsExactly(10, 0);
    }

    private Ledger ledger(MoneyTerms terms) {
        return new Ledger(CarShop.scenario(terms), lines);
    }

    private void book(String id, int day, int bucket) {
        ledger.add(new Entry.Booked(lines.lines.size() + 1, order(id, day), dated(bucket)), MONDAY + day);
    }

    private long balance(int day, Account account) {
        TrialBalance balance = ledger.balance(MONDAY + day);
        assertThat(balance.totalMinor()).isZero();
        return balance.of(account);
    }

    private static Reason cut() {
        return new Reason.Repromised(Strategy.IMPROVE);
    }
}
