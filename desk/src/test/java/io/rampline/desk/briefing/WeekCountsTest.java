package io.rampline.desk.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeekCountsTest {
    @Test
    void halfOfTheOrdersWaitTheMedianOrLess() {
        WeekCounts counts = new WeekCounts();
        for (int weeks : new int[] {1, 1, 2, 2, 3}) {
            counts.add(weeks);
        }

        assertThat(counts.median()).hasValue(2);
        assertThat(counts.longest()).hasValue(3);
        assertThat(counts.all()).isEqualTo(5);
        assertThat(counts.between(1, 3)).isEqualTo(4);
    }

    @Test
    void ofAnEvenNumberTheLowerMiddleCounts() {
        WeekCounts counts = new WeekCounts();
        counts.add(10);
        counts.add(20);

        assertThat(counts.median()).hasValue(10);
    }

    @Test
    void anOrderWithoutAWeekWaitsLongerThanAllOthers() {
        WeekCounts counts = new WeekCounts();
        counts.add(5);
        counts.addBeyondHorizon();
        assertThat(counts.median()).hasValue(5);

        counts.addBeyondHorizon();
        assertThat(counts.median()).isEmpty();
        assertThat(counts.longest()).hasValue(5);
        assertThat(counts.beyondHorizon()).isEqualTo(2);
    }

    @Test
    void withoutOrdersThereIsNoWait() {
        assertThat(new WeekCounts().median()).isEmpty();
        assertThat(new WeekCounts().longest()).isEmpty();
    }

    @Test
    void longWaitsFindRoom() {
        WeekCounts counts = new WeekCounts();
        counts.add(700);

        assertThat(counts.at(700)).isEqualTo(1);
        assertThat(counts.at(701)).isZero();
    }
}
