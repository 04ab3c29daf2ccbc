package io.rampline.ramp.plan;

/** Looks on while a plan is sought, and may end the search. Called by the thread that seeks. */
public interface PlanProgress {
    /** Looks away and never ends it. */
    PlanProgress NOBODY = _ -> true;

    /**
     * How far a search is.
     *
     * @param work what is being done, for people
     * @param costMinor of the best plan so far; {@link #NO_PLAN} before the first
     * @param boundMinor no plan costs less
     */
    record Standing(String work, long costMinor, long boundMinor) {
        public static final long NO_PLAN = Long.MAX_VALUE;

        /** Share of the cost by which the best plan so far may miss the best; 1 before the first. */
        public double gap() {
            return costMinor == NO_PLAN
                    ? 1
                    : Math.clamp((costMinor - boundMinor) / Math.max(1.0, Math.abs((double) costMinor)), 0, 1);
        }
    }

    /** Returns false to end the search with the best plan so far. */
    boolean goOn(Standing standing);
}
