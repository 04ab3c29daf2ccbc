package io.rampline.desk.admission;

/**
 * How often somebody may ask.
 *
 * @param perSecond on the long run, more than 0
 * @param burst at once after a pause, 1 or more
 */
public record Rate(double perSecond, int burst) {
    public Rate {
        if (!(perSecond > 0) || perSecond > 1_000_000 || burst < 1) {
            throw new IllegalArgumentException("found a rate of " + perSecond + " a second and a burst of " + burst
                    + ", expected more than 0, up to 1000000, and 1 or more");
        }
    }

    long nanosEach() {
        return Math.max(1, Math.round(1e9 / perSecond));
    }
}
