package io.rampline.ramp.check.planted;

import io.rampline.ramp.milp.PlanSearch;

/** A checker that borrows from what it checks. */
public final class BelievesTheModel {
    private BelievesTheModel() {}

    /** The class borrowed. */
    public static Class<?> seen() {
        return PlanSearch.class;
    }
}
