package io.rampline.treasury.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.Cash;
import io.rampline.factory.MoneyTerms.Prepayment;
import io.rampline.factory.MoneyTerms.Treasury;
import io.rampline.factory.Scenario;
import io.rampline.treasury.ledger.CarShop;
import io.rampline.treasury.ledger.Contract;
import org.junit.jupiter.api.Test;

class CashPathTest {
    private static final Cash NO_LIMIT = new Cash(0, Long.MIN_VALUE / 4);

    @Test
    void aNewCustomerPaysTheDepositNowAndTheRestAtTheHandover() {
        CashPath path = path(CarShop.scenario(), 2, 5, 8, 0, 1_000_000);

        assertThat(path.minor(Flow.DEPOSITS, 2)).isEqualTo(10 * CarShop.DEPOSIT);
        assertThat(path.minor(Flow.PRODUCTION, 5)).isEqualTo(-10_000_000);
        assertThat(path.minor(Flow.BALANCES, 6)).isEqualTo(10 * (CarShop.PRICE - CarShop.DEPOSIT));
        assertThat(CashPlan.of(path, NO_LIMIT, Treasury.PLAIN).leastOwnMinor())
                .as("deposits less production, before the handover")
                .isEqualTo(10 * CarShop.DEPOSIT - 10_000_000);
    }

    @Test
    void whoOrderedBeforeHasPaidTheDeposit() {
        assertThat(path(CarShop.scenario(), -3, 5, 8, 0, 0).minor(Flow.DEPOSITS, 0))
                .isZero();
    }

    @Test
    void aPrepaymentComesTheDaysBeforeThePromisedWeek() {
        Scenario scenario = CarShop.scenario(CarShop.prepaying(new Prepayment(3_000, 14)));
        CashPath path = path(scenario, 0, 9, 10, 0, 0);

        assertThat(path.minor(Flow.PREPAYMENTS, 8)).isEqualTo(10 * 850_000);
        assertThat(path.minor(Flow.BALANCES, 10)).isEqualTo(10 * 2_100_000);
    }

    @Test
    void aCarThatComesLateIsPrepaidWhenItComes() {
        Scenario scenario = CarShop.scenario(CarShop.prepaying(new Prepayment(3_000, 14)));
        CashPath path = path(scenario, 0, 13, 10, 0, 0);

        assertThat(path.minor(Flow.PREPAYMENTS, 8)).isZero();
        assertThat(path.minor(Flow.PREPAYMENTS, 12)).isEqualTo(10 * 850_000);
    }

    @Test
    void aCarBeyondTheHorizonIsNotCalledFor() {
        Scenario scenario = CarShop.scenario(CarShop.prepaying(new Prepayment(3_000, 14)));
        CashPath path = path(scenario, 0, -1, 10, 0, 0);

        assertThat(CashPlan.of(path, NO_LIMIT, Treasury.PLAIN).sum(Flow.PREPAYMENTS))
                .isZero();
    }

    @Test
    void thoseWhoLeaveDoNotPayTheRest() {
        CashPath path = path(CarShop.scenario(), -1, 10, 20, 0.1, 0);

        double there = 10 * Math.exp(-1);
        assertThat((double) path.minor(Flow.BALANCES, 11))
                .isCloseTo(there * (CarShop.PRICE - CarShop.DEPOSIT), within(2.0));
        assertThat(path.leavers()).isCloseTo(10 - there, within(1e-9));
        assertThat(path.minor(Flow.REFUNDS, 3)).as("the deposit is lost").isZero();
    }

    @Test
    void whoLeavesInTheCoolingOffDaysTakesTheDepositBack() {
        CashPath path = path(CarShop.scenario(), 0, 10, 20, 0.1, 0);

        assertThat((double) path.minor(Flow.REFUNDS, 0))
                .isCloseTo(-10 * (1 - Math.exp(-0.1)) * CarShop.DEPOSIT, within(2.0));
        assertThat(path.minor(Flow.REFUNDS, 1)).isZero();
    }

    @Test
    void aLateCarCostsItsCompensation() {
        // Promised for week 3, delivered in week 6; 100.00 a week.
        assertThat(path(CarShop.scenario(), -1, 5, 3, 0, 0).minor(Flow.COMPENSATION, 6))
                .isEqualTo(-10 * 30_000);
    }

    @Test
    void theCreditKeepsTheFloorUpToItsLimit() {
        CashPath path = new CashPath(CarShop.scenario(), 0);
        path.put(Flow.PRODUCTION, 1, -500);
        path.put(Flow.PRODUCTION, 2, -500);
        path.put(Flow.BALANCES, 3, 2_000);
        CashPlan plan = CashPlan.of(path, new Cash(300, 100), new Treasury(0, 0, 0, 0, 600, 0));

        assertThat(plan.rows().get(1).borrowedMinor()).isEqualTo(300);
        assertThat(plan.rows().get(1).closingMinor()).isEqualTo(100);
        assertThat(plan.rows().get(2).borrowedMinor()).isEqualTo(600);
        assertThat(plan.rows().get(2).belowFloor()).isTrue();
        assertThat(plan.rows().get(3).closingMinor()).isEqualTo(1_300);
        assertThat(plan.weeksBelowFloor()).isEqualTo(1);
        assertThat(plan.leastOwnMinor()).isEqualTo(-700);
    }

    @Test
    void quantilesAreThoseOfTheFutures() {
        Spread spread = new Spread(0, CarShop.WEEKS, 10);
        for (int future = 1; future <= 10; future++) {
            CashPath path = new CashPath(CarShop.scenario(), 0);
            path.put(Flow.BALANCES, 0, future * 100.0);
            spread.count(CashPlan.of(path, NO_LIMIT, Treasury.PLAIN), 0);
        }

        assertThat(spread.own(0, 0.1)).isEqualTo(100);
        assertThat(spread.own(0, 0.5)).isEqualTo(500);
        assertThat(spread.own(0, 0.9)).isEqualTo(900);
    }

    private static CashPath path(Scenario scenario, int locked, int build, int due, double hazard, long unitCost) {
        CashPath path = new CashPath(scenario, 0);
        Contract contract = Contract.of(scenario, CarShop.CAR);
        path.add(new CashPath.Group(contract, unitCost, 10, locked, due, build, 1, hazard, 2));
        return path;
    }
}
