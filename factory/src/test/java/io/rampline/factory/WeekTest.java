package io.rampline.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekTest {
    @ParameterizedTest
    @CsvSource({
        // 2020 and 2026 have 53 weeks; week 1 may begin in the old year, the last week may end in the new one.
        "2020-12-28, 2020-W53",
        "2021-01-03, 2020-W53",
        "2021-01-04, 2021-W01",
        "2024-12-29, 2024-W52",
        "2024-12-30, 2025-W01",
        "2025-01-01, 2025-W01",
        "2025-07-06, 2025-W27",
        "2026-12-31, 2026-W53",
        "1969-12-29, 1970-W01",
        "1969-12-28, 1969-W52"
    })
    void aDayLiesInItsIsoWeek(LocalDate day, String week) {
        assertThat(Week.of(day)).hasToString(week);
        assertThat(Week.parse(week)).isEqualTo(Week.of(day));
    }

    @Test
    void everyDayOfTwoHundredYearsAgreesWithTheCalendarAndReadsBack() {
        for (LocalDate day = LocalDate.of(1950, 1, 1); day.getYear() < 2150; day = day.plusDays(1)) {
            Week week = Week.of(day);
            assertThat(week.monday()).isBeforeOrEqualTo(day);
            assertThat(week.sunday()).isAfterOrEqualTo(day);
            assertThat(week.sunday()).isEqualTo(week.monday().plusDays(6));
            String expected = "%04d-W%02d"
                    .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            assertThat(week.toString()).isEqualTo(expected);
            assertThat(Week.parse(expected)).isEqualTo(week);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-W53", "2025-W00", "2025-W54", "2025W10", "2025-W1", "25-W10", "", "2025-w10", " 2025-W10"})
    void whatIsNoWeekIsNotFound(String text) {
        assertThat(Week.find(text)).isEmpty();
        assertThatThrownBy(() -> Week.parse(text)).hasMessageContaining("expected an ISO week");
    }

    @Test
    void weeksCountAcrossTheYearWithFiftyThree() {
        assertThat(Week.parse("2021-W01").since(Week.parse("2020-W01"))).isEqualTo(53);
        assertThat(Week.parse("2020-W52").plus(2)).isEqualTo(Week.parse("2021-W01"));
    }

    @Test
    void aHorizonHoldsItsWeeksAndNoOthers() {
        Horizon horizon = new Horizon(Week.parse("2020-W52"), 3);
        assertThat(horizon.bucket(Week.parse("2021-W01"))).isEqualTo(2);
        assertThat(horizon.holds(Week.parse("2020-W51"))).isFalse();
        assertThat(horizon.holds(Week.parse("2021-W01"))).isTrue();
        assertThat(horizon.holds(Week.parse("2021-W02"))).isFalse();
        assertThatThrownBy(() -> new Horizon(Week.parse("2020-W52"), 521)).hasMessageContaining("expected 1 to 520");
    }
}
