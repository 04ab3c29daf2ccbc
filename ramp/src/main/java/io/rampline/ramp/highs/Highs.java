package io.rampline.ramp.highs;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/**
 * The solver HiGHS, loaded from its own library. Safe for use by several threads; each {@link Session} belongs to one.
 *
 * <p>Every session uses one thread and limits of work only, so that the same program gives the same solution.
 */
public final class Highs {
    private static final int INT_BYTES = 4;

    final HighsCalls calls;

    private Highs(HighsCalls calls) {
        this.calls = calls;
    }

    /**
     * Loads the solver, unpacking it first where that has not been done.
     *
     * @param cacheFolder where the library is kept
     * @throws SolverUnavailable when it cannot be loaded here; the message says what to try
     */
    public static Highs load(Path cacheFolder) {
        HighsCalls calls = new HighsCalls(HighsLibrary.in(cacheFolder));
        Highs highs = new Highs(calls);
        int bytes = Session.number(() -> (int) calls.sizeOfInt.invokeExact(MemorySegment.NULL));
        if (bytes != INT_BYTES) {
            throw new SolverUnavailable("the solver library counts with integers of " + bytes + " bytes, expected "
                    + INT_BYTES + ". Maybe delete its folder in the cache; it is unpacked again.");
        }
        return highs;
    }

    /** Version of the solver, for instance 1.12.0. */
    public String version() {
        return Session.result(() -> {
            MemorySegment text = (MemorySegment) calls.version.invokeExact();
            return Session.text(text);
        });
    }

    /** Solves a program once. */
    public Solution solve(LinearProgram program, Effort effort) {
        try (Session session = open(program)) {
            return session.solve(effort, Watch.NOBODY);
        }
    }

    /** A session that holds a copy of the program. */
    public Session open(LinearProgram program) {
        return new Session(calls, program);
    }
}
