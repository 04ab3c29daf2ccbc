package io.rampline.orderbook;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** Something that waits for the engine's thread. */
sealed interface Pending {
    /** Lets whoever asked go without an answer. */
    void turnAway(Outcome outcome);

    /** Lets everybody in a queue go without an answer. */
    static void turnAwayAll(BlockingQueue<Pending> queue, Outcome outcome) {
        List<Pending> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        waiting.forEach(pending -> pending.turnAway(outcome));
    }

    /** A request and where its outcome goes. */
    record Asked(Request request, CompletableFuture<Outcome> outcome) implements Pending {
        @Override
        public void turnAway(Outcome why) {
            outcome.complete(why);
        }
    }

    /** A wish for the book as it stands. */
    record ViewWanted(CompletableFuture<BookView> view) implements Pending {
        @Override
        public void turnAway(Outcome why) {
            view.completeExceptionally(new BookUnavailable(why.toString()));
        }
    }
}
