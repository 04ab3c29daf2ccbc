package io.rampline.ramp;

/** Timetables cannot be made on this machine. The message says why and what to try. */
public final class NoSolver extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSolver(String message, Throwable cause) {
        super(message, cause);
    }
}
