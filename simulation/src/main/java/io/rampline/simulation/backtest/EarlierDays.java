package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.History.Handed;
import io.rampline.simulation.backtest.History.Locks;
import io.rampline.simulation.backtest.Lessons.Raw;
import io.rampline.simulation.ramp.PublicRamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Forecasts of the ends of earlier months, each with nothing but what was known then, kept so that many later days can
 * learn from them. Used by one thread.
 */
final class EarlierDays {
    /** A year of them; older ones know a plant that is no more. */
    private static final int DAYS_MAX = 14;

    /** Enough for a median and a spread. */
    private static final int FUTURES_MAX = 200;

    private final History counted;
    private final Asked asked;
    private final List<PublicRamp> ramps;
    private final SortedMap<LocalDate, Optional<Raw>> kept = new TreeMap<>();

    /**
     * Begins.
     *
     * @param whole rows that were counted later than they were published are taken as known when they ended: earlier
     *     days teach how the forecast errs, and not how late figures are
     */
    EarlierDays(History whole, Asked asked, List<PublicRamp> ramps) {
        this.counted = counted(whole);
        this.asked = asked;
        this.ramps = ramps;
    }

    private static History counted(History whole) {
        return new History(
                whole.locks().stream()
                        .map(row -> new Locks(
                                row.model(),
                                row.trim(),
                                row.from(),
                                row.until(),
                                row.units(),
                                row.left(),
                                row.leftFrom(),
                                row.until()))
                        .toList(),
                whole.handed().stream()
                        .map(row -> new Handed(row.model(), row.from(), row.until(), row.units(), row.until()))
                        .toList(),
                whole.posted(),
                whole.blocks(),
                whole.expected(),
                whole.slots(),
                whole.rests(),
                whole.aims());
    }

    /** What they teach a day. */
    Lessons before(LocalDate day) {
        List<Raw> earlier = new ArrayList<>();
        List<Comparison> came = new ArrayList<>();
        History seen = KnownBy.of(counted, day);
        for (LocalDate end : ends(seen, day)) {
            kept.computeIfAbsent(end, this::raw).ifPresent(raw -> {
                earlier.add(raw);
                came.add(Comparison.of(raw.forecast(), Comparison.actuals(seen), seen));
            });
        }
        return new Lessons(earlier, came);
    }

    private Optional<Raw> raw(LocalDate day) {
        if (KnownBy.of(counted, day).locks().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(BackTest.raw(
                counted,
                new Asked(
                        day,
                        asked.months(),
                        asked.maker(),
                        asked.ceilingSpread(),
                        asked.seed(),
                        StrictMath.min(FUTURES_MAX, asked.futures())),
                ramps));
    }

    /** Ends of months before a day, from the first whole month of deliveries on. */
    private static List<LocalDate> ends(History seen, LocalDate day) {
        List<LocalDate> ends = new ArrayList<>();
        Optional<LocalDate> first = seen.handed().stream().map(Handed::until).min(LocalDate::compareTo);
        YearMonth month = YearMonth.from(day.plusDays(1)).minusMonths(1);
        while (first.isPresent()
                && ends.size() < DAYS_MAX
                && month.minusMonths(1).atEndOfMonth().isAfter(first.get().minusDays(1))) {
            if (month.atEndOfMonth().isBefore(day)) {
                ends.addFirst(month.atEndOfMonth());
            }
            month = month.minusMonths(1);
        }
        return ends;
    }
}
