package io.rampline.proving.futures;

import io.rampline.factory.BillLine;
import io.rampline.factory.Cancellations;
import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.MixLimit;
import io.rampline.factory.Network;
import io.rampline.factory.Option;
import io.rampline.factory.Part;
import io.rampline.factory.Planning;
import io.rampline.factory.Product;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.WaitCost;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A car maker in ramp-up with a book of any size: four lines of which one still climbs, two models of three trims, two
 * markets, an option that is short, three kinds of packs, a mix limit on the oldest line, and demand to come. With half
 * a million orders the last of them waits about a year.
 */
public final class LargeBook {
    static final int WEEKS = 104;
    private static final long SEED = 500;
    private static final int MICROS_BETWEEN_ORDERS = 20_000_000;
    private static final List<String> TRIMS = List.of("Standard", "Pro", "Max");

    private LargeBook() {}

    /** The plant that empties a book of so many orders in a year. */
    public static Network network(int orders) {
        return Network.of(scenario(orders));
    }

    /** The book, in rank order. */
    public static OrderTable book(int orders) {
        SplittableRandom random = new SplittableRandom(SEED);
        OrderTable.Builder table = OrderTable.builder();
        for (int i = 0; i < orders; i++) {
            String market = random.nextInt(8) == 0 ? "EU" : "CN";
            String model = random.nextInt(5) < 3 ? "B" : "A";
            String trim = TRIMS.get(random.nextInt(TRIMS.size()));
            List<String> options = random.nextInt(4) == 0 ? List.of("roof") : List.of();
            int number = table.number(new Configuration(market, model, trim, options));
            table.add(
                    "o" + i,
                    (long) i * MICROS_BETWEEN_ORDERS,
                    0,
                    number,
                    Order.AS_SOON_AS_POSSIBLE,
                    OrderTable.NEVER_PROMISED,
                    0);
        }
        return table.build();
    }

    private static Scenario scenario(int orders) {
        int weekly = Math.max(40, orders / 50);
        List<Product> products = new ArrayList<>();
        List<DemandForecast> demand = new ArrayList<>();
        for (String trim : TRIMS) {
            products.add(new Product("A", trim, 100, OptionalLong.empty(), 0, List.of("L2", "L1")));
            products.add(new Product("B", trim, 100, OptionalLong.empty(), 0, List.of("L3", "L4", "L1")));
            for (String model : List.of("A", "B")) {
                demand.add(new DemandForecast(
                        model,
                        trim,
                        "CN",
                        WeeklyUnits.constant(WEEKS, weekly / 16),
                        WeeklyUnits.constant(WEEKS, weekly / 10),
                        WeeklyUnits.constant(WEEKS, weekly / 6)));
            }
        }
        return new Scenario(
                "large book",
                new Horizon(Week.of(LocalDate.of(2026, 1, 5)), WEEKS),
                LocalDate.of(2026, 1, 4),
                new Currency("CNY", 2),
                "CN",
                0.9,
                new Rules(0, 0, 0, List.of("standard"), 24),
                new WindowRule(0, 3, 0),
                products,
                lines(weekly),
                parts(weekly),
                List.of(
                        new BillLine(Selector.model("A"), Optional.empty(), "PACK-A", 1, -1),
                        new BillLine(Selector.trim("B", "Max"), Optional.empty(), "PACK-B-LARGE", 1, -1),
                        new BillLine(Selector.trim("B", "Standard"), Optional.empty(), "PACK-B", 1, -1),
                        new BillLine(Selector.trim("B", "Pro"), Optional.empty(), "PACK-B", 1, -1)),
                List.of(new Option("roof", Selector.ANY, 0, WeeklyUnits.constant(WEEKS, weekly / 4))),
                List.of(new MixLimit(Optional.of("L1"), Selector.model("B"), WeeklyUnits.constant(WEEKS, weekly / 8))),
                List.of(
                        new Market("CN", 1, 0, WeeklyUnits.constant(WEEKS, WeeklyUnits.UNLIMITED)),
                        new Market("EU", 6, 8, WeeklyUnits.constant(WEEKS, weekly / 6))),
                List.of(),
                demand,
                new DepositTerms(0, 0, new TreeMap<>()),
                planning());
    }

    /** The last one still climbs. */
    private static List<Line> lines(int weekly) {
        int[] climbing = new int[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            climbing[week] = (int) (weekly * 0.3 * Math.min(1, 0.1 + week / 25.0));
        }
        return List.of(
                new Line("Old", "L1", List.of("A", "B"), WeeklyUnits.constant(WEEKS, weekly / 4)),
                new Line("Old", "L2", List.of("A"), WeeklyUnits.constant(WEEKS, weekly / 4)),
                new Line("New", "L3", List.of("B"), WeeklyUnits.constant(WEEKS, weekly / 4)),
                new Line("New", "L4", List.of("B"), WeeklyUnits.of(climbing)));
    }

    private static List<Part> parts(int weekly) {
        return List.of(
                new Part("PACK-A", OptionalLong.empty(), weekly, WeeklyUnits.constant(WEEKS, weekly * 2 / 5)),
                new Part("PACK-B", OptionalLong.empty(), weekly, WeeklyUnits.constant(WEEKS, weekly * 9 / 20)),
                new Part("PACK-B-LARGE", OptionalLong.empty(), weekly, WeeklyUnits.constant(WEEKS, weekly / 5)));
    }

    private static Planning planning() {
        return new Planning(
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                0,
                new Cancellations(0.6, new TreeMap<>()),
                WaitCost.NONE,
                List.of(new Guarantee(Optional.empty(), Optional.empty(), 30, 52)));
    }
}
