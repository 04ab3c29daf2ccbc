package io.rampline.ramp.milp;

import io.rampline.ramp.plan.Plan;

/** What a search ended with. */
public sealed interface Outcome {
    record Found(Plan plan) implements Outcome {}

    /** Proved: no plan holds all restrictions. */
    record Impossible() implements Outcome {}

    /** The work allowed was spent, or the search was ended, before a plan or a proof that there is none was found. */
    record Undecided() implements Outcome {}
}
