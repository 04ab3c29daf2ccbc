package io.rampline.desk.command;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.futures.FuturesRun;
import io.rampline.intake.ScenarioContents;
import picocli.CommandLine.Option;

/** In how many futures, and in which, the windows of dates are counted. */
public final class WindowOptions {
    private static final int FUTURES_MAX = 10_000_000;

    @Option(
            names = "--futures",
            paramLabel = "N",
            description = {
                "Windows are counted in so many futures, see simulate; 0 gives them by the scenario's rule."
                        + " Default: ${DEFAULT-VALUE}."
            },
            defaultValue = "500")
    private int futures;

    @Option(names = "--seed", paramLabel = "S", description = "Which futures. Default: 1.")
    private long seed = 1;

    public int futures() {
        return futures;
    }

    public long seed() {
        return seed;
    }

    /**
     * The book with its windows.
     *
     * @throws CommandFault when the number of futures makes no sense
     */
    public PromisedBook windowed(PromisedBook book, ScenarioContents contents, Steps steps) {
        if (futures < 0 || futures > FUTURES_MAX) {
            throw new CommandFault(ExitCode.USAGE, "found --futures " + futures + ", expected 0 to " + FUTURES_MAX);
        }
        if (futures == 0) {
            return book;
        }
        steps.begin("Living through " + Counted.of(futures, "future"));
        return book.with(FuturesRun.windows(contents, futures, seed, steps::report));
    }
}
