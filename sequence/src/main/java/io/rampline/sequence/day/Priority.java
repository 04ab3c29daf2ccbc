package io.rampline.sequence.day;

/** How much it matters that a ratio is kept. */
public enum Priority {
    HIGH,
    LOW
}
