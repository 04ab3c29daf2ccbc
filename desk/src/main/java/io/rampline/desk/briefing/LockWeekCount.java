package io.rampline.desk.briefing;

import io.rampline.factory.Configuration;
import io.rampline.factory.Product;
import io.rampline.factory.Week;
import io.rampline.intake.Outturn.PostedWait;
import io.rampline.intake.PastOrders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays waits since the lock on the week of the lock, by trim. */
final class LockWeekCount {
    private static final int WEEKS_MAX = 520;

    private final PromisedBook book;
    private final int first;
    private final int weeks;

    private record Key(String model, String trim) {}

    private record Posted(Weekly low, Weekly high) {}

    /** Waits of one trim: a list of values for each lock week. */
    private static final class Waits {
        final WeekValues delivered;
        final WeekValues promised;

        Waits(int weeks) {
            this.delivered = new WeekValues(weeks);
            this.promised = new WeekValues(weeks);
        }
    }

    LockWeekCount(PromisedBook book) {
        this.book = book;
        int asOf = book.asOfWeek().number();
        PastOrders history = book.contents().history();
        int earliest = asOf;
        for (int row = 0; row < history.size(); row++) {
            earliest = Math.min(earliest, TimelineCount.week(history.lockedDay(row)));
        }
        for (int row = 0; row < book.size(); row++) {
            earliest = Math.min(earliest, book.lockWeek(row));
        }
        this.first = Math.max(earliest, asOf - WEEKS_MAX + 1);
        this.weeks = asOf - first + 1;
    }

    List<LockWeeks> count() {
        Map<Key, Waits> waits = new LinkedHashMap<>();
        for (Product product : book.scenario().products()) {
            waits.put(new Key(product.model(), product.trim()), new Waits(weeks));
        }
        countDelivered(waits);
        countPromised(waits);
        List<LockWeeks> all = new ArrayList<>();
        waits.forEach((key, of) -> {
            Posted posted = posted(key);
            LockWeeks trim = new LockWeeks(
                    key.model,
                    key.trim,
                    new Week(first),
                    of.delivered.medians(),
                    of.promised.medians(),
                    posted.low(),
                    posted.high());
            if (holdsAnything(trim)) {
                all.add(trim);
            }
        });
        return all;
    }

    private static boolean holdsAnything(LockWeeks trim) {
        return trim.delivered().hasAny() || trim.promised().hasAny();
    }

    private void countDelivered(Map<Key, Waits> waits) {
        PastOrders history = book.contents().history();
        List<Waits> byConfiguration = byConfiguration(waits, history.configurations());
        for (int row = 0; row < history.size(); row++) {
            int week = TimelineCount.week(history.lockedDay(row)) - first;
            if (week >= 0 && history.end(row) == PastOrders.End.DELIVERED) {
                float wait = (history.endDay(row) - history.lockedDay(row)) / 7f;
                byConfiguration.get(history.configurationNumber(row)).delivered.add(week, wait);
            }
        }
    }

    private void countPromised(Map<Key, Waits> waits) {
        List<Waits> byConfiguration = byConfiguration(waits, book.orders().configurations());
        for (int row = 0; row < book.size(); row++) {
            int week = book.lockWeek(row) - first;
            if (week >= 0 && book.isPromised(row)) {
                float wait = book.deliveryWeek(row) - book.lockWeek(row);
                byConfiguration
                        .get(book.orders().configurationNumber(row))
                        .promised
                        .add(week, wait);
            }
        }
    }

    private List<Waits> byConfiguration(Map<Key, Waits> waits, List<Configuration> configurations) {
        List<Waits> list = new ArrayList<>();
        for (Configuration configuration : configurations) {
            Key key = new Key(configuration.model(), configuration.trim());
            list.add(waits.computeIfAbsent(key, _ -> new Waits(weeks)));
        }
        return list;
    }

    /** Of several readings in a week the best graded counts, of those the last. */
    private Posted posted(Key key) {
        double[] low = new double[weeks];
        double[] high = new double[weeks];
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
        int[] grades = new int[weeks];
        Arrays.fill(grades, Integer.MAX_VALUE);
        LocalDate[] dates = new LocalDate[weeks];
        Arrays.fill(dates, LocalDate.MIN);
        for (PostedWait wait : book.contents().outturn().postedWaits()) {
            int week = Week.of(wait.date()).number() - first;
            boolean usable = wait.weeksLow().isPresent() && wait.weeksHigh().isPresent();
            if (usable
                    && week >= 0
                    && week < weeks
                    && !wait.date().isAfter(book.scenario().asOf())
                    && !wait.products().trims().isEmpty()
                    && wait.products().matches(key.model, key.trim)) {
                int grade = wait.grade().map(Enum::ordinal).orElse(Integer.MAX_VALUE - 1);
                TrimWait.Posted posted = WaitCount.posted(wait);
                if (grade < grades[week]
                        || (grade == grades[week] && !wait.date().isBefore(dates[week]))) {
                    low[week] = posted.low();
                    high[week] = posted.high();
                    grades[week] = grade;
                    dates[week] = wait.date();
                }
            }
        }
        return new Posted(Weekly.of(low), Weekly.of(high));
    }
}
