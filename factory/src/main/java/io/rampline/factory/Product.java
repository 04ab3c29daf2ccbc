package io.rampline.factory;

import java.util.List;
import java.util.OptionalLong;

/**
 * A model in a trim.
 *
 * @param priceMinor in minor units of the scenario's currency
 * @param unitCostMinor in minor units; empty when unknown
 * @param compensationPerWeekMinor owed for each week of slip, minor units
 * @param lines lines that may build it, preferred first; never empty in a scenario without flaws
 */
public record Product(
        String model,
        String trim,
        long priceMinor,
        OptionalLong unitCostMinor,
        long compensationPerWeekMinor,
        List<String> lines) {
    public Product {
        lines = List.copyOf(lines);
    }
}
