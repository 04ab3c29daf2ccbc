package io.rampline.sequence.day;

/** Which windows count where the day begins and ends. */
public enum DayEdge {
    /**
     * All that hold a car of the day: those that begin in the day before, and those that would end after the last car,
     * which then hold fewer cars.
     */
    EVERY_WINDOW,
    /** Only those that lie wholly inside the day. */
    WHOLE_WINDOWS
}
