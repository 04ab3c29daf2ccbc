package io.rampline.ramp.rank;

import java.util.Arrays;

/** Where the units of a batch are built: weeks ascending as they were found. */
final class Slots {
    int size;
    int[] week = new int[2];
    int[] route = new int[2];
    double[] units = new double[2];

    void add(int atWeek, int onRoute, double built) {
        if (size == week.length) {
            week = Arrays.copyOf(week, 2 * size);
            route = Arrays.copyOf(route, 2 * size);
            units = Arrays.copyOf(units, 2 * size);
        }
        week[size] = atWeek;
        route[size] = onRoute;
        units[size++] = built;
    }
}
