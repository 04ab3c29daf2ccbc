package io.rampline.factory;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a customer pays at order, and what becomes of the money.
 *
 * @param depositMinor minor units
 * @param coolingOffDays days in which it is refundable, 0 to 365
 * @param depositMinorByModel exceptions by model, minor units
 * @param money what follows: prepayment, refunds, slips, taxes
 */
public record DepositTerms(
        long depositMinor, int coolingOffDays, SortedMap<String, Long> depositMinorByModel, MoneyTerms money) {
    public DepositTerms {
        depositMinorByModel = new TreeMap<>(depositMinorByModel);
    }

    /** Terms that say nothing beyond the deposit. */
    public DepositTerms(long depositMinor, int coolingOffDays, SortedMap<String, Long> depositMinorByModel) {
        this(depositMinor, coolingOffDays, depositMinorByModel, MoneyTerms.PLAIN);
    }

    public long depositMinor(String model) {
        return depositMinorByModel.getOrDefault(model, depositMinor);
    }

    /** The deposit of an order, in minor units of the scenario's currency. */
    public long depositMinor(Configuration configuration) {
        return money.findDeposit(configuration).orElseGet(() -> depositMinor(configuration.model()));
    }

    /** The same deposits under other terms. */
    public DepositTerms with(MoneyTerms others) {
        return new DepositTerms(depositMinor, coolingOffDays, depositMinorByModel, others);
    }
}
