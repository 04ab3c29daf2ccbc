package io.rampline.desk.http;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookReader;
import io.rampline.orderbook.BookState;
import io.rampline.orderbook.BookView;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** The durable book as the desk sees it. */
final class BookInUse implements Book {
    private final DurableBook book;
    /** Book time less wall clock time, which never changes while the book is open. */
    private final long aheadMicros;

    BookInUse(DurableBook book) {
        this.book = book;
        this.aheadMicros = book.now() - ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    @Override
    public Network network() {
        return book.network();
    }

    @Override
    public CompletableFuture<Outcome> submit(Request request) {
        return book.submit(request);
    }

    @Override
    public View view(Duration oldest) {
        return new Copy(book.view(oldest));
    }

    @Override
    public BookState state() {
        return book.state();
    }

    @Override
    public Reader reader() {
        return new Recorded(book.reader());
    }

    @Override
    public Following follow(long afterPosition, Consumer<RecordedEntry> listener) {
        return book.follow(afterPosition, listener);
    }

    @Override
    public long now() {
        return book.now();
    }

    @Override
    public long timeOf(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment) + aheadMicros;
    }

    @Override
    public NoticeBoard notices() {
        return book.notices();
    }

    @Override
    public Visitors visitors() {
        return book.visitors();
    }

    @Override
    public SortedMap<String, byte[]> scenarioFiles() {
        return book.scenarioFiles();
    }

    private record Copy(BookView view) implements View {
        @Override
        public long position() {
            return view.position();
        }

        @Override
        public <T> T ask(Function<PromiseEngine, T> question) {
            return view.ask(question);
        }

        @Override
        public PromiseEngine copy() {
            return view.copy();
        }

        @Override
        public PromiseEngine copyWithoutSlots() {
            return view.copyWithoutSlots();
        }

        @Override
        public int[] deliveries() {
            return view.deliveries();
        }
    }

    private record Recorded(BookReader reader) implements Reader {
        @Override
        public Optional<OrderRecord> order(String orderId) {
            return reader.order(orderId);
        }

        @Override
        public List<RecordedEntry> history(String orderId) {
            return reader.history(orderId);
        }

        @Override
        public List<RecordedEntry> after(long position, int most) {
            return reader.after(position, most);
        }

        @Override
        public Optional<RecordedEntry> nextAdoption(long position) {
            return reader.nextAdoption(position);
        }

        @Override
        public List<RecordedEntry> broughtFor(String customer, long afterPosition, int most) {
            return reader.broughtFor(customer, afterPosition, most);
        }
    }
}
