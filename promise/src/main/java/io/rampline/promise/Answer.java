package io.rampline.promise;

import java.util.List;

/**
 * What the engine says to a command. A position is the number of the last entry that the command wrote into the book.
 */
public sealed interface Answer {
    /** A date, not held. */
    record Quoted(Promise promise) implements Answer {}

    /** Booked, or booked before with the same content. */
    record Booked(long position, Promise promise) implements Answer {}

    record Held(long position, Promise.Dated promise, long expiresAtMicros) implements Answer {}

    record Delivered(long position) implements Answer {}

    record Cancelled(long position) implements Answer {}

    /** Changed; {@code keptRank} says whether the place in line is the old one. */
    record Changed(long position, Promise promise, boolean keptRank) implements Answer {}

    record PulledForward(long position, Promise.Dated promise) implements Answer {}

    /** Capacity set; {@code open} are the shortages that remain, {@code moved} the orders that were moved. */
    record CapacitySet(long position, int moved, List<Shortage> open) implements Answer {
        public CapacitySet {
            open = List.copyOf(open);
        }
    }

    /** Adopted; so many orders have an earlier date now, so many a later one, and {@code open} is short. */
    record PlanAdopted(long position, int earlier, int later, List<Shortage> open) implements Answer {
        public PlanAdopted {
            open = List.copyOf(open);
        }
    }

    record Advanced(long position, int expiredHolds) implements Answer {}

    record Repromised(long position, Difference difference) implements Answer {}

    record Refused(Refusal refusal, String detail) implements Answer {}
}
