package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.desk.futures.LiveCountJson;
import io.rampline.desk.futures.LiveLine;
import io.rampline.desk.timetable.Asking;
import io.rampline.desk.timetable.LiveCase;
import io.rampline.factory.Decisions;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Horizon;
import io.rampline.factory.Week;
import io.rampline.promise.Answer;
import io.rampline.promise.Command.SetCapacity;
import io.rampline.promise.Level;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.TimeOfBook;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.window.Tally;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How sure a plan is before anybody adopts it: the book with what the plan gives, in futures of output, outages,
 * arrivals and cancellations, and the share of them in which a wait holds for everybody. Nothing is written.
 */
final class PlanFuturesDesk {
    /** A probability to four points in 95 of 100 cases, in a third to half a second for 441,929 orders. */
    private static final int FUTURES_MOST = 500;

    /** Between two looks at whether somebody waits for the engine. */
    private static final int BATCH = 8;

    private static final long SEED = 1;
    private static final Duration OLDEST = Duration.ofSeconds(5);

    private final Book book;
    private final PromiseText text;
    private final AdoptionDesk adoption;
    private final WindowSettings settings;
    private final GivingWay way;

    PlanFuturesDesk(Book book, PromiseText text, AdoptionDesk adoption, WindowSettings settings, Door door) {
        this.book = book;
        this.text = text;
        this.adoption = adoption;
        this.settings = settings;
        this.way = new GivingWay(book, door);
    }

    List<Route> routes() {
        return List.of(Route.post("/api/v1/plan-futures", Permission.ASK_TIMETABLE, this::count)
                .costing(Route.Cost.COSTLY));
    }

    private Reply count(Call call) {
        Fields body = call.fields("starts", "openings", "wait_weeks", "from_week");
        Decisions decisions = adoption.decisions(
                body.texts("starts", AdoptionDesk.STARTS_MAX), body.texts("openings", AdoptionDesk.OPENINGS_MAX));
        int nowBucket = text.bucketOf(book.now());
        Optional<Guarantee> asked = body.has("wait_weeks")
                ? Optional.of(new Guarantee(
                        Optional.empty(),
                        Optional.empty(),
                        body.whole("wait_weeks", 1, Asking.WAIT_MAX),
                        body.findText("from_week").map(this::bucket).orElse(nowBucket + 1)))
                : Optional.empty();
        Book.View view = book.view(OLDEST);
        PromiseEngine copy = view.copy();
        List<Level> levels = LiveCase.levels(book.network().scenario(), decisions, copy, nowBucket + 1);
        if (!levels.isEmpty()) {
            Answers.tried(Answer.CapacitySet.class, copy.apply(new SetCapacity(levels)));
        }
        LocalDate today = TimeOfBook.day(book.now());
        LiveLine line = LiveLine.of(copy, today);
        Tally tally =
                lived(asked.isEmpty() ? line : line.guaranteeing(asked.stream().toList()));
        return Reply.ok(json -> {
            json.writeNumberField("position", view.position());
            json.writeNumberField("levels", levels.size());
            write(json, tally, asked);
        });
    }

    private int bucket(String typed) {
        Horizon horizon = book.network().horizon();
        return Week.find(typed)
                .filter(horizon::holds)
                .map(horizon::bucket)
                .orElseThrow(() -> Problem.field(
                        "from_week",
                        typed,
                        "a week from " + horizon.week(0) + " to " + horizon.week(horizon.weeks() - 1)));
    }

    private Tally lived(LiveLine line) {
        Simulation.Worker worker = line.simulation(settings.uncertainty(), SEED).worker();
        int most = Math.min(FUTURES_MOST, settings.futures());
        for (int future = 0; future < most; future++) {
            if (future % BATCH == 0 && !way.goOn()) {
                throw new Problem(ProblemType.SHUTTING_DOWN, "the desk closes; nothing was counted");
            }
            worker.live(future);
        }
        return worker.tally();
    }

    private void write(JsonGenerator json, Tally tally, Optional<Guarantee> asked) throws IOException {
        json.writeNumberField("futures", tally.futures());
        if (asked.isPresent()) {
            json.writeNumberField("wait_weeks", asked.get().waitWeeks());
            json.writeStringField("from_week", text.week(asked.get().fromBucket()));
        } else {
            json.writeNullField("wait_weeks");
            json.writeNullField("from_week");
        }
        if (tally.guarantees().isAnyAsked()) {
            json.writeNumberField(
                    "probability", LiveCountJson.share((double) tally.allKept() / Math.max(1, tally.futures())));
        } else {
            json.writeNullField("probability");
        }
    }
}
