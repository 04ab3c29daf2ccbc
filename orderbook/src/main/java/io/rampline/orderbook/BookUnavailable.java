package io.rampline.orderbook;

/** The book cannot say now; the message says why. */
public final class BookUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BookUnavailable(String why) {
        super(why);
    }
}
