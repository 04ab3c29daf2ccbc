package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.desk.board.Board;
import io.rampline.desk.board.BoardCount;
import io.rampline.desk.timetable.Decided;
import io.rampline.desk.timetable.LiveCase;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.orderbook.Outcome;
import io.rampline.promise.Answer;
import io.rampline.promise.Command.Repromise;
import io.rampline.promise.Command.SetCapacity;
import io.rampline.promise.GainsAndLosses;
import io.rampline.promise.Level;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.Strategy;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Levers tried on a copy of the book: steps in other weeks, other capacity, supply or quotas. The answer is a whole
 * board as it would be, and who gains and who loses. Nothing is written.
 */
final class LeverDesk {
    private static final Duration OLDEST = Duration.ofSeconds(5);

    private final Book book;
    private final PromiseText text;

    LeverDesk(Book book, PromiseText text) {
        this.book = book;
        this.text = text;
    }

    List<Route> routes() {
        return List.of(Route.post("/api/v1/lever-trials", Permission.ASK_WHAT_IF, this::attempt)
                .costing(Route.Cost.TRIAL));
    }

    private Reply attempt(Call call) {
        Fields body = call.fields("changes", "starts", "openings");
        List<Level> changes = LevelsBody.levels(book, body);
        List<String> typed = body.texts("starts", AdoptionDesk.STARTS_MAX);
        Scenario scenario = book.network().scenario();
        Map<String, Integer> starts = starts(scenario, typed);
        Book.View view = book.view(OLDEST);
        int[] before = view.deliveries();
        PromiseEngine copy = view.copy();
        int nowBucket = text.bucketOf(book.now());
        Optional<Decisions> decisions = decisions(scenario, body, starts);
        List<Level> levels = levels(scenario, decisions, changes, copy, nowBucket + 1);
        if (!levels.isEmpty()) {
            done(Answer.CapacitySet.class, copy.apply(new SetCapacity(levels)));
            done(Answer.Repromised.class, copy.apply(new Repromise(List.of(), Strategy.GAIN, false)));
        }
        Board after = BoardCount.of(copy, nowBucket);
        WhatIf result = new WhatIf(
                GainsAndLosses.of(before, copy), 0, copy.openShortages().size());
        return Reply.ok(json -> {
            json.writeNumberField("position", view.position());
            json.writeNumberField("levels", levels.size());
            json.writeObjectFieldStart("gains");
            result.write(json, text, nowBucket);
            json.writeEndObject();
            json.writeObjectFieldStart("after");
            new BoardJson(after, text).write(json);
            json.writeEndObject();
            flaws(json, StepFlaw.of(scenario, starts));
        });
    }

    /** Steps and openings; empty when neither is said. */
    private static Optional<Decisions> decisions(Scenario scenario, Fields body, Map<String, Integer> starts) {
        if (!body.has("starts") && !body.has("openings")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Decisions(
                    starts.entrySet().stream()
                            .map(start -> new Decisions.Start(start.getKey(), start.getValue()))
                            .toList(),
                    body.texts("openings", AdoptionDesk.OPENINGS_MAX).stream()
                            .map(typed -> Decided.opened(scenario, typed))
                            .toList()));
        } catch (MistakenQuestion | IllegalArgumentException mistaken) {
            throw new Problem(ProblemType.MALFORMED_BODY, String.valueOf(mistaken.getMessage()));
        }
    }

    /** What steps and openings give, if any are said, and over it what is set by hand. */
    private static List<Level> levels(
            Scenario scenario,
            Optional<Decisions> decisions,
            List<Level> changes,
            PromiseEngine engine,
            int fromBucket) {
        SortedMap<Level, Level> levels = new TreeMap<>();
        decisions.ifPresent(said ->
                LiveCase.levels(scenario, said, engine, fromBucket).forEach(level -> levels.put(cell(level), level)));
        changes.forEach(level -> levels.put(cell(level), level));
        return List.copyOf(levels.values());
    }

    private static Level cell(Level level) {
        return new Level(level.resource(), level.bucket(), 0);
    }

    private static void done(Class<? extends Answer> expected, Answer answer) {
        Answers.as(expected, new Outcome.Answered(answer, false));
    }

    private static Map<String, Integer> starts(Scenario scenario, List<String> typed) {
        Map<String, Integer> starts = new LinkedHashMap<>();
        try {
            for (String start : typed) {
                Decisions.Start decided = Decided.begun(scenario, start);
                if (starts.put(decided.step(), decided.bucket()) != null) {
                    throw Problem.field("starts", start, "each step once");
                }
            }
        } catch (MistakenQuestion mistaken) {
            throw Problem.mistaken(ProblemType.MALFORMED_BODY, mistaken);
        }
        return starts;
    }

    private void flaws(JsonGenerator json, List<StepFlaw> flaws) throws IOException {
        json.writeArrayFieldStart("flaws");
        for (StepFlaw flaw : flaws) {
            json.writeString(flaw.sentence(text));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("step_flaws");
        for (StepFlaw flaw : flaws) {
            json.writeStartObject();
            json.writeStringField("step", flaw.step());
            flaw.members(json, text);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
