package io.rampline.ramp.milp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.ramp.RampWorlds;
import io.rampline.ramp.check.PlanCheck;
import io.rampline.ramp.highs.Effort;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.Solution;
import io.rampline.ramp.plan.Future;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.RobustPlan;
import io.rampline.ramp.plan.RobustTerms;
import io.rampline.ramp.plan.Wait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManyFuturesTest {
    private static final Highs HIGHS = Highs.load(Path.of("target", "cache"));
    private static final int WORLDS = Integer.getInteger("rampline.worlds", 10);
    private static final int FUTURES = 20;
    private static final double TAIL_WEIGHT = 0.4;

    private static RobustTerms robust(RampWorlds world) {
        List<Future> futures = new ArrayList<>();
        for (int f = 0; f < FUTURES; f++) {
            TreeMap<String, Double> levels = new TreeMap<>();
            levels.put("A", world.random.nextDouble() * 1.5 - 0.5);
            levels.put("B", world.random.nextDouble() * 1.5 - 0.5);
            futures.add(new Future("f" + f, 1.0 + f % 3, 0, levels));
        }
        return new RobustTerms(futures, world.weeks, 700, TAIL_WEIGHT, 0.25);
    }

    private static List<PlanningCase> cases(RampWorlds world, RobustTerms robust) {
        return robust.futures().stream()
                .map(future ->
                        PlanningCase.of(future.in(world.scenario), world.book, world.terms.guarantee(new Wait(3, 1))))
                .toList();
    }

    private static double value(RobustPlan plan) {
        return (1 - TAIL_WEIGHT) * plan.meanMinor() + TAIL_WEIGHT * plan.tailMinor();
    }

    @Test
    void clustersFindThePlanOfAllFuturesInOneProgram() {
        int compared = 0;
        for (long seed = 1; compared < WORLDS; seed++) {
            RampWorlds world = new RampWorlds(seed);
            RobustTerms robust = robust(world);
            List<PlanningCase> cases = cases(world, robust);
            if (!ManyFutures.suits(cases, robust)) {
                continue;
            }
            RobustSearch.Joint all = new RobustSearch.Joint(cases, RobustSearch.weights(robust), robust);
            Solution inOne = HIGHS.solve(all.program, Effort.UNLIMITED);
            Optional<RobustPlan> plan = new ManyFutures(HIGHS, cases, robust).seek(PlanProgress.NOBODY);

            assertThat(plan.isPresent()).as("seed %d", seed).isEqualTo(inOne.found());
            if (plan.isPresent()) {
                double expected = inOne.cost() * all.models.getFirst().measures.money();
                assertThat(value(plan.get())).as("seed %d", seed).isCloseTo(expected, within(5 + 1e-6 * expected));
                assertThat(plan.get().gap()).as("seed %d", seed).isLessThan(1e-5);
                plan.get()
                        .branches()
                        .forEach(branch -> assertThat(
                                        PlanCheck.of(branch.future().in(world.scenario), world.book, branch.plan())
                                                .flaws())
                                .noneMatch(flaw -> !flaw.contains("wait")));
            }
            compared++;
        }
    }

    @Test
    void aMeanOfFuturesIsAFloorForThemInTheMean() {
        int floors = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            RampWorlds world = new RampWorlds(seed);
            RobustTerms robust = robust(world);
            List<PlanningCase> cases = cases(world, robust);
            if (ManyFutures.suits(cases, robust)) {
                double[] weight = RobustSearch.weights(robust);
                Clusters clusters = new Clusters(cases, weight);
                RobustSearch.Joint some = new RobustSearch.Joint(
                        clusters.list().stream().map(clusters::mean).toList(),
                        clusters.list().stream().mapToDouble(clusters::weight).toArray(),
                        robust);
                RobustSearch.Joint all = new RobustSearch.Joint(cases, weight, robust);
                Solution floor = HIGHS.solve(some.program, Effort.UNLIMITED);
                Solution least = HIGHS.solve(all.program, Effort.UNLIMITED);

                if (least.found()) {
                    assertThat(floor.cost())
                            .as("seed %d", seed)
                            .isLessThanOrEqualTo(least.cost() + 1e-6 * Math.abs(least.cost()));
                    floors++;
                }
            }
        }
        assertThat(floors).isPositive();
    }
}
