package io.rampline.orderbook;

import io.rampline.factory.Network;
import io.rampline.orderbook.record.Appender;
import io.rampline.orderbook.record.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The book of promises, alive: ask it, and what it says is safe.
 *
 * <p>Requests join a bounded queue. One thread decides them in order on the engine and writes what they changed, many
 * requests in one transaction, and only when PostgreSQL says that it is on disk do the answers go out. Killing this
 * process at any moment loses no answered request; a request that got no answer is in the book once or not at all, and
 * asking again with the same id says which.
 *
 * <p>Opening takes the book over: an engine that had it before, alive or frozen, cannot write any more.
 *
 * <p>Safe for use by several threads.
 */
public final class DurableBook implements AutoCloseable {
    /** A moment that the book is to fill in: an order's lock, a change, a delivery. */
    public static final long NOW = Long.MIN_VALUE;

    private static final Duration CLOSE_MOST = Duration.ofSeconds(30);
    private static final Duration VIEW_MOST = Duration.ofSeconds(10);
    private static final int FOLLOW_AT_ONCE = 500;
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final BookDatabase database;
    private final Network network;
    private final BlockingQueue<Pending> queue;
    private final Standing standing = new Standing();
    private final EngineRoom room;
    private final Thread thread;
    private final NoticeBoard notices;
    private final Visitors visitors;
    private volatile @Nullable BookView lastView;

    private DurableBook(BookDatabase database, Network network, BookSettings settings, Head head) throws SQLException {
        this.database = database;
        this.network = network;
        this.notices = new DatabaseNotices(database, head.epoch());
        this.visitors = new DatabaseVisitors(database, head.epoch());
        this.queue = new LinkedBlockingQueue<>(settings.waitingMost());
        this.room = new EngineRoom(database.ledger(), network, settings, Surroundings.REAL, queue, standing, head);
        this.thread = Thread.ofPlatform().name("promises").start(room);
        Thread.ofVirtual().name("watch").start(this::watch);
    }

    /**
     * Takes the book of a database over and brings its state back.
     *
     * @param network of the scenario that is stored with the book
     * @throws BookUnavailable when the record is not whole
     */
    public static DurableBook open(BookDatabase database, Network network, BookSettings settings) throws SQLException {
        try (Connection connection = database.connect()) {
            Head head = Appender.takeOver(connection, settings.holder());
            return new DurableBook(database, network, settings, head);
        }
    }

    /**
     * Asks. Never waits: the outcome comes when it is safe, or at once when the request cannot be taken on.
     *
     * @return completes normally, always
     */
    public CompletableFuture<Outcome> submit(Request request) {
        return room.submit(request);
    }

    /** Asks and waits for the outcome. */
    public Outcome ask(Request request) {
        return submit(request).join();
    }

    public BookState state() {
        return standing.state(queue.size());
    }

    public Network network() {
        return network;
    }

    /** Book time: microseconds since 1970-01-01T00:00 in scenario local time. */
    public long now() {
        return room.bookNow();
    }

    /** Reads the record; what it says is safe, and may be a moment old. */
    public BookReader reader() {
        return new BookReader(database, network);
    }

    /** What the house has said and set, and where to say more as long as this has the book. */
    public NoticeBoard notices() {
        return notices;
    }

    /** Who came to its waiting rooms. */
    public Visitors visitors() {
        return visitors;
    }

    /** The scenario folder that the book was made of, without orders: content by path. */
    public SortedMap<String, byte[]> scenarioFiles() {
        try {
            return database.scenarioFiles();
        } catch (SQLException failed) {
            throw new BookUnavailable("could not read the scenario of the book: " + failed.getMessage());
        }
    }

    /** The book as it stands, not older than a second. */
    public BookView view() {
        return view(Duration.ofSeconds(1));
    }

    /**
     * The book as it stands.
     *
     * @param oldest how old a copy may be when the book has moved on since
     * @throws BookUnavailable when there is none to be had
     */
    public BookView view(Duration oldest) {
        BookView last = lastView;
        if (last != null
                && (last.position() == standing.position()
                        || last.takenAt().plus(oldest).isAfter(Instant.now()))) {
            return last;
        }
        CompletableFuture<BookView> wanted = new CompletableFuture<>();
        if (!standing.alive() || !queue.offer(new Pending.ViewWanted(wanted))) {
            throw new BookUnavailable("the book takes no more requests: " + standing.condition());
        }
        try {
            BookView view = wanted.get(VIEW_MOST.toSeconds(), TimeUnit.SECONDS);
            lastView = view;
            return view;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BookUnavailable("interrupted");
        } catch (ExecutionException | TimeoutException failed) {
            throw new BookUnavailable("found no view of the book: " + failed);
        }
    }

    /** Waits until the record goes beyond a position; false when it does not in that time. */
    public boolean awaitBeyond(long position, Duration most) throws InterruptedException {
        return standing.awaitBeyond(position, most);
    }

    /**
     * Gives every entry after a position to a listener, in order, one after the other, as they become safe, until it is
     * closed or the listener throws. While the record cannot be read it waits and goes on where it was.
     */
    public Following follow(long afterPosition, Consumer<RecordedEntry> listener) {
        Thread follower = Thread.ofVirtual().name("follower").start(() -> follow(listener, afterPosition));
        return new Following() {
            @Override
            public boolean isOver() {
                return !follower.isAlive();
            }

            @Override
            public void close() {
                follower.interrupt();
            }
        };
    }

    private void follow(Consumer<RecordedEntry> listener, long afterPosition) {
        long position = afterPosition;
        try {
            while (!Thread.currentThread().isInterrupted() && standing.alive()) {
                if (standing.awaitBeyond(position, Duration.ofSeconds(1))) {
                    for (RecordedEntry entry : nextAfter(position)) {
                        listener.accept(entry);
                        position = entry.position();
                    }
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Up to {@value #FOLLOW_AT_ONCE} entries; none when the record cannot be read now. */
    private List<RecordedEntry> nextAfter(long position) throws InterruptedException {
        try {
            return reader().after(position, FOLLOW_AT_ONCE);
        } catch (BookUnavailable notNow) {
            standing.awaitEnd(BETWEEN_READS);
            return List.of();
        }
    }

    /** Nobody waits for long for a database that has stopped answering. */
    private void watch() {
        try {
            while (!standing.awaitEnd(BETWEEN_LOOKS)) {
                room.lookAfterWaiting();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers everything that waits, then ends. Requests that come meanwhile may be turned away. */
    @Override
    public void close() {
        room.close();
        try {
            if (!standing.awaitEnd(CLOSE_MOST)) {
                thread.interrupt();
            }
            thread.join(CLOSE_MOST);
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
