package io.rampline.ramp.plan;

import io.rampline.factory.Decisions;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Under which terms a plan is asked for.
 *
 * @param weeks how many weeks of the horizon the plan looks at, from its first; a wait is guaranteed for those who
 *     order early enough to be served within them
 * @param demand the forecast it is made for
 * @param guarantee what is guaranteed in every market that is open by itself; empty for what the scenario guarantees
 * @param fixed starts and openings that are decided; they hold beside those that the scenario calls decided
 * @param without steps that may not be taken
 * @param spendMaxMinor most that all one-off costs together may come to, minor units; empty for no limit
 * @param gap share of its cost by which the plan may miss the best, 0 to 1
 * @param work how many iterations of the solver's linear programs a search may take: a limit of work, so that the same
 *     question has the same answer on every machine
 */
public record Terms(
        int weeks,
        DemandCase demand,
        Optional<Wait> guarantee,
        Decisions fixed,
        SortedSet<String> without,
        OptionalLong spendMaxMinor,
        double gap,
        long work) {
    public static final double USUAL_GAP = 0.005;
    /** Some minutes on one core for a hundred weeks and a score of steps. */
    public static final long USUAL_WORK = 3_000_000;

    public Terms {
        without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
        if (weeks < 1 || !(gap >= 0 && gap <= 1) || work < 0) {
            throw new IllegalArgumentException("found " + weeks + " weeks, gap " + gap + ", work " + work
                    + ", expected at least 1 week, a gap of 0 to 1 and work of 0 or more");
        }
    }

    /** The middle forecast, what the scenario guarantees, nothing fixed, no limit beyond the scenario's. */
    public static Terms of(int weeks) {
        return new Terms(
                weeks,
                DemandCase.MID,
                Optional.empty(),
                Decisions.NONE,
                Collections.emptySortedSet(),
                OptionalLong.empty(),
                USUAL_GAP,
                USUAL_WORK);
    }

    public Terms demand(DemandCase other) {
        return new Terms(weeks, other, guarantee, fixed, without, spendMaxMinor, gap, work);
    }

    public Terms guarantee(Wait other) {
        return new Terms(weeks, demand, Optional.of(other), fixed, without, spendMaxMinor, gap, work);
    }

    public Terms fixed(Decisions other) {
        return new Terms(weeks, demand, guarantee, other, without, spendMaxMinor, gap, work);
    }

    public Terms without(SortedSet<String> steps) {
        return new Terms(weeks, demand, guarantee, fixed, steps, spendMaxMinor, gap, work);
    }

    /** Also without one more step. */
    public Terms andWithout(String step) {
        SortedSet<String> more = new TreeSet<>(without);
        more.add(step);
        return without(more);
    }

    public Terms spendMax(long minor) {
        return new Terms(weeks, demand, guarantee, fixed, without, OptionalLong.of(minor), gap, work);
    }

    public Terms gap(double share) {
        return new Terms(weeks, demand, guarantee, fixed, without, spendMaxMinor, share, work);
    }

    public Terms work(long iterations) {
        return new Terms(weeks, demand, guarantee, fixed, without, spendMaxMinor, gap, iterations);
    }
}
