package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.orderbook.Outcome;
import io.rampline.promise.Answer;
import io.rampline.promise.Command.Assignment;
import io.rampline.promise.Command.Repromise;
import io.rampline.promise.Command.SetCapacity;
import io.rampline.promise.Difference;
import io.rampline.promise.GainsAndLosses;
import io.rampline.promise.Level;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Promises the book again, for good or on a copy. */
final class PlanDesk {
    private static final int ASSIGNMENTS_MAX = 100;
    private static final int LISTED_MAX = 1_000;
    private static final Duration OLDEST = Duration.ofSeconds(1);

    private final Book book;
    private final Answers answers;
    private final PromiseText text;

    PlanDesk(Book book, PromiseText text) {
        this.book = book;
        this.answers = new Answers(book);
        this.text = text;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/v1/re-promise", Permission.PROMISE_AGAIN, this::promiseAgain)
                        .costing(Route.Cost.COSTLY),
                Route.post("/api/v1/what-if", Permission.ASK_WHAT_IF, this::whatIf)
                        .costing(Route.Cost.COSTLY));
    }

    private Reply promiseAgain(Call call) {
        Fields body = call.fields("strategy", "assign", "dry_run", "reason");
        boolean dryRun = body.flag("dry_run", true);
        Repromise repromise = repromise(body, dryRun);
        if (dryRun) {
            // On a copy: the live book has orders to take.
            PromiseEngine copy = book.view(OLDEST).copy();
            Answer.Repromised answer = repromised(copy.apply(repromise));
            return difference(answer.difference(), true, copy.position(), false);
        }
        Outcome.Answered answered = answers.answered(call, Optional.of(body.text("reason")), repromise);
        Answer.Repromised done = Answers.as(Answer.Repromised.class, answered);
        return difference(done.difference(), false, done.position(), answered.repeated());
    }

    private static Answer.Repromised repromised(Answer answer) {
        return Answers.as(Answer.Repromised.class, new Outcome.Answered(answer, false));
    }

    private Repromise repromise(Fields body, boolean dryRun) {
        Strategy otherwise = body.findText("strategy")
                .map(name -> strategy("strategy", name))
                .orElse(Strategy.SKIP);
        List<Assignment> assignments = new ArrayList<>();
        for (Fields assignment : body.objects(
                "assign", ASSIGNMENTS_MAX, Set.of("strategy", "market", "model", "trim", "priority", "order_ids"))) {
            assignments.add(assignment(assignment));
        }
        return new Repromise(assignments, otherwise, dryRun);
    }

    private Assignment assignment(Fields fields) {
        List<String> classes = book.network().scenario().rules().priorityClasses();
        Optional<String> priority = fields.findText("priority");
        if (priority.isPresent() && !classes.contains(priority.get())) {
            throw Problem.field(fields.within("priority"), priority.get(), "one of " + String.join(", ", classes));
        }
        return new Assignment(
                strategy(fields.within("strategy"), fields.text("strategy")),
                fields.findText("market"),
                fields.findText("model"),
                fields.findText("trim"),
                priority.map(classes::indexOf),
                new TreeSet<>(fields.texts("order_ids")));
    }

    private static Strategy strategy(String field, String name) {
        return Arrays.stream(Strategy.values())
                .filter(strategy -> label(strategy).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.field(
                        field,
                        name,
                        "one of "
                                + Arrays.stream(Strategy.values())
                                        .map(PlanDesk::label)
                                        .collect(Collectors.joining(", "))));
    }

    private static String label(Strategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT);
    }

    private Reply difference(Difference difference, boolean dryRun, long position, boolean repeated) {
        return Reply.ok(json -> {
            json.writeBooleanField("dry_run", dryRun);
            json.writeNumberField("position", position);
            json.writeBooleanField("repeated", repeated);
            json.writeNumberField("earlier", difference.earlier());
            json.writeNumberField("later", difference.later());
            json.writeNumberField("unchanged", difference.unchanged());
            json.writeNumberField("moves_all", difference.moves().size());
            json.writeArrayFieldStart("moves");
            for (Difference.Move move : difference
                    .moves()
                    .subList(0, Math.min(LISTED_MAX, difference.moves().size()))) {
                json.writeStartObject();
                json.writeStringField("order_id", move.orderId());
                json.writeStringField("strategy", label(move.strategy()));
                json.writeStringField("from_build_week", week(move.fromBucket()).orElse(null));
                json.writeStringField("build_week", week(move.toBucket()).orElse(null));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("exceptions_all", difference.exceptions().size());
            json.writeArrayFieldStart("exceptions");
            for (String id : difference
                    .exceptions()
                    .subList(0, Math.min(LISTED_MAX, difference.exceptions().size()))) {
                json.writeString(id);
            }
            json.writeEndArray();
        });
    }

    private Optional<String> week(int bucket) {
        return bucket < 0 ? Optional.empty() : Optional.of(text.week(bucket));
    }

    private Reply whatIf(Call call) {
        Fields body = call.fields("changes", "strategy", "assign");
        List<Level> levels = LevelsBody.levels(book, body);
        Repromise repromise = repromise(body, false);
        Book.View view = book.view(OLDEST);
        PromiseEngine copy = keepsSlots(repromise) ? view.copy() : view.copyWithoutSlots();
        int[] before = view.deliveries();
        if (!levels.isEmpty()) {
            Answers.as(Answer.CapacitySet.class, new Outcome.Answered(copy.apply(new SetCapacity(levels)), false));
        }
        boolean isAsked = repromise.otherwise() != Strategy.SKIP
                || !repromise.assignments().isEmpty();
        int exceptions = isAsked
                ? repromised(copy.apply(repromise)).difference().exceptions().size()
                : 0;
        WhatIf result = new WhatIf(
                GainsAndLosses.of(before, copy),
                exceptions,
                copy.openShortages().size());
        int nowBucket = text.bucketOf(book.now());
        return Reply.ok(json -> result.write(json, text, nowBucket));
    }

    /** Whether any order may stay where it is because its strategy says so. */
    private static boolean keepsSlots(Repromise repromise) {
        return repromise.otherwise().keepsSlot()
                || repromise.assignments().stream()
                        .anyMatch(assignment -> assignment.strategy().keepsSlot());
    }
}
