package io.rampline.desk.timetable;

import io.rampline.desk.timetable.MarketFrontier.Closed;
import io.rampline.desk.timetable.MarketFrontier.Earliest;
import io.rampline.desk.timetable.MarketPoint.Found;
import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Scenario;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.Answer;
import io.rampline.ramp.Question;
import io.rampline.ramp.Timetable;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.PlanProgress.Standing;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Seeks the frontier of opening a market: a plan for each point, and by halving the earliest week that harms nobody.
 * Halving is right because an opening that is later asks less of the plants: whoever could be served with the market
 * open earlier can be served with it open later, by the same plan.
 */
final class MarketSearch {
    /** The earliest week is a yes or no; only the plans of the points asked for need be as good as asked. */
    private static final double GAP_COARSE = 0.05;
    /** Iterations of the solver for each of the many searches: a point that is hard to prove tells the gap it has. */
    private static final long WORK_MAX = 200_000;

    private final Scenario scenario;
    private final OrderTable book;
    private final Timetable timetable;
    private final Watcher watcher;
    private final Terms terms;
    private final MarketGrid grid;
    private final Map<Place, MarketPoint> known = new LinkedHashMap<>();
    private int asked;

    private record Place(int waitWeeks, MarketQuota quota, int bucket) {}

    MarketSearch(
            Scenario scenario, OrderTable book, Timetable timetable, Watcher watcher, Terms terms, MarketGrid grid) {
        this.scenario = scenario;
        this.book = book;
        this.timetable = timetable;
        this.watcher = watcher;
        this.terms = terms;
        this.grid = grid;
    }

    MarketFrontier frontier() {
        List<Closed> closed = new ArrayList<>();
        List<MarketPoint> points = new ArrayList<>();
        List<Earliest> earliest = new ArrayList<>();
        for (int weeks : grid.waits()) {
            closed(weeks).ifPresent(closed::add);
            for (MarketQuota quota : grid.quotas()) {
                for (int bucket : grid.buckets()) {
                    asked++;
                    point(weeks, quota, bucket, terms.gap(), asked).ifPresent(points::add);
                }
            }
        }
        for (int weeks : grid.waits()) {
            for (MarketQuota quota : grid.quotas()) {
                earliest(weeks, quota).ifPresent(earliest::add);
            }
        }
        return new MarketFrontier(grid, terms, BookPrint.of(book), book.size(), closed, points, earliest);
    }

    private Optional<Closed> closed(int weeks) {
        if (watcher.isEnded()) {
            return Optional.empty();
        }
        watcher.seeks(new PointSought(grid.market(), Optional.empty(), 0, weeks, 0, grid.size()));
        Answer answer = ask(with(weeks, List.of(), terms.gap()), grid.market() + " closed, home " + weeks + " weeks");
        OptionalLong total = answer instanceof Answer.Planned planned
                ? OptionalLong.of(planned.plan().costs().totalMinor())
                : OptionalLong.empty();
        return told(answer) ? Optional.of(new Closed(weeks, Verdict.of(answer), total)) : Optional.empty();
    }

    /** What was ended before there was a plan says nothing. */
    private boolean told(Answer answer) {
        return !watcher.isEnded() || answer instanceof Answer.Planned;
    }

    /**
     * Empty when the search has been ended.
     *
     * @param number of the points asked for; 0 while the earliest week is sought
     */
    private Optional<MarketPoint> point(int weeks, MarketQuota quota, int bucket, double gap, int number) {
        Place place = new Place(weeks, quota, bucket);
        MarketPoint before = known.get(place);
        if (before != null) {
            return Optional.of(before);
        }
        if (watcher.isEnded()) {
            return Optional.empty();
        }
        watcher.seeks(new PointSought(
                grid.market(),
                Optional.of(scenario.horizon().week(bucket)),
                quota.unitsPerWeek(),
                weeks,
                number,
                grid.size()));
        String work = (number > 0 ? number + " of " + grid.size() : "the earliest week") + ": " + grid.market()
                + " from " + scenario.horizon().week(bucket) + ", " + quota.unitsPerWeek() + " a week, home " + weeks
                + " weeks";
        Answer answer = ask(with(weeks, quota.in(bucket), gap), work);
        if (!told(answer)) {
            return Optional.empty();
        }
        Optional<Found> found =
                answer instanceof Answer.Planned planned ? Optional.of(found(planned)) : Optional.empty();
        MarketPoint point = new MarketPoint(weeks, quota, bucket, Verdict.of(answer), found);
        known.put(place, point);
        return Optional.of(point);
    }

    private Terms with(int weeks, List<Opened> opened, double gap) {
        List<Opened> all = new ArrayList<>(terms.fixed().openings().stream()
                .filter(other -> !other.market().equals(grid.market()))
                .toList());
        all.addAll(opened);
        return terms.guarantee(new Wait(weeks, grid.fromBucket()))
                .fixed(new Decisions(terms.fixed().starts(), all))
                .gap(gap)
                .work(Math.min(terms.work(), WORK_MAX));
    }

    private Answer ask(Terms asked, String work) {
        PlanProgress progress = standing ->
                watcher.goOn(new Standing(work + ": " + standing.work(), standing.costMinor(), standing.boundMinor()));
        progress.goOn(new Standing("asking", Standing.NO_PLAN, Long.MIN_VALUE));
        return timetable.ask(new Question.LeastCost(asked), progress);
    }

    private Found found(Answer.Planned planned) {
        Plan plan = planned.plan();
        int excess = Integer.MIN_VALUE;
        int home = 0;
        int abroad = 0;
        double delivered = 0;
        for (GroupFlow flow : plan.flows()) {
            int longest = planned.orders().longestByGroup().getOrDefault(flow.name(), 0);
            if (flow.configurations().getFirst().market().equals(grid.market())) {
                abroad = Math.max(abroad, longest);
                delivered += IntStream.range(0, Math.max(0, flow.orders().weeks() - flow.transitWeeks()))
                        .mapToDouble(flow::built)
                        .sum();
            } else if (flow.guarantee().isPresent()) {
                home = Math.max(home, longest);
                excess = Math.max(excess, longest - flow.guarantee().get().weeks());
            }
        }
        return new Found(
                plan,
                Fingerprint.of(scenario.horizon(), plan.decisions()),
                excess == Integer.MIN_VALUE ? 0 : excess,
                home,
                abroad,
                planned.orders().later(),
                planned.orders().judged(),
                Math.round(delivered));
    }

    /** Between a week that harms and one that does not; empty when the search has been ended. */
    private Optional<Earliest> earliest(int weeks, MarketQuota quota) {
        int low = grid.firstBucket() - 1;
        int high = grid.lastBucket() + 1;
        for (MarketPoint point : known.values()) {
            if (point.waitWeeks() == weeks && point.quota().equals(quota)) {
                high = point.harmsNobody() ? Math.min(high, point.bucket()) : high;
            }
        }
        for (MarketPoint point : known.values()) {
            boolean mine = point.waitWeeks() == weeks && point.quota().equals(quota);
            low = mine && point.bucket() < high ? Math.max(low, point.bucket()) : low;
        }
        if (high > grid.lastBucket() && low < grid.lastBucket()) {
            Optional<MarketPoint> last = coarse(weeks, quota, grid.lastBucket());
            if (last.isEmpty()) {
                return Optional.empty();
            }
            high = last.get().harmsNobody() ? grid.lastBucket() : high;
            low = last.get().harmsNobody() ? low : grid.lastBucket();
        }
        while (high - low > 1) {
            // The first week of all first: mostly it will do, and then it is the answer.
            int middle = low < grid.firstBucket() ? grid.firstBucket() : (low + high) >>> 1;
            Optional<MarketPoint> point = coarse(weeks, quota, middle);
            if (point.isEmpty()) {
                return Optional.empty();
            }
            high = point.get().harmsNobody() ? middle : high;
            low = point.get().harmsNobody() ? low : middle;
        }
        return Optional.of(new Earliest(
                weeks,
                quota,
                Optional.ofNullable(known.get(new Place(weeks, quota, high))),
                Optional.ofNullable(known.get(new Place(weeks, quota, low)))));
    }

    private Optional<MarketPoint> coarse(int weeks, MarketQuota quota, int bucket) {
        return point(weeks, quota, bucket, Math.max(terms.gap(), GAP_COARSE), 0);
    }
}
