package io.rampline.intake;

/** How far a public figure can be trusted. */
public enum Grade {
    /** Said by the company or an authority. */
    A,
    /** Reported by the press with a source. */
    B,
    /** Reported without a source. */
    C,
    /** Hearsay; not used for fitting. */
    D
}
