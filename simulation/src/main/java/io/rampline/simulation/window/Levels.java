package io.rampline.simulation.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The levels of windows by how far ahead a delivery is: what is due soon and what is due late miss for different
 * reasons, so each has a {@link Calibration} of its own, fed by what was due in just so many weeks when its window was
 * stated. So every order counts once in each. Immutable.
 *
 * @param byLead one for each of {@link #LEADS}
 * @param cohorts how many have been learnt from, all leads together
 */
public record Levels(List<Calibration> byLead, long cohorts) {
    /** Weeks from the day a window was stated to its middle. */
    public static final List<Integer> LEADS = List.of(4, 8, 13);

    /** With fewer cohorts levels have moved, but nobody should rely on it. */
    public static final int COHORTS_LEAST = 8;

    /** Share of the way to certainty that a level has at least after a change of plans. */
    private static final double WIDENED = 0.5;

    public Levels {
        byLead = List.copyOf(byLead);
        if (byLead.size() != LEADS.size()) {
            throw new IllegalArgumentException(
                    "found " + byLead.size() + " levels, expected one for each of " + LEADS.size() + " leads");
        }
    }

    /** The futures at their word: nothing has been learnt. */
    public static Levels at(double target) {
        return new Levels(Collections.nCopies(LEADS.size(), Calibration.at(target, Calibration.RATE)), 0);
    }

    /** Whether there has been enough to learn from. */
    public boolean isCalibrated() {
        return cohorts >= COHORTS_LEAST;
    }

    /** The level for what is due in so many weeks: that of the lead next to it. */
    public Calibration of(int weeksAhead) {
        return byLead.get(index(weeksAhead));
    }

    private static int index(int weeksAhead) {
        int best = 0;
        for (int i = 1; i < LEADS.size(); i++) {
            if (StrictMath.abs(LEADS.get(i) - weeksAhead) < StrictMath.abs(LEADS.get(best) - weeksAhead)) {
                best = i;
            }
        }
        return best;
    }

    /**
     * After a cohort that was due in so many weeks.
     *
     * @param missed share of it outside its windows, 0 to 1
     */
    public Levels after(int lead, double missed) {
        List<Calibration> next = new ArrayList<>(byLead);
        next.set(index(lead), of(lead).after(missed));
        return new Levels(next, cohorts + 1);
    }

    /**
     * After a change of plans: what came of windows under the old plan says little of those under the new one. Nothing
     * has been learnt any more, and until there is something new to learn from windows are wider than asked.
     */
    public Levels afterChangeOfPlans() {
        List<Calibration> next = new ArrayList<>();
        for (Calibration level : byLead) {
            double wide = level.target() + WIDENED * (1 - level.target());
            next.add(new Calibration(level.target(), level.rate(), StrictMath.max(wide, level.level())));
        }
        return new Levels(next, 0);
    }
}
