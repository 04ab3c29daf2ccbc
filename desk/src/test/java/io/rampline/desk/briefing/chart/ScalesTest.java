package io.rampline.desk.briefing.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Week;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalesTest {
    @ParameterizedTest
    @CsvSource({
        "442, 5, 500, 100",
        "62, 5, 80, 20",
        "7, 5, 8, 2",
        "0.3, 5, 1, 1",
        "0, 5, 1, 1",
        "1, 4, 1, 1",
        "100, 4, 100, 25"
    })
    void anAxisEndsAtARoundNumber(double value, int lines, double max, double step) {
        LinearScale scale = LinearScale.upTo(value, lines, 0, 100);

        assertThat(scale.max()).isCloseTo(max, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(scale.step()).isCloseTo(step, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(scale.ticks()).hasSizeLessThanOrEqualTo(lines + 2);
        assertThat(scale.at(scale.max())).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"-442, 20, -500, 100", "-7, 0, -8, 0", "-3, 90, -20, 100", "0, 62, 0, 80"})
    void anAxisBelowNothingHoldsNothingToo(double low, double high, double min, double max) {
        LinearScale scale = LinearScale.spanning(low, high, 5, 0, 100);

        assertThat(scale.min()).isEqualTo(min);
        assertThat(scale.max()).isEqualTo(max);
        assertThat(scale.ticks()).contains(0.0);
        assertThat(scale.at(min)).isEqualTo(0);
        assertThat(scale.at(max)).isEqualTo(100);
    }

    @Test
    void monthsAreNamedWhereTheyBeginAndYearsOnce() {
        WeekScale scale = new WeekScale(Week.parse("2025-W40"), 30, 0, 600);
        List<WeekScale.Tick> ticks = scale.ticks();

        assertThat(ticks).extracting(WeekScale.Tick::month).containsExactly(10, 11, 12, 1, 2, 3, 4);
        assertThat(ticks)
                .extracting(WeekScale.Tick::firstOfYear)
                .containsExactly(true, false, false, true, false, false, false);
        // 1 October 2025 is the Wednesday of the first week: two sevenths into it.
        assertThat(ticks.getFirst().x()).isCloseTo(20 * 2 / 7.0, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void labelsKeepApartHoweverLongTheTime() {
        for (int weeks : new int[] {6, 52, 156, 520, 1040}) {
            WeekScale scale = new WeekScale(Week.parse("2024-W10"), weeks, 40, 360);
            double last = Double.NEGATIVE_INFINITY;
            for (WeekScale.Tick tick : scale.ticks()) {
                assertThat(tick.x() - last).as(weeks + " weeks").isGreaterThan(40);
                last = tick.x();
            }
        }
    }

    @Test
    void wideLettersTakeMoreRoomThanNarrowOnes() {
        assertThat(TextWidth.of("MMM")).isGreaterThan(TextWidth.of("iii"));
        assertThat(TextWidth.of("小米")).isGreaterThan(TextWidth.of("ab"));
    }
}
