package io.rampline.proving.futures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Twenty plants in ramp-up, five of them not as the planner believes. */
class RampStudyTest {
    private static final int RAMPS = 20;
    private static final int WRONG = 5;
    private static final long SEED = Long.getLong("rampline.seed", 1);

    @Test
    void windowsHoldAsOftenAsTheySayAlsoWhereThePlannerIsWrong() {
        RampStudy study = RampStudy.of(RAMPS, WRONG, true, SEED);

        assertThat(study.pooled()).as("pooled, seed %d", SEED).isBetween(0.88, 0.92);
        for (int lead = 0; lead < RampStudy.LEADS.length; lead++) {
            assertThat(study.ofLead(lead))
                    .as("due in %d weeks, seed %d", RampStudy.LEADS[lead], SEED)
                    .isBetween(0.80, 0.97);
        }
        for (int ramp = 0; ramp < RAMPS; ramp++) {
            assertThat(study.ofRamp(ramp)).as("ramp %d, seed %d", ramp, SEED).isBetween(0.80, 0.97);
        }
        // Windows without an end would hold as well.
        assertThat(study.weeks(0.5)).as("weeks of half the windows").isBetween(2, 4);
        assertThat(study.weeks(0.9)).as("weeks of nine windows in ten").isLessThanOrEqualTo(16);
    }

    @Test
    void takenAtTheirWordTheFuturesOfAWrongPlannerPromiseTooMuch() {
        RampStudy study = RampStudy.of(WRONG, WRONG, false, SEED);

        assertThat(study.pooled()).isLessThan(0.85);
    }
}
