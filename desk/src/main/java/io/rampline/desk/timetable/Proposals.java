package io.rampline.desk.timetable;

import io.rampline.desk.timetable.Proposal.Decision;
import io.rampline.desk.timetable.Proposal.State;
import io.rampline.desk.timetable.Proposal.Wanted;
import io.rampline.orderbook.NoticeBoard;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.NoticeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Every plan that was proposed, and what became of each: read from the notices of the book, so that they outlive the
 * desk. Safe for use by several threads.
 */
public final class Proposals {
    private final NoticeBoard board;
    private final Map<String, Proposal> known = new LinkedHashMap<>();
    private boolean isRead;

    public Proposals(NoticeBoard board) {
        this.board = board;
    }

    /** Oldest first. */
    public synchronized List<Proposal> all() {
        read();
        return List.copyOf(known.values());
    }

    public synchronized Optional<Proposal> find(String id) {
        read();
        return Optional.ofNullable(known.get(id));
    }

    /** Notes a proposal; durable when this returns. */
    public synchronized Proposal propose(String actor, String reason, Wanted wanted) {
        read();
        String id = nextId();
        post(actor, reason, ProposalNotice.draft(id, wanted));
        return find(id).orElseThrow();
    }

    /** Notes what was decided about a proposal; durable when this returns. */
    public synchronized Proposal decide(String actor, String reason, String id, State state, long position) {
        return decide(actor, reason, ProposalNotice.draft(id, state, position, OptionalLong.empty()));
    }

    /**
     * Notes an approval; durable when this returns.
     *
     * @param position of the book
     * @param replaced position of the entry that adopted the plan in force, 0 for none
     */
    public synchronized Proposal approve(String actor, String reason, String id, long position, long replaced) {
        return decide(actor, reason, ProposalNotice.draft(id, State.APPROVED, position, OptionalLong.of(replaced)));
    }

    /**
     * Notes that a plan is adopted by one alone, as proposed and approved by the same; durable when this returns.
     *
     * @param replaced as in {@link #approve}
     */
    public synchronized Proposal bring(String actor, String reason, Wanted wanted, long replaced) {
        read();
        String id = nextId();
        post(
                actor,
                reason,
                ProposalNotice.draft(id, wanted),
                ProposalNotice.draft(id, State.APPROVED, wanted.position(), OptionalLong.of(replaced)));
        return find(id).orElseThrow();
    }

    private String nextId() {
        return String.valueOf(known.size() + 1);
    }

    private Proposal decide(String actor, String reason, Notice.Draft draft) {
        post(actor, reason, draft);
        return find(draft.subject()).orElseThrow();
    }

    /** What is not known to be noted is read again. */
    private void post(String actor, String reason, Notice.Draft... drafts) {
        isRead = false;
        board.post(actor, reason, List.of(drafts));
    }

    private void read() {
        if (isRead) {
            return;
        }
        known.clear();
        for (Notice notice : board.all()) {
            if (notice.is(NoticeKind.PLAN_PROPOSED)) {
                Proposal proposal = new Proposal(
                        notice.subject(),
                        ProposalNotice.wanted(notice),
                        notice.actor(),
                        notice.recordedAt(),
                        notice.reason(),
                        List.of());
                known.put(proposal.id(), proposal);
            } else if (notice.is(NoticeKind.PLAN_DECIDED)) {
                known.computeIfPresent(notice.subject(), (_, old) -> decided(old, ProposalNotice.decision(notice)));
            }
        }
        isRead = true;
    }

    private static Proposal decided(Proposal old, Decision decision) {
        List<Decision> decisions = new ArrayList<>(old.decisions());
        decisions.add(decision);
        return new Proposal(old.id(), old.wanted(), old.by(), old.at(), old.reason(), decisions);
    }
}
