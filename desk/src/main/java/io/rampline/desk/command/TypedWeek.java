package io.rampline.desk.command;

import io.rampline.factory.Horizon;
import io.rampline.factory.Week;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The week that somebody meant who typed it another way: {@code KW25}, {@code w5}, {@code 2027-25}. */
final class TypedWeek {
    private static final Pattern LOOSE =
            Pattern.compile("(?i)(?:(\\d{4})[- ]?)?(?:KW|CW|W|week|woche)?[- ]?(\\d{1,2})(?:[/. -](\\d{4}))?");

    private TypedWeek() {}

    /** Without a year the first such week of the horizon; its first week when nothing else comes to mind. */
    static Week meant(String typed, Horizon horizon) {
        Matcher loose = LOOSE.matcher(typed.strip());
        if (!loose.matches()) {
            return horizon.week(0);
        }
        int week = Integer.parseInt(loose.group(2));
        String year = loose.group(1) == null ? loose.group(3) : loose.group(1);
        if (year != null) {
            return find(Integer.parseInt(year), week).orElse(horizon.week(0));
        }
        int first = horizon.week(0).monday().getYear();
        int last = horizon.week(horizon.weeks() - 1).sunday().getYear();
        for (int tried = first; tried <= last; tried++) {
            Optional<Week> found = find(tried, week).filter(horizon::holds);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return horizon.week(0);
    }

    private static Optional<Week> find(int year, int week) {
        return Week.find(String.format(Locale.ROOT, "%04d-W%02d", year, week));
    }
}
