package io.rampline.desk.http;

import java.time.Duration;

/**
 * Standing back while requests wait for the engine, for whoever counts long beside it; thread priorities would not do,
 * since most systems leave them aside.
 */
final class GivingWay {
    /** Standing back ends after so long: what is counted of a book that is always busy comes about all the same. */
    private static final Duration MOST = Duration.ofSeconds(2);

    private static final long MILLIS = 5;

    private final Book book;
    private final Door door;

    GivingWay(Book book, Door door) {
        this.book = book;
        this.door = door;
    }

    /**
     * Waits while others wait for the engine.
     *
     * @return false when the desk closes, and the count should end
     */
    boolean goOn() {
        try {
            long steps = MOST.toMillis() / MILLIS;
            while (steps > 0 && book.state().waiting() > 0 && !door.isClosing()) {
                Thread.sleep(MILLIS);
                steps--;
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !door.isClosing();
    }
}
