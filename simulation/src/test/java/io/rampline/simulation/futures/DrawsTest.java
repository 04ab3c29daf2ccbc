package io.rampline.simulation.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrawsTest {
    @Test
    void theGeneratorGivesThePublishedAnswers() {
        assertThat(after(0, 0, 0, 0, 0)).isEqualTo("6627e8d5 e169c58d bc57ac4c 9b00dbd8");
        assertThat(after(-1L, -1, -1, -1, -1)).isEqualTo("408f276d 41c83b0e a20bc7c6 6d5451fd");
        assertThat(after(0x299f31d0_a4093822L, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344))
                .isEqualTo("d16cfe09 94fdcceb 5001e420 24126ea1");
    }

    private static String after(long key, int a, int b, int c, int d) {
        Draws draws = new Draws(key);
        draws.go(a, b, c, d);
        return "%08x %08x %08x %08x"
                .formatted((int) draws.first(), (int) (draws.first() >>> 32), (int) draws.second(), (int)
                        (draws.second() >>> 32));
    }

    @Test
    void theQuantilesAreThoseOfTheNormalCurve() {
        assertThat(NormalCurve.quantile(0.5)).isZero();
        assertThat(NormalCurve.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(NormalCurve.quantile(0.3)).isCloseTo(-0.5244005127080407, within(1e-14));
        assertThat(NormalCurve.quantile(0.999)).isCloseTo(3.090232306167813, within(1e-13));
        assertThat(NormalCurve.quantile(1e-10)).isCloseTo(-6.361340902404056, within(1e-12));
        assertThat(NormalCurve.quantile(1e-15)).isCloseTo(-7.941345326170997, within(1e-12));
    }

    @Test
    void numbersOfNeighbouringAddressesAreIndependent() {
        Draws draws = new Draws(7);
        int count = 200_000;
        double[] sums = new double[6];
        double before = 0;
        for (int i = 0; i < count; i++) {
            draws.at(i / 100, 5, i % 100);
            double x = draws.normal();
            double y = draws.otherNormal();
            sums[0] += x;
            sums[1] += x * x;
            sums[2] += x * y;
            sums[3] += x * before;
            sums[4] += y;
            sums[5] += x * x * x * x;
            before = x;
        }

        // Four standard errors each.
        assertThat(sums[0] / count).isCloseTo(0, within(0.009));
        assertThat(sums[1] / count).isCloseTo(1, within(0.013));
        assertThat(sums[2] / count).isCloseTo(0, within(0.009));
        assertThat(sums[3] / count).isCloseTo(0, within(0.009));
        assertThat(sums[4] / count).isCloseTo(0, within(0.009));
        assertThat(sums[5] / count).isCloseTo(3, within(0.09));
    }
}
