package io.rampline.orderbook.server;

import org.jspecify.annotations.Nullable;

/**
 * There is no database to trust a book to. The message is for the person at the keyboard: what was found, what was
 * expected, what to try.
 */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
