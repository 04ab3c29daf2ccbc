package io.rampline.treasury.statement;

import static io.rampline.treasury.ledger.CarShop.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.Cancellations;
import io.rampline.factory.MoneyTerms;
import io.rampline.factory.MoneyTerms.Prepayment;
import io.rampline.factory.MoneyTerms.Refunds;
import io.rampline.factory.Uncertainty;
import io.rampline.promise.Entry;
import io.rampline.treasury.ledger.Account;
import io.rampline.treasury.ledger.CarShop;
import io.rampline.treasury.ledger.Cause;
import io.rampline.treasury.ledger.Journal;
import io.rampline.treasury.ledger.Ledger;
import io.rampline.treasury.ledger.OrderMoney;
import io.rampline.treasury.ledger.RandomLives;
import io.rampline.treasury.statement.RefundRisk.Early;
import io.rampline.treasury.statement.RefundRisk.Quantiles;
import io.rampline.treasury.statement.RollForward.Movement;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Statements by hand. Days are counted from Monday 2026-01-05. */
class StatementsTest {
    private long position;
    private Ledger ledger = new Ledger(CarShop.scenario(), Journal.NONE);

    @Test
    void aRollForwardLeadsFromTheOpeningToTheClosing() {
        book("a", 0, 10);
        book("b", 0, 10);
        book("c", 20, 12);
        ledger.add(CarShop.delivered(++position, "a", 71), MONDAY + 71);
        ledger.add(new Entry.Cancelled(++position, "b"), MONDAY + 40);
        ledger.closeTo(MONDAY + 90);

        RollForward contract = RollForward.contractLiability(ledger, MONDAY + 30, MONDAY + 90);
        assertThat(contract.openingMinor()).isEqualTo(150_000);
        assertThat(contract.byCause())
                .containsExactly(new Movement(Cause.HANDED_OVER, -50_000), new Movement(Cause.LEFT, -50_000));
        assertThat(contract.closingMinor()).isEqualTo(50_000);
        assertThat(RollForward.recognised(ledger.orders(), MONDAY + 30, MONDAY + 90))
                .isEqualTo(new RollForward.Recognised(50_000, 0));
        assertThat(RollForward.recognised(ledger.orders(), MONDAY, MONDAY + 90))
                .isEqualTo(new RollForward.Recognised(0, 50_000));
    }

    @Test
    void everyRollForwardOfEveryPeriodCloses() {
        for (long seed = 0; seed < 20; seed++) {
            ledger = new Ledger(CarShop.scenario(CarShop.rich()), Journal.NONE);
            new RandomLives(seed).mixed(200).forEach(entry -> ledger.add(entry.entry(), entry.day()));
            ledger.closeTo(MONDAY + 1_500);
            for (int from = 0; from < 1_500; from += 91) {
                int to = from + 90;
                assertThat(RollForward.contractLiability(ledger, MONDAY + from, MONDAY + to)
                                .differenceMinor())
                        .as("seed %d, contract liability from %d", seed, from)
                        .isZero();
                assertThat(RollForward.refundLiability(ledger, MONDAY + from, MONDAY + to)
                                .differenceMinor())
                        .as("seed %d, refund liability from %d", seed, from)
                        .isZero();
            }
        }
    }

    @Test
    void theAccountsSayWhatTheOrdersSay() {
        for (long seed = 0; seed < 20; seed++) {
            ledger = new Ledger(CarShop.scenario(CarShop.rich()), Journal.NONE);
            new RandomLives(seed).mixed(200).forEach(entry -> ledger.add(entry.entry(), entry.day()));
            ledger.closeTo(MONDAY + 1_500);

            assertThat(LedgerCheck.flaws(ledger, MONDAY + 1_500))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void aLedgerThatIsLookedAtTooEarlyDoesNotAgreeWithItsOrders() {
        book("a", 0, 20);
        ledger.closeTo(MONDAY + 90);

        assertThat(LedgerCheck.flaws(ledger, MONDAY + 3))
                .containsExactly(
                        "found 50000 minor units in refundable deposits, expected 0",
                        "found 0 minor units in earnest money, expected 50000");
    }

    @Test
    void obligationsStandInTheQuarterOfThePromise() {
        book("a", 0, 10);
        book("b", 0, 14);
        book("c", 0, 60);
        ledger.add(new Entry.Booked(++position, CarShop.order("d", 0), CarShop.beyond()), MONDAY);
        book("e", 88, 14);
        ledger.closeTo(MONDAY + 90);

        Obligations obligations = Obligations.of(ledger.orders(), 365);
        assertThat(obligations.quarters())
                .extracting(quarter -> quarter.name() + " " + quarter.contracts())
                .containsExactly("2026-Q1 1", "2026-Q2 1", "2027-Q1 1", "undated 1");
        assertThat(obligations.priceMinor()).isEqualTo(4 * CarShop.PRICE);
        // c waits 60 weeks, d for ever: no expedient covers them. e is still in the cooling-off days.
        assertThat(obligations.beyondExpedient()).isEqualTo(2);
        assertThat(obligations.paidBeyondMinor()).isEqualTo(100_000);
    }

    @Test
    void whatCouldBeClaimedTomorrowIsWhatTheTermsGive() {
        ledger = new Ledger(
                CarShop.scenario(CarShop.refunding(new Refunds(0, 10_000, 0, 13, 26, 20_000, 2_000))), Journal.NONE);
        book("free", 89, 20);
        book("locked", 0, 20);
        ledger.add(new Entry.TakenOver(++position, CarShop.order("late", 0), CarShop.dated(20), 5), MONDAY);
        ledger.add(new Entry.TakenOver(++position, CarShop.order("default", 0), CarShop.dated(40), 5), MONDAY);
        ledger.closeTo(MONDAY + 90);

        Exposure.Sums all = Exposure.of(ledger.orders(), MONDAY + 90, 20_000).all();
        assertThat(all.depositsMinor()).isEqualTo(200_000);
        assertThat(all.coolingOffMinor()).isEqualTo(50_000);
        assertThat(all.slipMinor()).as("once, and twice").isEqualTo(150_000);
        assertThat(all.claimMinor()).isEqualTo(200_000);
        assertThat(all.forfeitMinor()).isEqualTo(50_000);
        assertThat(all.ifDefaultMinor()).isEqualTo(50_000 + 3 * 100_000);
    }

    @Test
    void refundsAtRiskFollowTheOneFactor() {
        ledger = new Ledger(
                CarShop.scenario(CarShop.refunding(
                        new Refunds(10_000, 10_000, 0, MoneyTerms.NEVER, MoneyTerms.NEVER, 20_000, 2_000))),
                Journal.NONE);
        for (int i = 0; i < 100_000; i++) {
            book("o" + i, 0, 90);
        }
        ledger.closeTo(MONDAY + 90);
        RefundRisk risk = new RefundRisk(
                ledger.orders(),
                MONDAY + 90,
                new Cancellations(1, new TreeMap<>()),
                new Uncertainty.Leaving(50, 2, 0),
                new Early(0, 7));

        Quantiles month = risk.within(4);
        double hazard = -Math.log(0.99) / Cancellations.WEEKS_PER_MONTH;
        double factor = Math.exp(0.5 * 1.6448536 - 0.125);
        double expected = 100_000 * 50_000.0 * (1 - Math.exp(-hazard * factor * 4));
        assertThat((double) month.at95Minor()).isCloseTo(expected, within(expected * 0.03));
        assertThat(month.at99Minor()).isGreaterThan(month.at95Minor());
        assertThat((double) month.leavers()).as("about 0.9 % in four weeks").isCloseTo(917, within(15.0));
    }

    @Test
    void withoutASpreadOnlySingleDecisionsStray() {
        for (int i = 0; i < 10_000; i++) {
            book("o" + i, 0, 90);
        }
        RefundRisk risk = new RefundRisk(
                ledger.orders(), MONDAY + 3, Cancellations.NONE, Uncertainty.Leaving.AS_PLANNED, new Early(3_600, 7));

        Quantiles week = risk.within(1);
        double mean = 10_000 * 0.36;
        double deviation = Math.sqrt(10_000 * 0.36 * 0.64);
        assertThat(week.expectedMinor() / 50_000.0).isCloseTo(mean, within(1.0));
        assertThat(week.at95Minor() / 50_000.0).isCloseTo(mean + 1.6449 * deviation, within(1.0));
    }

    @Test
    void aRunTakesItsShareOfEverything() {
        book("a", 0, 20);
        book("b", 89, 20);
        ledger.closeTo(MONDAY + 90);

        assertThat(RefundRisk.runs(ledger.orders(), MONDAY + 90, List.of(5_000)))
                .containsExactly(new RefundRisk.Run(5_000, 1, 25_000, 25_000));
    }

    @Test
    void aSlipCostsItsWeeksTimesTheirProbability() {
        book("a", 0, 20);

        // Late by a week in half, by two weeks in a quarter of the futures; 100.00 a week.
        SlipProvision provision =
                SlipProvision.of(ledger.orders(), MONDAY, 0, (_, bucket) -> bucket < 21 ? 0.5 : bucket < 22 ? 0.75 : 1);

        assertThat(provision).isEqualTo(new SlipProvision(7_500, 0, 1));
    }

    @Test
    void aSlipThatTheBookKnowsIsOwedAsFarAsItGoes() {
        ledger.add(new Entry.TakenOver(++position, CarShop.order("a", 0), CarShop.dated(23), 20), MONDAY);

        assertThat(SlipProvision.of(ledger.orders(), MONDAY, 1, (_, bucket) -> bucket < 23 ? 0 : 1))
                .isEqualTo(new SlipProvision(20_000, 20_000, 1));
    }

    @Test
    void aPromiseThatIsPastIsMissedWhateverFuturesSaidOfIt() {
        book("a", 0, 20);

        int threeWeeksLater = MONDAY + 7 * 23;
        assertThat(SlipProvision.of(ledger.orders(), threeWeeksLater, 0, (_, _) -> 1))
                .isEqualTo(new SlipProvision(30_000, 30_000, 1));
    }

    @Test
    void aRefundIsOwedFromTheEndOfTheContractUntilItIsPaid() {
        ledger = new Ledger(CarShop.scenario(CarShop.rich()), Journal.NONE);
        book("a", 0, 10);
        ledger.add(new Entry.Cancelled(++position, "a"), MONDAY + 2);
        OrderMoney orders = ledger.orders();

        for (int day : List.of(2, 15)) {
            assertThat(orders.refundPayableMinor(0, MONDAY + day))
                    .as("day %d", day)
                    .isEqualTo(ledger.balance(MONDAY + day).of(Account.REFUNDS_PAYABLE))
                    .isEqualTo(CarShop.DEPOSIT);
        }
        assertThat(orders.refundPayableMinor(0, MONDAY + 16)).isZero();
        assertThat(ledger.balance(MONDAY + 16).of(Account.REFUNDS_PAYABLE)).isZero();
        assertThat(LedgerCheck.flaws(ledger, MONDAY + 10)).isEmpty();
    }

    @Test
    void prepaymentsAreContractLiabilities() {
        ledger = new Ledger(CarShop.scenario(CarShop.prepaying(new Prepayment(3_000, 14))), Journal.NONE);
        book("a", 0, 10);
        ledger.closeTo(MONDAY + 60);

        assertThat(RollForward.contractLiability(ledger, MONDAY, MONDAY + 60).byCause())
                .isEqualTo(List.of(new Movement(Cause.LOCKED, 50_000), new Movement(Cause.PREPAID, 850_000)));
    }

    private void book(String id, int day, int bucket) {
        ledger.add(new Entry.Booked(++position, CarShop.order(id, day), CarShop.dated(bucket)), MONDAY + day);
    }
}
