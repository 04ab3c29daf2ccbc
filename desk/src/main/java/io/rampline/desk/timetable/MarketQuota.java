package io.rampline.desk.timetable;

import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Opening;
import java.util.ArrayList;
import java.util.List;

/**
 * How many a market may have a week.
 *
 * @param openings those of the market, in the order of the scenario
 * @param units of each opening, in the same order
 */
public record MarketQuota(List<Opening> openings, List<Integer> units) {
    public MarketQuota {
        openings = List.copyOf(openings);
        units = List.copyOf(units);
    }

    /** So many in all, dealt out in proportion to what each opening allows at most. */
    static MarketQuota of(List<Opening> openings, int all) {
        long most = openings.stream().mapToLong(Opening::unitsPerWeekMax).sum();
        List<Integer> units = new ArrayList<>();
        long sum = 0;
        int given = 0;
        for (Opening opening : openings) {
            sum += opening.unitsPerWeekMax();
            int upToHere = (int) Math.round((double) all * sum / most);
            units.add(upToHere - given);
            given = upToHere;
        }
        return new MarketQuota(openings, units);
    }

    /** Of all openings together. */
    public int unitsPerWeek() {
        return units.stream().mapToInt(Integer::intValue).sum();
    }

    /** The market opened with it in a bucket. */
    public List<Opened> in(int bucket) {
        List<Opened> opened = new ArrayList<>();
        for (int i = 0; i < openings.size(); i++) {
            Opening opening = openings.get(i);
            opened.add(new Opened(opening.market(), opening.products(), bucket, units.get(i)));
        }
        return opened;
    }
}
