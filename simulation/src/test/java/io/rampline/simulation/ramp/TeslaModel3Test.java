package io.rampline.simulation.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.simulation.score.Forecasted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** One quarter ahead in the ramp of the Tesla Model 3, with the ceiling announced then: 5,000 cars a week. */
class TeslaModel3Test {
    /** Cars of each quarter from 2017-Q3 on, as in the public figures. */
    private static final double[] BUILT = {260, 2425, 9766, 28578, 53239, 61394};

    private static final double WEEKS_A_QUARTER = 13;
    private static final double CEILING = 5_000;

    @Test
    void leastSquaresWithTheAnnouncedCeilingErrsAsPublished() {
        assertThat(logisticError(4)).isCloseTo(-0.049, within(0.0005));
        assertThat(logisticError(5)).isCloseTo(0.012, within(0.0005));
    }

    @Test
    void lastValueAndStraightLineErrAsPublished() {
        assertThat(BUILT[3] / BUILT[4] - 1).isCloseTo(-0.463, within(0.0005));
        assertThat(BUILT[4] / BUILT[5] - 1).isCloseTo(-0.133, within(0.0005));
        assertThat((2 * BUILT[3] - BUILT[2]) / BUILT[4] - 1).isCloseTo(-0.110, within(0.0005));
        assertThat((2 * BUILT[4] - BUILT[3]) / BUILT[5] - 1).isCloseTo(0.269, within(0.0005));
    }

    @Test
    void theEstimateBeatsLastValueAndStraightLineInBothQuarters() throws IOException {
        List<String> errors = new ArrayList<>();
        for (long seed = 1; seed <= 5; seed++) {
            double third = median(4, seed) / BUILT[4] - 1;
            double fourth = median(5, seed) / BUILT[5] - 1;
            errors.add(String.format("seed %d: %+.3f %+.3f", seed, third, fourth));
            assertThat(Math.abs(third)).as(errors.toString()).isLessThan(0.110);
            assertThat(Math.abs(fourth)).as(errors.toString()).isLessThan(0.133);
        }
    }

    @Test
    void whatCameTrueLiesBetweenP10AndP90() throws IOException {
        assertThat(ahead(4, 1).holds(BUILT[4])).isTrue();
        assertThat(ahead(5, 1).holds(BUILT[5])).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameBits() throws IOException {
        assertThat(ahead(4, 1).values()).isEqualTo(ahead(4, 1).values());
        assertThat(ahead(4, 1).values()).isNotEqualTo(ahead(4, 2).values());
    }

    private static double logisticError(int known) {
        List<Output> seen = new ArrayList<>();
        for (int q = 0; q < known; q++) {
            seen.add(new Output(q, q + 1, BUILT[q]));
        }
        Curve fitted = CurveFit.logistic(seen, OptionalDouble.of(CEILING * WEEKS_A_QUARTER));
        return fitted.at(known + 0.5) / BUILT[known] - 1;
    }

    private static double median(int known, long seed) throws IOException {
        return ahead(known, seed).p50();
    }

    private static Forecasted ahead(int known, long seed) throws IOException {
        List<Output> seen = new ArrayList<>();
        for (int q = 0; q < known; q++) {
            seen.add(new Output(q * WEEKS_A_QUARTER, (q + 1) * WEEKS_A_QUARTER, BUILT[q]));
        }
        int now = (int) (known * WEEKS_A_QUARTER);
        Block line = new Block("Fremont", "1", CEILING, 0, 8, 1, OptionalDouble.empty(), OptionalDouble.empty());
        RampPrior prior = RampPrior.from(ramps(), "Tesla", LocalDate.of(2023, 12, 31));
        Ground ground =
                new Ground(List.of(line), seen, now, Collections.nCopies(now + (int) WEEKS_A_QUARTER, 1.0), prior);
        return new Forecasted(Estimate.of(ground, seed, Estimate.PARTICLES).built(now, now + WEEKS_A_QUARTER));
    }

    private static List<PublicRamp> ramps() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PublicRamp.class.getResourceAsStream("public-ramps.csv"), "the public ramps")) {
            return PublicRamp.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
