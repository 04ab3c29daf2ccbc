package io.rampline.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.simulation.futures.NormalCurve;
import org.junit.jupiter.api.Test;

class ScoresTest {
    @Test
    void theScoreOfANormalForecastIsThatOfTheClosedForm() {
        double[] normal = new double[200_001];
        for (int i = 0; i < normal.length; i++) {
            // In no order.
            normal[(int) (i * 7_919L % normal.length)] = NormalCurve.quantile((i + 0.5) / normal.length);
        }

        assertThat(Scores.crps(normal, 0)).isCloseTo(0.233695, within(1e-5));
        assertThat(Scores.crps(normal, 1)).isCloseTo(0.602441, within(1e-5));
        assertThat(Scores.crps(normal, -1)).isCloseTo(0.602441, within(1e-5));
    }

    @Test
    void aSureForecastScoresItsDistance() {
        assertThat(Scores.crps(new double[] {3, 3}, 5)).isEqualTo(2);
        assertThat(Scores.crps(new double[] {2, 4}, 3)).isEqualTo(0.5);
    }

    @Test
    void beingLateCostsMoreThanBeingEarlyAtAHighQuantile() {
        assertThat(Scores.pinball(10, 0.9, 12)).isCloseTo(1.8, within(1e-12));
        assertThat(Scores.pinball(10, 0.9, 8)).isCloseTo(0.2, within(1e-12));
    }
}
