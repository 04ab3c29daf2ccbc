package io.rampline.desk.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts who is inside, and lets nobody in any more once it closes. */
final class Door {
    private static final long RETRY_NANOS = Duration.ofSeconds(2).toNanos();

    private final AtomicLong inside = new AtomicLong();
    private volatile boolean isClosing;

    void mustBeOpen() {
        if (isClosing) {
            throw new Problem(ProblemType.SHUTTING_DOWN, "nothing was done; ask again, here or elsewhere")
                    .retryAfter(RETRY_NANOS);
        }
    }

    boolean isClosing() {
        return isClosing;
    }

    void enter() {
        inside.incrementAndGet();
    }

    void leave() {
        if (inside.decrementAndGet() == 0 && isClosing) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    long inside() {
        return inside.get();
    }

    /** From now on nobody is let in; waits for those inside, at most so long. Whether all have left. */
    synchronized boolean close(Duration atMost) throws InterruptedException {
        isClosing = true;
        long until = System.nanoTime() + atMost.toNanos();
        while (inside.get() > 0) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
