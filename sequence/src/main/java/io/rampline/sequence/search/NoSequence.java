package io.rampline.sequence.search;

/** No order of the cars keeps what must be kept, or none was found. */
public final class NoSequence extends Exception {
    private static final long serialVersionUID = 1;

    NoSequence(String message) {
        super(message);
    }
}
