package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.orderbook.BookState;
import java.io.IOException;
import java.util.List;

/**
 * Whether the book lives and how far it is, as server-sent events: what a page that is left open needs to know when to
 * ask again. Unlike the stream of changes it is as small on a launch night as on a Sunday.
 */
final class Pulse {
    private static final int STREAMS_MAX = 256;
    /** Half seconds: a page that hears nothing for longer says that the server is gone. */
    private static final int SILENT_BEATS_MAX = 8;

    private final Book book;
    private final EventStream events;

    Pulse(Book book, Door door) {
        this.book = book;
        this.events = new EventStream("the pulse", STREAMS_MAX, SILENT_BEATS_MAX, door);
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/pulse", Permission.SEE_BOARD, _ -> events.of(() -> "pulse", this::beat))
                .producing(Reply.EVENTS));
    }

    private void beat(JsonGenerator json) throws IOException {
        BookState state = book.state();
        String condition = switch (state.condition()) {
            case BookState.Condition.Serving _ -> "serving";
            case BookState.Condition.Recovering _ -> "recovering";
            case BookState.Condition.Fenced _ -> "fenced";
            case BookState.Condition.Stopped _ -> "stopped";
        };
        json.writeNumberField("position", state.position());
        json.writeStringField("condition", condition);
    }
}
