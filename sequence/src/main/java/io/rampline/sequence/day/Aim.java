package io.rampline.sequence.day;

/** What is to be made small. */
public enum Aim {
    /** Violations of ratios of high priority. */
    HIGH_RATIOS,
    /** Violations of ratios of low priority. */
    LOW_RATIOS,
    /** Changes of colour from one car to the next. */
    COLOUR_CHANGES
}
