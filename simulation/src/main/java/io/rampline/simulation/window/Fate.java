package io.rampline.simulation.window;

/** What came of an order. Weeks are week numbers. */
public sealed interface Fate {
    /** Neither delivered nor gone. */
    record Open() implements Fate {}

    record Delivered(int week) implements Fate {}

    /** The customer left, or had it changed so that it is another order. */
    record Left(int week) implements Fate {}
}
