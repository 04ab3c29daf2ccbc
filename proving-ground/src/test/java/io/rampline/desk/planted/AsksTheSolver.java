package io.rampline.desk.planted;

import io.rampline.ramp.highs.LinearProgram;

/** Sees the solver, which is not for its module. */
public final class AsksTheSolver {
    private AsksTheSolver() {}

    /** The class seen. */
    public static Class<?> seen() {
        return LinearProgram.class;
    }
}
