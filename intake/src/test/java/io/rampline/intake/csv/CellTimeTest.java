package io.rampline.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Week;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTimeTest {
    private static final int TEXTS = Integer.getInteger("rampline.fuzz.times", 300_000);
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final String[] SEEDS = {
        "2025-07-06",
        "2024-02-29",
        "2025-07-06T22:00:11",
        "2025-07-06 22:00",
        "2025-07-06T22:00:11.000017",
        "2025-W27",
        "2020-W53",
        "2025-W27..2025-W40",
        "2025-W27.."
    };

    private static long date(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return CellTime.date(bytes, 0, bytes.length);
    }

    private static long moment(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return CellTime.moment(bytes, 0, bytes.length);
    }

    private static int week(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return CellTime.week(bytes, 0, bytes.length);
    }

    private static String weeks(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        long weeks = CellTime.weeks(bytes, 0, bytes.length);
        if (CellTime.first(weeks) == CellTime.NO_WEEK) {
            return "none";
        }
        String last = CellTime.last(weeks) == CellTime.OPEN_END ? "" : "" + new Week(CellTime.last(weeks));
        return new Week(CellTime.first(weeks)) + ".." + last;
    }

    @Test
    void everyDayOfFourCenturiesIsRead() {
        for (LocalDate day = LocalDate.of(1800, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
            assertThat(date(day.toString())).isEqualTo(day.toEpochDay());
        }
    }

    @Test
    void everyWeekOfFourCenturiesIsRead() {
        int number = Week.parse("1800-W01").number();
        for (int year = 1800; year < 2200; year++) {
            for (int week = 1; week <= 53; week++) {
                String text = String.format("%d-W%02d", year, week);
                boolean isReal = Week.find(text).isPresent();
                assertThat(week(text)).as(text).isEqualTo(isReal ? number++ : CellTime.NO_WEEK);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2020-W53,2020-12-28", "2026-W53,2026-12-28", "2025-W01,2024-12-30", "2021-W01,2021-01-04"})
    void longYearsAndWeeksAcrossYearsAreRead(String text, LocalDate monday) {
        assertThat(new Week(week(text)).monday()).isEqualTo(monday);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-W53", "2025-W00", "2025-W54", "2025W27", "2025-w27", "2025-W7", "0000-W01", "2025-W27 "})
    void everythingElseIsNoWeek(String text) {
        assertThat(week(text)).isEqualTo(CellTime.NO_WEEK);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-W27,2025-W27..2025-W27",
        "2025-W27..2025-W40,2025-W27..2025-W40",
        "2025-W27..,2025-W27..",
        "2025-W27...,none",
        "2025-W27-2025-W40,none",
        "..2025-W27,none",
        "2025-W27..2025-W53,none"
    })
    void rangesAreRead(String text, String expected) {
        assertThat(weeks(text)).isEqualTo(expected);
    }

    @Test
    void momentsAreReadWithAndWithoutSeconds() {
        long day = LocalDate.of(2025, 7, 6).toEpochDay() * CellTime.MICROS_PER_DAY;

        assertThat(moment("2025-07-06")).isEqualTo(day);
        assertThat(moment("2025-07-06T00:01")).isEqualTo(day + 60_000_000);
        assertThat(moment("2025-07-06 00:00:01.5")).isEqualTo(day + 1_500_000);
        assertThat(moment("2025-07-06T23:59:59.999999")).isEqualTo(day + CellTime.MICROS_PER_DAY - 1);
        assertThat(moment("1969-12-31T23:59:59")).isEqualTo(-1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-07-06T24:00",
                "2025-07-06T10",
                "2025-07-06T10:60",
                "2025-07-06T10:00:60",
                "2025-07-06T10:00:00Z",
                "2025-07-06T10:00:00.",
                "2025-07-06T10:00:00.1234567",
                "2025-07-06t10:00",
                "2025-07-06T10:00:0"
            })
    void everythingElseIsNoMoment(String text) {
        assertThat(moment(text)).isEqualTo(CellTime.NO_TIME);
    }

    @Test
    void anotherReaderReadsTheSameTimes() {
        Random random = new Random(20_250_706);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder(SEEDS[random.nextInt(SEEDS.length)]);
            for (int edits = random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, (char) ('!' + random.nextInt(90)));
                if (random.nextInt(5) == 0) {
                    text.setLength(at + 1);
                }
            }
            String mutated = text.toString();
            assertThat(date(mutated)).as(mutated).isEqualTo(plainDate(mutated).orElse(CellTime.NO_TIME));
            assertThat(moment(mutated))
                    .as(mutated)
                    .isEqualTo(plainMoment(mutated).orElse(CellTime.NO_TIME));
            int plainWeek = mutated.startsWith("0000")
                    ? CellTime.NO_WEEK
                    : Week.find(mutated).map(Week::number).orElse(CellTime.NO_WEEK);
            assertThat(week(mutated)).as(mutated).isEqualTo(plainWeek);
        }
    }

    private static OptionalLong plainDate(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") && !text.startsWith("0000")
                    ? OptionalLong.of(LocalDate.parse(text).toEpochDay())
                    : OptionalLong.empty();
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong plainMoment(String text) {
        OptionalLong day = plainDate(text);
        if (day.isPresent()) {
            return OptionalLong.of(day.getAsLong() * CellTime.MICROS_PER_DAY);
        }
        try {
            boolean isMoment = text.matches("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?")
                    && !text.startsWith("0000");
            return isMoment
                    ? OptionalLong.of(ChronoUnit.MICROS.between(EPOCH, LocalDateTime.parse(text.replace(' ', 'T'))))
                    : OptionalLong.empty();
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }
}
