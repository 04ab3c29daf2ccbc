package io.rampline.desk.command;

import picocli.CommandLine.Option;

/** On how many threads something is counted; the answer never depends on them. */
public final class ThreadsOption {
    private static final int MOST = 256;

    @Option(names = "--threads", paramLabel = "T", description = "Default: as many as the machine has processors.")
    private int threads;

    /**
     * Looks at the number before the work begins.
     *
     * @throws CommandFault when it is none of threads
     */
    public void check() {
        if (threads < 0 || threads > MOST) {
            throw new CommandFault(ExitCode.USAGE, "found --threads " + threads + ", expected 1 to " + MOST);
        }
    }

    /** How many; {@link #check} comes first. */
    public int running() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }
}
