package io.rampline.ramp.milp;

import io.rampline.factory.Decisions;
import io.rampline.factory.Resource;
import io.rampline.ramp.highs.Effort;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.Session;
import io.rampline.ramp.highs.Solution;
import io.rampline.ramp.highs.Watch;
import io.rampline.ramp.plan.ResourceValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * What one more or one less unit of a resource in a week would change, with the steps of a plan as they are: the linear
 * program is solved again with one unit more and with one unit less. Its prices alone would not do: where several
 * things bind at once, a price is only one of many that fit.
 */
public final class ResourceValues {
    /** Cost below which a change is the solver's rounding: this share of a minor unit's measure. */
    private static final double ROUNDING = 1e-9;

    private final Highs highs;

    public ResourceValues(Highs highs) {
        this.highs = highs;
    }

    /** The value of every resource and week that has one, by resource and week. */
    public List<ResourceValue> of(PlanningCase planningCase, Decisions decisions) {
        TimetableModel model = new TimetableModel(planningCase, new TreeSet<>());
        LinearProgram program = PlanSearch.fixed(model, PlanSearch.starts(model, decisions));
        List<ResourceValue> values = new ArrayList<>();
        try (Session session = highs.open(program)) {
            Solution solution = session.solve(Effort.UNLIMITED, Watch.NOBODY);
            if (!solution.found()) {
                throw new IllegalArgumentException("found decisions that hold no plan under these terms, expected one");
            }
            double unit = 1 / model.measures.units();
            for (int r = 0; r < model.limitRow.length; r++) {
                for (int t = 0; t < planningCase.weeks; t++) {
                    int row = model.limitRow[r][t];
                    if (row >= 0 && program.rowUpper(row) - program.activity(row, solution.point()) < unit) {
                        add(model, session, program, solution.cost(), r, t, values);
                    }
                }
            }
        }
        values.sort(Comparator.comparing(ResourceValue::resource).thenComparingInt(ResourceValue::bucket));
        return values;
    }

    private static void add(
            TimetableModel model,
            Session session,
            LinearProgram program,
            double cost,
            int r,
            int t,
            List<ResourceValue> to) {
        int row = model.limitRow[r][t];
        double unit = 1 / model.measures.units();
        double limit = program.rowUpper(row);
        session.changeRowBounds(row, program.rowLower(row), limit + unit);
        Solution more = session.solve(Effort.UNLIMITED, Watch.NOBODY);
        session.changeRowBounds(row, program.rowLower(row), limit - unit);
        Solution less = session.solve(Effort.UNLIMITED, Watch.NOBODY);
        session.changeRowBounds(row, program.rowLower(row), limit);
        double money = model.measures.money();
        double gain = cost - more.cost();
        double loss = less.cost() - cost;
        if (gain > ROUNDING * Math.abs(cost) || !less.found() || loss > ROUNDING * Math.abs(cost)) {
            Resource resource = model.planningCase.network.resources().get(r);
            to.add(new ResourceValue(
                    resource.label(),
                    t,
                    Math.max(0, Math.round(gain * money)),
                    less.found() ? OptionalLong.of(Math.max(0, Math.round(loss * money))) : OptionalLong.empty()));
        }
    }
}
