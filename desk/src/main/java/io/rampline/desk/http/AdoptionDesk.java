package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.desk.timetable.Decided;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.desk.timetable.PlanToAdopt;
import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.orderbook.Outcome;
import io.rampline.promise.Answer;
import io.rampline.promise.Command.AdoptPlan;
import io.rampline.promise.GainsAndLosses;
import io.rampline.promise.PromiseEngine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes a plan the book's capacity: for good, or on a copy of the book as it is now, which may have moved since the
 * plan was made.
 */
final class AdoptionDesk {
    private final Book book;
    private final Answers answers;
    private final PromiseText text;

    AdoptionDesk(Book book, PromiseText text) {
        this.book = book;
        this.answers = new Answers(book);
        this.text = text;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/v1/plans", Permission.ADOPT_PLAN, this::adopt).costing(Route.Cost.COSTLY));
    }

    /** A plan that was made elsewhere, for instance from the command line. */
    private Reply adopt(Call call) {
        Fields body = call.fields("starts", "openings", "name", "may_delay", "dry_run", "reason");
        Scenario scenario = book.network().scenario();
        try {
            Decisions decisions = new Decisions(
                    body.texts("starts").stream()
                            .map(typed -> Decided.begun(scenario, typed))
                            .toList(),
                    body.texts("openings").stream()
                            .map(typed -> Decided.opened(scenario, typed))
                            .toList());
            return adopt(call, body, decisions);
        } catch (MistakenQuestion | IllegalArgumentException mistaken) {
            throw new Problem(ProblemType.MALFORMED_BODY, String.valueOf(mistaken.getMessage()));
        }
    }

    /** @param body with name, may_delay, dry_run and reason */
    Reply adopt(Call call, Fields body, Decisions decisions) {
        boolean mayDelay = body.flag("may_delay", false);
        boolean dryRun = body.flag("dry_run", true);
        Book.View view = book.view(Duration.ZERO);
        AdoptPlan command =
                command(view, new PlanToAdopt(decisions, body.findText("name").orElse("timetable"), mayDelay));
        PromiseEngine copy = view.copy();
        Answer tried = copy.apply(command);
        GainsAndLosses counted = GainsAndLosses.of(view.deliveries(), copy);
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
            return adopted(command, adopted, counted, true, false);
        }
        Outcome.Answered done =
                answers.answered(call, Optional.of(body.findText("reason").orElse("plan adopted")), command);
        return adopted(command, Answers.as(Answer.PlanAdopted.class, done), counted, false, done.repeated());
    }

    private AdoptPlan command(Book.View view, PlanToAdopt plan) {
        if (plan.name().length() > PlanToAdopt.NAME_MOST) {
            throw Problem.field("name", plan.name(), "at most " + PlanToAdopt.NAME_MOST + " characters");
        }
        int from = text.bucketOf(book.now()) + 1;
        try {
            return view.ask((PromiseEngine engine) -> plan.command(engine, from));
        } catch (MistakenQuestion nothing) {
            throw new Problem(ProblemType.REFUSED, String.valueOf(nothing.getMessage()));
        }
    }

    private Reply adopted(
            AdoptPlan command, Answer.PlanAdopted adopted, GainsAndLosses counted, boolean dryRun, boolean repeated) {
        WhatIf changes = new WhatIf(counted, 0, adopted.open().size());
        int nowBucket = text.bucketOf(book.now());
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
            changes.writeProducts(json, text, nowBucket);
        });
    }
}
