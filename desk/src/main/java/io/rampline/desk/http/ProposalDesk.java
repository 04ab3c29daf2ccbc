package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.desk.briefing.file.JsonText;
import io.rampline.desk.timetable.Effect;
import io.rampline.desk.timetable.Proposal;
import io.rampline.desk.timetable.Proposal.State;
import io.rampline.desk.timetable.Proposal.Wanted;
import io.rampline.desk.timetable.Proposals;
import io.rampline.factory.Decisions;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.promise.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Plans that one person proposes and another approves.
 *
 * <p>An approval is noted before the book is asked, and the adoption after it has answered. What was approved when the
 * desk fell is looked up in the record, when somebody looks at it and before anything else is adopted or undone: either
 * its adoption stands there, or the proposal is open as before. The request to the book has the proposal as its name,
 * so that it is never carried out twice.
 *
 * <p>Whoever approves shows what was seen. When the plan would do something else to the book as it is now, nothing is
 * done and the answer says what it would do.
 */
final class ProposalDesk {
    private static final int LISTED_MOST = 50;
    /** So many wait for an approval at once; more would not be read. */
    private static final int OPEN_MOST = 20;

    private final Book book;
    private final AdoptionDesk adoption;
    private final Answers answers;
    private final Proposals proposals;
    private final PromiseText text;
    private final Journal journal;

    ProposalDesk(Book book, PromiseText text, AdoptionDesk adoption, Proposals proposals, Journal journal) {
        this.book = book;
        this.text = text;
        this.adoption = adoption;
        this.answers = new Answers(book);
        this.proposals = proposals;
        this.journal = journal;
    }

    List<Route> routes() {
        String one = "/api/v1/proposals/{proposal_id}";
        return List.of(
                Route.get("/api/v1/proposals", Permission.ASK_TIMETABLE, this::list),
                Route.post("/api/v1/proposals", Permission.ADOPT_PLAN, this::propose)
                        .costing(Route.Cost.COSTLY),
                Route.get(one, Permission.ASK_TIMETABLE, this::see).costing(Route.Cost.COSTLY),
                Route.post(one + "/approve", Permission.APPROVE_PLAN, this::approve)
                        .costing(Route.Cost.COSTLY),
                Route.post(one + "/decline", Permission.ADOPT_PLAN, this::decline)
                        .taking(Route.Entity.OPTIONAL_JSON));
    }

    private Reply list(Call call) {
        List<Proposal> newest = new ArrayList<>(noted(proposals::all).reversed());
        newest.replaceAll(proposal -> proposal.state() == State.APPROVED ? settledInTurn(proposal) : proposal);
        return Reply.ok(json -> {
            json.writeNumberField("persons", adoption.rule().persons());
            json.writeNumberField("all", newest.size());
            json.writeArrayFieldStart("proposals");
            for (Proposal proposal : newest.subList(0, Math.min(LISTED_MOST, newest.size()))) {
                json.writeStartObject();
                write(json, proposal, call);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private Reply propose(Call call) {
        Fields body = call.fields("starts", "openings", "name", "may_delay", "reason");
        List<String> starts = body.texts("starts", AdoptionDesk.STARTS_MAX);
        List<String> openings = body.texts("openings");
        boolean mayDelay = body.flag("may_delay", false);
        AdoptionDesk.Trial tried =
                adoption.attempt(adoption.decisions(starts, openings), AdoptionDesk.name(body), mayDelay);
        Wanted wanted = tried.wanted(starts, openings);
        Proposal proposal = adoption.inTurn(() -> {
            List<Proposal> open =
                    noted(proposals::all).stream().filter(Proposal::isOpen).toList();
            if (open.size() >= OPEN_MOST) {
                throw new Problem(
                                ProblemType.REFUSED,
                                OPEN_MOST
                                        + " plans wait for an approval already; nothing was proposed. Maybe withdraw one")
                        .with("code", "TOO_MANY_PROPOSALS")
                        .with("most", OPEN_MOST);
            }
            return noted(() ->
                    proposals.propose(call.actor(), body.findText("reason").orElse(""), wanted));
        });
        return new Reply.Whole(Reply.CREATED, Reply.JSON, Json.object(json -> {
                    write(json, proposal, call);
                    writeNow(json, proposal, Optional.of(tried));
                }))
                .with(Head.LOCATION, "/api/v1/proposals/" + proposal.id());
    }

    private Reply see(Call call) {
        Proposal proposal = settledInTurn(proposal(call));
        Optional<AdoptionDesk.Trial> tried = Optional.empty();
        Optional<Problem> refusal = Optional.empty();
        if (proposal.isOpen()) {
            try {
                tried = Optional.of(attempt(proposal.wanted()));
            } catch (Problem refused) {
                refusal = Optional.of(refused);
            }
        }
        Optional<AdoptionDesk.Trial> now = tried;
        Optional<Problem> why = refusal;
        return Reply.ok(json -> {
            write(json, proposal, call);
            json.writeStringField("refusal_now", why.map(Problem::getMessage).orElse(null));
            refusal(json, why);
            writeNow(json, proposal, now);
        });
    }

    private Reply approve(Call call) {
        Fields body = call.fields("seen", "reason");
        String typed = body.text("seen");
        Effect agreed = Effect.find(typed)
                .orElseThrow(() -> Problem.field("seen", typed, "the word \"seen\" of this proposal as it was shown"));
        return adoption.inTurn(
                () -> approve(call, agreed, body.findText("reason").orElse("")));
    }

    private Reply approve(Call call, Effect agreed, String reason) {
        Proposal proposal = open(call);
        mustBeAnother(call, proposal);
        AdoptionDesk.Trial now = attempt(proposal.wanted());
        if (!now.effect().isAsSeen(agreed)) {
            Effect effect = now.effect();
            throw new Problem(
                            ProblemType.REFUSED,
                            "the book has moved: the plan would now bring " + effect.earlier() + " orders earlier and "
                                    + effect.later() + " later, found an approval of " + agreed.earlier()
                                    + " earlier and " + agreed.later() + " later; nothing was done. Maybe look again,"
                                    + " and approve that")
                    .with("code", "PLAN_CHANGED")
                    .with("seen", effect.seen())
                    .with("earlier", effect.earlier())
                    .with("later", effect.later())
                    .with("shortages", effect.shortages());
        }
        long replaced = adoption.positionInForce();
        noted(() -> proposals.approve(call.actor(), reason, proposal.id(), now.position(), replaced));
        Outcome.Answered done = carriedOut(call, proposal, now, reason);
        Answer.PlanAdopted adopted = adoption.done(done);
        Proposal after = noted(
                () -> proposals.decide(call.actor(), reason, proposal.id(), State.ADOPTED, adoption.positionInForce()));
        return Reply.ok(json -> {
            json.writeObjectFieldStart("proposal");
            write(json, after, call);
            json.writeEndObject();
            adoption.write(json, now, adopted, false, done.repeated());
        });
    }

    private Outcome.Answered carriedOut(Call call, Proposal proposal, AdoptionDesk.Trial now, String reason) {
        String request = "desk proposal " + proposal.id() + "." + proposal.refusals();
        try {
            return answers.answered(new Request(
                    call.actor(),
                    Optional.of(request),
                    Optional.of(reason.isEmpty() ? "proposed plan approved" : reason),
                    now.command()));
        } catch (Problem problem) {
            if (problem.type() == ProblemType.REFUSED) {
                noted(() -> proposals.decide(call.actor(), reason, proposal.id(), State.REFUSED, now.position()));
            }
            throw problem;
        }
    }

    private Reply decline(Call call) {
        Fields body = call.fields("reason");
        String reason = body.findText("reason").orElse("");
        return adoption.inTurn(() -> {
            Proposal proposal = open(call);
            State state = isBy(proposal.by(), call) ? State.WITHDRAWN : State.DECLINED;
            Proposal after = noted(() -> proposals.decide(
                    call.actor(), reason, proposal.id(), state, book.state().position()));
            return Reply.ok(json -> write(json, after, call));
        });
    }

    private Proposal proposal(Call call) {
        return noted(() -> proposals.find(call.parameter(0)))
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "no plan of this number was proposed"));
    }

    /** A proposal that may still be approved; asked for in turn. */
    private Proposal open(Call call) {
        Proposal proposal = proposal(call);
        if (!proposal.isOpen()) {
            Proposal.Decision last = proposal.decisions().getLast();
            throw new Problem(
                            ProblemType.REFUSED,
                            "found proposal " + proposal.id() + " "
                                    + last.state().label() + " by " + last.by()
                                    + " already, expected an open one; nothing was done")
                    .with("code", "PROPOSAL_DECIDED")
                    .with("state", last.state().label());
        }
        return proposal;
    }

    private void mustBeAnother(Call call, Proposal proposal) {
        if (adoption.rule().persons() > 1 && isBy(proposal.by(), call)) {
            journal.denied("proposal " + proposal.id(), call.route().label(), call.findPrincipal(), "", "own proposal");
            throw new Problem(
                            ProblemType.NOT_ALLOWED,
                            "found " + proposal.by() + " who proposed it, expected somebody else to approve it;"
                                    + " nothing was done")
                    .with("code", "SECOND_PERSON");
        }
    }

    /** One person stays the same in another role. */
    private static boolean isBy(String actor, Call call) {
        return actor.substring(actor.indexOf(':') + 1).equals(call.principal().name());
    }

    /** What was approved when its answer was lost is looked up in the book. */
    private Proposal settledInTurn(Proposal proposal) {
        return proposal.state() == State.APPROVED
                ? adoption.inTurn(
                        () -> noted(() -> proposals.find(proposal.id())).orElse(proposal))
                : proposal;
    }

    private AdoptionDesk.Trial attempt(Wanted wanted) {
        Decisions decisions = adoption.decisions(wanted.starts(), wanted.openings());
        return adoption.attempt(decisions, wanted.name(), wanted.mayDelay());
    }

    /** Reads or notes; what is not known to be noted is said so. */
    static <T> T noted(Supplier<T> work) {
        try {
            return work.get();
        } catch (BookUnavailable failed) {
            throw new Problem(
                            ProblemType.OUTCOME_UNKNOWN,
                            failed.getMessage() + "; ask for the list of proposals: it says what stands")
                    .retryAfter(TimeUnit.SECONDS.toNanos(5));
        }
    }

    private void write(JsonGenerator json, Proposal proposal, Call call) throws IOException {
        Wanted wanted = proposal.wanted();
        json.writeStringField("proposal_id", proposal.id());
        json.writeStringField("state", proposal.state().label());
        json.writeBooleanField("open", proposal.isOpen());
        json.writeBooleanField("own", isBy(proposal.by(), call));
        json.writeStringField("plan", wanted.plan());
        json.writeStringField("name", wanted.name());
        JsonText.texts(json, "starts", wanted.starts());
        JsonText.texts(json, "openings", wanted.openings());
        json.writeBooleanField("may_delay", wanted.mayDelay());
        json.writeStringField("proposed_by", proposal.by());
        json.writeStringField("proposed_at", proposal.at().toString());
        json.writeStringField("reason", proposal.reason());
        json.writeNumberField("position", wanted.position());
        json.writeObjectFieldStart("proposed_effect");
        write(json, wanted.seen());
        json.writeEndObject();
        json.writeArrayFieldStart("decisions");
        for (Proposal.Decision decision : proposal.decisions()) {
            json.writeStartObject();
            json.writeStringField("state", decision.state().label());
            json.writeStringField("by", decision.by());
            json.writeStringField("at", decision.at().toString());
            json.writeStringField("reason", decision.reason());
            json.writeNumberField("position", decision.position());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** As the book would tell it, for words in another language. */
    private static void refusal(JsonGenerator json, Optional<Problem> refusal) throws IOException {
        json.writeFieldName("refusal_now_problem");
        if (refusal.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("type", refusal.get().type().uri());
        for (Map.Entry<String, Object> member : refusal.get().members().entrySet()) {
            json.writeObjectField(member.getKey(), member.getValue());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Effect effect) throws IOException {
        json.writeStringField("seen", effect.seen());
        json.writeNumberField("earlier", effect.earlier());
        json.writeNumberField("later", effect.later());
        json.writeNumberField("shortages", effect.shortages());
    }

    private void writeNow(JsonGenerator json, Proposal proposal, Optional<AdoptionDesk.Trial> now) throws IOException {
        if (now.isEmpty()) {
            json.writeNullField("effect_now");
            return;
        }
        AdoptionDesk.Trial tried = now.get();
        json.writeObjectFieldStart("effect_now");
        write(json, tried.effect());
        json.writeBooleanField(
                "as_proposed", tried.effect().isAsSeen(proposal.wanted().seen()));
        json.writeNumberField("levels", tried.command().levels().size());
        new WhatIf(tried.counted(), 0, tried.effect().shortages()).writeProducts(json, text, text.bucketOf(book.now()));
        json.writeEndObject();
    }
}
