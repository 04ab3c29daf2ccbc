package io.rampline.orderbook.credibility;

import io.rampline.orderbook.credibility.Commitment.Actual;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Public commitments on the same ledger as the promises to customers: each is judged by the figure and the day it was
 * made with. A target that was said again, lower or later, is a commitment of its own; it does not replace the first.
 */
public final class Commitments {
    /** A week's or a quarter's count is often struck the day after. */
    public static final int GRACE_DAYS = 1;

    private Commitments() {}

    /** What came of a commitment. */
    public enum Outcome {
        KEPT,
        BROKEN,
        OPEN
    }

    /**
     * A commitment and what came of it.
     *
     * @param slipDays when the target was reached: days after it was due, below 0 before; empty when it was not reached
     * @param deviation what was measured over the target (its lower end), less 1; empty while nothing is known
     * @param insideRange whether it lies inside the range that was named; empty when none was or nothing is known
     */
    public record Judgement(
            Commitment commitment,
            Outcome outcome,
            OptionalLong slipDays,
            OptionalDouble deviation,
            Optional<Boolean> insideRange) {}

    /** What became of an issuer's commitments. */
    public record IssuerRecord(String issuer, int kept, int broken, int open, OptionalDouble meanSlipDays) {
        /** Kept among those decided, 0 to 1. */
        public OptionalDouble keptShare() {
            int decided = kept + broken;
            return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) kept / decided);
        }
    }

    /**
     * Judges those that had been made by a day, by what was known then. Kept: at least the target was measured for a
     * day not later than due and {@link #GRACE_DAYS}. Broken: it was not, and that day is over. A figure that is only
     * known to be at least so much keeps a target up to that; one known roughly is taken as it stands.
     *
     * @return in the order given
     */
    public static List<Judgement> judge(List<Commitment> commitments, LocalDate asOf) {
        List<Judgement> judged = new ArrayList<>();
        for (Commitment commitment : commitments) {
            if (!commitment.made().isAfter(asOf)) {
                judged.add(judge(commitment, asOf));
            }
        }
        return judged;
    }

    private static Judgement judge(Commitment commitment, LocalDate asOf) {
        Optional<Actual> known =
                commitment.actual().filter(actual -> !actual.on().isAfter(asOf));
        LocalDate last = commitment.due().plusDays(GRACE_DAYS);
        boolean over = asOf.isAfter(last);
        if (known.isEmpty()) {
            Outcome outcome = over ? Outcome.BROKEN : Outcome.OPEN;
            return new Judgement(commitment, outcome, OptionalLong.empty(), OptionalDouble.empty(), Optional.empty());
        }
        Actual actual = known.get();
        BigDecimal least = commitment.target().atLeast();
        boolean reached = actual.units().compareTo(least) >= 0;
        boolean inTime = !actual.on().isAfter(last);
        boolean kept = reached && inTime;
        // A figure of the last day or later is final; an earlier one may still grow.
        boolean decided = over || !actual.on().isBefore(commitment.due());
        return new Judgement(
                commitment,
                kept ? Outcome.KEPT : decided ? Outcome.BROKEN : Outcome.OPEN,
                reached
                        ? OptionalLong.of(ChronoUnit.DAYS.between(commitment.due(), actual.on()))
                        : OptionalLong.empty(),
                deviation(actual.units(), least),
                commitment
                        .target()
                        .atMost()
                        .map(most -> reached && actual.units().compareTo(most) <= 0));
    }

    private static OptionalDouble deviation(BigDecimal units, BigDecimal target) {
        return target.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(units.subtract(target)
                        .divide(target.abs(), 6, RoundingMode.HALF_EVEN)
                        .doubleValue());
    }

    /** Sums judgements up by issuer, in ascending order of names. */
    public static List<IssuerRecord> byIssuer(List<Judgement> judgements) {
        TreeMap<String, List<Judgement>> issuers = new TreeMap<>();
        for (Judgement judgement : judgements) {
            issuers.computeIfAbsent(judgement.commitment().issuer(), _ -> new ArrayList<>())
                    .add(judgement);
        }
        List<IssuerRecord> records = new ArrayList<>();
        issuers.forEach((issuer, own) -> records.add(new IssuerRecord(
                issuer,
                count(own, Outcome.KEPT),
                count(own, Outcome.BROKEN),
                count(own, Outcome.OPEN),
                own.stream()
                        .filter(one -> one.slipDays().isPresent())
                        .mapToLong(one -> one.slipDays().getAsLong())
                        .average())));
        return records;
    }

    private static int count(List<Judgement> judgements, Outcome outcome) {
        return (int) judgements.stream().filter(one -> one.outcome() == outcome).count();
    }
}
