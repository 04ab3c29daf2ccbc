package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.desk.timetable.Asking;
import io.rampline.desk.timetable.Extent;
import io.rampline.desk.timetable.Fingerprint;
import io.rampline.desk.timetable.LiveCase;
import io.rampline.desk.timetable.MarketAsking;
import io.rampline.desk.timetable.MarketGrid;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.orderbook.Outcome;
import io.rampline.promise.Answer;
import io.rampline.promise.Command.AdoptPlan;
import io.rampline.promise.Level;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.TimeOfBook;
import io.rampline.ramp.Question;
import io.rampline.ramp.plan.DemandCase;
import io.rampline.ramp.plan.Terms;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Capacity timetables of the book in use: asked for, watched, ended, adopted. What is told of them is kept in memory;
 * an adopted plan is in the book.
 */
final class TimetableDesk {
    private static final int REMEMBERED_MOST = 20;
    /** A search keeps a core busy for minutes, and customers book on the others. */
    private static final int RUNNING_MOST = 1;

    private static final int WATCHERS_MOST = 16;
    private static final int NAME_MOST = 200;
    private static final int PERMILLE = 1000;
    private static final Duration OLDEST = Duration.ofSeconds(1);
    private static final Duration BEAT = Duration.ofMillis(500);

    private final Book book;
    private final Answers answers;
    private final PromiseText text;
    private final Door door;
    private final Journal journal;
    private final AtomicInteger watchers = new AtomicInteger();
    private final Map<String, TimetableRun> runs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TimetableRun> eldest) {
            return size() > REMEMBERED_MOST;
        }
    };
    private int asked;

    TimetableDesk(Book book, PromiseText text, Door door, Journal journal) {
        this.book = book;
        this.answers = new Answers(book);
        this.text = text;
        this.door = door;
        this.journal = journal;
    }

    List<Route> routes() {
        String one = "/api/v1/timetables/{timetable_id}";
        return List.of(
                Route.post("/api/v1/timetables", Permission.ASK_TIMETABLE, this::begin)
                        .costing(Route.Cost.COSTLY),
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

    private Reply see(Call call) {
        return Reply.ok(run(call)::write);
    }

    private Reply cancel(Call call) {
        TimetableRun run = run(call);
        run.cancel();
        return Reply.ok(run::progress);
    }

    private Reply begin(Call call) {
        Fields body = call.fields(
                "wait_weeks",
                "from_week",
                "budget",
                "earliest",
                "starts",
                "without",
                "openings",
                "demand",
                "weeks",
                "gap_permille",
                "frontier_waits",
                "plan_only",
                "export");
        Book.View view = book.view(OLDEST);
        Scenario scenario = book.network().scenario().asOf(TimeOfBook.day(book.now()));
        if (scenario.planning().steps().isEmpty()) {
            throw new Problem(ProblemType.REFUSED, "the scenario of this book has no steps, so nothing can be decided");
        }
        Question question = question(body, scenario);
        boolean planOnly = body.flag("plan_only", false);
        Extent extent = new Extent(!planOnly, !planOnly, waits(body), market(body, scenario, question));
        OrderTable orders = view.ask(LiveCase::openOrders);
        TimetableRun run = add(call, scenario, view.position());
        Thread.ofVirtual().name("timetable " + run.id()).start(() -> carryOut(run, orders, question, extent));
        return new Reply.Whole(Reply.ACCEPTED, Reply.JSON, Json.object(run::write))
                .with(Head.LOCATION, "/api/v1/timetables/" + run.id());
    }

    private synchronized TimetableRun add(Call call, Scenario scenario, long position) {
        long running = runs.values().stream().filter(TimetableRun::isSeeking).count();
        if (running >= RUNNING_MOST) {
            throw new Problem(
                            ProblemType.BUSY,
                            "another timetable is being sought; nothing was begun. Maybe wait for it, or cancel it")
                    .retryAfter(TimeUnit.SECONDS.toNanos(10));
        }
        asked++;
        TimetableRun run = new TimetableRun(String.valueOf(asked), call.actor(), scenario, position, door::isClosing);
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

    private static Question question(Fields body, Scenario scenario) {
        Asking asking = new Asking(
                body.has("wait_weeks")
                        ? OptionalInt.of(body.whole("wait_weeks", 1, Asking.WAIT_MAX))
                        : OptionalInt.empty(),
                body.findText("from_week"),
                body.findText("budget").map(typed -> amount(body, typed)),
                body.flag("earliest", false),
                Optional.empty(),
                body.texts("starts"),
                body.texts("without"),
                body.texts("openings"),
                body.findText("demand").map(typed -> demand(body, typed)).orElse(DemandCase.MID),
                body.has("weeks") ? body.whole("weeks", 1, Asking.WAIT_MAX) : Asking.WEEKS_USUAL,
                body.has("gap_permille") ? body.whole("gap_permille", 0, PERMILLE) / 10.0 : 100 * Terms.USUAL_GAP,
                Terms.USUAL_WORK);
        try {
            return asking.question(scenario);
        } catch (MistakenQuestion mistaken) {
            throw new Problem(ProblemType.MALFORMED_BODY, String.valueOf(mistaken.getMessage()));
        }
    }

    private static BigDecimal amount(Fields body, String typed) {
        if (!typed.matches("\\d{1,15}([.]\\d{1,3})?")) {
            throw Problem.field(
                    body.within("budget"), typed, "an amount in major units as text, for instance \"2500000\"");
        }
        return new BigDecimal(typed);
    }

    private static DemandCase demand(Fields body, String typed) {
        return Arrays.stream(DemandCase.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst()
                .orElseThrow(() -> Problem.field(body.within("demand"), typed, "low, mid or high"));
    }

    private static List<Integer> waits(Fields body) {
        return body.objects("frontier_waits", Extent.FRONTIER_WAITS_MAX, Set.of("weeks")).stream()
                .map(wait -> wait.whole("weeks", 1, Asking.WAIT_MAX))
                .toList();
    }

    private static Optional<MarketGrid> market(Fields body, Scenario scenario, Question question) {
        return body.findObject("export", Set.of("market", "quotas", "opens_weeks", "home_waits"))
                .map(export -> {
                    MarketAsking asking = new MarketAsking(
                            export.text("market"),
                            export.texts("quotas"),
                            export.texts("opens_weeks"),
                            export.objects("home_waits", Extent.FRONTIER_WAITS_MAX, Set.of("weeks")).stream()
                                    .map(wait -> wait.whole("weeks", 1, Asking.WAIT_MAX))
                                    .toList());
                    try {
                        return asking.grid(scenario, question);
                    } catch (MistakenQuestion mistaken) {
                        throw new Problem(ProblemType.MALFORMED_BODY, String.valueOf(mistaken.getMessage()));
                    }
                });
    }

    private Reply watch(Call call) {
        TimetableRun run = run(call);
        if (watchers.get() >= WATCHERS_MOST) {
            throw new Problem(ProblemType.BUSY, WATCHERS_MOST + " watch timetables already")
                    .retryAfter(TimeUnit.SECONDS.toNanos(10));
        }
        return new Reply.Stream(Reply.EVENTS, out -> stream(run, out));
    }

    /** An event whenever something changed, and a last one. */
    private void stream(TimetableRun run, OutputStream out) throws IOException {
        watchers.incrementAndGet();
        try {
            byte[] last = {};
            boolean more = true;
            while (more) {
                more = run.isSeeking() && !door.isClosing();
                byte[] now = Json.object(run::progress);
                if (!more || !Arrays.equals(now, last)) {
                    out.write(("event: " + (run.isSeeking() ? "progress" : "end") + "\ndata: ")
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

    /** First on a copy of the book as it is now, which may have moved since the plan was made. */
    private Reply adopt(Call call) {
        Fields body = call.fields("name", "may_delay", "dry_run", "reason");
        TimetableReport report = run(call)
                .report()
                .filter(known -> known.planned().isPresent())
                .orElseThrow(() -> new Problem(
                        ProblemType.REFUSED, "found no plan to adopt, expected a timetable that is done and has one"));
        boolean mayDelay = body.flag("may_delay", false);
        boolean dryRun = body.flag("dry_run", true);
        Book.View view = book.view(Duration.ZERO);
        AdoptPlan command = command(view, report, body.findText("name").orElse("timetable"), mayDelay);
        Answer tried = view.copy().apply(command);
        if (tried instanceof Answer.PlanAdopted adopted && adopted.later() > 0 && !mayDelay) {
            throw new Problem(
                            ProblemType.REFUSED,
                            "the plan would bring " + adopted.later()
                                    + " orders later than promised, as the book is now; nothing was done. Maybe ask for"
                                    + " a new timetable, or say may_delay")
                    .with("code", "PLAN_DELAYS")
                    .with("later", adopted.later());
        }
        if (dryRun && tried instanceof Answer.PlanAdopted adopted) {
            return adopted(command, adopted, true, false);
        }
        Outcome.Answered done =
                answers.answered(call, Optional.of(body.findText("reason").orElse("plan adopted")), command);
        return adopted(command, Answers.as(Answer.PlanAdopted.class, done), false, done.repeated());
    }

    private AdoptPlan command(Book.View view, TimetableReport report, String name, boolean mayDelay) {
        Decisions decisions = report.planned().orElseThrow().plan().decisions();
        if (!decisions.openings().isEmpty()) {
            throw new Problem(
                    ProblemType.REFUSED,
                    "the plan opens a market, which a book cannot adopt. Maybe open it in the scenario's markets.csv and"
                            + " quotas.csv, and make the book of that");
        }
        if (name.length() > NAME_MOST) {
            throw Problem.field("name", name, "at most " + NAME_MOST + " characters");
        }
        Scenario scenario = book.network().scenario();
        int from = text.bucketOf(book.now()) + 1;
        List<Level> levels = view.ask((PromiseEngine engine) -> LiveCase.levels(scenario, decisions, engine, from));
        if (levels.isEmpty()) {
            throw new Problem(ProblemType.REFUSED, "the book has all that the plan gives already");
        }
        return new AdoptPlan(Fingerprint.of(scenario.horizon(), decisions), name, levels, mayDelay);
    }

    private static Reply adopted(AdoptPlan command, Answer.PlanAdopted adopted, boolean dryRun, boolean repeated) {
        return Reply.ok(json -> {
            json.writeBooleanField("dry_run", dryRun);
            json.writeBooleanField("repeated", repeated);
            json.writeNumberField("position", adopted.position());
            json.writeStringField("plan", command.plan());
            json.writeStringField("name", command.name());
            json.writeNumberField("levels", command.levels().size());
            json.writeNumberField("earlier", adopted.earlier());
            json.writeNumberField("later", adopted.later());
            json.writeNumberField("shortages", adopted.open().size());
        });
    }
}
