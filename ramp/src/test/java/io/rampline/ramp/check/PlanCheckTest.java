package io.rampline.ramp.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.ramp.RampWorlds;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.milp.Outcome;
import io.rampline.ramp.milp.PlanSearch;
import io.rampline.ramp.milp.PlanningCase;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanCheckTest {
    private static final Highs HIGHS = Highs.load(Path.of("target", "cache"));
    private static final int WORLDS = Integer.getInteger("rampline.worlds", 80);

    @Test
    void everyPlanWithOneBrokenRuleIsRejected() {
        SortedMap<String, Integer> committed = new TreeMap<>();
        for (long seed = 1; seed <= WORLDS; seed++) {
            RampWorlds world = new RampWorlds(seed);
            PlanningCase planningCase = PlanningCase.of(world.scenario, world.book, world.terms);
            Outcome outcome = new PlanSearch(HIGHS).leastCost(planningCase, List.of(), PlanProgress.NOBODY);
            if (outcome instanceof Outcome.Found(Plan plan)) {
                String at = "seed " + seed + ": ";
                assertThat(PlanCheck.of(world.scenario, world.book, plan).flaws())
                        .as(at)
                        .isEmpty();
                WrongPlans.SINS.forEach((name, sin) -> sin.commit(world.scenario, plan)
                        .ifPresent(wrong -> {
                            assertThat(PlanCheck.of(world.scenario, world.book, wrong)
                                            .flaws())
                                    .as(at + name)
                                    .isNotEmpty();
                            committed.merge(name, 1, Integer::sum);
                        }));
            }
        }
        assertThat(committed.keySet()).isEqualTo(WrongPlans.SINS.keySet());
    }
}
