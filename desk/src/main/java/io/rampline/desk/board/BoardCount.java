package io.rampline.desk.board;

import io.rampline.factory.Configuration;
import io.rampline.factory.Market;
import io.rampline.factory.Product;
import io.rampline.factory.Resource;
import io.rampline.factory.Scenario;
import io.rampline.promise.Answer;
import io.rampline.promise.Binding;
import io.rampline.promise.Command;
import io.rampline.promise.MarketProduct;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import io.rampline.promise.PromiseEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Counts a board in one pass over the orders. O(orders + resources x weeks). */
public final class BoardCount {
    private final PromiseEngine engine;
    private final int now;
    /** The first week of the lists: now, or where the horizon begins. */
    private final int first;

    private final int weeks;
    private final Waits all = new Waits();
    private final Map<MarketProduct, Tally> tallies = new TreeMap<>();
    /** By the configuration itself: those of an engine are few, and the same object each time. */
    private final Map<Configuration, Tally> byConfiguration = new HashMap<>();

    private final Map<String, int[]> outputs = new LinkedHashMap<>();
    private final Map<Binding, Integer> causeNumbers = new HashMap<>();
    private final List<Binding> causes = new ArrayList<>();
    private final List<int[]> keptByWeek = new ArrayList<>();
    private final int[] delivered;
    private int open;
    private int beyond;
    private long depositsMinor;

    private static final class Tally {
        private final Waits waits = new Waits();
        private final Map<Integer, Integer> causes = new TreeMap<>();
    }

    private BoardCount(PromiseEngine engine, int nowBucket) {
        this.engine = engine;
        this.now = nowBucket;
        this.first = Math.max(0, nowBucket);
        this.weeks = Math.max(1, engine.network().horizon().weeks() - first);
        this.delivered = new int[weeks];
    }

    /**
     * Counts a book, and leaves it as it was.
     *
     * @param nowBucket the week from which waits are counted
     */
    public static Board of(PromiseEngine engine, int nowBucket) {
        BoardCount count = new BoardCount(engine, nowBucket);
        for (Product product : engine.network().scenario().products()) {
            count.outputs.putIfAbsent(product.model(), new int[count.weeks]);
        }
        for (int row = 0; row < engine.size(); row++) {
            if (engine.isOpen(row)) {
                count.add(row);
            }
        }
        return count.board();
    }

    private void add(int row) {
        Order order = engine.order(row);
        Tally tally = byConfiguration.computeIfAbsent(
                order.configuration(), known -> tallies.computeIfAbsent(MarketProduct.of(known), _ -> new Tally()));
        open++;
        depositsMinor += order.depositMinor();
        int cause = cause(engine.binding(row));
        tally.causes.merge(cause, 1, Integer::sum);
        int build = engine.buildBucket(row);
        if (build < 0) {
            beyond++;
            all.addBeyond();
            tally.waits.addBeyond();
            return;
        }
        int delivery = engine.deliveryBucket(row);
        all.add(delivery - now);
        tally.waits.add(delivery - now);
        int week = Math.clamp(build - first, 0, weeks - 1);
        outputs.computeIfAbsent(order.configuration().model(), _ -> new int[weeks])[week]++;
        keptByWeek.get(cause)[week]++;
        if (delivery - first < weeks) {
            delivered[Math.max(0, delivery - first)]++;
        }
    }

    /** The bucket of a binding differs from order to order and says nothing here. */
    private int cause(Binding binding) {
        Binding key = new Binding(binding.cause(), binding.resources(), -1);
        return causeNumbers.computeIfAbsent(key, _ -> {
            causes.add(binding);
            keptByWeek.add(new int[weeks]);
            return causes.size() - 1;
        });
    }

    private Board board() {
        List<Integer> bank = new ArrayList<>();
        int left = open;
        for (int week = 0; week < weeks; week++) {
            left -= delivered[week];
            bank.add(left);
        }
        return new Board(
                engine.position(),
                now,
                first,
                open,
                beyond,
                depositsMinor,
                all.counted(),
                waits(),
                outputs.entrySet().stream()
                        .map(output -> new Board.Output(output.getKey(), boxed(output.getValue())))
                        .toList(),
                bank,
                bindings(),
                loads());
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private List<Board.LineWait> waits() {
        List<Board.LineWait> waits = new ArrayList<>();
        Scenario scenario = engine.network().scenario();
        for (Market market : scenario.markets()) {
            for (Product product : scenario.products()) {
                MarketProduct line = new MarketProduct(market.name(), product.model(), product.trim());
                Tally tally = tallies.get(line);
                OptionalInt quoted = quoted(line);
                if (tally != null || quoted.isPresent()) {
                    Tally counted = tally == null ? new Tally() : tally;
                    waits.add(new Board.LineWait(line, counted.waits.counted(), quoted, most(counted)));
                }
            }
        }
        return waits;
    }

    private OptionalInt quoted(MarketProduct line) {
        Configuration plain = new Configuration(line.market(), line.model(), line.trim(), List.of());
        if (engine.apply(new Command.Quote(plain, Order.AS_SOON_AS_POSSIBLE)) instanceof Answer.Quoted quoted
                && quoted.promise() instanceof Promise.Dated dated) {
            return OptionalInt.of(Math.max(0, dated.deliveryBucket() - now));
        }
        return OptionalInt.empty();
    }

    /** Of two that keep as many, the first by name, as in the briefing. */
    private String most(Tally tally) {
        Optional<Map.Entry<String, Integer>> most = tally.causes.entrySet().stream()
                .map(entry -> Map.entry(label(causes.get(entry.getKey())), entry.getValue()))
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
        return most.map(Map.Entry::getKey).orElse("");
    }

    private String label(Binding binding) {
        return switch (binding.cause()) {
            case NOTHING -> "none";
            case MARKET_OPENS -> "market opens";
            case CUSTOMER -> "customer's wish";
            case NOT_OFFERED -> "not offered";
            case RESOURCE ->
                String.join(
                        " + ",
                        binding.resources().stream()
                                .map(number -> resource(number).label())
                                .toList());
        };
    }

    private Resource resource(int number) {
        return engine.network().resources().get(number);
    }

    private List<Board.Bound> bindings() {
        List<Board.Bound> bindings = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            int built = 0;
            int most = -1;
            for (int cause = 0; cause < causes.size(); cause++) {
                int kept = keptByWeek.get(cause)[week];
                built += kept;
                if (kept > 0 && (most < 0 || kept > keptByWeek.get(most)[week])) {
                    most = cause;
                }
            }
            bindings.add(
                    most < 0
                            ? new Board.Bound("", 0, 0)
                            : new Board.Bound(
                                    label(causes.get(most)), keptByWeek.get(most)[week], built));
        }
        return bindings;
    }

    private List<Board.Load> loads() {
        int[] kept = new int[engine.network().resources().size()];
        for (int cause = 0; cause < causes.size(); cause++) {
            int orders = Arrays.stream(keptByWeek.get(cause)).sum();
            for (int resource : causes.get(cause).resources()) {
                kept[resource] += orders;
            }
        }
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < kept.length; number++) {
            if (kept[number] > 0) {
                numbers.add(number);
            }
        }
        return numbers.stream()
                .sorted(Comparator.comparingInt((Integer number) -> -kept[number]))
                .limit(Board.LOADS_MAX)
                .map(number -> new Board.Load(resource(number).label(), kept[number], percents(number)))
                .toList();
    }

    private List<Integer> percents(int number) {
        boolean storable = resource(number).kind().storable();
        long there = resource(number).openingStock();
        long used = 0;
        List<Integer> percents = new ArrayList<>();
        int end = Math.min(first + weeks, engine.network().horizon().weeks());
        for (int bucket = storable ? 0 : first; bucket < end; bucket++) {
            there = engine.capacity(number, bucket) + (storable ? there : 0);
            used = engine.promised(number, bucket) + (storable ? used : 0);
            if (bucket >= first) {
                percents.add(there <= 0 ? -1 : (int) Math.min(100, 100 * used / there));
            }
        }
        return percents;
    }
}
