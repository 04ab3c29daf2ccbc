package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.desk.briefing.file.JsonText;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.desk.timetable.Proposal;
import io.rampline.desk.timetable.Proposal.State;
import io.rampline.desk.timetable.Proposals;
import io.rampline.desk.timetable.Undo;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.RecordedEntry;
import io.rampline.orderbook.Request;
import io.rampline.promise.AdoptedPlan;
import io.rampline.promise.Answer;
import io.rampline.promise.Entry;
import io.rampline.promise.Level;
import io.rampline.promise.PromiseEngine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The plan in force, and the way back from it within a window: the capacities that its adoption found, as the book has
 * them, are set again and the book is promised again. All that it needs stands in the book, so it works after a restart
 * and for plans that were adopted from the command line.
 *
 * <p>One person is enough: it leads back to what was agreed before.
 */
final class UndoDesk {
    private static final int PAGE = 1_000;

    private final Book book;
    private final PromiseText text;
    private final AdoptionDesk adoption;
    private final Answers answers;
    private final Proposals proposals;
    private final AdoptedHere adopted;
    private final AdoptionRule rule;

    UndoDesk(Book book, PromiseText text, AdoptionDesk adoption, Proposals proposals, AdoptedHere adopted) {
        this.book = book;
        this.text = text;
        this.adoption = adoption;
        this.answers = new Answers(book);
        this.proposals = proposals;
        this.adopted = adopted;
        this.rule = adoption.rule();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/adoption", Permission.ASK_TIMETABLE, this::see),
                Route.post("/api/v1/adoption/undo", Permission.ADOPT_PLAN, this::undo)
                        .costing(Route.Cost.COSTLY));
    }

    /**
     * The adoption of the plan in force.
     *
     * @param changes what it set
     */
    private record Adoption(AdoptedPlan plan, RecordedEntry entry, List<Entry.CapacityChanged> changes) {
        Instant until(AdoptionRule rule) {
            return entry.recordedAt().plus(rule.undoWindow());
        }
    }

    private Reply see(Call call) {
        Optional<AdoptedPlan> plan = adoption.planInForce();
        Optional<RecordedEntry> entry = plan.flatMap(this::entry);
        return Reply.ok(json -> {
            json.writeNumberField("persons", rule.persons());
            json.writeNumberField("undo_hours", rule.undoWindow().toHours());
            if (entry.isEmpty()) {
                json.writeNullField("plan");
                return;
            }
            json.writeObjectFieldStart("plan");
            json.writeStringField("plan", plan.get().plan());
            json.writeStringField("name", plan.get().name());
            json.writeNumberField("position", plan.get().position());
            json.writeStringField("adopted_by", entry.get().actor());
            json.writeStringField("adopted_at", entry.get().recordedAt().toString());
            json.writeStringField("reason", entry.get().reason());
            noted(json, plan.get());
            json.writeBooleanField("is_undo", Undo.isOne(plan.get()));
            json.writeStringField(
                    "undo_until",
                    entry.get().recordedAt().plus(rule.undoWindow()).toString());
            json.writeBooleanField("undo_open", !Undo.isOne(plan.get()) && isInTime(entry.get()));
            json.writeEndObject();
        });
    }

    private void noted(JsonGenerator json, AdoptedPlan plan) throws IOException {
        Optional<AdoptedHere.Noted> noted = adopted.noted(plan);
        if (noted.isEmpty()) {
            json.writeNullField("starts");
            json.writeNullField("openings");
            return;
        }
        JsonText.texts(json, "starts", noted.get().starts());
        JsonText.texts(json, "openings", noted.get().openings());
    }

    private Reply undo(Call call) {
        Fields body = call.fields("position", "dry_run", "reason");
        int position = body.whole("position", 1, Integer.MAX_VALUE);
        boolean dryRun = body.flag("dry_run", true);
        String reason = body.findText("reason").orElse("adoption undone");
        return adoption.inTurn(() -> undo(call, position, dryRun, reason));
    }

    private Reply undo(Call call, long position, boolean dryRun, String reason) {
        Book.View view = book.view(Duration.ZERO);
        Adoption last = lastAdoption(view, position);
        int from = text.bucketOf(book.now()) + 1;
        Undo undo;
        try {
            undo = view.ask((PromiseEngine engine) -> Undo.of(engine, last.plan(), last.changes(), from));
        } catch (MistakenQuestion nothing) {
            throw new Problem(ProblemType.REFUSED, String.valueOf(nothing.getMessage())).with("code", "NOTHING_LEFT");
        }
        AdoptionDesk.Trial tried = adoption.attempt(view, undo.command());
        if (dryRun) {
            return Reply.ok(json -> {
                json.writeNumberField("kept", undo.kept());
                adoption.write(json, tried, tried.adopted(), true, false);
            });
        }
        Outcome.Answered done = answers.answered(
                new Request(call.actor(), Optional.of("desk undo " + position), Optional.of(reason), undo.command()));
        Answer.PlanAdopted adopted = adoption.done(done);
        for (Proposal proposal : ProposalDesk.noted(proposals::all)) {
            boolean isOfIt = proposal.state() == State.ADOPTED
                    && proposal.decisions().getLast().position() == position;
            if (isOfIt) {
                ProposalDesk.noted(
                        () -> proposals.decide(call.actor(), reason, proposal.id(), State.UNDONE, adopted.position()));
            }
        }
        return Reply.ok(json -> {
            json.writeNumberField("kept", undo.kept());
            adoption.write(json, tried, adopted, false, done.repeated());
        });
    }

    /** The last adoption, when it is the one at that position and can still be undone. */
    private Adoption lastAdoption(Book.View view, long position) {
        AdoptedPlan plan = view.ask(PromiseEngine::planInForce)
                .filter(known -> known.position() == position)
                .orElseThrow(() -> new Problem(
                                ProblemType.REFUSED,
                                "found another plan in force than that of entry " + position
                                        + ", expected the last one adopted; nothing was done. Maybe look again")
                        .with("code", "ANOTHER_PLAN"));
        if (Undo.isOne(plan)) {
            throw new Problem(
                            ProblemType.REFUSED,
                            "found the undoing of a plan at entry " + position
                                    + ", expected a plan; nothing was done. Maybe propose the plan again")
                    .with("code", "IS_UNDO");
        }
        Adoption adoption = recorded(plan);
        if (!isInTime(adoption.entry())) {
            throw new Problem(
                            ProblemType.REFUSED,
                            "the adoption could be undone until " + adoption.until(rule)
                                    + "; nothing was done. Maybe propose another plan")
                    .with("code", "TOO_LATE")
                    .with("undo_until", adoption.until(rule).toString());
        }
        return adoption;
    }

    private boolean isInTime(RecordedEntry entry) {
        long since = book.now() - book.timeOf(entry.recordedAt());
        return since < TimeUnit.MICROSECONDS.convert(rule.undoWindow());
    }

    /** Empty while it is being written. */
    private Optional<RecordedEntry> entry(AdoptedPlan plan) {
        return book.reader().after(plan.position() - 1, 1).stream().findFirst();
    }

    /** The capacities that it set stand right behind it; those of somebody else may follow at once. */
    private Adoption recorded(AdoptedPlan plan) {
        RecordedEntry entry = entry(plan)
                .orElseThrow(() -> new Problem(
                                ProblemType.BUSY, "the adoption is being written; nothing was done. Ask again")
                        .retryAfter(TimeUnit.SECONDS.toNanos(1)));
        Set<Level> cells = new HashSet<>();
        List<Entry.CapacityChanged> changes = new ArrayList<>();
        long after = plan.position();
        while (true) {
            List<RecordedEntry> page = book.reader().after(after, PAGE);
            for (RecordedEntry recorded : page) {
                boolean isOfIt = recorded.actor().equals(entry.actor())
                        && recorded.reason().equals(entry.reason());
                if (!isOfIt
                        || !(recorded.entry() instanceof Entry.CapacityChanged change)
                        || !cells.add(new Level(change.resource(), change.bucket(), 0))) {
                    return new Adoption(plan, entry, changes);
                }
                changes.add(change);
            }
            if (page.size() < PAGE) {
                return new Adoption(plan, entry, changes);
            }
            after = page.getLast().position();
        }
    }
}
