package io.rampline.desk.timetable;

import io.rampline.ramp.Answer;

/** How a search ended. */
public enum Verdict {
    PLANNED,
    /** There is a plan for each of several futures, the same in all of them up to a gate. */
    BRANCHED,
    /** Proved: there is no plan. */
    CONFLICT,
    /** Neither a plan nor a proof was found within the work allowed. */
    UNDECIDED,
    /** A plan was found that the checker does not accept. */
    REJECTED;

    /** The verdict of an answer. */
    public static Verdict of(Answer answer) {
        return switch (answer) {
            case Answer.Planned _ -> PLANNED;
            case Answer.Branched _ -> BRANCHED;
            case Answer.Conflict _ -> CONFLICT;
            case Answer.Undecided _ -> UNDECIDED;
            case Answer.Rejected _ -> REJECTED;
        };
    }
}
