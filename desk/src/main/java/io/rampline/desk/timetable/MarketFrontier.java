package io.rampline.desk.timetable;

import io.rampline.ramp.plan.Terms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a market can open, with how many a week, and what it costs at home.
 *
 * @param terms asked for beside waits and openings
 * @param bookPrint fingerprint of the open orders it was asked of
 * @param bookOrders how many they are
 * @param closed by wait: what the plan of least cost costs while the market stays closed
 * @param points every week, quota and wait asked for, by wait, quota and week; fewer when the search was ended
 * @param earliest by wait and quota
 */
public record MarketFrontier(
        MarketGrid grid,
        Terms terms,
        String bookPrint,
        int bookOrders,
        List<Closed> closed,
        List<MarketPoint> points,
        List<Earliest> earliest) {
    public MarketFrontier {
        closed = List.copyOf(closed);
        points = List.copyOf(points);
        earliest = List.copyOf(earliest);
    }

    /**
     * What holding the wait costs while the market stays closed.
     *
     * @param totalMinor empty when there is no plan
     */
    public record Closed(int waitWeeks, Verdict verdict, OptionalLong totalMinor) {}

    /**
     * The first week in which the market can open with a quota so that nobody at home is harmed.
     *
     * @param point empty when there is none up to the last week in which it may open
     * @param before the week before that one, which does harm; empty when the market may not open earlier at all
     */
    public record Earliest(
            int waitWeeks, MarketQuota quota, Optional<MarketPoint> point, Optional<MarketPoint> before) {}

    /** What an opening costs more than leaving the market closed; empty when either has no plan. */
    public OptionalLong costMoreMinor(MarketPoint point) {
        return closed.stream()
                .filter(closed -> closed.waitWeeks() == point.waitWeeks())
                .filter(closed ->
                        closed.totalMinor().isPresent() && point.found().isPresent())
                .mapToLong(closed -> point.found().orElseThrow().plan().costs().totalMinor()
                        - closed.totalMinor().orElseThrow())
                .findFirst();
    }
}
