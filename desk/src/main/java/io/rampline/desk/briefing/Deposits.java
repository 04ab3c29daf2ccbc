package io.rampline.desk.briefing;

import java.util.List;

/**
 * Deposits paid for open orders, in minor units of the scenario's currency.
 *
 * @param heldMinor all of them
 * @param refundableMinor those of orders still in their cooling-off days
 * @param byModel in the order of the products
 */
public record Deposits(long heldMinor, long refundableMinor, List<OfModel> byModel) {
    public Deposits {
        byModel = List.copyOf(byModel);
    }

    public record OfModel(String model, int orders, long heldMinor, long refundableMinor) {}
}
