package io.rampline.desk.http;

import io.rampline.orderbook.BookState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What is counted, in the text format of Prometheus. Counting costs a few additions. */
final class Metrics {
    /** Upper ends in microseconds. */
    private static final long[] LATENCY_MICROS = {
        500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 10_000_000
    };

    private static final int STATUS_MIN = 200;
    private static final int STATUSES = 400;

    private List<Route> routes = List.of();
    private LongAdder[][] byRouteAndStatus = new LongAdder[1][STATUSES];
    private final LongAdder[] latency = adders(LATENCY_MICROS.length + 1);
    private final LongAdder latencyMicros = new LongAdder();
    private final LongAdder streams = new LongAdder();
    private final Map<String, LongAdder> refusals = new ConcurrentSkipListMap<>();

    /** The routes that there are; said once, before the first request. */
    void countFor(List<Route> all) {
        this.routes = List.copyOf(all);
        // The last row is for requests that no route was found for.
        this.byRouteAndStatus = new LongAdder[all.size() + 1][STATUSES];
    }

    private static LongAdder[] adders(int count) {
        LongAdder[] adders = new LongAdder[count];
        for (int i = 0; i < count; i++) {
            adders[i] = new LongAdder();
        }
        return adders;
    }

    void count(int routeNumber, int status, long micros) {
        adder(routeNumber < 0 ? routes.size() : routeNumber, status).increment();
        int i = 0;
        while (i < LATENCY_MICROS.length && micros > LATENCY_MICROS[i]) {
            i++;
        }
        latency[i].increment();
        latencyMicros.add(micros);
    }

    private LongAdder adder(int row, int status) {
        int column = Math.clamp(status - (long) STATUS_MIN, 0, STATUSES - 1);
        LongAdder adder = byRouteAndStatus[row][column];
        if (adder == null) {
            synchronized (refusals) {
                adder = byRouteAndStatus[row][column];
                if (adder == null) {
                    adder = new LongAdder();
                    byRouteAndStatus[row][column] = adder;
                }
            }
        }
        return adder;
    }

    void countRefusal(String code) {
        refusals.computeIfAbsent(code, _ -> new LongAdder()).increment();
    }

    void streamOpened() {
        streams.increment();
    }

    void streamClosed() {
        streams.decrement();
    }

    byte[] text(BookState state, long inside, Instant now) {
        StringBuilder text = new StringBuilder(4096);
        requests(text);
        histogram(text);
        head(text, "rampline_refusals_total", "counter", "Refusals by code.");
        refusals.forEach((code, count) ->
                line(text, "rampline_refusals_total{code=\"" + code.toLowerCase(Locale.ROOT) + "\"}", count.sum()));
        gauge(text, "rampline_requests_inside", "Requests being answered.", inside);
        gauge(text, "rampline_change_streams", "Open streams of changes.", streams.sum());
        gauge(
                text,
                "rampline_book_serving",
                "1 when the book takes orders.",
                state.condition() instanceof BookState.Condition.Serving ? 1 : 0);
        gauge(text, "rampline_book_queue_length", "Commands waiting for the engine.", state.waiting());
        gauge(text, "rampline_book_position", "Number of the last durable entry.", state.position());
        head(text, "rampline_book_commits_total", "counter", "Transactions since the start.");
        line(text, "rampline_book_commits_total", state.batches());
        head(
                text,
                "rampline_book_entries_total",
                "counter",
                "Entries since the start; by commits it is the batch size.");
        line(text, "rampline_book_entries_total", state.entries());
        head(text, "rampline_book_since_commit_seconds", "gauge", "Age of the last commit.");
        text.append("rampline_book_since_commit_seconds ");
        seconds(text, Math.max(0, ChronoUnit.MICROS.between(state.lastCommit(), now)))
                .append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void requests(StringBuilder text) {
        head(text, "rampline_requests_total", "counter", "Requests by route and status.");
        for (int row = 0; row < byRouteAndStatus.length; row++) {
            for (int column = 0; column < STATUSES; column++) {
                LongAdder count = byRouteAndStatus[row][column];
                if (count != null) {
                    String method =
                            row < routes.size() ? routes.get(row).method().name() : "none";
                    String path = row < routes.size() ? routes.get(row).path() : "none";
                    line(
                            text,
                            "rampline_requests_total{method=\"" + method + "\",route=\"" + path + "\",status=\""
                                    + (STATUS_MIN + column) + "\"}",
                            count.sum());
                }
            }
        }
    }

    private void histogram(StringBuilder text) {
        head(text, "rampline_request_seconds", "histogram", "From the first byte read to the answer.");
        long count = 0;
        for (int i = 0; i < LATENCY_MICROS.length; i++) {
            count += latency[i].sum();
            text.append("rampline_request_seconds_bucket{le=\"");
            seconds(text, LATENCY_MICROS[i]).append("\"} ").append(count).append('\n');
        }
        count += latency[LATENCY_MICROS.length].sum();
        line(text, "rampline_request_seconds_bucket{le=\"+Inf\"}", count);
        text.append("rampline_request_seconds_sum ");
        seconds(text, latencyMicros.sum()).append('\n');
        line(text, "rampline_request_seconds_count", count);
    }

    private static StringBuilder seconds(StringBuilder text, long micros) {
        return text.append(micros / 1_000_000)
                .append('.')
                .append(String.format(Locale.ROOT, "%06d", micros % 1_000_000));
    }

    private static void gauge(StringBuilder text, String name, String meaning, long value) {
        head(text, name, "gauge", meaning);
        line(text, name, value);
    }

    private static void head(StringBuilder text, String name, String kind, String meaning) {
        text.append("# HELP ").append(name).append(' ').append(meaning).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(kind).append('\n');
    }

    private static void line(StringBuilder text, String name, long value) {
        text.append(name).append(' ').append(value).append('\n');
    }
}
