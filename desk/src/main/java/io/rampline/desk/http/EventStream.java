package io.rampline.desk.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What is to be known, as server-sent events: an event whenever it changed, and after a silence that would look like a
 * server that is gone.
 */
final class EventStream {
    private static final int WATCHERS_MOST = 16;
    private static final int RETRY_SECONDS = 10;
    private static final String END = "end";
    private static final Duration BEAT = Duration.ofMillis(500);

    /** Half seconds. Only by writing to somebody who has gone it is noticed that his place is free. */
    private static final int SILENT_BEATS_MOST = 8;

    private final StreamPlaces places;
    private final int silentBeatsMost;
    private final Door door;

    /** How far some work is: whoever watches is told what changed, for as long as it is under way. */
    EventStream(String what, Door door) {
        this(what, WATCHERS_MOST, SILENT_BEATS_MOST, door);
    }

    /**
     * Streams of a kind.
     *
     * @param what is watched, for whoever is told that too many do
     * @param watchersMost at once
     * @param silentBeatsMost half seconds without an event
     */
    EventStream(String what, int watchersMost, int silentBeatsMost, Door door) {
        this.places = new StreamPlaces(watchersMost + " watch " + what + " already", watchersMost, RETRY_SECONDS);
        this.silentBeatsMost = silentBeatsMost;
        this.door = door;
    }

    /**
     * A stream for one more watcher, of events {@code progress} and a last {@code end}.
     *
     * @param isUnderWay whether more is to come
     * @param now how far it is
     */
    Reply of(BooleanSupplier isUnderWay, Json.Part now) {
        return of(() -> isUnderWay.getAsBoolean() ? "progress" : END, now);
    }

    /**
     * A stream for one more watcher.
     *
     * @param event name of the event that is due; {@value #END} for the last one
     * @param now what it says
     */
    Reply of(Supplier<String> event, Json.Part now) {
        return places.open(out -> write(event, now, out));
    }

    private void write(Supplier<String> event, Json.Part part, OutputStream out) throws IOException {
        try {
            byte[] last = {};
            int silent = 0;
            boolean more = true;
            while (more) {
                String name = event.get();
                more = !name.equals(END) && !door.isClosing();
                byte[] now = Json.object(part);
                silent++;
                if (!more || silent >= silentBeatsMost || !Arrays.equals(now, last)) {
                    out.write(("event: " + name + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
                    out.write(now);
                    out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    last = now;
                    silent = 0;
                }
                if (more) {
                    Thread.sleep(BEAT);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
