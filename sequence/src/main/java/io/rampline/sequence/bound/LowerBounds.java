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
 * <p>A ratio N/P: windows whose first places are P apart do not overlap, so those of one offset hold each car of the
 * day at most once. What the carriers go beyond the room that these windows and the places between them have is
 * violated among these windows, wherever the carriers stand. Each window has one offset, so the violations of all
 * offsets add up, and an offset with room to spare does not make up for another.
 *
 * <p>Where only whole windows count, places near the edges lie in fewer of them, for which there is a second bound: all
 * windows together hold each carrier as often as windows lie over its place, at the least where the carriers stand as
 * near to the edges as they can. The larger one holds.
 *
 * <p>Colours: n cars of a colour need r = ceil(n / batch) runs or more. Each run but at most one begins with a change,
 * so there are at least as many changes as all colours need runs, less one. And two runs of one colour have another
 * colour between them: for each colour, into each of its runs there is a change, and out of each but the last, which is
 * 2r - 1; one less where its first run may begin the day without a change, that is when it goes on with the last colour
 * of the day before, or nothing is known of that day. (The cars that part the runs must be there, r - 1 or more: else
 * no order is allowed, and any number is a bound.) The largest of these holds.
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
            return Math.max(byEdges(ratio, carriers), byOffsetsOfWholeWindows(ratio, carriers));
        }
        long[] room = new long[ratio.in()];
        long already = 0;
        for (int start = 1 - ratio.in(); start < cars; start++) {
            long before = carriersBefore(r, start);
            int length = Math.min(cars, start + ratio.in()) - Math.max(0, start);
            room[Math.floorMod(start, ratio.in())] += Math.min(length, Math.max(0, ratio.most() - before));
            already += Math.max(0, before - ratio.most());
        }
        return already + beyond(room, carriers);
    }

    private static long beyond(long[] room, long carriers) {
        long sum = 0;
        for (long ofOffset : room) {
            sum += Math.max(0, carriers - ofOffset);
        }
        return sum;
    }

    /** A place near the edge lies in fewer windows: the carriers may all stand where it is so. */
    private long byEdges(Ratio ratio, long carriers) {
        int cars = day.cars().size();
        long held = IntStream.range(0, cars)
                .map(place -> Math.max(0, Math.min(place, cars - ratio.in()) - Math.max(0, place - ratio.in() + 1) + 1))
                .sorted()
                .limit(carriers)
                .asLongStream()
                .sum();
        return Math.max(0, held - (long) ratio.most() * Math.max(0, cars - ratio.in() + 1));
    }

    /** Places that no window of an offset covers, before the first and behind the last, have room for anything. */
    private long byOffsetsOfWholeWindows(Ratio ratio, long carriers) {
        int cars = day.cars().size();
        long[] room = new long[Math.min(ratio.in(), Math.max(0, cars - ratio.in() + 1))];
        for (int offset = 0; offset < room.length; offset++) {
            int windows = (cars - offset) / ratio.in();
            room[offset] = cars - (long) windows * Math.max(0, ratio.in() - ratio.most());
        }
        return beyond(room, carriers);
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
        boolean isBeforeKnown = !day.before().isEmpty();
        int colourBefore = isBeforeKnown ? day.before().getLast().colour() : 0;
        long least = runs - (!isBeforeKnown || carsOf.containsKey(colourBefore) ? 1 : 0);
        for (Map.Entry<Integer, Long> colour : carsOf.entrySet()) {
            boolean mayBeginWithoutChange = !isBeforeKnown || colour.getKey() == colourBefore;
            long parted = 2 * Math.ceilDiv(colour.getValue(), day.runMax()) - 1;
            least = Math.max(least, parted - (mayBeginWithoutChange ? 1 : 0));
        }
        return least;
    }
}
