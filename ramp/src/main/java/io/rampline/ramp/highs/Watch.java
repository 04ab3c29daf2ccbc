package io.rampline.ramp.highs;

/** Looks on while a mixed-integer program is solved. Called by the thread that solves. */
public interface Watch {
    /** Looks away and never stops. */
    Watch NOBODY = (_, _, _) -> true;

    /**
     * How far it is.
     *
     * @param incumbent cost of the best solution found, positive infinity before the first
     * @param bound no solution costs less
     * @param nodes nodes of the search tree done
     * @return false to stop, with the best solution found
     */
    boolean goOn(double incumbent, double bound, long nodes);
}
