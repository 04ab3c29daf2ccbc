package io.rampline.simulation.ramp;

/**
 * What was built in a period.
 *
 * @param from beginning, in weeks (or whatever the curve counts) from the origin
 * @param to end, after {@code from}
 * @param units above 0
 */
public record Output(double from, double to, double units) {
    public Output {
        if (!(to > from && units > 0)) {
            throw new IllegalArgumentException("found " + units + " units from " + from + " to " + to
                    + ", expected a period that ends after it begins, and more than nothing built");
        }
    }

    double middle() {
        return (from + to) / 2;
    }

    double length() {
        return to - from;
    }
}
