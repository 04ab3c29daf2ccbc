package io.rampline.factory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ISO week, Monday to Sunday: the bucket in which capacity is counted.
 *
 * @param number weeks since the week of 1970-01-01 (1970-W01 is the week that began on Monday 1969-12-29, number 0)
 */
public record Week(int number) implements Comparable<Week> {
    private static final LocalDate MONDAY_OF_NUMBER_ZERO = LocalDate.of(1969, 12, 29);
    private static final Pattern ISO_WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");

    /** The week that holds {@code date}. */
    public static Week of(LocalDate date) {
        return new Week(Math.toIntExact(Math.floorDiv(ChronoUnit.DAYS.between(MONDAY_OF_NUMBER_ZERO, date), 7L)));
    }

    /**
     * The week written as {@code 2025-W27}; empty when the text is no ISO week, for instance week 53 of a year that has
     * 52.
     */
    public static Optional<Week> find(String text) {
        Matcher matcher = ISO_WEEK.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        int week = Integer.parseInt(matcher.group(2));
        // 4 January always lies in week 1.
        LocalDate monday = LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY).plusWeeks(week - 1L);
        boolean real = week >= 1 && monday.get(IsoFields.WEEK_BASED_YEAR) == year;
        return real ? Optional.of(of(monday)) : Optional.empty();
    }

    /**
     * As {@link #find}, for text known to be right.
     *
     * @throws IllegalArgumentException when the text is no ISO week
     */
    public static Week parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException("found week \"" + text
                        + "\", expected an ISO week such as 2025-W27; maybe the year has no week 53"));
    }

    public LocalDate monday() {
        return MONDAY_OF_NUMBER_ZERO.plusWeeks(number);
    }

    public LocalDate sunday() {
        return monday().plusDays(6);
    }

    public Week plus(int weeks) {
        return new Week(number + weeks);
    }

    /** Weeks from {@code earlier} to this one; negative when this one is the earlier. */
    public int since(Week earlier) {
        return number - earlier.number;
    }

    @Override
    public int compareTo(Week other) {
        return Integer.compare(number, other.number);
    }

    /** ISO form, for instance {@code 2025-W27}. */
    @Override
    public String toString() {
        LocalDate monday = monday();
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
