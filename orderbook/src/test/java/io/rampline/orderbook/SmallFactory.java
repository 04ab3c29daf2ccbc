package io.rampline.orderbook;

import io.rampline.factory.BillLine;
import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.Network;
import io.rampline.factory.Part;
import io.rampline.factory.Product;
import io.rampline.factory.Resource;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.TimeOfBook;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** One line, one model, one part, two markets, thirty weeks: five units a week, and parts for six. */
public final class SmallFactory {
    private static final int WEEKS = 30;
    private final Network network;

    public SmallFactory() {
        int[] units = new int[WEEKS];
        Arrays.fill(units, 5);
        int[] arrivals = new int[WEEKS];
        Arrays.fill(arrivals, 6);
        int[] unlimited = new int[WEEKS];
        Arrays.fill(unlimited, WeeklyUnits.UNLIMITED);
        Week start = Week.parse("2026-W02");
        this.network = Network.of(new Scenario(
                "small",
                new Horizon(start, WEEKS),
                start.plus(-1).sunday(),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(1, 1, 2, List.of("first", "usual"), 24),
                new WindowRule(0, 3, 0),
                List.of(new Product("M", "base", 100, OptionalLong.empty(), 0, List.of("L"))),
                List.of(new Line("P", "L", List.of("M"), WeeklyUnits.of(units))),
                List.of(new Part("pack", OptionalLong.empty(), 10, WeeklyUnits.of(arrivals))),
                List.of(new BillLine(Selector.ANY, Optional.empty(), "pack", 1, -1)),
                List.of(),
                List.of(),
                List.of(
                        new Market("home", 0, 0, WeeklyUnits.of(unlimited)),
                        new Market("far", 2, 1, WeeklyUnits.of(unlimited))),
                List.of(),
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>())));
    }

    public Network network() {
        return network;
    }

    /** A first bucket that may still change. */
    public int firstWeek() {
        return 1;
    }

    /** The number of the part. */
    public int part() {
        return network.findResource(Resource.Kind.PART, "pack").orElseThrow();
    }

    public SortedMap<String, byte[]> files() {
        return new TreeMap<>(Map.of("scenario.toml", "name = \"small\"".getBytes(StandardCharsets.UTF_8)));
    }

    /** Orders named open-0, open-1 and so on, locked before the book began. */
    public OrderTable orders(int count) {
        OrderTable.Builder orders = OrderTable.builder();
        for (int i = 0; i < count; i++) {
            orders.add(order("open-" + i));
        }
        return orders.build();
    }

    public Order order(String id) {
        return order(id, "home");
    }

    public Order order(String id, String market) {
        return order(id, market, Order.AS_SOON_AS_POSSIBLE, startMicros() - 1_000_000);
    }

    /** An order for a week or later. */
    public Order later(String id, int bucket) {
        return order(id, "home", bucket, startMicros());
    }

    /** An order whose lock the book is to fill in. */
    public Order lockedNow(String id) {
        return order(id, "home", Order.AS_SOON_AS_POSSIBLE, DurableBook.NOW);
    }

    private Order order(String id, String market, int earliest, long lockedAt) {
        return new Order(id, lockedAt, 1, new Configuration(market, "M", "base", List.of()), earliest, 5_000);
    }

    /** An offset with which book time starts at the scenario's day. */
    public long clockOffset() {
        return startMicros() - BookDatabase.nowMicros();
    }

    private long startMicros() {
        return TimeOfBook.startOfDayMicros(network.scenario().asOf());
    }
}
