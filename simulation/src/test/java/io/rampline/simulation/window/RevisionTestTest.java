package io.rampline.simulation.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RevisionTestTest {
    private static final int STORIES = 4_000;

    @Test
    void honestMovementsWarnAsOftenAsTheSizeSays() {
        assertThat(warnings(0, 12)).isCloseTo(RevisionTest.WARNS_AT, within(0.01));
    }

    @Test
    void aDriftOfAWeeksSpreadIsFoundInTwelveWeeksNineTimesOutOfTen() {
        assertThat(warnings(-1, 13)).isGreaterThan(0.9);
        assertThat(warnings(1, 14)).as("what rises does not warn").isLessThan(0.001);
    }

    @Test
    void fiveWeeksCannotTellAnything() {
        RevisionTest five = RevisionTest.of(List.of(fell(1), fell(2), fell(3), fell(4), fell(5)));
        RevisionTest six = RevisionTest.of(List.of(fell(1), fell(2), fell(3), fell(4), fell(5), fell(6)));

        assertThat(five.canTell()).isFalse();
        assertThat(five.warns()).isFalse();
        assertThat(six.warns()).isTrue();
        assertThat(six.fallingP()).isEqualTo(1.0 / 64);
        assertThat(six.risingP()).isEqualTo(1);
        assertThat(six.meanDrift()).isCloseTo(-0.035, within(1e-12));
    }

    @Test
    void nothingSaysNothing() {
        RevisionTest none = RevisionTest.of(List.of());

        assertThat(none.weeks()).isZero();
        assertThat(none.fallingP()).isEqualTo(1);
        assertThat(none.warns()).isFalse();
    }

    @Test
    void movementsThatFollowOneAnotherAreFound() {
        SplittableRandom random = new SplittableRandom(5);
        int found = 0;
        int stories = 400;
        for (int story = 0; story < stories; story++) {
            List<Movement> movements = new ArrayList<>();
            double carried = 0;
            for (int week = 0; week < RevisionTest.WEEKS; week++) {
                carried = 0.9 * carried + random.nextGaussian();
                movements.add(new Movement(week, 100, carried / 50, carried, 0));
            }
            found += RevisionTest.of(movements).followingP() <= 0.05 ? 1 : 0;
        }

        assertThat(found / (double) stories).isGreaterThan(0.4);
    }

    @Test
    void probabilitiesThatSwingAroundMoveTooMuch() {
        List<Movement> movements = new ArrayList<>();
        for (int week = 0; week < RevisionTest.WEEKS; week++) {
            Movement.Sum sum = new Movement.Sum();
            // To and fro between 0.3 and 0.7 without ever being decided.
            sum.add(week % 2 == 0 ? 0.3 : 0.7, week % 2 == 0 ? 0.7 : 0.3, 20);
            movements.add(sum.of(week));
        }

        assertThat(RevisionTest.of(movements).excessP()).isLessThan(0.01);
    }

    private static Movement fell(int week) {
        return new Movement(week, 10, -week / 100.0, -week, 0);
    }

    private static double warnings(double drift, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int warned = 0;
        for (int story = 0; story < STORIES; story++) {
            List<Movement> movements = new ArrayList<>();
            for (int week = 0; week < RevisionTest.WEEKS; week++) {
                double spread = 0.01 + 0.02 * random.nextDouble();
                movements.add(new Movement(week, 100, 0, spread * (random.nextGaussian() + drift), 0));
            }
            warned += RevisionTest.of(movements).warns() ? 1 : 0;
        }
        return warned / (double) STORIES;
    }
}
