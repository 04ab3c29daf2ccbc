package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.desk.timetable.Extent;
import io.rampline.desk.timetable.LiveCase;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.factory.Scenario;
import io.rampline.promise.OrderTable;
import io.rampline.promise.TimeOfBook;
import io.rampline.ramp.Question;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Capacity timetables of the book in use: asked for, watched, ended, adopted. What is told of them is kept in memory;
 * an adopted plan is in the book.
 */
final class TimetableDesk {
    private static final int REMEMBERED_MOST = 20;
    /** A search keeps a core busy for minutes, and customers book on the others. */
    private static final int RUNNING_MOST = 1;

    private static final Duration OLDEST = Duration.ofSeconds(1);

    private final Book book;
    private final AdoptionDesk adoption;
    private final Door door;
    private final Journal journal;
    private final EventStream events;
    private final Map<String, TimetableRun> runs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TimetableRun> eldest) {
            return size() > REMEMBERED_MOST;
        }
    };
    private int asked;

    TimetableDesk(Book book, AdoptionDesk adoption, Door door, Journal journal) {
        this.book = book;
        this.adoption = adoption;
        this.door = door;
        this.journal = journal;
        this.events = new EventStream("timetables", door);
    }

    List<Route> routes() {
        String one = "/api/v1/timetables/{timetable_id}";
        return List.of(
                Route.post("/api/v1/timetables", Permission.ASK_TIMETABLE, this::begin)
                        .costing(Route.Cost.COSTLY),
                Route.get("/api/v1/timetables", Permission.ASK_TIMETABLE, this::list),
                Route.get(one, Permission.ASK_TIMETABLE, this::see),
                Route.get(one + "/progress", Permission.ASK_TIMETABLE, this::watch)
                        .producing(Reply.EVENTS),
                Route.delete(one, Permission.ASK_TIMETABLE, this::cancel),
                Route.post(one + "/adopt", Permission.ADOPT_PLAN, this::adopt).costing(Route.Cost.COSTLY));
    }

    private synchronized TimetableRun run(Call call) {
        TimetableRun run = runs.get(call.parameter(0));
        if (run == null) {
            throw new Problem(ProblemType.NOT_FOUND, "no timetable of this name since the desk opened");
        }
        return run;
    }

    private Reply list(Call call) {
        List<TimetableRun> newest;
        synchronized (this) {
            newest = List.copyOf(runs.values()).reversed();
        }
        return Reply.ok(json -> {
            json.writeArrayFieldStart("timetables");
            for (TimetableRun run : newest) {
                json.writeStartObject();
                run.progress(json);
                json.writeStringField("asked_by", run.actor());
                json.writeBooleanField("of_market", run.isOfMarket());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private Reply see(Call call) {
        return Reply.ok(run(call)::write);
    }

    private Reply cancel(Call call) {
        TimetableRun run = run(call);
        run.cancel();
        return Reply.ok(run::progress);
    }

    private Reply begin(Call call) {
        TimetableBody body = TimetableBody.of(call);
        Book.View view = book.view(OLDEST);
        Scenario scenario = book.network().scenario().asOf(TimeOfBook.day(book.now()));
        if (scenario.planning().steps().isEmpty()) {
            throw new Problem(ProblemType.REFUSED, "the scenario of this book has no steps, so nothing can be decided")
                    .with("code", "NO_STEPS");
        }
        Question question = body.question(scenario);
        Extent extent = body.extent(scenario, question);
        OrderTable orders = view.ask(LiveCase::openOrders);
        TimetableRun run = add(call, scenario, view.position(), extent.market().isPresent());
        Thread.ofVirtual().name("timetable " + run.id()).start(() -> carryOut(run, orders, question, extent));
        return new Reply.Whole(Reply.ACCEPTED, Reply.JSON, Json.object(run::write))
                .with(Head.LOCATION, "/api/v1/timetables/" + run.id());
    }

    private synchronized TimetableRun add(Call call, Scenario scenario, long position, boolean isOfMarket) {
        long running = runs.values().stream().filter(TimetableRun::isSeeking).count();
        if (running >= RUNNING_MOST) {
            throw new Problem(
                            ProblemType.BUSY,
                            "another timetable is being sought; nothing was begun. Maybe wait for it, or cancel it")
                    .with("code", "SEARCH_RUNNING")
                    .retryAfter(TimeUnit.SECONDS.toNanos(10));
        }
        asked++;
        TimetableRun run =
                new TimetableRun(String.valueOf(asked), call.actor(), scenario, position, isOfMarket, door::isClosing);
        runs.put(run.id(), run);
        return run;
    }

    private void carryOut(TimetableRun run, OrderTable orders, Question question, Extent extent) {
        door.enter();
        try {
            run.carryOut(orders, question, extent);
        } catch (RuntimeException fault) {
            journal.fault("timetable", fault);
        } finally {
            door.leave();
        }
    }

    private Reply watch(Call call) {
        TimetableRun run = run(call);
        return events.of(run::isSeeking, run::progress);
    }

    private Reply adopt(Call call) {
        Fields body = call.fields("name", "may_delay", "dry_run", "reason");
        TimetableReport report = run(call)
                .report()
                .filter(known -> known.planned().isPresent())
                .orElseThrow(() -> new Problem(
                        ProblemType.REFUSED, "found no plan to adopt, expected a timetable that is done and has one"));
        return adoption.adopt(call, body, report.planned().orElseThrow().plan().decisions());
    }
}
