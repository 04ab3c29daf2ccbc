package io.rampline.desk.timetable;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is told beside the plan itself. Each of it costs more searches.
 *
 * @param without what each step is good for
 * @param values what one more unit of each resource is worth
 * @param frontierWaits waits in weeks for each of which the plan of least cost is sought, ascending; none for no
 *     frontier
 * @param market openings of a market that are looked at; empty for none
 */
public record Extent(boolean without, boolean values, List<Integer> frontierWaits, Optional<MarketGrid> market) {
    /** The plan and nothing else. */
    public static final Extent PLAN_ONLY = new Extent(false, false, List.of(), Optional.empty());

    /** Most waits of a frontier: each is a search of its own. */
    public static final int FRONTIER_WAITS_MAX = 30;

    /** What people ask for: from a month and a half to a year. */
    public static final List<Integer> USUAL_WAITS = List.of(6, 8, 10, 12, 14, 16, 20, 26, 39, 52);

    public Extent {
        frontierWaits = frontierWaits.stream().distinct().sorted().toList();
        if (frontierWaits.size() > FRONTIER_WAITS_MAX) {
            throw new IllegalArgumentException(
                    "found a frontier of " + frontierWaits.size() + " waits, expected at most " + FRONTIER_WAITS_MAX);
        }
    }

    /** The waits people ask for, and the one asked for now. */
    public static List<Integer> usualWaits(int askedWeeks) {
        SortedSet<Integer> waits = new TreeSet<>(USUAL_WAITS);
        waits.add(askedWeeks);
        return List.copyOf(waits);
    }
}
