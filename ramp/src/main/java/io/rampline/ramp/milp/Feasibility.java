package io.rampline.ramp.milp;

import io.rampline.ramp.highs.Effort;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.Session;
import io.rampline.ramp.highs.Solution;
import io.rampline.ramp.highs.Solution.Ending;
import io.rampline.ramp.plan.Restriction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether there is any plan at all; and where there is none, which few restrictions suffice to say so.
 *
 * <p>The few are found by giving up one restriction after the other: what can be given up while there is still no plan
 * is not part of the reason. What is left cannot hold together, and would if any one of it were given up, unless that
 * could not be decided within the work allowed; then it stays in.
 */
public final class Feasibility {
    /** A first plan is enough, whatever it costs. */
    private static final double ANY_PLAN = 1;

    private final Highs highs;
    private final PlanSearch search;

    public Feasibility(Highs highs) {
        this.highs = highs;
        this.search = new PlanSearch(highs);
    }

    /** What is known of there being a plan. */
    public enum Known {
        POSSIBLE,
        IMPOSSIBLE,
        UNKNOWN
    }

    public Known of(PlanningCase planningCase) {
        return of(planningCase, new TreeSet<>());
    }

    Known of(PlanningCase planningCase, SortedSet<Restriction> dropped) {
        TimetableModel model = new TimetableModel(planningCase, dropped);
        LinearProgram relaxed = model.program.relaxed();
        Solution solution = highs.solve(relaxed, Effort.UNLIMITED);
        if (solution.ending() == Ending.IMPOSSIBLE) {
            return Known.IMPOSSIBLE;
        }
        List<Map<String, OptionalInt>> tries = new ArrayList<>();
        tries.add(PlanSearch.starts(model, solution.point(), 1e-6));
        tries.add(PlanSearch.starts(model, solution.point(), 0.1));
        for (Map<String, OptionalInt> starts : tries) {
            if (search.exact(model, starts).isPresent()) {
                return Known.POSSIBLE;
            }
        }
        try (Session session = highs.open(model.program)) {
            Solution found = session.solve(
                    new Effort(ANY_PLAN, Integer.MAX_VALUE, planningCase.terms.work()),
                    (incumbent, _, _) -> Double.isInfinite(incumbent));
            return found.found()
                    ? Known.POSSIBLE
                    : found.ending() == Ending.IMPOSSIBLE ? Known.IMPOSSIBLE : Known.UNKNOWN;
        }
    }

    /** A few restrictions of which at least one must give, when there is no plan. */
    public List<Restriction> conflict(PlanningCase planningCase) {
        List<Restriction> all = new Restrictions(planningCase).list();
        SortedSet<Restriction> dropped = new TreeSet<>();
        for (Restriction restriction : all) {
            SortedSet<Restriction> more = new TreeSet<>(dropped);
            more.add(restriction);
            if (of(planningCase, more) == Known.IMPOSSIBLE) {
                dropped = more;
            }
        }
        List<Restriction> left = new ArrayList<>(all);
        left.removeAll(dropped);
        return left;
    }
}
