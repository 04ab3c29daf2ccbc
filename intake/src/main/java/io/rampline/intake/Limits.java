package io.rampline.intake;

import io.rampline.factory.Horizon;
import io.rampline.factory.MixLimit;
import io.rampline.factory.Option;
import io.rampline.factory.Quota;
import io.rampline.factory.Selector;
import io.rampline.factory.WeeklyUnits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads {@code options.csv}, {@code mix.csv} and {@code quotas.csv}. Rows that speak of the same thing become one limit
 * with a number for each week.
 */
final class Limits {
    static final String OPTIONS = "options.csv";
    static final String MIX = "mix.csv";
    static final String QUOTAS = "quotas.csv";

    private static final int UNITS_MAX = 1_000_000;

    private static final Shape OPTIONS_SHAPE = Shape.of(OPTIONS)
            .required("option")
            .optional("model", "week", "units_per_week", "price")
            .rowsMax(Shape.WEEK_ROWS_MAX);

    private static final Shape MIX_SHAPE = Shape.of(MIX)
            .required("model", "units_per_week")
            .optional("line", "trim", "week")
            .rowsMax(Shape.WEEK_ROWS_MAX);

    private static final Shape QUOTAS_SHAPE = Shape.of(QUOTAS)
            .required("market", "week", "units")
            .optional("model", "line")
            .rowsMax(Shape.WEEK_ROWS_MAX);

    private final Folder folder;
    private final Basics basics;
    private final Horizon horizon;
    private final Sources sources;
    private final Catalogue catalogue;

    Limits(Folder folder, Basics basics, Sources sources, Catalogue catalogue) {
        this.folder = folder;
        this.basics = basics;
        this.horizon = basics.horizon();
        this.sources = sources;
        this.catalogue = catalogue;
    }

    /** Options with the names by which orders and bills call them. */
    record Options(List<Option> list, Names names) {
        boolean offers(String option, String model, String trim) {
            return list.stream()
                    .anyMatch(offered ->
                            offered.name().equals(option) && offered.products().matches(model, trim));
        }
    }

    private record OptionKey(String name, Selector products) {}

    private static final class OptionRows {
        final WeekGrid grid;
        long priceMinor;
        int pricedOnLine;

        OptionRows(Horizon horizon) {
            this.grid = new WeekGrid(horizon);
        }
    }

    Options readOptions() {
        Names names = new Names("option", OPTIONS);
        Map<OptionKey, OptionRows> byKey = new LinkedHashMap<>();
        if (folder.has(OPTIONS)) {
            boolean isWhole = Table.read(folder, OPTIONS_SHAPE, row -> {
                String name = row.name("option");
                if (Spelling.isName(name)) {
                    names.define(name, row.line());
                } else {
                    names.spoil();
                }
                Optional<String> model = row.selected("model");
                model.ifPresent(known -> catalogue.mustHaveModel(row, "model", known));
                OptionKey key = new OptionKey(name, new Selector(model, List.of()));
                readOption(row, key, byKey);
            });
            if (!isWhole) {
                names.spoil();
            }
        }
        List<Option> options = new ArrayList<>();
        byKey.forEach((key, rows) -> options.add(
                new Option(key.name(), key.products(), rows.priceMinor, rows.grid.units(WeeklyUnits.UNLIMITED))));
        return new Options(options, names);
    }

    private void readOption(Row row, OptionKey key, Map<OptionKey, OptionRows> byKey) {
        WeekRange weeks = row.weeksOrAll("week");
        boolean isPlaced = row.isSound();
        boolean isLimited = !row.isEmpty("units_per_week");
        int units = row.whole("units_per_week", 0, UNITS_MAX, UNITS_MAX);
        boolean isPriced = !row.isEmpty("price");
        int mark = row.mark();
        long price = row.money("price", basics.currency(), 0);
        boolean isPriceKnown = isPriced && row.isSoundSince(mark);
        sources.of(row);
        Optional<OptionRows> rows = series(row, isPlaced, "option", byKey, key, () -> new OptionRows(horizon));
        if (rows.isEmpty()) {
            return;
        }
        if (isLimited) {
            rows.get().grid.set(row, "week", weeks, units);
        }
        if (isPriceKnown && rows.get().pricedOnLine > 0 && rows.get().priceMinor != price) {
            row.flaw("price", "one price, as on line " + rows.get().pricedOnLine, "leave the cell empty");
        } else if (isPriceKnown) {
            rows.get().priceMinor = price;
            rows.get().pricedOnLine = row.line();
        }
    }

    private record MixKey(Optional<String> line, Selector products) {}

    List<MixLimit> readMix(Names lines) {
        Map<MixKey, WeekGrid> byKey = new LinkedHashMap<>();
        if (folder.has(MIX)) {
            Table.read(folder, MIX_SHAPE, row -> {
                Optional<String> line = row.selected("line");
                line.ifPresent(name -> row.mustBeIn(lines, "line", name));
                String model = row.name("model");
                catalogue.mustHaveModel(row, "model", model);
                List<String> trims = row.selectedList("trim").stream().sorted().toList();
                if (catalogue.hasModel(model)) {
                    trims.forEach(trim -> catalogue.mustHave(row, "model", "trim", model, trim));
                }
                WeekRange weeks = row.weeksOrAll("week");
                boolean isPlaced = row.isSound();
                int units = row.whole("units_per_week", 0, UNITS_MAX);
                sources.of(row);
                MixKey key = new MixKey(line, new Selector(Optional.of(model), trims));
                series(row, isPlaced, "model", byKey, key, () -> new WeekGrid(horizon))
                        .ifPresent(grid -> grid.set(row, "week", weeks, units));
            });
        }
        List<MixLimit> mix = new ArrayList<>();
        byKey.forEach(
                (key, grid) -> mix.add(new MixLimit(key.line(), key.products(), grid.units(WeeklyUnits.UNLIMITED))));
        return mix;
    }

    private record QuotaKey(String market, Selector products) {}

    private record QuotaRows(WeekGrid grid, Optional<String> line, int definedOnLine) {}

    List<Quota> readQuotas(Markets markets, LineRows lines) {
        Map<QuotaKey, QuotaRows> byKey = new LinkedHashMap<>();
        Map<String, WeekGrid> reserved = new HashMap<>();
        if (folder.has(QUOTAS)) {
            Table.read(folder, QUOTAS_SHAPE, row -> readQuota(row, markets, lines, byKey, reserved));
        }
        List<Quota> quotas = new ArrayList<>();
        byKey.forEach((key, rows) ->
                quotas.add(new Quota(key.market(), key.products(), rows.grid().units(0), rows.line())));
        return quotas;
    }

    private void readQuota(
            Row row, Markets markets, LineRows lines, Map<QuotaKey, QuotaRows> byKey, Map<String, WeekGrid> reserved) {
        String market = row.name("market");
        row.mustBeIn(markets.names(), "market", market);
        if (market.equals(markets.home())) {
            row.flaw("market", "a market other than the home market", "the home market takes what others leave");
        }
        Optional<String> model = row.selected("model");
        model.ifPresent(name -> catalogue.mustHaveModel(row, "model", name));
        WeekRange weeks = row.weeks("week");
        boolean isPlaced = row.isSound();
        int units = row.whole("units", 0, UNITS_MAX);
        int lineMark = row.mark();
        Optional<String> line = row.findName("line");
        line.ifPresent(name -> {
            row.mustBeIn(lines.names(), "line", name);
            boolean builds = model.map(wanted -> lines.builds(name, wanted)).orElse(true);
            if (lines.names().has(name) && !builds && catalogue.hasModel(model.orElse(""))) {
                row.flaw("line", "a line that builds " + model.orElse("the model"), "leave the cell empty");
            }
        });
        isPlaced &= row.isSoundSince(lineMark);
        sources.of(row);
        QuotaKey key = new QuotaKey(market, new Selector(model, List.of()));
        Optional<QuotaRows> rows = series(
                row, isPlaced, "market", byKey, key, () -> new QuotaRows(new WeekGrid(horizon), line, row.line()));
        if (rows.isEmpty()) {
            return;
        }
        if (!rows.get().line().equals(line)) {
            row.flaw(
                    "line",
                    "the same line for each row of " + market + " " + key.products() + ", as on line "
                            + rows.get().definedOnLine(),
                    rows.get().line().map(Wording::quoted).orElse("leave the cell empty"));
            return;
        }
        rows.get().grid().set(row, "week", weeks, units);
        if (line.isPresent() && row.isSound()) {
            reserved.computeIfAbsent(line.get(), _ -> new WeekGrid(horizon)).add(row, "units", weeks, units, UNITS_MAX);
        }
    }

    /**
     * The series a row belongs to; empty when there are too many, with a flaw.
     *
     * @param isPlaced whether what says where the row belongs could be read; empty when not
     */
    private static <K, S> Optional<S> series(
            Row row, boolean isPlaced, String column, Map<K, S> byKey, K key, Supplier<S> fresh) {
        if (!isPlaced) {
            return Optional.empty();
        }
        if (!byKey.containsKey(key) && byKey.size() == WeekGrid.SERIES_MAX) {
            row.flaw(column, "at most " + WeekGrid.SERIES_MAX + " different limits in a file", "one row for several");
            return Optional.empty();
        }
        return Optional.of(byKey.computeIfAbsent(key, _ -> fresh.get()));
    }
}
