package io.rampline.orderbook;

import io.rampline.factory.Network;
import io.rampline.orderbook.record.Head;
import io.rampline.orderbook.record.Ledger;
import io.rampline.promise.BookImage;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The book without a thread and a clock of its own: whoever holds it lets it take one turn after another, so that a
 * simulation repeats exactly. It decides and writes by the same code as {@link DurableBook}. One thread at a time.
 */
public final class SteppedBook {
    private final EngineRoom room;
    private final Standing standing = new Standing();
    private final LinkedBlockingQueue<Pending> queue;

    private SteppedBook(Ledger ledger, Network network, BookSettings settings, Surroundings surroundings, Head head)
            throws SQLException {
        this.queue = new LinkedBlockingQueue<>(settings.waitingMost());
        this.room = new EngineRoom(ledger, network, settings, surroundings, queue, standing, head);
    }

    /** Takes the book over and brings its state back, as {@link DurableBook#open} does. */
    public static SteppedBook open(Ledger ledger, Network network, BookSettings settings, Surroundings surroundings)
            throws SQLException {
        return new SteppedBook(ledger, network, settings, surroundings, ledger.takeOver(settings.holder()));
    }

    /** As {@link DurableBook#submit}; what was taken on is decided by the turns that follow. */
    public CompletableFuture<Outcome> submit(Request request) {
        return room.submit(request);
    }

    /**
     * Decides and writes what waits, one batch, or does what time alone brings.
     *
     * @return false when the book has ended
     */
    public boolean turn() {
        return room.step();
    }

    public BookState state() {
        return standing.state(queue.size());
    }

    /** The engine's state, decisions included that are not safe yet. */
    public BookImage image() {
        return room.image();
    }
}
