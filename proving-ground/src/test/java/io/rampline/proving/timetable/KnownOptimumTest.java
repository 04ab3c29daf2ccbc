package io.rampline.proving.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.ortools.linearsolver.MPSolver;
import io.rampline.proving.timetable.GrowingFactory.Instance;
import io.rampline.proving.timetable.GrowingFactory.Size;
import io.rampline.ramp.Answer;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instances so small that every start of every step can be tried. */
class KnownOptimumTest {
    private static final int WEEKS = 24;
    private static final int STEPS = 3;
    private static final int NEVER = -1;

    @ParameterizedTest
    @CsvSource({"3, 9", "4, 10", "6, 8"})
    void theTimetableAndItsPeersFindTheOptimumOfAllStarts(long seed, int waitWeeks) {
        Instance instance = GrowingFactory.of(new Size(WEEKS, STEPS, 1, 16, seed));
        Terms terms = Terms.of(WEEKS).guarantee(new Wait(waitWeeks, 8)).gap(0);
        OwnSearch.Result own = OwnSearch.ask(instance, terms, Double.POSITIVE_INFINITY, Path.of("target", "cache"));
        Answer.Planned planned = own.planned().orElseThrow();

        double optimum = leastOfAllStarts(instance, planned);

        assertThat(planned.plan().steps()).as("seed " + seed).isNotEmpty();
        assertThat((double) planned.plan().costs().totalMinor())
                .as("seed " + seed)
                .isCloseTo(optimum, within(optimum * 1e-6));
        for (PeerSolver peer : PeerSolver.values()) {
            Figures figures = peer.measure(instance, planned.plan(), planned.marginWeeks(), 60);
            assertThat(figures.flaws()).as(peer + ", seed " + seed).isEmpty();
            assertThat(figures.costMinor().orElseThrow())
                    .as(peer + ", seed " + seed)
                    .isCloseTo(optimum, within(optimum * 1e-5));
        }
    }

    private static double leastOfAllStarts(Instance instance, Answer.Planned planned) {
        PeerSolver.load();
        MPSolver linear = MPSolver.createSolver("GLOP");
        StartsInWeek program = new StartsInWeek(linear, instance.scenario(), planned.plan(), planned.marginWeeks());
        double least = leastFrom(0, program, Double.POSITIVE_INFINITY);
        linear.delete();
        return least;
    }

    /** Tries every start of every step; those behind a fractional program that costs too much already are left out. */
    private static double leastFrom(int step, StartsInWeek program, double best) {
        if (program.solve(0, 60) != MPSolver.ResultStatus.OPTIMAL || program.costMinor() >= best) {
            return best;
        }
        if (step == STEPS) {
            return program.costMinor();
        }
        double least = best;
        for (int start = NEVER; start < WEEKS; start++) {
            program.fix(step, start);
            least = leastFrom(step + 1, program, least);
        }
        program.free(step);
        return least;
    }
}
