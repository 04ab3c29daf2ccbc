package io.rampline.intake;

import io.rampline.factory.DemandForecast;
import io.rampline.factory.Horizon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code demand.csv}. */
final class Demand {
    static final String FILE = "demand.csv";

    private static final int ORDERS_MAX = 1_000_000;

    private static final Shape SHAPE = Shape.of(FILE)
            .required("week", "model", "trim", "mid")
            .optional("market", "low", "high")
            .rowsMax(Shape.WEEK_ROWS_MAX);

    private record Key(String model, String trim, String market) {}

    private record Series(WeekGrid low, WeekGrid mid, WeekGrid high) {
        Series(Horizon horizon) {
            this(new WeekGrid(horizon), new WeekGrid(horizon), new WeekGrid(horizon));
        }
    }

    private Demand() {}

    static List<DemandForecast> read(
            Folder folder, Basics basics, Sources sources, Catalogue catalogue, Markets markets) {
        Map<Key, Series> byKey = new LinkedHashMap<>();
        if (folder.has(FILE)) {
            Table.read(folder, SHAPE, row -> {
                String model = row.name("model");
                String trim = row.name("trim");
                catalogue.mustHave(row, "model", "trim", model, trim);
                String market = row.isEmpty("market") ? markets.home() : row.name("market");
                row.mustBeIn(markets.names(), "market", market);
                read(row, basics.horizon(), new Key(model, trim, market), byKey);
                sources.of(row);
            });
        }
        List<DemandForecast> demand = new ArrayList<>();
        byKey.forEach((key, series) -> demand.add(new DemandForecast(
                key.model(),
                key.trim(),
                key.market(),
                series.low().units(0),
                series.mid().units(0),
                series.high().units(0))));
        return demand;
    }

    private static void read(Row row, Horizon horizon, Key key, Map<Key, Series> byKey) {
        WeekRange weeks = row.weeks("week");
        boolean isPlaced = row.isSound();
        int mark = row.mark();
        int mid = row.whole("mid", 0, ORDERS_MAX);
        int low = row.whole("low", 0, ORDERS_MAX, mid);
        int high = row.whole("high", 0, ORDERS_MAX, mid);
        if (row.isSoundSince(mark) && low > mid) {
            row.flaw("low", "low <= mid <= high; mid is " + mid, low > high ? "low and high are swapped" : "");
        } else if (row.isSoundSince(mark) && mid > high) {
            row.flaw("high", "low <= mid <= high; mid is " + mid, "");
        }
        if (!isPlaced) {
            return;
        }
        if (!byKey.containsKey(key) && byKey.size() == WeekGrid.SERIES_MAX) {
            row.flaw("model", "at most " + WeekGrid.SERIES_MAX + " products and markets", "");
            return;
        }
        Series series = byKey.computeIfAbsent(key, _ -> new Series(horizon));
        if (series.mid().set(row, "week", weeks, mid)) {
            series.low().set(row, "week", weeks, low);
            series.high().set(row, "week", weeks, high);
        }
    }
}
