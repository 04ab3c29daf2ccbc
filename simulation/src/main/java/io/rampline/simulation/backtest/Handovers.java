package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.History.Handed;

/** Known deliveries by week: all together, and those of a family where they were counted apart. */
final class Handovers {
    private final double[] units;
    private final CountedDays counted;
    /** By family and week. */
    private final double[][] ofFamily;

    Handovers(History known, Calendar calendar, Families families) {
        units = new double[calendar.weeks()];
        counted = new CountedDays(calendar);
        ofFamily = new double[families.names().size()][calendar.weeks()];
        for (Handed row : known.handed()) {
            double from = calendar.morning(row.from());
            double to = calendar.evening(row.until());
            calendar.spread(units, from, to, row.units());
            counted.add(row.from(), row.until());
            int family = row.model().map(families::of).orElse(-1);
            if (family >= 0) {
                calendar.spread(ofFamily[family], from, to, row.units());
            }
        }
    }

    /** Output of a week: what is known of it, and for the days of which nothing is known what the path says. */
    double total(int week, double onThePath) {
        return units[week] + (1 - counted.share(week)) * onThePath;
    }

    /** Known units of a family; 0 where nothing was counted apart. */
    double ofFamily(int family, int week) {
        return ofFamily[family][week];
    }
}
