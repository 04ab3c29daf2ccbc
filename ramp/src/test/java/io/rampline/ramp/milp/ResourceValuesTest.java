package io.rampline.ramp.milp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.Line;
import io.rampline.factory.Resource.Kind;
import io.rampline.factory.Scenario;
import io.rampline.factory.WeeklyUnits;
import io.rampline.ramp.RampWorlds;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.ResourceValue;
import io.rampline.ramp.plan.Terms;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ResourceValuesTest {
    private static final Highs HIGHS = Highs.load(Path.of("target", "cache"));
    private static final int WORLDS = Integer.getInteger("rampline.worlds", 25);

    /** The value told for each line and week is what the scenario with one unit more really saves. */
    @Test
    void oneMoreUnitSavesWhatIsTold() {
        int valued = 0;
        int worthless = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            RampWorlds world = new RampWorlds(seed);
            PlanningCase planningCase = PlanningCase.of(world.scenario, world.book, world.terms);
            if (new PlanSearch(HIGHS).leastCost(planningCase, List.of(), PlanProgress.NOBODY)
                    instanceof Outcome.Found(Plan plan)) {
                Map<String, ResourceValue> told = new TreeMap<>();
                new ResourceValues(HIGHS)
                        .of(planningCase, plan.decisions())
                        .forEach(value -> told.put(value.resource() + " " + value.bucket(), value));
                for (int t = 0; t < world.weeks; t++) {
                    double saved = plan.costs().totalMinor() - costMinor(oneMore(world.scenario, t), world, plan);
                    ResourceValue value = told.get("line L1 " + t);
                    double worth = value == null ? 0 : value.oneMoreSavesMinor();

                    assertThat(worth).as("seed %d week %d", seed, t).isCloseTo(saved, within(2.0));
                    valued += worth > 2 ? 1 : 0;
                    worthless += worth <= 2 ? 1 : 0;
                }
                told.values()
                        .forEach(value -> value.oneLessCostsMinor()
                                .ifPresent(less ->
                                        assertThat(less).isGreaterThanOrEqualTo(value.oneMoreSavesMinor() - 2)));
            }
        }
        assertThat(valued).isPositive();
        assertThat(worthless).isPositive();
    }

    private static double costMinor(Scenario scenario, RampWorlds world, Plan plan) {
        Terms terms = world.terms.fixed(plan.decisions());
        TimetableModel model = new TimetableModel(PlanningCase.of(scenario, world.book, terms), new TreeSet<>());
        return new PlanSearch(HIGHS)
                        .exact(model, new TreeMap<String, OptionalInt>())
                        .orElseThrow()
                        .cost()
                * model.measures.money();
    }

    private static Scenario oneMore(Scenario s, int week) {
        List<Line> lines = s.lines().stream()
                .map(line -> line.name().equals("L1") ? oneMore(line, week) : line)
                .toList();
        return new Scenario(
                s.name(),
                s.horizon(),
                s.asOf(),
                s.currency(),
                s.homeMarket(),
                s.confidence(),
                s.rules(),
                s.windowRule(),
                s.products(),
                lines,
                s.parts(),
                s.bill(),
                s.options(),
                s.mix(),
                s.markets(),
                s.quotas(),
                s.demand(),
                s.deposits(),
                s.planning());
    }

    private static Line oneMore(Line line, int week) {
        assertThat(Kind.LINE.storable()).isFalse();
        int[] units = line.capacity().toArray();
        units[week]++;
        return new Line(line.plant(), line.name(), line.models(), WeeklyUnits.of(units));
    }
}
