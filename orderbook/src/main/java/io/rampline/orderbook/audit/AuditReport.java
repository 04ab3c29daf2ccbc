package io.rampline.orderbook.audit;

import java.util.List;
import java.util.Optional;

/**
 * What an audit looked at and every difference it found.
 *
 * @param entries how many there are
 * @param orders how many they are about, holds among them
 * @param end position and hash of the last entry, to be kept as an anchor for the next audit; empty for an empty book
 * @param noticesEnd the same of the notices; empty when there are none
 * @param checks one for each {@link Check}, in that order
 * @param differences the first {@link #DIFFERENCES_MAX} of each check, by check and then in the order found
 */
public record AuditReport(
        long entries,
        long orders,
        Optional<Anchor> end,
        Optional<Anchor> noticesEnd,
        List<Checked> checks,
        List<Difference> differences) {
    /** More differences of one kind than a person reads. All are counted. */
    public static final int DIFFERENCES_MAX = 100;

    public AuditReport {
        checks = List.copyOf(checks);
        differences = List.copyOf(differences);
    }

    /** One check: how often it was made, how often it failed. */
    public record Checked(Check check, long count, long differences) {}

    /**
     * Something that is not as it should be.
     *
     * @param place {@code entry 17}, {@code line F1 in 2026-W03}, {@code order YU7-1}
     * @param message what was found and what was expected
     */
    public record Difference(Check check, String place, String message) {
        @Override
        public String toString() {
            return place + ": " + message;
        }
    }

    /** Whether nothing was found. */
    public boolean clean() {
        return differenceCount() == 0;
    }

    /** All differences, those not listed among them. */
    public long differenceCount() {
        return checks.stream().mapToLong(Checked::differences).sum();
    }
}
