package io.rampline.simulation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final double CENTRE = 0.233695;
    private static final double ONE_OFF = 0.602441;

    @Test
    void theNormalScoreHasItsKnownValues() {
        assertThat(Scores.crpsNormal(0, 0, 1)).isCloseTo(CENTRE, within(1e-6));
        assertThat(Scores.crpsNormal(1, 0, 1)).isCloseTo(ONE_OFF, within(1e-6));
        assertThat(Scores.crpsNormal(-1, 0, 1)).isCloseTo(ONE_OFF, within(1e-6));
        assertThat(Scores.crpsNormal(120, 100, 20)).isCloseTo(20 * ONE_OFF, within(1e-4));
    }

    @Test
    void farOutTheNormalScoreIsTheDistanceLessHalfTheSpread() {
        for (double z : new double[] {2.999, 3.001, 6, 40}) {
            double far = z - 1 / Math.sqrt(Math.PI);
            assertThat(Scores.crpsNormal(z, 0, 1)).isCloseTo(far, within(1e-3));
        }
        assertThat(Scores.crpsNormal(40, 0, 1)).isCloseTo(40 - 1 / Math.sqrt(Math.PI), within(1e-12));
    }

    @Test
    void manyNormalDrawsScoreAsTheClosedForm() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        double[] draws = random.doubles(200_000).map(_ -> random.nextGaussian()).toArray();

        assertThat(Scores.crps(0, draws)).as("seed " + seed).isCloseTo(CENTRE, within(0.004));
        assertThat(Scores.crps(1, draws)).as("seed " + seed).isCloseTo(ONE_OFF, within(0.004));
    }

    @Test
    void anEnsembleScoresAsAllItsPairsSay() {
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 50; round++) {
            double[] ensemble = random.doubles(1 + random.nextInt(20), -10, 10).toArray();
            double actual = random.nextDouble(-15, 15);

            assertThat(Scores.crps(actual, ensemble))
                    .as("seed " + seed + ", round " + round)
                    .isCloseTo(byAllPairs(actual, ensemble), within(1e-12));
        }
    }

    @Test
    void oneValueScoresItsDistance() {
        assertThat(Scores.crps(3, new double[] {5})).isEqualTo(2);
    }

    @Test
    void aQuantileIsPunishedOnTheSideItShouldNotBe() {
        assertThat(Scores.pinball(10, 4, 0.9)).isCloseTo(5.4, within(1e-12));
        assertThat(Scores.pinball(4, 10, 0.9)).isCloseTo(0.6, within(1e-12));
        assertThat(Scores.pinball(4, 4, 0.1)).isZero();
    }

    @Test
    void pinballOverAllLevelsIsHalfOfCrps() {
        double[] ensemble = new SplittableRandom(3).doubles(4_000).sorted().toArray();
        double sum = 0;
        int levels = 2_000;
        for (int i = 0; i < levels; i++) {
            double level = (i + 0.5) / levels;
            sum += Scores.pinball(0.3, Scores.quantile(ensemble, level), level);
        }

        assertThat(2 * sum / levels).isCloseTo(Scores.crps(0.3, ensemble), within(1e-4));
    }

    @Test
    void anIntervalPaysForWidthAndForWhatEscapes() {
        assertThat(Scores.interval(5, 2, 8, 0.2)).isCloseTo(6, within(1e-12));
        assertThat(Scores.interval(9, 2, 8, 0.2)).isCloseTo(16, within(1e-12));
        assertThat(Scores.interval(0, 2, 8, 0.2)).isCloseTo(26, within(1e-12));
        assertThatThrownBy(() -> Scores.interval(0, 8, 2, 0.2)).hasMessageContaining("lower end first");
    }

    @Test
    void cohortsAreCountedApartAndTogether() {
        Forecasted zeroToTen = new Forecasted(
                java.util.stream.IntStream.rangeClosed(0, 10).asDoubleStream().toArray());
        var cohorts = Cohort.of(List.of(
                new Scored("a", zeroToTen, 5), new Scored("a", zeroToTen, 0.5), new Scored("b", zeroToTen, 9.5)));

        assertThat(cohorts.keySet()).containsExactly("", "a", "b");
        assertThat(cohorts.get("a").held()).isEqualTo(1);
        assertThat(cohorts.get("a").below()).isEqualTo(1);
        assertThat(cohorts.get("b").coverage()).isZero();
        assertThat(cohorts.get("").count()).isEqualTo(3);
        assertThat(zeroToTen.p10()).isCloseTo(1, within(1e-12));
    }

    private static double byAllPairs(double actual, double[] ensemble) {
        double distance = 0;
        double apart = 0;
        for (double x : ensemble) {
            distance += Math.abs(x - actual);
            for (double y : ensemble) {
                apart += Math.abs(x - y);
            }
        }
        int n = ensemble.length;
        return distance / n - apart / (2.0 * n * n);
    }
}
