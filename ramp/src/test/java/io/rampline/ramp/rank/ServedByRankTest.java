package io.rampline.ramp.rank;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Step;
import io.rampline.ramp.Answer;
import io.rampline.ramp.GrownWorld;
import io.rampline.ramp.Question;
import io.rampline.ramp.Timetable;
import io.rampline.ramp.check.SingleOrders;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ServedByRankTest {
    private static final Path CACHE = Path.of("target", "cache");
    private static final int WEEKS = 40;
    private static final int GRACE_WEEKS = 1;

    private final GrownWorld world = new GrownWorld(5, WEEKS, 3, 8, 300);
    private final Plan plan = plan();
    private final ServedByRank service =
            new ServedByRank(world.scenario, world.book, plan, new Prices(world.scenario, WEEKS));

    private Plan plan() {
        Terms terms = Terms.of(WEEKS).guarantee(new Wait(8, 20)).gap(0.02);
        Timetable timetable = Timetable.of(world.scenario, world.book, CACHE);
        return ((Answer.Planned) timetable.ask(new Question.LeastCost(terms), PlanProgress.NOBODY)).plan();
    }

    private Plan deciding(Decisions decisions) {
        return new Plan(
                plan.terms(), decisions, plan.steps(), plan.costs(), plan.boundMinor(), plan.gap(), plan.flows());
    }

    private int excessWeeks(Decisions decisions) {
        SingleOrders.Waits waits = SingleOrders.of(world.scenario, world.book, deciding(decisions));
        return plan.flows().stream().mapToInt(waits::excessWeeks).max().orElse(0);
    }

    private double late(Decisions decisions) {
        return service.serve(decisions, GRACE_WEEKS, 0).lateOrderWeeks();
    }

    @Test
    void batchesAreLateWhereSingleOrdersAre() {
        int inTime = 0;
        int late = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Decisions decisions = someStarts(new SplittableRandom(seed));
            int excess = excessWeeks(decisions);
            if (excess < GRACE_WEEKS) {
                assertThat(late(decisions)).as("seed " + seed).isLessThan(1);
                inTime++;
            } else if (excess > GRACE_WEEKS + 1) {
                assertThat(late(decisions)).as("seed " + seed).isPositive();
                late++;
            }
        }
        assertThat(inTime + late).isGreaterThan(20);
        assertThat(late).isPositive();
    }

    @Test
    void whoIsServedLaterWaitsAtAHigherCost() {
        double served = service.serve(plan.decisions(), GRACE_WEEKS, 0).waitingMinor();
        double without = service.serve(Decisions.NONE, GRACE_WEEKS, 0).waitingMinor();

        assertThat(served).isPositive().isLessThan(without);
    }

    @Test
    void whatIsKeptBackServesNobody() {
        double all = service.serve(plan.decisions(), GRACE_WEEKS, 0).waitingMinor();
        double less = service.serve(plan.decisions(), GRACE_WEEKS, 0.1).waitingMinor();

        assertThat(less).isGreaterThan(all);
    }

    /** Those of the plan, some of them later or not at all, some others beside them. */
    private Decisions someStarts(SplittableRandom random) {
        List<Start> starts = new ArrayList<>();
        for (Step step : world.scenario.planning().steps()) {
            if (random.nextInt(4) > 0) {
                starts.add(new Start(step.name(), random.nextInt(8)));
            }
        }
        return new Decisions(starts, List.of());
    }
}
