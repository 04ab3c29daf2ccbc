package io.rampline.proving.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.simulation.ramp.PublicRamp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ramps that are forecast without knowledge of themselves. */
class RampsStudyTest {
    private static final int PARTICLES = 300;

    @Test
    void oneStepAheadTheEstimateBeatsTheLastValueOnRampsThatTheFamilyDoesNotHold() {
        List<PublicRamp> ramps = BacktestBench.ramps();

        Map<String, Marks> marks = new RampsStudy(ramps, BacktestBench.told("none"), 1, PARTICLES).run();

        Marks all = marks.get("all, percent of best period, step 1");
        assertThat(all).as(marks.keySet().toString()).isNotNull();
        assertThat(all.crps()).isLessThan(all.last());
        assertThat(all.within80()).isGreaterThanOrEqualTo(0.6);
    }
}
