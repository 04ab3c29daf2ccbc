package io.rampline.proving.timetable;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;
import io.rampline.proving.timetable.GrowingFactory.Instance;
import io.rampline.ramp.check.PlanCheck;
import io.rampline.ramp.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;

/** Other solvers, with their usual settings, on {@link StartsInWeek}. Their library is loaded at the first use. */
enum PeerSolver {
    HIGHS,
    SCIP,
    CBC;

    /** Solvers count the gap by the bound or by the cost. */
    private static final double GAP_ROUNDING = 1e-4;

    private static final class Library {
        static final boolean LOADED = load();

        private Library() {}

        private static boolean load() {
            Loader.loadNativeLibraries();
            return true;
        }
    }

    String title() {
        return "starts in week t, " + (this == HIGHS ? "HiGHS" : name());
    }

    /** Loads the library, once for each process: it takes a second or two. */
    static void load() {
        if (!Library.LOADED) {
            throw new IllegalStateException("found the library of the peers not loaded, expected it to be");
        }
    }

    /**
     * Seeks the plan of least cost.
     *
     * @param like a plan for the same question, for its groups and orders
     * @param margins weeks by which groups are to be served sooner, as in that plan
     */
    Figures measure(Instance instance, Plan like, SortedMap<String, Integer> margins, int secondsMax) {
        load();
        MPSolver solver = MPSolver.createSolver(name());
        try {
            Clock clock = new Clock();
            StartsInWeek program = new StartsInWeek(solver, instance.scenario(), like, margins);
            MPSolver.ResultStatus status;
            try {
                status = program.solve(like.terms().gap(), secondsMax);
            } catch (IllegalArgumentException lost) {
                // This version of OR-Tools has no name for the status of HiGHS at its limit, and drops the plan.
                return without(clock, "limit met, and its wrapper drops the plan");
            }
            if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
                return without(clock, status.name().toLowerCase(Locale.ROOT));
            }
            Plan plan = program.plan();
            double seconds = clock.seconds();
            return new Figures(
                    title(),
                    plan.gap() <= like.terms().gap() + GAP_ROUNDING
                            ? OptionalDouble.of(seconds)
                            : OptionalDouble.empty(),
                    seconds,
                    clock.processorSeconds(),
                    OptionalDouble.of((double) plan.costs().totalMinor()),
                    OptionalDouble.of((double) plan.boundMinor()),
                    this == HIGHS ? OptionalLong.empty() : OptionalLong.of(solver.nodes()),
                    PlanCheck.of(instance.scenario(), instance.book(), plan).flaws(),
                    "");
        } finally {
            solver.delete();
        }
    }

    private Figures without(Clock clock, String remark) {
        return new Figures(
                title(),
                OptionalDouble.empty(),
                clock.seconds(),
                clock.processorSeconds(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                List.of(),
                remark);
    }
}
