package io.rampline.promise;

import io.rampline.factory.Week;
import java.time.LocalDate;

/** Moments of a book: microseconds since 1970-01-01T00:00 in scenario local time. */
public final class TimeOfBook {
    public static final long MICROS_PER_DAY = 86_400_000_000L;

    private TimeOfBook() {}

    public static long startOfDayMicros(LocalDate day) {
        return day.toEpochDay() * MICROS_PER_DAY;
    }

    public static LocalDate day(long micros) {
        return LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_PER_DAY));
    }

    public static Week week(long micros) {
        return Week.of(day(micros));
    }
}
