package io.rampline.simulation.backtest;

import java.time.LocalDate;

/**
 * What a back-test is to do.
 *
 * @param asOf at its evening the forecast is made
 * @param months how many, from the month of the next day on; 1 to {@value #MONTHS_MAX}
 * @param maker whose own ramp teaches nothing about itself beyond the history
 * @param ceilingSpread how far a line's full rate may be from what was told of it: standard deviation of the logarithm
 * @param futures 10 or more
 */
public record Asked(LocalDate asOf, int months, String maker, double ceilingSpread, long seed, int futures) {
    public static final int MONTHS_MAX = 36;

    /** Public figures on capacity are rough. */
    public static final double CEILING_SPREAD = 0.15;

    public Asked {
        if (months < 1 || months > MONTHS_MAX) {
            throw new IllegalArgumentException("found " + months + " months, expected 1 to " + MONTHS_MAX);
        }
    }
}
