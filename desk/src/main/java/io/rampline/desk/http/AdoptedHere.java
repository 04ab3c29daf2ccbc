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

/** What the book says about the plans that were proposed at this desk. */
final class AdoptedHere {
    private final Book book;
    private final Proposals proposals;

    AdoptedHere(Book book, Proposals proposals) {
        this.book = book;
        this.proposals = proposals;
    }

    /**
     * Notes what was approved when its answer was lost as adopted, when the book says so. To be done before the plan in
     * force is replaced: then the book no longer says it at a glance.
     */
    void settle() {
        for (Proposal proposal : ProposalDesk.noted(proposals::all)) {
            if (proposal.state() == State.APPROVED) {
                settle(proposal);
            }
        }
    }

    private void settle(Proposal approved) {
        Proposal.Decision approval = approved.decisions().getLast();
        // The desk never heard of an adoption whose answer was lost: only the book of now knows it.
        Optional<AdoptedPlan> inForce = book.view(Duration.ZERO)
                .ask(PromiseEngine::planInForce)
                .filter(plan -> plan.position() > approval.position()
                        && plan.plan().equals(approved.wanted().plan()));
        inForce.ifPresent(plan -> ProposalDesk.noted(() ->
                proposals.decide(approval.by(), approval.reason(), approved.id(), State.ADOPTED, plan.position())));
    }

    /**
     * The steps of a plan in force, as they were proposed. That of an undoing are those of the plan that was in force
     * before the undone one. Empty when the plan came from elsewhere, and it is not known.
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
            Optional<AdoptedPlan> next = adoptedBy(before.getAsLong());
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

    private Optional<AdoptedPlan> adoptedBy(long position) {
        return book.reader().after(position - 1, 1).stream()
                .map(RecordedEntry::entry)
                .filter(Entry.PlanAdopted.class::isInstance)
                .map(Entry.PlanAdopted.class::cast)
                .map(entry -> new AdoptedPlan(entry.plan(), entry.name(), entry.position()))
                .findFirst();
    }
}
