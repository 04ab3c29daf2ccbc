package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.orderbook.BookState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the book lives and how far it is, as server-sent events: what a page that is left open needs to know when to
 * ask again. Unlike the stream of changes it is as small on a launch night as on a Sunday.
 */
final class Pulse {
    private static final int STREAMS_MAX = 256;
    private static final Duration BEAT = Duration.ofMillis(500);
    /** A page that hears nothing for longer says that the server is gone. */
    private static final int SILENT_BEATS_MAX = 8;

    private final Book book;
    private final Door door;
    private final AtomicInteger open = new AtomicInteger();

    Pulse(Book book, Door door) {
        this.book = book;
        this.door = door;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/pulse", Permission.SEE_BOARD, this::pulse).producing(Reply.EVENTS));
    }

    private Reply pulse(Call call) {
        if (open.get() >= STREAMS_MAX) {
            throw new Problem(ProblemType.BUSY, "there are " + STREAMS_MAX + " pages that listen already")
                    .retryAfter(TimeUnit.SECONDS.toNanos(30));
        }
        return new Reply.Stream(Reply.EVENTS, this::stream);
    }

    private void stream(OutputStream out) throws IOException {
        open.incrementAndGet();
        try {
            byte[] last = {};
            int silent = 0;
            while (!door.isClosing()) {
                byte[] now = beat();
                silent++;
                if (silent >= SILENT_BEATS_MAX || !Arrays.equals(now, last)) {
                    out.write("event: pulse\ndata: ".getBytes(StandardCharsets.US_ASCII));
                    out.write(now);
                    out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    last = now;
                    silent = 0;
                }
                Thread.sleep(BEAT);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private byte[] beat() {
        BookState state = book.state();
        String condition = switch (state.condition()) {
            case BookState.Condition.Serving _ -> "serving";
            case BookState.Condition.Recovering _ -> "recovering";
            case BookState.Condition.Fenced _ -> "fenced";
            case BookState.Condition.Stopped _ -> "stopped";
        };
        return Json.object(json -> {
            json.writeNumberField("position", state.position());
            json.writeStringField("condition", condition);
        });
    }
}
