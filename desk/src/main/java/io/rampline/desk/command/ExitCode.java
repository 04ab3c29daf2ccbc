package io.rampline.desk.command;

/** What the shell is told. The launcher adds 70 for a failure of its own. */
public final class ExitCode {
    public static final int OK = 0;
    /** The scenario has flaws, or the audit found a difference. */
    public static final int FLAWS = 1;
    /** The command was not understood. */
    public static final int USAGE = 2;
    /** Something cannot be read or written. */
    public static final int FILES = 3;
    /** The order is not in the book. */
    public static final int UNKNOWN_ORDER = 4;
    /** There is too little memory. */
    public static final int MEMORY = 5;
    /** There is no plan, or none was found. */
    public static final int NO_PLAN = 6;
    /** A fault of the program itself. */
    public static final int FAULT = 70;

    private ExitCode() {}
}
