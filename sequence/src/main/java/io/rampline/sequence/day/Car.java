package io.rampline.sequence.day;

/**
 * A car that waits for its place.
 *
 * @param ident as the plant calls it
 * @param colour of the paint; equal numbers are equal colours
 * @param options bit r is set when the car counts for ratio r of the day
 * @param earliest first place where it may stand, from 0
 * @param latest last place where it may stand; {@link #ANY_PLACE} when there is none
 */
public record Car(String ident, int colour, long options, int earliest, int latest) {
    /** No last place. */
    public static final int ANY_PLACE = Integer.MAX_VALUE;

    public Car {
        if (earliest < 0 || latest < earliest) {
            throw new IllegalArgumentException("car " + ident + ": found places " + earliest + " to " + latest
                    + ", expected 0 <= earliest <= latest");
        }
    }

    /** A car that may stand anywhere. */
    public Car(String ident, int colour, long options) {
        this(ident, colour, options, 0, ANY_PLACE);
    }

    /** Whether the car counts for a ratio of the day. */
    public boolean carries(int ratio) {
        return ((options >>> ratio) & 1) != 0;
    }

    /** The same car, bound to the places from {@code first} to {@code last}. */
    public Car between(int first, int last) {
        return new Car(ident, colour, options, first, last);
    }
}
