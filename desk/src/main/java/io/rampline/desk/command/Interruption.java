package io.rampline.desk.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C a wish to end rather than an end: the process stays until what has been found is written, and then ends
 * with 130 as the shell expects. A command that does not come to its end in time is ended all the same.
 */
public final class Interruption implements AutoCloseable {
    /** A linear program of the largest size ends within this; beyond it the user has asked twice in spirit. */
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForTheEnd, "end with the best plan found");
    private volatile boolean asked;

    public Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public boolean isAsked() {
        return asked;
    }

    private void waitForTheEnd() {
        asked = true;
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work has come to its end: a process that was asked to end may do so. */
    @Override
    public void close() {
        done.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException justAsked) {
                // Asked in this very moment; the hook finds the work done.
                return;
            }
        }
    }
}
