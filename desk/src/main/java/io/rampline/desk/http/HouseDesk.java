package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.orderbook.BookState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What those ask who run the house: does it live, is it ready, what does it count, what can be asked. */
final class HouseDesk {
    private final Book book;
    private final Door door;
    private final Metrics metrics;
    private final WindowMetrics windows;
    private final InstantSource clock;
    private final byte[] openApi;

    HouseDesk(Book book, Door door, Metrics metrics, WindowMetrics windows, InstantSource clock) {
        this.windows = windows;
        this.clock = clock;
        this.book = book;
        this.door = door;
        this.metrics = metrics;
        this.openApi = openApi();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/healthz", Permission.ANYBODY, this::health).costing(Route.Cost.FREE),
                Route.get("/readyz", Permission.ANYBODY, this::ready).costing(Route.Cost.FREE),
                Route.get("/openapi.yaml", Permission.ANYBODY, this::openApi)
                        .costing(Route.Cost.FREE)
                        .producing(Reply.YAML),
                Route.get("/metrics", Permission.SEE_METRICS, this::metrics)
                        .costing(Route.Cost.FREE)
                        .producing(Reply.METRICS));
    }

    private Reply health(Call call) {
        return Reply.ok(json -> json.writeStringField("status", "up"));
    }

    private Reply ready(Call call) {
        door.mustBeOpen();
        BookState state = book.state();
        Optional<String> why = switch (state.condition()) {
            case BookState.Condition.Serving _ -> Optional.empty();
            case BookState.Condition.Recovering recovering -> Optional.of("recovering: " + recovering.why());
            case BookState.Condition.Fenced _ -> Optional.of("in the hands of another engine");
            case BookState.Condition.Stopped stopped -> Optional.of("stopped: " + stopped.why());
        };
        if (why.isPresent()) {
            throw new Problem(ProblemType.UNAVAILABLE, "the book is " + why.get())
                    .retryAfter(TimeUnit.SECONDS.toNanos(5));
        }
        return Reply.ok(json -> {
            json.writeStringField("status", "ready");
            json.writeNumberField("position", state.position());
        });
    }

    private Reply openApi(Call call) {
        return new Reply.Whole(Reply.OK, Reply.YAML, openApi);
    }

    private Reply metrics(Call call) {
        byte[] house = metrics.text(book.state(), door.inside(), clock.instant());
        byte[] sure = windows.text();
        byte[] all = Arrays.copyOf(house, house.length + sure.length);
        System.arraycopy(sure, 0, all, house.length, sure.length);
        return new Reply.Whole(Reply.OK, Reply.METRICS, all);
    }

    static byte[] openApi() {
        try (InputStream file = HouseDesk.class.getResourceAsStream("openapi.yaml")) {
            if (file == null) {
                throw new IllegalStateException("found no openapi.yaml beside the classes, expected it in the jar");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
