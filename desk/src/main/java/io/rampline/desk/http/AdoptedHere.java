package io.rampline.desk.http;

import io.rampline.desk.timetable.Decided;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.desk.timetable.Proposal;
import io.rampline.desk.timetable.Proposal.State;
import io.rampline.desk.timetable.Proposals;
import io.rampline.desk.timetable.Undo;
import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.orderbook.RecordedEntry;
import io.rampline.promise.AdoptedPlan;
import io.rampline.promise.Entry;
import io.rampline.promise.PromiseEngine;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What the book says about the plans that were proposed, and what is known of those that are in force. */
final class AdoptedHere {
    private final Book book;
    private final Proposals proposals;

    AdoptedHere(Book book, Proposals proposals) {
        this.book = book;
        this.proposals = proposals;
    }

    /** Notes what was approved when its answer was lost as adopted, when the book says so. */
    void settle() {
        for (Proposal proposal : ProposalDesk.noted(proposals::all)) {
            if (proposal.state() == State.APPROVED) {
                settle(proposal);
            }
        }
    }

    private void settle(Proposal approved) {
        Proposal.Decision approval = approved.decisions().getLast();
        adoption(approved.wanted().plan(), approval.position())
                .ifPresent(plan -> decide(approval.by(), approval.reason(), approved, State.ADOPTED, plan.position()));
    }

    /** The adoption of a plan after a position: the book of now may know one that is not written yet. */
    private Optional<AdoptedPlan> adoption(String plan, long after) {
        Optional<AdoptedPlan> inForce = book.view(Duration.ZERO)
                .ask(PromiseEngine::planInForce)
                .filter(now -> now.position() > after && now.plan().equals(plan));
        if (inForce.isPresent()) {
            return inForce;
        }
        Optional<AdoptedPlan> next = adopted(after);
        while (next.isPresent() && !next.get().plan().equals(plan)) {
            next = adopted(next.get().position());
        }
        return next;
    }

    /**
     * Notes a plan that somebody adopts alone as proposed and approved, before the book is asked.
     *
     * @param replaced position of the entry that adopted the plan in force, 0 for none
     */
    Proposal bring(String actor, String reason, Proposal.Wanted wanted, long replaced) {
        return ProposalDesk.noted(() -> proposals.bring(actor, reason, wanted, replaced));
    }

    /** Notes what became of a proposal. */
    void decide(String actor, String reason, Proposal proposal, State state, long position) {
        ProposalDesk.noted(() -> proposals.decide(actor, reason, proposal.id(), state, position));
    }

    /**
     * What a plan decides, in the words in which it was noted.
     *
     * @param starts as {@link Decided#begun} reads them
     * @param openings as {@link Decided#opened} reads them
     */
    record Noted(List<String> starts, List<String> openings) {
        static final Noted NOTHING = new Noted(List.of(), List.of());

        private static Noted of(Proposal.Wanted wanted) {
            return new Noted(wanted.starts(), wanted.openings());
        }
    }

    /**
     * What a plan in force decides, as it was noted. An undoing decides what the plan did that was in force before the
     * undone one. Empty when it was adopted by a version that noted nothing.
     */
    Optional<Noted> noted(AdoptedPlan plan) {
        List<Proposal> all = ProposalDesk.noted(proposals::all);
        Set<Long> seen = new HashSet<>();
        AdoptedPlan of = plan;
        while (seen.add(of.position())) {
            OptionalLong undone = Undo.undone(of);
            if (undone.isEmpty()) {
                String fingerprint = of.plan();
                return all.stream()
                        .map(Proposal::wanted)
                        .filter(wanted -> wanted.plan().equals(fingerprint))
                        .map(Noted::of)
                        .findFirst();
            }
            OptionalLong before = replacedBy(all, undone.getAsLong());
            if (before.isEmpty()) {
                return Optional.empty();
            }
            if (before.getAsLong() == 0) {
                return Optional.of(Noted.NOTHING);
            }
            Optional<AdoptedPlan> next = adopted(before.getAsLong() - 1);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            of = next.get();
        }
        return Optional.empty();
    }

    /** The same in terms of the scenario. Empty also while the record cannot be read: a board is told all the same. */
    Optional<Decisions> findDecisions(AdoptedPlan plan) {
        try {
            return noted(plan).map(this::decisions);
        } catch (Problem | BookUnavailable | MistakenQuestion unread) {
            return Optional.empty();
        }
    }

    private Decisions decisions(Noted noted) {
        Scenario scenario = book.network().scenario();
        return new Decisions(
                noted.starts().stream()
                        .map(written -> Decided.begun(scenario, written))
                        .toList(),
                noted.openings().stream()
                        .map(written -> Decided.opened(scenario, written))
                        .toList());
    }

    /** The entry that adopted the plan which an adoption replaced. */
    private static OptionalLong replacedBy(List<Proposal> all, long adoption) {
        for (Proposal proposal : all) {
            Optional<Proposal.Decision> adopted = proposal.last(State.ADOPTED);
            if (adopted.isPresent() && adopted.get().position() == adoption) {
                return proposal.last(State.APPROVED)
                        .map(Proposal.Decision::replaced)
                        .orElse(OptionalLong.empty());
            }
        }
        return OptionalLong.empty();
    }

    /** The first plan that was adopted after a position. */
    private Optional<AdoptedPlan> adopted(long after) {
        return book.reader()
                .nextAdoption(after)
                .map(RecordedEntry::entry)
                .map(Entry.PlanAdopted.class::cast)
                .map(entry -> new AdoptedPlan(entry.plan(), entry.name(), entry.position()));
    }
}
