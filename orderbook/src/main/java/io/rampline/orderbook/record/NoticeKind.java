package io.rampline.orderbook.record;

import java.util.Arrays;
import java.util.Optional;

/** What the house can say or set. */
public enum NoticeKind {
    /** A file that the book was made of: its length and SHA-256. Subject: its path. */
    SCENARIO_FILE("scenario-file"),
    /** What was promised in public, as it was said first. Subject: which one. */
    COMMITMENT("commitment"),
    /** What came of a public commitment. Subject: which one. */
    COMMITMENT_OUTCOME("commitment-outcome"),
    /** After which delivery weeks no more orders are taken: all rules in force from here on. */
    ORDER_STOPS("order-stops"),
    /** A waiting room was opened: when its doors open, how many are let in, the hash of its seed. */
    WAITING_ROOM("waiting-room"),
    /** What was stated of orders that are followed: windows and probabilities of one week. Subject: the week. */
    WINDOWS_STATED("windows-stated"),
    /** A plan was proposed, and what its adoption would have done then. Subject: number of the proposal. */
    PLAN_PROPOSED("plan-proposed"),
    /** What became of a proposed plan: approved, adopted, declined, undone. Subject: number of the proposal. */
    PLAN_DECIDED("plan-decided");

    private final String label;

    NoticeKind(String label) {
        this.label = label;
    }

    /** As it stands in the record. */
    public String label() {
        return label;
    }

    /** The kind of a label; empty when there is none of that name. */
    public static Optional<NoticeKind> find(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
