package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.desk.timetable.Decided;
import io.rampline.desk.timetable.Effect;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.desk.timetable.PlanToAdopt;
import io.rampline.desk.timetable.Proposal;
import io.rampline.desk.timetable.Proposal.State;
import io.rampline.factory.Decisions;
import io.rampline.factory.Horizon;
import io.rampline.factory.Scenario;
import io.rampline.orderbook.Outcome;
import io.rampline.promise.AdoptedPlan;
import io.rampline.promise.Answer;
import io.rampline.promise.Command.AdoptPlan;
import io.rampline.promise.GainsAndLosses;
import io.rampline.promise.PromiseEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Makes a plan the book's capacity: for good, or on a copy of the book as it is now, which may have moved since the
 * plan was made. Where two must agree, only {@link ProposalDesk} does it for good.
 */
final class AdoptionDesk {
    /** Steps of a plan; there are scenarios with hundreds. */
    static final int STARTS_MAX = 500;

    static final int OPENINGS_MAX = 100;
    private static final Duration OLDEST = Duration.ofSeconds(2);

    private final Book book;
    private final Answers answers;
    private final PromiseText text;
    private final AdoptionRule rule;
    private final AdoptedHere adopted;
    /** Adoptions, approvals and undoing go one by one, so that each sees what the one before has done. */
    private final ReentrantLock turn = new ReentrantLock();
    /** Position of the book right behind the last adoption here. */
    private volatile long adoptedPosition;

    AdoptionDesk(Book book, PromiseText text, AdoptionRule rule, AdoptedHere adopted) {
        this.book = book;
        this.answers = new Answers(book);
        this.text = text;
        this.rule = rule;
        this.adopted = adopted;
    }

    /**
     * A plan tried on a copy of the book.
     *
     * @param position of the book that was copied
     */
    record Trial(AdoptPlan command, Answer.PlanAdopted adopted, Effect effect, GainsAndLosses counted, long position) {
        /** What was tried, to be noted. */
        Proposal.Wanted wanted(List<String> starts, List<String> openings) {
            return new Proposal.Wanted(
                    command.plan(), command.name(), starts, openings, command.mayDelay(), effect, position);
        }
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/v1/plans", Permission.ADOPT_PLAN, this::adopt).costing(Route.Cost.COSTLY));
    }

    AdoptionRule rule() {
        return rule;
    }

    /** The plan in force: whoever adopted one here sees it at once. */
    Optional<AdoptedPlan> planInForce() {
        Book.View view = book.view(OLDEST);
        Book.View recent = view.position() < adoptedPosition ? book.view(Duration.ZERO) : view;
        return recent.ask(PromiseEngine::planInForce);
    }

    /** The entry that adopted the plan in force, 0 for none. */
    long positionInForce() {
        return planInForce().map(AdoptedPlan::position).orElse(0L);
    }

    /** Notes that the book has adopted a plan. */
    Answer.PlanAdopted done(Outcome.Answered answered) {
        Answer.PlanAdopted adopted = Answers.as(Answer.PlanAdopted.class, answered);
        adoptedPosition = Math.max(adoptedPosition, adopted.position());
        return adopted;
    }

    /** Does something while nobody else adopts, approves or undoes, and every approval has its outcome. */
    <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            adopted.settle();
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /** A plan that was made elsewhere, for instance from the command line. */
    private Reply adopt(Call call) {
        Fields body = call.fields("starts", "openings", "name", "may_delay", "dry_run", "reason");
        return adopt(call, body, decisions(body.texts("starts", STARTS_MAX), body.texts("openings", OPENINGS_MAX)));
    }

    /** Decisions as they were typed. */
    Decisions decisions(List<String> starts, List<String> openings) {
        Scenario scenario = book.network().scenario();
        try {
            return new Decisions(
                    starts.stream().map(typed -> Decided.begun(scenario, typed)).toList(),
                    openings.stream()
                            .map(typed -> Decided.opened(scenario, typed))
                            .toList());
        } catch (MistakenQuestion mistaken) {
            throw Problem.mistaken(ProblemType.MALFORMED_BODY, mistaken);
        } catch (IllegalArgumentException twice) {
            throw new Problem(ProblemType.MALFORMED_BODY, String.valueOf(twice.getMessage()));
        }
    }

    /** @param body with name, may_delay, dry_run and reason */
    Reply adopt(Call call, Fields body, Decisions decisions) {
        boolean dryRun = body.flag("dry_run", true);
        if (!dryRun && rule.persons() > 1) {
            throw new Problem(
                            ProblemType.REFUSED,
                            "at this desk a second person must agree to a plan; nothing was done. Maybe propose it:"
                                    + " POST /api/v1/proposals, or rampline adopt --propose")
                    .with("code", "NEEDS_APPROVAL");
        }
        String name = name(body);
        boolean mayDelay = body.flag("may_delay", false);
        if (dryRun) {
            Trial tried = attempt(decisions, name, mayDelay);
            return Reply.ok(json -> write(json, tried, tried.adopted(), true, false));
        }
        String reason = body.findText("reason").orElse("plan adopted");
        return inTurn(() -> {
            Trial tried = attempt(decisions, name, mayDelay);
            Outcome.Answered done = carriedOut(call, reason, decisions, tried);
            Answer.PlanAdopted answer = Answers.as(Answer.PlanAdopted.class, done);
            return Reply.ok(json -> write(json, tried, answer, false, done.repeated()));
        });
    }

    /** What is not known to be done stays approved until the record is looked at. */
    private Outcome.Answered carriedOut(Call call, String reason, Decisions decisions, Trial tried) {
        Horizon horizon = book.network().horizon();
        Proposal.Wanted wanted = tried.wanted(Decided.starts(horizon, decisions), Decided.openings(horizon, decisions));
        Proposal brought = adopted.bring(call.actor(), reason, wanted, positionInForce());
        try {
            Outcome.Answered done = answers.answered(call, Optional.of(reason), tried.command());
            done(done);
            adopted.decide(call.actor(), reason, brought, State.ADOPTED, positionInForce());
            return done;
        } catch (Problem problem) {
            if (problem.type() != ProblemType.OUTCOME_UNKNOWN) {
                adopted.decide(call.actor(), reason, brought, State.WITHDRAWN, tried.position());
            }
            throw problem;
        }
    }

    /** What people call the plan of a body. */
    static String name(Fields body) {
        String name = body.findText("name").orElse("timetable");
        if (name.length() > PlanToAdopt.NAME_MOST) {
            throw Problem.field("name", name, "at most " + PlanToAdopt.NAME_MOST + " characters");
        }
        return name;
    }

    /** Tries a plan on a copy of the book as it is now; a problem when the book would refuse it. */
    Trial attempt(Decisions decisions, String name, boolean mayDelay) {
        Book.View view = book.view(Duration.ZERO);
        int from = text.bucketOf(book.now()) + 1;
        PlanToAdopt plan = new PlanToAdopt(decisions, name, mayDelay);
        try {
            return attempt(view, view.ask((PromiseEngine engine) -> plan.command(engine, from)));
        } catch (MistakenQuestion nothing) {
            throw Problem.mistaken(ProblemType.REFUSED, nothing);
        }
    }

    /** Tries a command on a copy of the book; a problem when the book would refuse it. */
    Trial attempt(Book.View view, AdoptPlan command) {
        PromiseEngine copy = view.copy();
        Answer.PlanAdopted tried = Answers.tried(Answer.PlanAdopted.class, copy.apply(command));
        if (tried.later() > 0 && !command.mayDelay()) {
            throw new Problem(
                            ProblemType.REFUSED,
                            "the plan would bring " + tried.later()
                                    + " orders later than promised, as the book is now; nothing was done. Maybe ask for"
                                    + " a new timetable, or say may_delay")
                    .with("code", "PLAN_DELAYS")
                    .with("later", tried.later());
        }
        Effect effect = view.ask((PromiseEngine before) -> Effect.of(before, command, tried));
        return new Trial(command, tried, effect, GainsAndLosses.of(view.deliveries(), copy), view.position());
    }

    /** What moved or would move. */
    void write(JsonGenerator json, Trial tried, Answer.PlanAdopted adopted, boolean dryRun, boolean repeated)
            throws IOException {
        json.writeBooleanField("dry_run", dryRun);
        json.writeBooleanField("repeated", repeated);
        json.writeNumberField("position", adopted.position());
        json.writeStringField("plan", tried.command().plan());
        json.writeStringField("name", tried.command().name());
        json.writeNumberField("levels", tried.command().levels().size());
        json.writeNumberField("earlier", adopted.earlier());
        json.writeNumberField("later", adopted.later());
        json.writeNumberField("shortages", adopted.open().size());
        new WhatIf(tried.counted(), 0, adopted.open().size()).writeProducts(json, text, text.bucketOf(book.now()));
    }
}
