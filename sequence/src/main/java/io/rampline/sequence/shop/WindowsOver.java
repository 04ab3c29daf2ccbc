package io.rampline.sequence.shop;

import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Ratio;
import java.util.List;

/** How full the windows of a sequence are, counted once. */
public final class WindowsOver {
    private final LineDay day;
    private final List<Integer> order;
    private final int[][] held;

    /** Counts them. O(cars x sum of window lengths). */
    public WindowsOver(LineDay day, List<Integer> order) {
        this.day = day;
        this.order = order;
        held = new int[day.ratios().size()][];
        for (int r = 0; r < held.length; r++) {
            int in = day.ratios().get(r).in();
            held[r] = new int[order.size() + in - 1];
            for (int start = 1 - in; start < order.size(); start++) {
                for (int place = start; place < start + in; place++) {
                    held[r][start + in - 1] += carries(r, place) ? 1 : 0;
                }
            }
        }
    }

    private boolean carries(int ratio, int place) {
        if (place >= order.size()) {
            return false;
        }
        int before = day.before().size() + place;
        return place >= 0
                ? day.cars().get(order.get(place)).carries(ratio)
                : before >= 0 && day.before().get(before).carries(ratio);
    }

    /** Carriers in the window that begins at a place, from 0. */
    public int held(int ratio, int start) {
        return held[ratio][start + day.ratios().get(ratio).in() - 1];
    }

    /** Carriers too many in the window that begins at a place, 0 when it does not count. */
    public int excess(int ratio, int start) {
        Ratio of = day.ratios().get(ratio);
        boolean counts = day.edge() == DayEdge.EVERY_WINDOW || (start >= 0 && start + of.in() <= order.size());
        return counts ? Math.max(0, held[ratio][start + of.in() - 1] - of.most()) : 0;
    }

    /** Windows over a place that hold too many. */
    public int over(int ratio, int place) {
        int over = 0;
        for (int start = place - day.ratios().get(ratio).in() + 1; start <= place; start++) {
            over += excess(ratio, start) > 0 ? 1 : 0;
        }
        return over;
    }

    /** Windows over a place that hold as many as they may. */
    public int full(int ratio, int place) {
        Ratio of = day.ratios().get(ratio);
        int full = 0;
        for (int start = place - of.in() + 1; start <= place; start++) {
            full += held[ratio][start + of.in() - 1] == of.most() ? 1 : 0;
        }
        return full;
    }
}
