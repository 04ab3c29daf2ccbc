package io.rampline.desk.briefing;

import io.rampline.simulation.window.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Windows that were counted in futures, in place of the scenario's rule.
 *
 * @param windows of the open orders, by row
 * @param futures how many were counted
 * @param seed of the futures
 * @param widths open orders by the width of their windows
 */
public record CountedWindows(Windows windows, long futures, long seed, List<Width> widths) {
    /** Largest widths of the bands, in weeks; the last band is wider still. */
    private static final List<Integer> BANDS = List.of(1, 4, 8, 13, 26);

    /**
     * A band of widths.
     *
     * @param most weeks; empty for the last band, in which windows without an end within the plan are, too
     * @param orders 1 or more
     */
    public record Width(int least, OptionalInt most, long orders) {}

    public CountedWindows {
        widths = List.copyOf(widths);
    }

    /** Windows of the first so many rows of the book. */
    public static CountedWindows of(Windows windows, long futures, long seed, int rows) {
        long[] orders = new long[BANDS.size() + 1];
        for (int row = 0; row < rows; row++) {
            int weeks = windows.ofRow(row).weeks();
            int band = weeks == 0 ? BANDS.size() : 0;
            while (band < BANDS.size() && weeks > BANDS.get(band)) {
                band++;
            }
            orders[band]++;
        }
        List<Width> widths = new ArrayList<>();
        for (int band = 0; band < orders.length; band++) {
            if (orders[band] > 0) {
                widths.add(new Width(
                        band == 0 ? 1 : BANDS.get(band - 1) + 1,
                        band < BANDS.size() ? OptionalInt.of(BANDS.get(band)) : OptionalInt.empty(),
                        orders[band]));
            }
        }
        return new CountedWindows(windows, futures, seed, widths);
    }
}
