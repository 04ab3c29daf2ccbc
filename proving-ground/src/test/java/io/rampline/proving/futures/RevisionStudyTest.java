package io.rampline.proving.futures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Four thousand plants, honest and over-promised. */
class RevisionStudyTest {
    private static final int STORIES = 4_000;
    private static final long SEED = Long.getLong("rampline.seed", 1);

    @Test
    void honestProbabilitiesAreCalledDriftingAsOftenAsTheSizeSays() {
        RevisionStudy honest = RevisionStudy.of(STORIES, 0, SEED);

        assertThat(honest.warned()).as("seed %d", SEED).isBetween(0.04, 0.06);
        assertThat(honest.rose()).as("seed %d", SEED).isBetween(0.035, 0.065);
        assertThat(honest.followed()).as("seed %d", SEED).isBetween(0.03, 0.07);
        assertThat(honest.moved()).as("seed %d", SEED).isBetween(0.03, 0.07);
    }

    @Test
    void aDriftOfFourFifthsOfAWeeksSpreadIsFoundInTwelveWeeks() {
        RevisionStudy drifting = RevisionStudy.of(STORIES, 0.81, SEED);

        assertThat(drifting.warned()).as("seed %d", SEED).isGreaterThan(0.8);
        assertThat(drifting.rose()).as("seed %d", SEED).isLessThan(0.01);
    }
}
