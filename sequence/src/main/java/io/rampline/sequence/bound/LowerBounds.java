package io.rampline.sequence.bound;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Bounds by counting, each of one ratio or of the colours alone. O(ratios x cars).
 *
 * <p>A ratio: each carrier lies in a known number of windows, so the windows together hold a known number of carriers;
 * what goes beyond the room they have is a violation, wherever the carriers stand.
 */
public final class LowerBounds {
    private final LineDay day;

    private LowerBounds(LineDay day) {
        this.day = day;
    }

    /** For each count a number that no allowed sequence goes below. */
    public static Counts of(LineDay day) {
        LowerBounds bounds = new LowerBounds(day);
        long high = 0;
        long low = 0;
        for (int r = 0; r < day.ratios().size(); r++) {
            Ratio ratio = day.ratios().get(r);
            long least = ratio.weight() * bounds.violations(r);
            if (ratio.priority() == Priority.HIGH) {
                high += least;
            } else {
                low += least;
            }
        }
        return new Counts(high, low, bounds.colourChanges());
    }

    private long violations(int r) {
        Ratio ratio = day.ratios().get(r);
        long carriers = day.cars().stream().filter(car -> car.carries(r)).count();
        int cars = day.cars().size();
        if (day.edge() == DayEdge.WHOLE_WINDOWS) {
            // A place near the edge lies in fewer windows: the carriers may all stand where it is so.
            long held = IntStream.range(0, cars)
                    .map(place ->
                            Math.max(0, Math.min(place, cars - ratio.in()) - Math.max(0, place - ratio.in() + 1) + 1))
                    .sorted()
                    .limit(carriers)
                    .asLongStream()
                    .sum();
            return Math.max(0, held - (long) ratio.most() * Math.max(0, cars - ratio.in() + 1));
        }
        long room = 0;
        long already = 0;
        for (int start = 1 - ratio.in(); start < cars; start++) {
            long before = carriersBefore(r, start);
            int length = Math.min(cars, start + ratio.in()) - Math.max(0, start);
            room += Math.min(length, Math.max(0, ratio.most() - before));
            already += Math.max(0, before - ratio.most());
        }
        return already + Math.max(0, carriers * ratio.in() - room);
    }

    /** Carriers of the day before in the window that begins at a place below 0. */
    private long carriersBefore(int r, int start) {
        int known = day.before().size();
        long carriers = 0;
        for (int index = Math.max(0, known + start); start < 0 && index < known; index++) {
            carriers += day.before().get(index).carries(r) ? 1 : 0;
        }
        return carriers;
    }

    private long colourChanges() {
        Map<Integer, Long> carsOf = new TreeMap<>();
        for (Car car : day.cars()) {
            carsOf.merge(car.colour(), 1L, Long::sum);
        }
        long runs = 0;
        for (long cars : carsOf.values()) {
            runs += Math.ceilDiv(cars, day.runMax());
        }
        boolean firstIsFree = day.before().isEmpty()
                || carsOf.containsKey(day.before().getLast().colour());
        return runs - (firstIsFree ? 1 : 0);
    }
}
