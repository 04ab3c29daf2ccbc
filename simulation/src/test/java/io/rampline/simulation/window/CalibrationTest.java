package io.rampline.simulation.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.simulation.futures.NormalCurve;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void theLevelRisesAfterMissesAndFallsBackAfterHits() {
        Calibration start = Calibration.at(0.9, 0.1);

        assertThat(start.after(1).level()).isCloseTo(0.99, within(1e-12));
        assertThat(start.after(0).level()).isCloseTo(0.89, within(1e-12));
        assertThat(start.after(0.1).level()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void aLuckyStretchIsForgottenAsSoonAsLuckTurns() {
        Calibration lucky = Calibration.at(0.9, 0.2);
        for (int cohort = 0; cohort < 50; cohort++) {
            lucky = lucky.after(0);
        }

        assertThat(lucky.level()).isEqualTo(Calibration.LEVEL_MIN);
        assertThat(lucky.after(1).level()).isCloseTo(0.68, within(1e-12));
    }

    @Test
    void aboveWhatFuturesCanTellWindowsAreWidenedByWeeks() {
        Window window = new Window(5, 7, 6, 0.995);

        assertThat(new Calibration(0.9, 0.1, 0.9).widened(window)).isEqualTo(window);
        Calibration high = new Calibration(0.9, 0.1, 1.3);
        assertThat(high.confidence()).isEqualTo(Calibration.LEVEL_MAX);
        assertThat(high.widened(window)).isEqualTo(new Window(3, 9, 6, 0.995));
        assertThat(new Calibration(0.9, 0.1, 0.2).confidence()).isEqualTo(Calibration.LEVEL_MIN);
    }

    /** Whatever comes: the true spread is two and a half times the one believed, and changes half-way. */
    @Test
    void windowsHoldAsOftenAsTheyShallWhateverIsBelieved() {
        SplittableRandom random = new SplittableRandom(4);
        Calibration calibration = Calibration.at(0.9, 0.05);
        double missed = 0;
        int cohorts = 4_000;
        for (int i = 0; i < cohorts; i++) {
            double spread = i < cohorts / 2 ? 2.5 : 0.9;
            double error = Math.abs(random.nextGaussian() * spread);
            // Half the width that a normal of spread 1 has at that level, and two for each week more.
            double half = NormalCurve.quantile((1 + calibration.confidence()) / 2) + 2.0 * calibration.moreWeeks();
            double miss = error > half ? 1 : 0;
            missed += miss;
            calibration = calibration.after(miss);
        }

        assertThat(missed / cohorts).isCloseTo(0.1, within(0.01));
    }
}
