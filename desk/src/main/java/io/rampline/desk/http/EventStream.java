package io.rampline.desk.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** How far some work is, as server-sent events: an event whenever something changed, and a last one. */
final class EventStream {
    private static final int WATCHERS_MOST = 16;
    private static final Duration BEAT = Duration.ofMillis(500);

    private final String what;
    private final Door door;
    private final AtomicInteger watchers = new AtomicInteger();

    /** @param what is watched, for whoever is told that too many do */
    EventStream(String what, Door door) {
        this.what = what;
        this.door = door;
    }

    /**
     * A stream for one more watcher.
     *
     * @param isUnderWay whether more is to come
     * @param now how far it is
     */
    Reply of(BooleanSupplier isUnderWay, Json.Part now) {
        if (watchers.get() >= WATCHERS_MOST) {
            throw new Problem(ProblemType.BUSY, WATCHERS_MOST + " watch " + what + " already")
                    .retryAfter(TimeUnit.SECONDS.toNanos(10));
        }
        return new Reply.Stream(Reply.EVENTS, out -> write(isUnderWay, now, out));
    }

    private void write(BooleanSupplier isUnderWay, Json.Part part, OutputStream out) throws IOException {
        watchers.incrementAndGet();
        try {
            byte[] last = {};
            boolean more = true;
            while (more) {
                boolean isOver = !isUnderWay.getAsBoolean();
                more = !isOver && !door.isClosing();
                byte[] now = Json.object(part);
                if (!more || !Arrays.equals(now, last)) {
                    out.write(("event: " + (isOver ? "end" : "progress") + "\ndata: ")
                            .getBytes(StandardCharsets.US_ASCII));
                    out.write(now);
                    out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    last = now;
                }
                if (more) {
                    Thread.sleep(BEAT);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            watchers.decrementAndGet();
        }
    }
}
