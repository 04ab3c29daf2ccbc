package io.rampline.desk.http;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookState;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Following;
import io.rampline.orderbook.NoticeBoard;
import io.rampline.orderbook.OrderRecord;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.RecordedEntry;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.Visitors;
import io.rampline.promise.PromiseEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** What this desk asks of a book: as much of {@link DurableBook} as it needs. Safe for use by several threads. */
interface Book {
    /** The durable one. */
    static Book of(DurableBook book) {
        return new BookInUse(book);
    }

    Network network();

    /** See {@link DurableBook#submit}. */
    CompletableFuture<Outcome> submit(Request request);

    /** A copy of the book, not older than that when the book has moved on since. */
    View view(Duration oldest);

    BookState state();

    Reader reader();

    /** See {@link DurableBook#follow}. */
    Following follow(long afterPosition, Consumer<RecordedEntry> listener);

    /** Book time: microseconds since 1970-01-01T00:00 in scenario local time. */
    long now();

    /** Book time of a moment on the wall clock. */
    long timeOf(Instant moment);

    /** What the house has said and set. */
    NoticeBoard notices();

    /** Who came to its waiting rooms. */
    Visitors visitors();

    /** The scenario folder that it was made of, without orders: content by path. */
    SortedMap<String, byte[]> scenarioFiles();

    /** An unchanging copy of the book. */
    interface View {
        long position();

        /** Asks a question of the copy; one asks at a time, and it must leave the copy as it was. */
        <T> T ask(Function<PromiseEngine, T> question);

        /** A copy of the copy, to try things on. */
        PromiseEngine copy();

        /** As {@link #copy}, without slots taken: for a re-promising that keeps none. */
        PromiseEngine copyWithoutSlots();

        /** Delivery buckets by row, -1 beyond the horizon; of the caller's own. */
        int[] deliveries();
    }

    /** Reads what is recorded. */
    interface Reader {
        Optional<OrderRecord> order(String orderId);

        /** Every entry about an order, oldest first. */
        List<RecordedEntry> history(String orderId);

        /** Up to so many entries after a position, in order. */
        List<RecordedEntry> after(long position, int most);

        /** The first adoption of a plan after a position. */
        Optional<RecordedEntry> nextAdoption(long position);

        /** The entries that brought a customer's orders into the book, after a position, in order. */
        List<RecordedEntry> broughtFor(String customer, long afterPosition, int most);
    }
}
