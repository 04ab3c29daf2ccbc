package io.rampline.desk.http;

import io.rampline.desk.timetable.Proposal;
import io.rampline.desk.timetable.Proposal.State;
import io.rampline.desk.timetable.Proposals;
import io.rampline.desk.timetable.Undo;
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
     * The steps of a plan in force, as they were noted. That of an undoing are those of the plan that was in force
     * before the undone one. Empty when it was adopted by a version that noted no steps.
     */
    Optional<List<String>> steps(AdoptedPlan plan) {
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
                        .map(Proposal.Wanted::starts)
                        .findFirst();
            }
            OptionalLong before = replacedBy(all, undone.getAsLong());
            if (before.isEmpty()) {
                return Optional.empty();
            }
            if (before.getAsLong() == 0) {
                return Optional.of(List.of());
            }
            Optional<AdoptedPlan> next = adopted(before.getAsLong() - 1);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            of = next.get();
        }
        return Optional.empty();
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
