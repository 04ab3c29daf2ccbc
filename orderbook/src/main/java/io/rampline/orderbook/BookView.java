package io.rampline.orderbook;

import io.rampline.factory.Network;
import io.rampline.promise.BookImage;
import io.rampline.promise.PromiseEngine;
import java.time.Instant;
import java.util.function.Function;

/**
 * The book as it was at a position, to ask what needs the whole of it: why, alternatives, what-if. Nothing asked here
 * reaches the book. Safe for use by several threads, one after the other.
 */
public final class BookView {
    private final Network network;
    private final Instant takenAt;
    private final PromiseEngine engine;
    private final int[] deliveries;

    BookView(BookImage image, Network network, Instant takenAt) {
        this.network = network;
        this.takenAt = takenAt;
        this.engine = image.engine(network);
        this.deliveries = new int[engine.size()];
        for (int row = 0; row < deliveries.length; row++) {
            deliveries[row] = engine.deliveryBucket(row);
        }
    }

    /** Position of the last entry it knows. */
    public long position() {
        return engine.position();
    }

    public Instant takenAt() {
        return takenAt;
    }

    public Network network() {
        return network;
    }

    /** Asks an engine; the question must leave it as it was. */
    public synchronized <T> T ask(Function<PromiseEngine, T> question) {
        return question.apply(engine);
    }

    /** An engine of one's own in this state, to change at will. */
    public synchronized PromiseEngine copy() {
        return engine.trial(true);
    }

    /** As {@link #copy}, for a re-promising that keeps no slot: see {@link PromiseEngine#trial}. */
    public synchronized PromiseEngine copyWithoutSlots() {
        return engine.trial(false);
    }

    /** Delivery buckets by row, -1 beyond the horizon. */
    public int[] deliveries() {
        return deliveries.clone();
    }
}
