package io.rampline.desk.command;

/** A command cannot go on. The message says why and what to try. */
public final class CommandFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public CommandFault(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public CommandFault(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Says what its cause says. */
    public CommandFault(int exitCode, Exception cause) {
        this(exitCode, String.valueOf(cause.getMessage()), cause);
    }

    public int exitCode() {
        return exitCode;
    }
}
