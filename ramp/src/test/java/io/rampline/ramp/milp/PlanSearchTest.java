package io.rampline.ramp.milp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.Decisions.Start;
import io.rampline.ramp.EveryStart;
import io.rampline.ramp.RampWorlds;
import io.rampline.ramp.check.PlanCheck;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
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

    @Test
    void aPlanThatIsThereChangesAsLittleAsItCan() {
        int changed = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            RampWorlds world = new RampWorlds(seed);
            PlanSearch search = new PlanSearch(HIGHS);
            Wait wait = world.terms.guarantee().orElseThrow();
            Terms easier = world.terms.guarantee(new Wait(wait.weeks() + 1, wait.fromBucket()));
            PlanningCase before = PlanningCase.of(world.scenario, world.book, easier);
            if (search.leastCost(before, List.of(), PlanProgress.NOBODY) instanceof Outcome.Found(Plan keep)) {
                EveryStart every = new EveryStart(world.scenario, world.book, world.terms);
                int fewest = every.fewestChanges(keep.decisions());
                PlanningCase now = PlanningCase.of(world.scenario, world.book, world.terms);
                Outcome outcome = search.fewestChanges(now, keep.decisions(), List.of(), PlanProgress.NOBODY);

                if (fewest == Integer.MAX_VALUE) {
                    assertThat(outcome).as("seed %d", seed).isInstanceOf(Outcome.Impossible.class);
                } else {
                    Plan plan = ((Outcome.Found) outcome).plan();
                    assertThat(changes(keep, plan)).as("seed %d", seed).isEqualTo(fewest);
                    assertThat((double) plan.costs().totalMinor())
                            .as("seed %d", seed)
                            .isCloseTo(
                                    every.leastCostOfFewestMinor(),
                                    within(2 + 1e-6 * plan.costs().totalMinor()));
                    changed += fewest > 0 ? 1 : 0;
                }
            }
        }
        assertThat(changed).isGreaterThan(2);
    }

    private static int changes(Plan before, Plan after) {
        TreeSet<Start> either = new TreeSet<>(Comparator.comparing(Start::step).thenComparingInt(Start::bucket));
        either.addAll(before.decisions().starts());
        either.addAll(after.decisions().starts());
        either.removeIf(start -> before.decisions().starts().contains(start)
                && after.decisions().starts().contains(start));
        return (int) either.stream().map(Start::step).distinct().count();
    }
}
