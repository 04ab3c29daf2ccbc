package io.rampline.proving.peer;

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
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * OB-60: N orders on 60 weeks' worth of work, two lines and two packs over 104 weeks, defined in whole numbers so that
 * any planning system can be given the same.
 *
 * <p>Order i wants the earliest week in which its line has capacity left and its pack is there, first come, first
 * served. In the fixed form SU7 is built on L1 and YU7 on L2; in the flexible form either line builds either model and
 * a tie goes to the own line.
 */
public final class PeerWorkload {
    /** Weeks of the workload. */
    public static final int WEEKS = 104;

    private static final List<String> TRIMS = List.of("STD", "PRO", "MAX");
    private static final int[] ITEM_UP_TO = {12, 24, 40, 60, 80, 100};
    private static final long MULTIPLIER = 2_654_435_761L;

    private final int orders;
    private final boolean flexible;

    /**
     * A workload.
     *
     * @param orders N, 1 or more
     * @param flexible whether either line may build either model
     */
    public PeerWorkload(int orders, boolean flexible) {
        if (orders < 1 || orders > OrderTable.ORDERS_MAX) {
            throw new IllegalArgumentException("found " + orders + " orders, expected 1 to " + OrderTable.ORDERS_MAX);
        }
        this.orders = orders;
        this.flexible = flexible;
    }

    /** An engine with the orders loaded and nothing promised. */
    public PromiseEngine engine() {
        PromiseEngine engine = new PromiseEngine(Network.of(scenario()));
        engine.load(table());
        return engine;
    }

    /** Number of the item of order {@code i}: 0 to 5 for SU7-STD, -PRO, -MAX, YU7-STD, -PRO, -MAX. */
    static int item(int i) {
        long hashed = ((i + 1L) * MULTIPLIER) & 0xffff_ffffL;
        int percent = (int) ((hashed * 100) >> 32);
        int item = 0;
        while (percent >= ITEM_UP_TO[item]) {
            item++;
        }
        return item;
    }

    private OrderTable table() {
        OrderTable.Builder table = OrderTable.builder();
        int[] numbers = new int[6];
        for (int item = 0; item < numbers.length; item++) {
            String model = item < 3 ? "SU7" : "YU7";
            numbers[item] = table.number(new Configuration("home", model, TRIMS.get(item % 3), List.of()));
        }
        for (int i = 0; i < orders; i++) {
            table.add(
                    Integer.toString(i),
                    i,
                    0,
                    numbers[item(i)],
                    Order.AS_SOON_AS_POSSIBLE,
                    OrderTable.NEVER_PROMISED,
                    0);
        }
        return table.build();
    }

    private Scenario scenario() {
        List<Product> products = TRIMS.stream()
                .flatMap(trim -> List.of(product("SU7", trim), product("YU7", trim)).stream())
                .toList();
        return new Scenario(
                "OB-60",
                new Horizon(Week.of(LocalDate.of(2026, 1, 5)), WEEKS),
                LocalDate.of(2026, 1, 4),
                new Currency("CNY", 2),
                "home",
                0.9,
                new Rules(0, 0, 0, List.of("standard"), 24),
                new WindowRule(0, 0, 0),
                products,
                List.of(line("L1", 40, PeerWorkload::percentOfLine1), line("L2", 60, PeerWorkload::percentOfLine2)),
                List.of(
                        part("PACK-L", 66, PeerWorkload::percentOfPackL),
                        part("PACK-N", 33, PeerWorkload::percentOfPackN)),
                List.of(bill(List.of("STD", "PRO"), "PACK-L"), bill(List.of("MAX"), "PACK-N")),
                List.of(),
                List.of(),
                List.of(new Market("home", 0, 0, WeeklyUnits.constant(WEEKS, WeeklyUnits.UNLIMITED))),
                List.of(),
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>()));
    }

    private Product product(String model, String trim) {
        String own = model.equals("SU7") ? "L1" : "L2";
        String other = model.equals("SU7") ? "L2" : "L1";
        return new Product(model, trim, 0, OptionalLong.empty(), 0, flexible ? List.of(own, other) : List.of(own));
    }

    private Line line(String name, int share, IntUnaryOperator percent) {
        return new Line("P", name, List.of("SU7", "YU7"), rounded(share, percent));
    }

    private Part part(String name, int share, IntUnaryOperator percent) {
        return new Part(name, OptionalLong.empty(), 0, rounded(share, percent));
    }

    private static BillLine bill(List<String> trims, String part) {
        return new BillLine(new Selector(Optional.empty(), trims), Optional.empty(), part, 1, 0);
    }

    /** Differences of the cumulative sum rounded down, so that no unit is lost to rounding. */
    private WeeklyUnits rounded(int share, IntUnaryOperator percent) {
        long weekly = (orders + 59L) / 60;
        int[] units = new int[WEEKS];
        long sum = 0;
        for (int week = 0; week < WEEKS; week++) {
            long before = sum;
            sum += weekly * share * percent.applyAsInt(week);
            units[week] = (int) (sum / 10_000 - before / 10_000);
        }
        return WeeklyUnits.of(units);
    }

    private static int calendar(int week, int percent) {
        boolean holiday = week == 5 || week == 6 || week == 57 || week == 58;
        return holiday ? 0 : week == 38 ? percent / 2 : percent;
    }

    private static int percentOfLine1(int week) {
        return calendar(week, 100);
    }

    private static int percentOfLine2(int week) {
        return calendar(week, Math.min(100, 40 + 60 * week / 26));
    }

    private static int percentOfPackL(int week) {
        return week >= 30 && week <= 33 ? 20 : 100;
    }

    private static int percentOfPackN(int week) {
        return week < 13 ? 50 : week < 26 ? 80 : 115;
    }
}
