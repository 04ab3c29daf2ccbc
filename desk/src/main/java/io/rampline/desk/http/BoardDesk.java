package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.desk.board.Board;
import io.rampline.desk.board.BoardCount;
import io.rampline.factory.Opening;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import io.rampline.promise.AdoptedPlan;
import io.rampline.promise.TimeOfBook;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The board: what is promised, what waits, what binds, and the steps that are decided. */
final class BoardDesk {
    /** A board is looked at, not reckoned with: everybody sees the same count for so long. */
    private static final Duration OLDEST = Duration.ofSeconds(2);

    private final Book book;
    private final PromiseText text;
    private Optional<Counted> last = Optional.empty();

    private record Counted(int now, Board board, Optional<AdoptedPlan> plan) {}

    BoardDesk(Book book, PromiseText text) {
        this.book = book;
        this.text = text;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/board", Permission.SEE_BOARD, this::board));
    }

    private Reply board(Call call) {
        Book.View view = book.view(OLDEST);
        Counted counted = counted(view);
        LocalDate today = TimeOfBook.day(book.now());
        // A day later waits are shorter, though nothing has happened.
        String etag = "\"" + view.position() + "." + today + "\"";
        if (ReadDesk.isKnown(call.header(Head.IF_NONE_MATCH), etag)) {
            return Reply.empty(Reply.NOT_MODIFIED).with(Head.ETAG, etag);
        }
        Scenario scenario = book.network().scenario();
        return Reply.ok(json -> {
                    json.writeNumberField("position", view.position());
                    json.writeStringField("day", today.toString());
                    json.writeStringField("home_market", scenario.homeMarket());
                    json.writeStringField(
                            "plan", counted.plan().map(AdoptedPlan::name).orElse(null));
                    new BoardJson(counted.board(), text).write(json);
                    steps(json, scenario);
                    openings(json, scenario);
                })
                .with(Head.ETAG, etag);
    }

    private synchronized Counted counted(Book.View view) {
        int now = text.bucketOf(book.now());
        Optional<Counted> known = last.filter(old -> old.board().position() == view.position() && old.now() == now);
        if (known.isEmpty()) {
            known = Optional.of(view.ask(engine -> new Counted(now, BoardCount.of(engine, now), engine.planInForce())));
            last = known;
        }
        return known.get();
    }

    private void steps(JsonGenerator json, Scenario scenario) throws IOException {
        json.writeArrayFieldStart("steps");
        for (Step step : scenario.planning().steps()) {
            json.writeStartObject();
            json.writeStringField("step", step.name());
            json.writeStringField("earliest_week", text.week(step.earliestBucket()));
            json.writeStringField("latest_week", text.week(step.latestBucket()));
            json.writeNumberField("lead_weeks", step.leadWeeks());
            json.writeNumberField("cost_minor", step.costMinor());
            OptionalInt decided = step.decidedBucket();
            json.writeStringField("start_week", decided.isPresent() ? text.week(decided.getAsInt()) : null);
            json.writeStringField(
                    "effect_week", decided.isPresent() ? text.week(step.effectiveBucket(decided.getAsInt())) : null);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Markets that could open. */
    private void openings(JsonGenerator json, Scenario scenario) throws IOException {
        json.writeArrayFieldStart("openings");
        for (Opening opening : scenario.planning().openings()) {
            json.writeStartObject();
            json.writeStringField("opening", opening.resourceName());
            json.writeStringField("market", opening.market());
            json.writeStringField("earliest_week", text.week(opening.earliestBucket()));
            json.writeStringField("latest_week", text.week(opening.latestBucket()));
            json.writeNumberField("units_per_week_most", opening.unitsPerWeekMax());
            json.writeNumberField("cost_minor", opening.costMinor());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
