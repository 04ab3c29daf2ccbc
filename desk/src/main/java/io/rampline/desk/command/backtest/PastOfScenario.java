package io.rampline.desk.command.backtest;

import io.rampline.factory.DemandForecast;
import io.rampline.factory.MixLimit;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.intake.CountedPast;
import io.rampline.intake.Grade;
import io.rampline.intake.Outturn;
import io.rampline.intake.Outturn.Commitment;
import io.rampline.intake.PastOrders;
import io.rampline.intake.ScenarioContents;
import io.rampline.intake.Source;
import io.rampline.promise.OrderTable;
import io.rampline.simulation.backtest.History;
import io.rampline.simulation.backtest.History.Aim;
import io.rampline.simulation.backtest.History.Expected;
import io.rampline.simulation.backtest.History.Handed;
import io.rampline.simulation.backtest.History.Locks;
import io.rampline.simulation.backtest.History.Posted;
import io.rampline.simulation.backtest.History.Rest;
import io.rampline.simulation.backtest.History.Slots;
import io.rampline.simulation.backtest.History.Told;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a scenario says of the past, each row with the day from which it could be known: its own day and that of its
 * sources, whichever is later. What the scenario itself assumes was known on its own day. Rows that rest on sources of
 * grade D alone are left out.
 */
public final class PastOfScenario {
    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final double USUAL_DAYS = 7;

    private final ScenarioContents contents;
    private final Scenario scenario;
    private final CountedPast counted;
    private final boolean ownCounts;
    private final Map<String, Source> sources = new LinkedHashMap<>();

    private PastOfScenario(ScenarioContents contents, CountedPast counted, boolean ownCounts) {
        this.contents = contents;
        this.scenario = contents.scenario();
        this.counted = counted;
        this.ownCounts = ownCounts;
        contents.sources().forEach(source -> sources.put(source.key(), source));
    }

    /**
     * The history.
     *
     * @param ownCounts whether orders and deliveries are known on the evening of their last day, as the maker knows its
     *     own, whenever they were published
     */
    public static History of(ScenarioContents contents, CountedPast counted, boolean ownCounts) {
        PastOfScenario past = new PastOfScenario(contents, counted, ownCounts);
        return new History(
                past.locks(),
                past.handed(),
                past.posted(),
                past.told(),
                past.expected(),
                past.slots(),
                past.rests(),
                past.aims());
    }

    /** The last day of what a source says of its own date; never, where it says nothing that can be read. */
    static LocalDate published(String text) {
        try {
            return switch (text.length()) {
                case 10 -> LocalDate.parse(text);
                case 7 -> YearMonth.parse(text).atEndOfMonth();
                case 4 -> LocalDate.of(Integer.parseInt(text), 12, 31);
                default -> LocalDate.MAX;
            };
        } catch (java.time.DateTimeException | NumberFormatException unreadable) {
            return LocalDate.MAX;
        }
    }

    private LocalDate known(LocalDate own, List<String> keys) {
        LocalDate known = own;
        for (String key : keys) {
            Source source = sources.get(key);
            LocalDate published = source == null ? own : published(source.published());
            known = published.isAfter(known) ? published : known;
        }
        return known;
    }

    private LocalDate counted(LocalDate last, List<String> keys) {
        return ownCounts ? last : known(last, keys);
    }

    private boolean isFirm(List<String> keys) {
        return keys.isEmpty()
                || keys.stream().anyMatch(key -> {
                    Source source = sources.get(key);
                    return source == null || !source.grade().equals(Optional.of(Grade.D));
                });
    }

    private List<Locks> locks() {
        List<Locks> locks = new ArrayList<>();
        for (CountedPast.LockCount row : counted.locks()) {
            if (isFirm(row.source())) {
                locks.add(new Locks(
                        row.model(),
                        row.trim(),
                        row.from(),
                        row.to(),
                        row.locked(),
                        row.cancelled(),
                        row.cancelledFrom(),
                        counted(row.to(), row.source())));
            }
        }
        return locks.isEmpty() ? locksOfOrders() : locks;
    }

    /** From single orders: by product and week. */
    private List<Locks> locksOfOrders() {
        SortedMap<String, int[]> counts = new TreeMap<>();
        OrderTable open = contents.openOrders();
        for (int row = 0; row < open.size(); row++) {
            LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(open.lockedAtMicros(row), MICROS_PER_DAY));
            count(
                    counts,
                    open.configuration(row).model(),
                    open.configuration(row).trim(),
                    day)[0]++;
        }
        PastOrders past = contents.history();
        for (int row = 0; row < past.size(); row++) {
            LocalDate day = LocalDate.ofEpochDay(past.lockedDay(row));
            count(
                    counts,
                    past.configuration(row).model(),
                    past.configuration(row).trim(),
                    day)[0]++;
        }
        countNone(counts);
        List<Locks> locks = new ArrayList<>();
        counts.forEach((key, count) -> {
            String[] parts = key.split("\t", -1);
            Week week = Week.parse(parts[0]);
            LocalDate last = week.sunday().isAfter(scenario.asOf()) ? scenario.asOf() : week.sunday();
            locks.add(new Locks(parts[1], parts[2], week.monday(), last, count[0], 0, Optional.empty(), last));
        });
        return locks;
    }

    /** Where all orders are known, a week without one of a product is a week in which none was made. */
    private static void countNone(SortedMap<String, int[]> counts) {
        SortedMap<String, Week> firstOf = new TreeMap<>();
        for (String key : counts.keySet()) {
            int cut = key.indexOf('\t');
            firstOf.putIfAbsent(key.substring(cut), Week.parse(key.substring(0, cut)));
        }
        if (!counts.isEmpty()) {
            String lastKey = counts.lastKey();
            Week last = Week.parse(lastKey.substring(0, lastKey.indexOf('\t')));
            firstOf.forEach((product, first) -> {
                for (Week week = first; week.compareTo(last) <= 0; week = week.plus(1)) {
                    counts.computeIfAbsent(week + product, _ -> new int[1]);
                }
            });
        }
    }

    private static int[] count(SortedMap<String, int[]> counts, String model, String trim, LocalDate day) {
        return counts.computeIfAbsent(Week.of(day) + "\t" + model + "\t" + trim, _ -> new int[1]);
    }

    private List<Handed> handed() {
        List<Handed> handed = new ArrayList<>();
        for (Outturn.Delivered row : contents.outturn().deliveries()) {
            if (row.products().trims().isEmpty() && isFirm(row.source())) {
                handed.add(new Handed(
                        row.products().model(), row.from(), row.to(), row.units(), counted(row.to(), row.source())));
            }
        }
        return handed.isEmpty() ? handedOfOrders() : handed;
    }

    /** From single orders: by model and month, as far as months are over. */
    private List<Handed> handedOfOrders() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        PastOrders past = contents.history();
        for (int row = 0; row < past.size(); row++) {
            if (past.end(row) == PastOrders.End.DELIVERED) {
                YearMonth month = YearMonth.from(LocalDate.ofEpochDay(past.endDay(row)));
                counts.merge(month + "\t" + past.configuration(row).model(), 1, Integer::sum);
            }
        }
        List<Handed> handed = new ArrayList<>();
        counts.forEach((key, units) -> {
            YearMonth month = YearMonth.parse(key.substring(0, 7));
            if (!month.atEndOfMonth().isAfter(scenario.asOf())) {
                handed.add(new Handed(
                        Optional.of(key.substring(8)),
                        month.atDay(1),
                        month.atEndOfMonth(),
                        units,
                        month.atEndOfMonth()));
            }
        });
        return handed;
    }

    private List<Posted> posted() {
        List<Posted> posted = new ArrayList<>();
        for (Outturn.PostedWait row : contents.outturn().postedWaits()) {
            if (row.products().model().isPresent()) {
                double low = row.weeksLow().orElse(row.weeksHigh().orElse(0));
                double high = row.weeksHigh().orElse(low);
                boolean firm = isFirm(row.source()) && !row.grade().equals(Optional.of(Grade.D));
                posted.add(new Posted(
                        row.products().model().get(),
                        row.products().trims().stream().findFirst(),
                        row.date(),
                        (low + high) / 2,
                        firm,
                        known(row.date(), row.source())));
            }
        }
        return posted;
    }

    private List<Told> told() {
        List<Told> told = new ArrayList<>();
        for (CountedPast.CapacityFact row : counted.capacity()) {
            if (isFirm(row.source())) {
                told.add(new Told(
                        row.line(),
                        row.block(),
                        row.models(),
                        row.startsEarliest(),
                        row.startsLatest(),
                        row.unitsPerWeek(),
                        row.chancePercent() / 100,
                        row.climbWeeks(),
                        row.startShare(),
                        known(row.known(), row.source())));
            }
        }
        return told;
    }

    private List<Expected> expected() {
        List<Expected> expected = new ArrayList<>();
        for (DemandForecast row : scenario.demand()) {
            if (row.market().equals(scenario.homeMarket())) {
                int weeks = scenario.horizon().weeks();
                for (int from = 0, to; from < weeks; from = to) {
                    to = from + 1;
                    while (to < weeks
                            && isSame(row.low(), from, to)
                            && isSame(row.mid(), from, to)
                            && isSame(row.high(), from, to)) {
                        to++;
                    }
                    expected.add(new Expected(
                            row.model(),
                            row.trim(),
                            scenario.horizon().week(from),
                            scenario.horizon().week(to - 1),
                            row.low().get(from),
                            row.mid().get(from),
                            row.high().get(from),
                            scenario.asOf()));
                }
            }
        }
        return expected;
    }

    private static boolean isSame(WeeklyUnits units, int from, int to) {
        return units.get(from) == units.get(to);
    }

    private List<Slots> slots() {
        List<Slots> slots = new ArrayList<>();
        for (MixLimit limit : scenario.mix()) {
            boolean isOfModel = limit.products().trims().isEmpty()
                    && limit.products().model().isPresent()
                    && limit.line().isPresent();
            int units = limit.limit().get(0);
            if (isOfModel && units != WeeklyUnits.UNLIMITED) {
                slots.add(new Slots(limit.line().get(), limit.products().model().get(), units, scenario.asOf()));
            }
        }
        return slots;
    }

    /** Of all that the maker said, what is about deliveries of a year or a month. */
    private List<Aim> aims() {
        List<Aim> aims = new ArrayList<>();
        for (Commitment row : contents.outturn().commitments()) {
            LocalDate due = row.due();
            boolean isOfYear = row.metric().equals("deliveries " + due.getYear());
            boolean isOfMonth = row.metric().matches("deliveries in \\p{L}+ " + due.getYear());
            if ((isOfYear || isOfMonth) && row.target().matches("[1-9]\\d{0,8}") && isFirm(row.source())) {
                LocalDate from = isOfYear ? due.withDayOfYear(1) : due.withDayOfMonth(1);
                aims.add(new Aim(from, due, Integer.parseInt(row.target()), told(row)));
            }
        }
        return aims;
    }

    /** When it was said and could be read; of its sources some only tell what it came to. */
    private LocalDate told(Commitment row) {
        LocalDate made = published(row.made());
        LocalDate read = row.source().stream()
                .map(key -> known(made, List.of(key)))
                .min(LocalDate::compareTo)
                .orElse(made);
        return read.isAfter(made) ? read : made;
    }

    private List<Rest> rests() {
        List<Rest> rests = new ArrayList<>();
        for (CountedPast.RestWeek row : counted.rests()) {
            if (row.plant().isEmpty()) {
                rests.add(new Rest(row.week(), Math.min(1, row.workingDays() / USUAL_DAYS), scenario.asOf()));
            }
        }
        return rests;
    }
}
