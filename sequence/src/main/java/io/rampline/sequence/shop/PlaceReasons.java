package io.rampline.sequence.shop;

import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.search.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a car stands where it stands, as figures.
 *
 * @param place from 0
 * @param run where it stands in the run of its colour
 * @param windows of each ratio that the car counts for
 * @param standing what an exchange with each other car would do
 */
public record PlaceReasons(int place, InRun run, List<OfRatio> windows, Standing standing) {
    public PlaceReasons {
        windows = List.copyOf(windows);
    }

    /** Where a car stands among neighbours of its colour. */
    public enum InRun {
        ALONE,
        FIRST,
        INSIDE,
        LAST
    }

    /**
     * The windows over the place.
     *
     * @param ratio its position in the day
     * @param full hold as many as they may
     * @param over hold too many
     */
    public record OfRatio(int ratio, int full, int over) {}

    /** Counts them. O(cars x (ratios + windows)). */
    public static PlaceReasons of(LineDay day, List<Integer> order, int place) {
        WindowsOver windows = new WindowsOver(day, order);
        List<OfRatio> counted = new ArrayList<>();
        for (int r = 0; r < day.ratios().size(); r++) {
            if (day.cars().get(order.get(place)).carries(r)) {
                counted.add(new OfRatio(r, windows.full(r, place), windows.over(r, place)));
            }
        }
        return new PlaceReasons(place, run(day, order, place), counted, Standing.of(day, order, place));
    }

    private static InRun run(LineDay day, List<Integer> order, int place) {
        int colour = day.cars().get(order.get(place)).colour();
        boolean before = place > 0 && day.cars().get(order.get(place - 1)).colour() == colour;
        boolean after =
                place + 1 < order.size() && day.cars().get(order.get(place + 1)).colour() == colour;
        if (before && after) {
            return InRun.INSIDE;
        }
        return before ? InRun.LAST : after ? InRun.FIRST : InRun.ALONE;
    }
}
