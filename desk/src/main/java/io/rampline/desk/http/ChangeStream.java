package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.orderbook.Following;
import io.rampline.orderbook.RecordedEntry;
import io.rampline.orderbook.record.EntryText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Every entry as it comes, as server-sent events. An event's id is its position: who comes back with it as
 * {@code Last-Event-ID} misses nothing. Who reads too slowly is cut off and comes back.
 */
final class ChangeStream {
    private static final int STREAMS_MAX = 64;
    private static final int RETRY_SECONDS = 30;
    private static final int WAITING_MAX = 10_000;
    private static final int HEARTBEAT_SECONDS = 15;
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Book book;
    private final PromiseText text;
    private final EntryJson entries;
    private final Door door;
    private final Metrics metrics;
    private final StreamPlaces places =
            new StreamPlaces("there are " + STREAMS_MAX + " streams of changes already", STREAMS_MAX, RETRY_SECONDS);

    ChangeStream(Book book, PromiseText text, EntryJson entries, Door door, Metrics metrics) {
        this.book = book;
        this.text = text;
        this.entries = entries;
        this.door = door;
        this.metrics = metrics;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/changes", Permission.FOLLOW_CHANGES, this::changes)
                .asking("after")
                .producing(Reply.EVENTS));
    }

    private Reply changes(Call call) {
        String lastSeen = call.header(Head.LAST_EVENT_ID);
        String after = call.query().find("after").orElse(lastSeen.isEmpty() ? null : lastSeen);
        long position = after == null ? book.state().position() : position(after);
        return places.open(out -> stream(position, out));
    }

    private static long position(String text) {
        try {
            long position = Long.parseLong(text);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException notOne) {
            // Said below, as for a negative one.
        }
        throw Problem.parameter("Last-Event-ID", text, "a position in the book, 0 or more");
    }

    private void stream(long position, OutputStream out) throws IOException {
        BlockingQueue<RecordedEntry> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
        AtomicBoolean tooSlow = new AtomicBoolean();
        metrics.streamOpened();
        try (Following following = book.follow(position, entry -> {
            if (!waiting.offer(entry)) {
                tooSlow.set(true);
            }
        })) {
            out.write(HEARTBEAT);
            out.flush();
            long beat = System.nanoTime();
            while (!door.isClosing()) {
                RecordedEntry entry = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (entry != null) {
                    write(entry, out);
                }
                boolean isQuiet = System.nanoTime() - beat > TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS);
                if (isQuiet) {
                    out.write(HEARTBEAT);
                }
                if (waiting.isEmpty() && (entry != null || isQuiet)) {
                    out.flush();
                    beat = System.nanoTime();
                }
                if ((tooSlow.get() || following.isOver()) && waiting.isEmpty()) {
                    return;
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            throw gone;
        } catch (Exception fault) {
            throw new IOException("the stream of changes cannot be left", fault);
        } finally {
            metrics.streamClosed();
        }
    }

    private void write(RecordedEntry entry, OutputStream out) throws IOException {
        int nowBucket = text.bucketOf(book.timeOf(entry.recordedAt()));
        byte[] data = Json.object(json -> entries.members(json, entry, true, nowBucket));
        out.write(("id: " + entry.position() + "\nevent: " + EntryText.kind(entry.entry()))
                .getBytes(StandardCharsets.US_ASCII));
        out.write(DATA);
        out.write(data);
        out.write(END);
    }
}
