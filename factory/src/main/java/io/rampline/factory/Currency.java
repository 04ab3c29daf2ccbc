package io.rampline.factory;

/**
 * The money of a scenario.
 *
 * @param code ISO 4217, for instance CNY
 * @param minorUnits decimals of the minor unit, 0 to 3
 */
public record Currency(String code, int minorUnits) {
    /** How many minor units make one major unit. */
    public long minorPerMajor() {
        long factor = 1;
        for (int i = 0; i < minorUnits; i++) {
            factor *= 10;
        }
        return factor;
    }
}
