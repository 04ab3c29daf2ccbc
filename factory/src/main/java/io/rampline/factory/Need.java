package io.rampline.factory;

/**
 * What one unit takes of one resource.
 *
 * @param resource index into {@link Network#resources()}
 * @param quantity 1 or more
 * @param offsetWeeks week of need relative to the line week, -26 to 26
 */
public record Need(int resource, int quantity, int offsetWeeks) {
    public static final int OFFSET_WEEKS_MAX = 26;

    public Need {
        if (quantity < 1 || offsetWeeks < -OFFSET_WEEKS_MAX || offsetWeeks > OFFSET_WEEKS_MAX) {
            throw new IllegalArgumentException("found need of " + quantity + " at offset " + offsetWeeks
                    + " weeks, expected 1 or more at -" + OFFSET_WEEKS_MAX + " to " + OFFSET_WEEKS_MAX);
        }
    }
}
