package io.rampline.ramp.milp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.ramp.EveryStart;
import io.rampline.ramp.RampWorlds;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.milp.Feasibility.Known;
import io.rampline.ramp.plan.Restriction;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FeasibilityTest {
    private static final Highs HIGHS = Highs.load(Path.of("target", "cache"));
    private static final int WORLDS = Integer.getInteger("rampline.worlds", 60);

    @Test
    void aPlanIsPossibleWhenSomeStartOfAllIs() {
        Feasibility feasibility = new Feasibility(HIGHS);
        for (long seed = 1; seed <= WORLDS; seed++) {
            RampWorlds world = new RampWorlds(seed);
            boolean any = Double.isFinite(new EveryStart(world.scenario, world.book, world.terms).leastCostMinor());

            assertThat(feasibility.of(PlanningCase.of(world.scenario, world.book, world.terms)))
                    .as("seed %d", seed)
                    .isEqualTo(any ? Known.POSSIBLE : Known.IMPOSSIBLE);
        }
    }

    @Test
    void aConflictCannotHoldTogetherAndWouldWithoutAnyOfIt() {
        Feasibility feasibility = new Feasibility(HIGHS);
        int conflicts = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            RampWorlds world = new RampWorlds(seed);
            PlanningCase planningCase = PlanningCase.of(world.scenario, world.book, world.terms);
            if (feasibility.of(planningCase) == Known.IMPOSSIBLE) {
                List<Restriction> reasons = feasibility.conflict(planningCase);
                TreeSet<Restriction> others = new TreeSet<>(new Restrictions(planningCase).list());
                reasons.forEach(others::remove);

                assertThat(reasons).as("seed %d", seed).isNotEmpty();
                assertThat(feasibility.of(planningCase, others))
                        .as("seed %d", seed)
                        .isEqualTo(Known.IMPOSSIBLE);
                for (Restriction reason : reasons) {
                    TreeSet<Restriction> more = new TreeSet<>(others);
                    more.add(reason);
                    assertThat(feasibility.of(planningCase, more))
                            .as("seed %d without \"%s\"", seed, reason.text())
                            .isEqualTo(Known.POSSIBLE);
                }
                conflicts++;
            }
        }
        assertThat(conflicts).isGreaterThan(WORLDS / 10);
    }
}
