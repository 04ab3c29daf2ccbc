package io.rampline.desk.timetable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A plan that somebody wants the book to follow, and what became of it.
 *
 * @param id number of the proposal, from 1 on
 * @param wanted what is proposed
 * @param by who proposed it, as in the record
 * @param at wall clock
 * @param reason in that person's words; may be empty
 * @param decisions oldest first
 */
public record Proposal(String id, Wanted wanted, String by, Instant at, String reason, List<Decision> decisions) {
    public Proposal {
        decisions = List.copyOf(decisions);
    }

    /**
     * What is proposed.
     *
     * @param plan fingerprint
     * @param starts as {@link Decided#begun} reads them
     * @param openings as {@link Decided#opened} reads them
     * @param mayDelay whether it may bring orders later than promised
     * @param seen what it would have done when it was proposed
     * @param position of the book then
     */
    public record Wanted(
            String plan,
            String name,
            List<String> starts,
            List<String> openings,
            boolean mayDelay,
            Effect seen,
            long position) {
        public Wanted {
            starts = List.copyOf(starts);
            openings = List.copyOf(openings);
        }
    }

    /** How far it is. */
    public enum State {
        /** Waits for a second person. */
        OPEN,
        /** Somebody agreed; the book has not answered yet, or its answer was lost. */
        APPROVED,
        ADOPTED,
        /** Approved, but the book had moved and refused it: open again. */
        REFUSED,
        DECLINED,
        WITHDRAWN,
        UNDONE;

        /** {@code open}: as it stands in the record and in answers. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> find(String label) {
            for (State state : values()) {
                if (state.label().equals(label)) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Something that was decided about it.
     *
     * @param by who did, as in the record
     * @param position of the book then; for {@code ADOPTED} of the entry that adopted it
     * @param replaced for {@code APPROVED} the position of the entry that adopted the plan in force before, 0 for none;
     *     empty where it was not noted
     */
    public record Decision(State state, String by, Instant at, String reason, long position, OptionalLong replaced) {}

    /** How far it is. */
    public State state() {
        return decisions.isEmpty() ? State.OPEN : decisions.getLast().state();
    }

    /** Whether it can still be approved, declined or withdrawn. */
    public boolean isOpen() {
        return switch (state()) {
            case OPEN, APPROVED, REFUSED -> true;
            case ADOPTED, DECLINED, WITHDRAWN, UNDONE -> false;
        };
    }

    /** How often the book has refused it. */
    public int refusals() {
        return (int) decisions.stream()
                .filter(decision -> decision.state() == State.REFUSED)
                .count();
    }

    /** The last decision of a kind. */
    public Optional<Decision> last(State state) {
        return decisions.stream().filter(decision -> decision.state() == state).reduce((_, later) -> later);
    }
}
