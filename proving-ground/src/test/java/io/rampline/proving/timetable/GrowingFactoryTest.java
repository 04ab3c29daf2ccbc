package io.rampline.proving.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.proving.timetable.GrowingFactory.Instance;
import io.rampline.proving.timetable.GrowingFactory.Size;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GrowingFactoryTest {
    @Test
    void theSameSizeAndSeedGiveTheSameFactory() {
        Instance one = GrowingFactory.of(new Size(30, 7, 3, 5));
        Instance other = GrowingFactory.of(new Size(30, 7, 3, 5));

        assertThat(one.scenario()).isEqualTo(other.scenario());
        assertThat(one.book().size()).isEqualTo(other.book().size()).isPositive();
        assertThat(one.scenario().planning().steps()).hasSize(7);
        assertThat(one.scenario().demand()).hasSize(3);
    }

    @Test
    void itsTimetableHolds() {
        Instance instance = GrowingFactory.of(new Size(40, 8, 2, 1));
        Terms terms = Terms.of(40).guarantee(new Wait(16, 20)).gap(0.02);

        OwnSearch.Result result = OwnSearch.ask(instance, terms, Double.POSITIVE_INFINITY, Path.of("target", "cache"));

        assertThat(result.figures().flaws()).isEmpty();
        assertThat(result.figures().gap().orElseThrow()).isLessThanOrEqualTo(0.02);
        assertThat(result.planned().orElseThrow().plan().steps()).isNotEmpty();
    }
}
