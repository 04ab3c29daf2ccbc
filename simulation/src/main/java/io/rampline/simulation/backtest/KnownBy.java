package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.History.Dated;
import io.rampline.simulation.backtest.History.Locks;
import io.rampline.simulation.backtest.History.Posted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A history as it could be seen at the end of a day: what is dated later is gone, and so is what was published later
 * although it speaks of earlier days, for a figure worked out of later ones knows the future. A count whose period ends
 * later is gone as a whole: nobody knew a part of it. Orders that left later are still there.
 */
final class KnownBy {
    private KnownBy() {}

    static History of(History whole, LocalDate asOf) {
        return new History(
                rows(whole.locks(), asOf).stream()
                        .map(row -> stillThere(row, asOf))
                        .toList(),
                rows(whole.handed(), asOf),
                rows(whole.posted(), asOf).stream().filter(Posted::firm).toList(),
                rows(whole.blocks(), asOf),
                rows(whole.expected(), asOf),
                rows(whole.slots(), asOf),
                rows(whole.rests(), asOf),
                rows(whole.aims(), asOf));
    }

    private static <T extends Dated> List<T> rows(List<T> rows, LocalDate asOf) {
        return rows.stream()
                .filter(row -> !row.until().isAfter(asOf) && !row.known().isAfter(asOf))
                .toList();
    }

    private static Locks stillThere(Locks row, LocalDate asOf) {
        boolean leavesLater = row.leftFrom().map(day -> day.isAfter(asOf)).orElse(false);
        return leavesLater
                ? new Locks(
                        row.model(), row.trim(), row.from(), row.until(), row.units(), 0, Optional.empty(), row.known())
                : row;
    }
}
