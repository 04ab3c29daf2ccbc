package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.factory.Horizon;
import io.rampline.factory.Resource;
import io.rampline.factory.Week;
import io.rampline.orderbook.Outcome;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Level;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.Shortage;
import io.rampline.promise.TimeOfBook;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be built and what has been: resources, buckets, changes of capacity, deliveries. */
final class PlantDesk {
    private static final int UNITS_MAX = 1_000_000;
    private static final int BUCKETS_PAGE = 10_000;
    private static final int DELIVERIES_MAX = 50_000;
    private static final Duration OLDEST = Duration.ofSeconds(1);

    private final Book book;
    private final Answers answers;
    private final PromiseText text;

    PlantDesk(Book book, PromiseText text) {
        this.book = book;
        this.answers = new Answers(book);
        this.text = text;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/resources", Permission.SEE_CAPACITY, this::resources),
                Route.get("/api/v1/buckets", Permission.SEE_CAPACITY, this::buckets)
                        .asking("kind", "name", "from_week", "to_week", "cursor"),
                Route.put("/api/v1/resources/{kind}/{name}/weeks/{week}", Permission.SET_CAPACITY, this::set),
                Route.post("/api/v1/capacity", Permission.SET_CAPACITY, this::setMany)
                        .costing(Route.Cost.COSTLY),
                Route.post("/api/v1/deliveries", Permission.REPORT_DELIVERY, this::deliver)
                        .taking(Route.Entity.BULK_JSON));
    }

    private Reply resources(Call call) {
        return Reply.ok(json -> {
            json.writeArrayFieldStart("resources");
            for (Resource resource : book.network().resources()) {
                json.writeStartObject();
                json.writeStringField("resource", resource.label());
                json.writeStringField("kind", PromiseText.typedKind(resource.kind()));
                json.writeStringField("name", resource.name());
                json.writeBooleanField("storable", resource.kind().storable());
                json.writeNumberField("opening_stock", resource.openingStock());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private Reply buckets(Call call) {
        Call.Query query = call.query();
        Horizon horizon = book.network().horizon();
        int from = query.find("from_week").map(week -> week("from_week", week)).orElse(0);
        int to = query.find("to_week").map(week -> week("to_week", week)).orElse(horizon.weeks() - 1);
        if (from > to) {
            throw Problem.parameter("from_week", horizon.week(from).toString(), "a week not after to_week");
        }
        Optional<Resource.Kind> kind = query.find("kind").map(name -> kind("kind", name));
        int[] resources = resources(kind, query.find("name"));
        int weeks = to - from + 1;
        long start = query.find("cursor").map(ReadDesk::cursor).orElse(0L);
        Book.View view = book.view(OLDEST);
        String etag = OrderDesk.etag(view.position());
        if (ReadDesk.isKnown(call.header(Head.IF_NONE_MATCH), etag)) {
            return Reply.empty(Reply.NOT_MODIFIED).with(Head.ETAG, etag);
        }
        long all = (long) resources.length * weeks;
        long end = Math.min(all, Math.min(start, all) + BUCKETS_PAGE);
        Function<PromiseEngine, Reply> asked = engine -> Reply.ok(json -> {
                    json.writeNumberField("position", engine.position());
                    json.writeArrayFieldStart("buckets");
                    for (long i = start; i < end; i++) {
                        int resource = resources[(int) (i / weeks)];
                        int bucket = from + (int) (i % weeks);
                        json.writeStartObject();
                        json.writeStringField("resource", text.label(resource));
                        json.writeStringField("week", text.week(bucket));
                        EntryJson.units(json, "capacity", engine.capacity(resource, bucket));
                        json.writeNumberField("promised", engine.promised(resource, bucket));
                        json.writeNumberField("free", engine.balance(resource, bucket));
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeStringField("next_cursor", end < all ? ReadDesk.cursor(end) : null);
                })
                .with(Head.ETAG, etag);
        return view.ask(asked);
    }

    private int[] resources(Optional<Resource.Kind> kind, Optional<String> name) {
        List<Resource> all = book.network().resources();
        int[] found = new int[all.size()];
        int count = 0;
        for (int i = 0; i < all.size(); i++) {
            Resource resource = all.get(i);
            if (kind.map(resource.kind()::equals).orElse(true)
                    && name.map(resource.name()::equals).orElse(true)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private int week(String parameter, String week) {
        Horizon horizon = book.network().horizon();
        Optional<Week> found = Week.find(week);
        if (found.isEmpty() || !horizon.holds(found.get())) {
            throw Problem.parameter(
                    parameter, week, "a week from " + horizon.week(0) + " to " + horizon.week(horizon.weeks() - 1));
        }
        return horizon.bucket(found.get());
    }

    static Resource.Kind kind(String parameter, String typed) {
        return Arrays.stream(Resource.Kind.values())
                .filter(kind -> PromiseText.typedKind(kind).equals(typed))
                .findFirst()
                .orElseThrow(() -> Problem.parameter(
                        parameter,
                        typed,
                        "one of "
                                + Arrays.stream(Resource.Kind.values())
                                        .map(PromiseText::typedKind)
                                        .collect(Collectors.joining(", "))));
    }

    /** The number of a resource. */
    static int resource(Book book, String typedKind, String name) {
        OptionalInt found = book.network().findResource(kind("kind", typedKind), name);
        return found.orElseThrow(() -> new Problem(
                        ProblemType.REFUSED,
                        "no " + typedKind + " " + Problem.clipped(name) + " has a limit; /api/v1/resources lists those")
                .with("code", "UNKNOWN_RESOURCE"));
    }

    private Reply set(Call call) {
        int resource = resource(book, call.parameter(0), call.parameter(1));
        int bucket = week("week", call.parameter(2));
        Fields body = call.fields("units", "reason");
        int units = body.whole("units", 0, UNITS_MAX);
        Outcome.Answered answered = answers.answered(
                call, Optional.of(body.text("reason")), new Command.SetCapacity(resource, bucket, units));
        Answer.CapacitySet set = Answers.as(Answer.CapacitySet.class, answered);
        return Reply.ok(json -> {
            json.writeStringField("resource", text.label(resource));
            json.writeStringField("week", text.week(bucket));
            json.writeNumberField("units", units);
            done(json, set, answered.repeated());
        });
    }

    /** All at once: orders move when every level is set. */
    private Reply setMany(Call call) {
        Fields body = call.fields("changes", "reason");
        List<Level> levels = LevelsBody.levels(book, body);
        Outcome.Answered answered =
                answers.answered(call, Optional.of(body.text("reason")), new Command.SetCapacity(levels));
        Answer.CapacitySet set = Answers.as(Answer.CapacitySet.class, answered);
        return Reply.ok(json -> {
            json.writeNumberField("levels", levels.size());
            done(json, set, answered.repeated());
        });
    }

    private void done(JsonGenerator json, Answer.CapacitySet set, boolean repeated) throws IOException {
        json.writeNumberField("position", set.position());
        json.writeBooleanField("repeated", repeated);
        json.writeNumberField("moved", set.moved());
        json.writeArrayFieldStart("open_shortages");
        for (Shortage shortage : set.open()) {
            json.writeStartObject();
            json.writeStringField("resource", text.label(shortage.resource()));
            json.writeStringField("week", text.week(shortage.bucket()));
            json.writeNumberField("units", shortage.units());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Each delivery is a command of its own: those that can be done are done, the others are named. */
    private Reply deliver(Call call) {
        Fields body = call.fields("deliveries");
        List<Fields> rows = body.objects("deliveries", DELIVERIES_MAX, Set.of("order_id", "delivered_on"));
        List<Command.Deliver> commands = rows.stream().map(PlantDesk::delivery).toList();
        return new Deliveries(book, call).report(commands);
    }

    private static Command.Deliver delivery(Fields row) {
        String day = row.text("delivered_on");
        try {
            LocalDate date = LocalDate.parse(day);
            if (date.getYear() >= 1970 && date.getYear() < 2200) {
                return new Command.Deliver(row.text("order_id"), TimeOfBook.startOfDayMicros(date));
            }
        } catch (DateTimeException noDay) {
            // Said below, as for a day out of range.
        }
        throw Problem.field(row.within("delivered_on"), day, "a day such as 2026-03-05");
    }
}
