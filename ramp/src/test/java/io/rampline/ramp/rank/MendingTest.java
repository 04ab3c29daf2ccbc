package io.rampline.ramp.rank;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Start;
import io.rampline.ramp.Answer;
import io.rampline.ramp.GrownWorld;
import io.rampline.ramp.Question;
import io.rampline.ramp.Timetable;
import io.rampline.ramp.check.PlanCheck;
import io.rampline.ramp.check.SingleOrders;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MendingTest {
    private static final Path CACHE = Path.of("target", "cache");
    private static final int WEEKS = 40;

    private final GrownWorld world = new GrownWorld(5, WEEKS, 3, 8, 300);
    private final Plan plan = plan();

    private Plan plan() {
        Terms terms = Terms.of(WEEKS).guarantee(new Wait(8, 20)).gap(0.02);
        Timetable timetable = Timetable.of(world.scenario, world.book, CACHE);
        return ((Answer.Planned) timetable.ask(new Question.LeastCost(terms), PlanProgress.NOBODY)).plan();
    }

    private Plan deciding(Decisions decisions) {
        return new Plan(
                plan.terms(), decisions, plan.steps(), plan.costs(), plan.boundMinor(), plan.gap(), plan.flows());
    }

    private boolean holds(Decisions decisions) {
        SingleOrders.Waits waits = SingleOrders.of(world.scenario, world.book, deciding(decisions));
        return plan.flows().stream().allMatch(flow -> waits.excessWeeks(flow) <= SingleOrders.GRAIN_WEEKS);
    }

    private List<Decisions> mended(Plan from) {
        List<Decisions> accepted = new ArrayList<>();
        Mending.of(
                world.scenario,
                world.book,
                from,
                SingleOrders.GRAIN_WEEKS,
                decisions -> {
                    boolean holds = holds(decisions);
                    if (holds) {
                        accepted.add(decisions);
                    }
                    return holds;
                },
                PlanProgress.NOBODY);
        return accepted;
    }

    @Test
    void aPlanThatLacksAStepIsMended() {
        for (Start missing : plan.decisions().starts()) {
            List<Start> left = plan.decisions().starts().stream()
                    .filter(start -> !start.equals(missing))
                    .toList();
            Plan lacking = deciding(new Decisions(left, List.of()));

            List<Decisions> mended = mended(lacking);

            assertThat(mended).as("without " + missing).isNotEmpty();
            assertThat(PlanCheck.stepFlaws(world.scenario, deciding(mended.getLast())))
                    .isEmpty();
        }
    }

    @Test
    void theSamePlanIsMendedInTheSameWay() {
        Plan bare = deciding(Decisions.NONE);

        assertThat(mended(bare)).isEqualTo(mended(bare));
    }

    @Test
    void whatWasDecidedBeforeStaysAsItIs() {
        Start first = plan.decisions().starts().getFirst();
        Terms fixed = plan.terms().fixed(new Decisions(List.of(first), List.of()));
        Timetable timetable = Timetable.of(world.scenario, world.book, CACHE);
        Plan decided = ((Answer.Planned) timetable.ask(new Question.LeastCost(fixed), PlanProgress.NOBODY)).plan();

        for (Decisions mended : mended(decided)) {
            assertThat(mended.starts()).contains(first);
        }
    }
}
