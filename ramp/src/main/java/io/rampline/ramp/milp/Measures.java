package io.rampline.ramp.milp;

/**
 * What one unit and one minor unit of money are in the program. A solver works best with numbers around one, so units
 * are counted in powers of ten near a week's orders, and money in powers of ten near the larger costs.
 *
 * @param units units in one of the program
 * @param money minor units in one of the program
 */
record Measures(double units, double money) {
    static Measures of(PlanningCase planningCase) {
        double units = 1;
        for (Customers group : planningCase.customers) {
            for (double orders : group.orders) {
                units = Math.max(units, orders);
            }
        }
        double money = planningCase.scenario.currency().minorPerMajor();
        for (var step : planningCase.scenario.planning().steps()) {
            money = Math.max(money, step.costMinor() / 100.0);
        }
        return new Measures(powerOfTen(units), powerOfTen(money));
    }

    /** The largest power of ten that is no larger. */
    private static double powerOfTen(double number) {
        double power = 1;
        while (power * 10 <= number) {
            power *= 10;
        }
        return power;
    }
}
