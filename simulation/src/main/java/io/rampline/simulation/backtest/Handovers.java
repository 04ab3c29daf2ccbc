package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.History.Handed;

/** Known deliveries by week: all together, and those of a family where they were counted apart. */
final class Handovers {
    private final double[] units;
    private final double[] cover;
    /** By family and week. */
    private final double[][] ofFamily;

    Handovers(History known, Calendar calendar, Families families) {
        units = new double[calendar.weeks()];
        cover = new double[calendar.weeks()];
        ofFamily = new double[families.names().size()][calendar.weeks()];
        boolean[][] days = new boolean[1][calendar.weeks() * 7];
        for (Handed row : known.handed()) {
            double from = calendar.morning(row.from());
            double to = calendar.evening(row.until());
            calendar.spread(units, from, to, row.units());
            for (int day = (int) StrictMath.round(from * 7); day < StrictMath.round(to * 7); day++) {
                days[0][day] = true;
            }
            int family = row.model().map(families::of).orElse(-1);
            if (family >= 0) {
                calendar.spread(ofFamily[family], from, to, row.units());
            }
        }
        for (int day = 0; day < days[0].length; day++) {
            cover[day / 7] += days[0][day] ? 1 / 7.0 : 0;
        }
    }

    /** Output of a week: what is known of it, and for the days of which nothing is known what the path says. */
    double total(int week, double onThePath) {
        return units[week] + (1 - cover[week]) * onThePath;
    }

    /** Known units of a family; 0 where nothing was counted apart. */
    double ofFamily(int family, int week) {
        return ofFamily[family][week];
    }
}
