package io.rampline.desk.money;

import io.rampline.factory.MoneyTerms.Refunds;
import io.rampline.factory.Scenario;
import io.rampline.treasury.ledger.Contract;

/**
 * How other terms change the share that leaves. Assumed, not estimated: customers with nothing to lose leave twice as
 * often as those who lose what the scenario lets them lose, and half as often when they lose twice as much. The first
 * is what the public case assumes too: 0.8 percent a month of refundable reservations, half of it where a deposit is
 * lost.
 */
final class Patience {
    private static final double MOST = 2;

    private Patience() {}

    /** Factor on the share that leaves under other terms than the scenario's own. */
    static double factor(Scenario own, Scenario other, Contract contract) {
        double now = atRisk(own, Contract.of(own, contract.configuration()));
        double then = atRisk(other, contract);
        if (now == 0) {
            return then == 0 ? 1 : 1 / MOST;
        }
        return Math.pow(MOST, 1 - Math.min(MOST, then / now));
    }

    private static double atRisk(Scenario scenario, Contract contract) {
        Refunds refunds = scenario.deposits().money().refunds();
        long prepaid = Math.max(0, contract.prepaidMinor() - contract.depositMinor());
        return contract.lostMinor(contract.depositMinor(), refunds)
                + (double) (prepaid - Contract.share(prepaid, refunds.prepaymentBasisPoints()));
    }
}
