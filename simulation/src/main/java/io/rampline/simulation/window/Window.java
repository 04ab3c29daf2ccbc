package io.rampline.simulation.window;

/**
 * The weeks in which a group's delivery falls with some probability.
 *
 * @param earlyBucket first delivery bucket
 * @param lateBucket last delivery bucket; {@link #BEYOND_HORIZON} when the window has no end within the horizon
 * @param middleBucket half the futures deliver by then; {@link #BEYOND_HORIZON} for none
 * @param probability share of the futures inside
 */
public record Window(int earlyBucket, int lateBucket, int middleBucket, double probability) {
    public static final int BEYOND_HORIZON = Integer.MAX_VALUE;

    /** Weeks from the first to the last, 1 or more; 0 when it has no end. */
    public int weeks() {
        return lateBucket == BEYOND_HORIZON ? 0 : lateBucket - earlyBucket + 1;
    }
}
