package io.rampline.ramp.milp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.ramp.EveryStart;
import io.rampline.ramp.RampWorlds;
import io.rampline.ramp.check.PlanCheck;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanSearchTest {
    private static final Highs HIGHS = Highs.load(Path.of("target", "cache"));
    private static final int WORLDS = Integer.getInteger("rampline.worlds", 60);

    @Test
    void aPlanCostsAsLittleAsTheBestOfAllStarts() {
        int found = 0;
        int impossible = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            RampWorlds world = new RampWorlds(seed);
            double best = new EveryStart(world.scenario, world.book, world.terms).leastCostMinor();
            PlanningCase planningCase = PlanningCase.of(world.scenario, world.book, world.terms);
            Outcome outcome = new PlanSearch(HIGHS).leastCost(planningCase, List.of(), PlanProgress.NOBODY);

            if (Double.isInfinite(best)) {
                assertThat(outcome).as("seed %d", seed).isInstanceOf(Outcome.Impossible.class);
                impossible++;
            } else {
                assertThat(outcome).as("seed %d", seed).isInstanceOf(Outcome.Found.class);
                Plan plan = ((Outcome.Found) outcome).plan();
                assertThat((double) plan.costs().totalMinor())
                        .as("seed %d", seed)
                        .isCloseTo(best, within(1 + best * 1e-6));
                assertThat(PlanCheck.of(world.scenario, world.book, plan).flaws())
                        .as("seed %d", seed)
                        .isEmpty();
                found++;
            }
        }
        assertThat(found).isGreaterThan(WORLDS / 4);
        assertThat(impossible).isGreaterThan(WORLDS / 10);
    }
}
