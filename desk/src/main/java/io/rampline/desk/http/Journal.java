package io.rampline.desk.http;

import io.rampline.desk.access.Principal;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The log: one line of JSON for each thing noted, written by a thread of its own so that no request waits for a disk.
 * When more comes than can be written, lines are left out and their number is said.
 *
 * <p>Personal data: a request's line names the order and nothing about who asked but the role. Only a denial names the
 * principal, because that is what an audit asks for.
 */
final class Journal implements AutoCloseable {
    private static final int WAITING_MAX = 10_000;
    private static final int TRACE_LINES_MAX = 40;

    private final PrintStream out;
    private final InstantSource clock;
    private final boolean everyRequest;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicLong leftOut = new AtomicLong();
    private final Thread writer;
    private volatile boolean isClosing;

    /** @param everyRequest whether ordinary requests have a line too, not only faults, denials and failures */
    Journal(PrintStream out, InstantSource clock, boolean everyRequest) {
        this.out = out;
        this.clock = clock;
        this.everyRequest = everyRequest;
        this.writer = Thread.ofPlatform().name("journal").daemon().start(this::write);
    }

    /** Notes an answer: always when it failed, otherwise when every request is noted. */
    void answered(Incoming incoming, String requestId, String route, int status, long micros) {
        if (!everyRequest && status < 500) {
            return;
        }
        note("request", json -> {
            json.writeStringField("request_id", requestId);
            json.writeStringField("method", Problem.clipped(incoming.method()));
            json.writeStringField("route", route);
            json.writeStringField("path", Problem.clipped(incoming.rawPath()));
            json.writeNumberField("status", status);
            json.writeNumberField("micros", micros);
        });
    }

    /** The audit line of a denial. */
    void denied(String requestId, String route, Optional<Principal> principal, String orderId, String why) {
        note("denied", json -> {
            json.writeStringField("request_id", requestId);
            json.writeStringField("route", route);
            json.writeStringField("role", principal.map(p -> p.role().label()).orElse("nobody"));
            json.writeStringField("principal", principal.map(Principal::name).orElse(""));
            json.writeStringField("order_id", orderId);
            json.writeStringField("why", why);
        });
    }

    void fault(String requestId, Throwable fault) {
        note("fault", json -> {
            json.writeStringField("request_id", requestId);
            json.writeStringField("fault", fault.toString());
            json.writeArrayFieldStart("at");
            StackTraceElement[] trace = fault.getStackTrace();
            for (int i = 0; i < Math.min(TRACE_LINES_MAX, trace.length); i++) {
                json.writeString(trace[i].toString());
            }
            json.writeEndArray();
        });
    }

    /** Something of the desk itself: it opened, it closes. */
    void said(String what) {
        note("desk", json -> json.writeStringField("said", what));
    }

    private void note(String kind, Json.Part content) {
        byte[] line = Json.object(json -> {
            json.writeStringField("at", clock.instant().toString());
            json.writeStringField("kind", kind);
            content.write(json);
        });
        if (!waiting.offer(line)) {
            leftOut.incrementAndGet();
        }
    }

    private void write() {
        while (!isClosing || !waiting.isEmpty()) {
            try {
                byte[] line = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (line != null) {
                    out.write(line, 0, line.length);
                    out.write('\n');
                    sayLeftOut();
                }
                if (waiting.isEmpty()) {
                    out.flush();
                }
            } catch (InterruptedException closing) {
                isClosing = true;
            }
        }
    }

    private void sayLeftOut() {
        long count = leftOut.getAndSet(0);
        if (count > 0) {
            said(count + " lines left out: more came than could be written");
        }
    }

    @Override
    public void close() {
        isClosing = true;
        try {
            writer.join(2_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
