package io.rampline.ramp.highs;

/** The solver's library cannot be used on this machine. The message says why and what to try. */
public final class SolverUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    SolverUnavailable(String message) {
        super(message);
    }

    SolverUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
