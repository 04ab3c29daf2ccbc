package io.rampline.orderbook;

/** Somebody follows the book, until this is closed. */
public interface Following extends AutoCloseable {
    /** Whether nothing more comes: the book has ended, or an entry could not be read or taken. */
    boolean isOver();

    @Override
    void close();
}
