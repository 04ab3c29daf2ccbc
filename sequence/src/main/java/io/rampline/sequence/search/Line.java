package io.rampline.sequence.search;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.day.LineDay;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The cars in the order in which they stand, and what is wrong with it. Places run from {@link #first} to before
 * {@link #end}; below are the last cars of the day before, above nobody.
 */
final class Line {
    /** A colour that no car has; different before and after, so that it never seems to go on. */
    private static final int NO_COLOUR = -1;

    final LineDay day;
    final int first;
    final int end;
    final int[] carAt;
    final int[] placeOf;
    final long[] mask;
    final int[] colour;
    final Windows windows;
    /** Number of different colours; those in {@link #colour} run from 0. */
    final int colourKinds;

    long colourPrice;

    private final int[] colourIds;

    private final int runMax;
    private final boolean runsBound;
    private final boolean placesBound;
    private final int[] earliest;
    private final int[] latest;
    private long colours;

    Line(LineDay day) {
        this.day = day;
        int cars = day.cars().size();
        int longest = day.longestWindow();
        first = longest;
        end = first + cars;
        carAt = new int[end + longest];
        placeOf = new int[cars];
        mask = new long[end + longest];
        colour = new int[end + longest];
        runMax = day.runMax();
        runsBound = runMax < cars;
        earliest =
                day.cars().stream().mapToInt(Car::earliest).map(p -> p + first).toArray();
        latest = day.cars().stream()
                .mapToInt(car -> Math.min(car.latest(), cars - 1) + first)
                .toArray();
        placesBound = day.cars().stream().anyMatch(car -> car.earliest() > 0 || car.latest() < cars - 1);
        windows = new Windows(day, first, end);
        colourIds = Stream.concat(day.before().stream(), day.cars().stream())
                .mapToInt(Car::colour)
                .sorted()
                .distinct()
                .toArray();
        colourKinds = colourIds.length;
    }

    private int colourId(Car car) {
        return Arrays.binarySearch(colourIds, car.colour());
    }

    /** Puts the cars in an order: indices into the cars of the day. */
    void take(int[] order) {
        int before = day.before().size();
        for (int place = 0; place < carAt.length; place++) {
            int index = before - first + place;
            carAt[place] = -1;
            mask[place] = 0;
            colour[place] = NO_COLOUR;
            if (place < first && index >= 0) {
                mask[place] = day.before().get(index).options();
                colour[place] = colourId(day.before().get(index));
            } else if (place >= first && place < end) {
                int car = order[place - first];
                carAt[place] = car;
                placeOf[car] = place;
                mask[place] = day.cars().get(car).options();
                colour[place] = colourId(day.cars().get(car));
            }
        }
        colours = 0;
        for (int place = first; place < end; place++) {
            colours += colour[place] != colour[place - 1] && colour[place - 1] != NO_COLOUR ? 1 : 0;
        }
        windows.fill(mask);
    }

    /** Copies the order in which the cars stand. */
    void tell(int[] order) {
        System.arraycopy(carAt, first, order, 0, end - first);
    }

    Counts counts() {
        return new Counts(windows.highCount(), windows.lowCount(), colours);
    }

    long colours() {
        return colours;
    }

    /** What the exchange of two places costs, the first before the second. Batches and bounds are not looked at. */
    long exchangeCost(int i, int k) {
        return exchangeCost(i, k, Double.MAX_VALUE);
    }

    /** The same, or any number above what is allowed when it is more than that. */
    long exchangeCost(int i, int k, double allowance) {
        int more = colour[i] == colour[k] ? 0 : colourCost(i, k);
        return windows.exchangeCost(i, k, mask[i], mask[k], more * colourPrice, allowance);
    }

    private int colourCost(int i, int k) {
        int a = colour[i];
        int b = colour[k];
        int left = colour[i - 1];
        int right = colour[k + 1];
        int more = (left != b ? 1 : 0) - (left != a ? 1 : 0) + (right != a ? 1 : 0) - (right != b ? 1 : 0);
        if (k > i + 1) {
            int afterI = colour[i + 1];
            int beforeK = colour[k - 1];
            more += (afterI != b ? 1 : 0) - (afterI != a ? 1 : 0);
            more += (beforeK != a ? 1 : 0) - (beforeK != b ? 1 : 0);
        }
        return more;
    }

    /** Whether both may stand where the other stands. */
    boolean mayExchange(int i, int k) {
        return (!placesBound || (mayStand(carAt[i], k) && mayStand(carAt[k], i)))
                && (!runsBound || colour[i] == colour[k] || runsAllow(i, k));
    }

    /** Whether nothing that counts tells the cars at two places apart. */
    boolean areLike(int i, int k) {
        return mask[i] == mask[k] && colour[i] == colour[k] && !placesBound;
    }

    boolean mayStand(int car, int place) {
        return !placesBound || (place >= earliest[car] && place <= latest[car]);
    }

    boolean isPlacesBound() {
        return placesBound;
    }

    private boolean runsAllow(int i, int k) {
        int a = colour[i];
        int b = colour[k];
        colour[i] = b;
        colour[k] = a;
        boolean allowed = runAt(i) <= runMax && runAt(k) <= runMax;
        colour[i] = a;
        colour[k] = b;
        return allowed;
    }

    boolean runAllowedAt(int place) {
        return !runsBound || place < first || place >= end || runAt(place) <= runMax;
    }

    /** Cars of one colour in a row around a place; no more than one beyond the limit are counted to each side. */
    private int runAt(int place) {
        int of = colour[place];
        int from = place;
        while (from > first && colour[from - 1] == of && place - from <= runMax) {
            from--;
        }
        int to = place;
        while (colour[to + 1] == of && to - place <= runMax) {
            to++;
        }
        return to - from + 1;
    }

    void exchange(int i, int k) {
        if (colour[i] != colour[k]) {
            colours += colourCost(i, k);
        }
        long a = mask[i];
        long b = mask[k];
        for (long bits = a & ~b; bits != 0; bits &= bits - 1) {
            int o = Long.numberOfTrailingZeros(bits);
            windows.leave(i, o);
            windows.enter(k, o);
        }
        for (long bits = b & ~a; bits != 0; bits &= bits - 1) {
            int o = Long.numberOfTrailingZeros(bits);
            windows.leave(k, o);
            windows.enter(i, o);
        }
        int carI = carAt[i];
        int colourI = colour[i];
        put(i, carAt[k], b, colour[k]);
        put(k, carI, a, colourI);
    }

    void put(int place, int car, long options, int paint) {
        carAt[place] = car;
        placeOf[car] = place;
        mask[place] = options;
        colour[place] = paint;
    }

    void countColours(int more) {
        colours += more;
    }
}
