package io.rampline.desk.http;

import java.time.Duration;

/**
 * How a plan becomes the capacity of the book.
 *
 * @param persons who must agree to it, 1 or 2
 * @param undoWindow how long its adoption can be undone, up to {@link #UNDO_MOST}; zero for not at all
 */
public record AdoptionRule(int persons, Duration undoWindow) {
    /** Longer, and customers have lived with their new dates for too long. */
    public static final Duration UNDO_MOST = Duration.ofDays(14);

    /** Hours in which an adoption can be undone where nobody says otherwise. */
    public static final int UNDO_HOURS_USUAL = 24;

    /** One proposes, another approves. */
    public static final AdoptionRule USUAL = new AdoptionRule(2, Duration.ofHours(UNDO_HOURS_USUAL));

    /** Whoever may adopt a plan adopts it. */
    public static final AdoptionRule ALONE = new AdoptionRule(1, Duration.ofHours(UNDO_HOURS_USUAL));

    public AdoptionRule {
        if (persons < 1 || persons > 2) {
            throw new IllegalArgumentException("found " + persons + " who must agree to a plan, expected 1 or 2");
        }
        if (undoWindow.isNegative() || undoWindow.compareTo(UNDO_MOST) > 0) {
            throw new IllegalArgumentException("found " + undoWindow.toHours()
                    + " hours in which a plan can be undone, expected 0 to " + UNDO_MOST.toHours());
        }
    }
}
