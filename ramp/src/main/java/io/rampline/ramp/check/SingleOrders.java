package io.rampline.ramp.check;

import io.rampline.factory.Configuration;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.Expansion;
import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.promise.Command;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.Strategy;
import io.rampline.promise.TimeOfBook;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The plan at the level of single orders: the book and the forecast as orders, promised from scratch by the engine with
 * what the plan's steps give, whole units and all.
 *
 * <p>Who will have left before being built uses no slot and is left out, evenly: an order whose place in its group is
 * reached in week t stays with the share that is left by then. A forecast order is locked at its place in its week and
 * can be built from the next week on.
 */
public final class SingleOrders {
    /** Weeks by which single orders may wait longer than flows: a week is the finest grain of a flow. */
    public static final int GRAIN_WEEKS = 1;

    private static final long WEEK_MICROS = 7 * 24 * 3_600_000_000L;

    private final Scenario scenario;
    private final Plan plan;
    private final int first;
    private final Map<Configuration, GroupFlow> flowOf = new LinkedHashMap<>();

    /** One order, of the book or of the forecast. */
    private record Candidate(long lockedAtMicros, int priority, Configuration configuration, int row, int bucket) {
        /** Row of a forecast order. */
        static final int FORECAST = -1;
    }

    /**
     * How long single orders wait.
     *
     * @param longestWaitWeeks longest wait from lock to delivery of those for whom one is guaranteed; 0 for nobody
     * @param longestByGroup the same by group
     * @param judged orders for whom one is guaranteed
     * @param later orders of the book that would be delivered later than without the steps and openings of the plan
     * @param byLockWeek longest wait by group and bucket of the lock, of those who order from now on, guaranteed or
     *     not; {@link #NOBODY} where nobody orders, {@link #BEYOND} where someone is not delivered within the horizon
     */
    public record Waits(
            int longestWaitWeeks,
            SortedMap<String, Integer> longestByGroup,
            int judged,
            int later,
            SortedMap<String, List<Integer>> byLockWeek) {
        public static final int NOBODY = -1;
        public static final int BEYOND = Integer.MAX_VALUE;

        public Waits {
            longestByGroup = new TreeMap<>(longestByGroup);
            byLockWeek = new TreeMap<>(byLockWeek);
        }

        /** Weeks by which a group's orders wait longer than guaranteed, at the most; 0 or less when they do not. */
        public int excessWeeks(GroupFlow flow) {
            return flow.guarantee()
                    .map(guarantee -> longestByGroup.getOrDefault(flow.name(), 0) - guarantee.weeks())
                    .orElse(0);
        }
    }

    private SingleOrders(Scenario scenario, Plan plan) {
        this.scenario = scenario;
        this.plan = plan;
        this.first = Math.max(0, scenario.horizon().bucket(Week.of(scenario.asOf())) + 1);
        for (GroupFlow flow : plan.flows()) {
            flow.configurations().forEach(configuration -> flowOf.put(configuration, flow));
        }
    }

    /** Promises every order under the plan. */
    public static Waits of(Scenario scenario, OrderTable book, Plan plan) {
        return new SingleOrders(scenario, plan).promise(book);
    }

    /**
     * Who stands in line under a plan, those who will have left before being built left out.
     *
     * @param about how many batches are wanted
     */
    public static List<Batch> batches(Scenario scenario, OrderTable book, Plan plan, int about) {
        SingleOrders orders = new SingleOrders(scenario, plan);
        List<List<Candidate>> lines = new ArrayList<>();
        int all = 0;
        for (GroupFlow flow : plan.flows()) {
            List<Candidate> line = orders.staying(flow, orders.candidates(flow, book));
            lines.add(line);
            all += line.size();
        }
        int most = Math.max(1, all / about);
        List<Batch> batches = new ArrayList<>();
        for (int g = 0; g < lines.size(); g++) {
            orders.cut(plan.flows().get(g), book, lines.get(g), most, batches);
        }
        return batches;
    }

    /** Cuts a line into batches of orders that may be built from the same week on. */
    private void cut(GroupFlow flow, OrderTable book, List<Candidate> line, int most, List<Batch> to) {
        int start = 0;
        for (int i = 1; i <= line.size(); i++) {
            Candidate head = line.get(start);
            boolean goesOn = i < line.size()
                    && i - start < most
                    && line.get(i).bucket() == head.bucket()
                    && line.get(i).priority() == head.priority()
                    && (line.get(i).row() < 0) == (head.row() < 0)
                    && fromBucket(book, line.get(i)) == fromBucket(book, head);
            if (!goesOn) {
                boolean isBooked = head.row() != Candidate.FORECAST;
                long middle = line.get((start + i - 1) / 2).lockedAtMicros();
                to.add(new Batch(
                        flow, isBooked, head.bucket(), middle, head.priority(), fromBucket(book, head), i - start));
                start = i;
            }
        }
    }

    private int fromBucket(OrderTable book, Candidate candidate) {
        if (candidate.row() == Candidate.FORECAST) {
            return candidate.bucket() + 1;
        }
        int earliest = book.earliestBucket(candidate.row());
        return earliest == Order.AS_SOON_AS_POSSIBLE ? first : Math.max(first, earliest - transit(candidate));
    }

    /** First the book as it is promised today, then the plan's steps, then those who order from now on. */
    private Waits promise(OrderTable book) {
        OrderTable.Builder today = OrderTable.builder();
        OrderTable.Builder forecast = OrderTable.builder();
        List<Candidate> booked = new ArrayList<>();
        List<Candidate> coming = new ArrayList<>();
        for (GroupFlow flow : plan.flows()) {
            for (Candidate candidate : staying(flow, candidates(flow, book))) {
                (candidate.row() == Candidate.FORECAST ? coming : booked).add(candidate);
            }
        }
        coming.sort(Comparator.comparingLong(Candidate::lockedAtMicros));
        booked.forEach(candidate -> add(today, book, candidate));
        coming.forEach(candidate -> add(forecast, book, candidate));
        PromiseEngine before = new PromiseEngine(Network.of(scenario));
        before.load(today.build());
        before.promiseAll();
        PromiseEngine after = adopted(before, booked, book);
        int later = 0;
        for (int row = 0; row < booked.size(); row++) {
            later += weeks(after, row) > weeks(before, row) ? 1 : 0;
        }
        after.load(forecast.build());
        for (int row = booked.size(); row < after.size(); row++) {
            after.promise(row);
        }
        return waits(after, booked.size(), coming, later);
    }

    /** The book with the dates it has, then every order moved to its earliest one, in rank order and never later. */
    private PromiseEngine adopted(PromiseEngine before, List<Candidate> booked, OrderTable book) {
        OrderTable.Builder promised = OrderTable.builder();
        for (int row = 0; row < booked.size(); row++) {
            int delivery = before.deliveryBucket(row);
            add(promised, book, booked.get(row), delivery < 0 ? OrderTable.NEVER_PROMISED : delivery);
        }
        PromiseEngine engine = new PromiseEngine(Network.of(Expansion.of(scenario, plan.decisions())));
        engine.load(promised.build());
        engine.promiseAll();
        engine.apply(new Command.Repromise(List.of(), Strategy.GAIN, false));
        return engine;
    }

    private int weeks(PromiseEngine engine, int row) {
        int delivery = engine.deliveryBucket(row);
        return delivery < 0 ? Integer.MAX_VALUE : delivery;
    }

    private List<Candidate> candidates(GroupFlow flow, OrderTable book) {
        List<Candidate> all = new ArrayList<>();
        boolean[] mine = new boolean[book.configurations().size()];
        for (int i = 0; i < mine.length; i++) {
            mine[i] = isIn(flow, book.configurations().get(i));
        }
        for (int row = 0; row < book.size(); row++) {
            if (mine[book.configurationNumber(row)]) {
                all.add(new Candidate(
                        book.lockedAtMicros(row), book.priorityClass(row), book.configuration(row), row, first - 1));
            }
        }
        scenario.demand().stream()
                .filter(forecast -> isIn(flow, configuration(forecast)))
                .forEach(forecast -> addForecast(flow, forecast, all));
        all.sort(Comparator.comparingLong(Candidate::lockedAtMicros)
                .thenComparing(candidate -> candidate.configuration().trim())
                .thenComparingInt(Candidate::row));
        return all;
    }

    private boolean isIn(GroupFlow flow, Configuration configuration) {
        GroupFlow other = flowOf.get(configuration);
        return other != null && other.name().equals(flow.name());
    }

    private static Configuration configuration(DemandForecast forecast) {
        return new Configuration(forecast.market(), forecast.model(), forecast.trim(), List.of());
    }

    /** Where a market takes fewer orders than there is demand, all its products are cut alike. */
    private void addForecast(GroupFlow flow, DemandForecast forecast, List<Candidate> to) {
        double exact = 0;
        long given = 0;
        int priority = Math.max(0, scenario.rules().priorityClasses().size() - 1);
        for (int t = first; t < flow.orders().weeks(); t++) {
            double wished = 0;
            for (DemandForecast other : scenario.demand()) {
                wished += isIn(flow, configuration(other)) ? wished(other, t) : 0;
            }
            exact += wished == 0 ? 0 : Math.min(1, flow.orders().get(t) / wished) * wished(forecast, t);
            long whole = (long) Math.floor(exact + 1e-6);
            long start = TimeOfBook.startOfDayMicros(scenario.horizon().week(t).monday());
            for (long i = given; i < whole; i++) {
                long at = start + (long) ((i - given + 0.5) / (whole - given) * WEEK_MICROS);
                to.add(new Candidate(at, priority, configuration(forecast), Candidate.FORECAST, t));
            }
            given = whole;
        }
    }

    private int wished(DemandForecast forecast, int bucket) {
        return plan.terms().demand().of(forecast).get(bucket);
    }

    /** Leaves out, evenly, who will have left before being built. */
    private List<Candidate> staying(GroupFlow flow, List<Candidate> line) {
        String model = flow.configurations().getFirst().model();
        double leaving = scenario.planning().cancellations().weeklyShare(model);
        if (leaving == 0) {
            return line;
        }
        List<Candidate> staying = new ArrayList<>();
        double left = 1;
        int week = first - 1;
        double built = 0;
        double place = 0;
        double share = 0;
        for (Candidate candidate : line) {
            double atLock = Math.pow(1 - leaving, candidate.bucket() - first + 1);
            place += 1 / atLock;
            while (week + 1 < flow.orders().weeks() && built < place) {
                week++;
                left *= 1 - leaving;
                built += flow.built(week) / left;
            }
            share += left / atLock;
            if (share >= 1) {
                share -= 1;
                staying.add(candidate);
            }
        }
        return staying;
    }

    private void add(OrderTable.Builder to, OrderTable book, Candidate candidate) {
        add(to, book, candidate, OrderTable.NEVER_PROMISED);
    }

    private void add(OrderTable.Builder to, OrderTable book, Candidate candidate, int promisedBucket) {
        boolean forecast = candidate.row() == Candidate.FORECAST;
        to.add(
                forecast ? "~" + to.size() : book.id(candidate.row()),
                candidate.lockedAtMicros(),
                candidate.priority(),
                to.number(candidate.configuration()),
                forecast ? candidate.bucket() + 1 + transit(candidate) : book.earliestBucket(candidate.row()),
                promisedBucket,
                0);
    }

    private int transit(Candidate candidate) {
        return Optional.ofNullable(flowOf.get(candidate.configuration()))
                .map(GroupFlow::transitWeeks)
                .orElse(0);
    }

    private Waits waits(PromiseEngine engine, int firstRow, List<Candidate> coming, int later) {
        SortedMap<String, Integer> longest = new TreeMap<>();
        SortedMap<String, List<Integer>> weekly = new TreeMap<>();
        int judged = 0;
        for (int i = 0; i < coming.size(); i++) {
            Candidate candidate = coming.get(i);
            GroupFlow flow = flowOf.get(candidate.configuration());
            if (flow == null) {
                continue;
            }
            List<Integer> ofGroup = weekly.computeIfAbsent(
                    flow.name(),
                    _ -> new ArrayList<>(Collections.nCopies(flow.orders().weeks(), Waits.NOBODY)));
            note(ofGroup, candidate.bucket(), engine.deliveryBucket(firstRow + i));
            if (flow.guarantee().isEmpty()) {
                continue;
            }
            int within = flow.guarantee().get().weeks() - flow.transitWeeks();
            int t = candidate.bucket();
            if (t >= flow.guarantee().get().fromBucket()
                    && t + within < flow.orders().weeks()) {
                int delivery = engine.deliveryBucket(firstRow + i);
                int waited = (delivery < 0 ? scenario.horizon().weeks() + flow.transitWeeks() : delivery) - t;
                longest.merge(flow.name(), waited, Math::max);
                judged++;
            }
        }
        int most = longest.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Waits(most, longest, judged, later, weekly);
    }

    private static void note(List<Integer> weekly, int lockBucket, int deliveryBucket) {
        int waited = deliveryBucket < 0 ? Waits.BEYOND : deliveryBucket - lockBucket;
        weekly.set(lockBucket, Math.max(weekly.get(lockBucket), waited));
    }
}
