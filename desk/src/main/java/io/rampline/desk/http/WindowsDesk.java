package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.desk.futures.FansJson;
import io.rampline.desk.futures.LearntJson;
import io.rampline.desk.futures.LiveCountJson;
import io.rampline.desk.futures.StatedReliability;
import io.rampline.desk.http.LiveWindows.Counted;
import io.rampline.desk.http.LiveWindows.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The windows of the whole book: asked for, watched, summed up. */
final class WindowsDesk {
    private final LiveWindows windows;
    private final WindowText text;
    private final EventStream events;

    WindowsDesk(LiveWindows windows, WindowText text, Door door) {
        this.windows = windows;
        this.text = text;
        this.events = new EventStream("windows", door);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/windows", Permission.SEE_WINDOWS, this::see),
                Route.post("/api/v1/windows", Permission.COUNT_WINDOWS, this::count)
                        .taking(Route.Entity.OPTIONAL_JSON)
                        .costing(Route.Cost.COSTLY),
                Route.get("/api/v1/windows/progress", Permission.SEE_WINDOWS, this::watch)
                        .producing(Reply.EVENTS));
    }

    private Reply count(Call call) {
        call.fields();
        windows.begin();
        return new Reply.Whole(Reply.ACCEPTED, Reply.JSON, Json.object(this::progress))
                .with(Head.LOCATION, "/api/v1/windows");
    }

    private Reply watch(Call call) {
        return events.of(() -> windows.progress().isCounting(), this::progress);
    }

    private void progress(JsonGenerator json) throws IOException {
        Progress now = windows.progress();
        json.writeStringField(
                "state",
                now.isCounting()
                        ? "counting"
                        : windows.last().isPresent() ? "counted" : now.why().isEmpty() ? "not_yet_counted" : "failed");
        json.writeNumberField("done", now.done());
        json.writeNumberField("most", now.most());
        json.writeStringField("why", now.why());
        json.writeStringField("why_code", now.hindrance().code());
    }

    private Reply see(Call call) {
        Optional<Counted> last = windows.last();
        return Reply.ok(json -> {
            progress(json);
            text.age(json, last);
            LearntJson.write(json, windows.stated().last());
            reliability(json);
            json.writeFieldName("summary");
            if (last.isEmpty()) {
                json.writeNull();
            } else {
                json.writeStartObject();
                json.writeNumberField("took_milliseconds", last.get().took().toMillis());
                LiveCountJson.summary(json, last.get().count());
                FansJson.write(json, last.get().count());
                json.writeEndObject();
            }
        });
    }

    private void reliability(JsonGenerator json) throws IOException {
        Optional<StatedReliability> known =
                windows.stated().reliability().filter(reliability -> reliability.statements() > 0);
        if (known.isPresent()) {
            FansJson.reliability(json, known.get());
        } else {
            json.writeNullField("reliability");
        }
    }
}
