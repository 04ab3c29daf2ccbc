package io.rampline.factory;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a customer pays at order.
 *
 * @param depositMinor minor units
 * @param coolingOffDays days in which it is refundable, 0 to 365
 * @param depositMinorByModel exceptions by model, minor units
 */
public record DepositTerms(long depositMinor, int coolingOffDays, SortedMap<String, Long> depositMinorByModel) {
    public DepositTerms {
        depositMinorByModel = new TreeMap<>(depositMinorByModel);
    }

    public long depositMinor(String model) {
        return depositMinorByModel.getOrDefault(model, depositMinor);
    }
}
