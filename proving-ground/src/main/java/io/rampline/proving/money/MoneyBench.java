package io.rampline.proving.money;

import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.MoneyTerms;
import io.rampline.factory.MoneyTerms.Financing;
import io.rampline.factory.MoneyTerms.Prepayment;
import io.rampline.factory.MoneyTerms.Refunds;
import io.rampline.factory.MoneyTerms.Slips;
import io.rampline.factory.MoneyTerms.Treasury;
import io.rampline.factory.Product;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import io.rampline.promise.Binding;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import io.rampline.promise.Reason;
import io.rampline.promise.Strategy;
import io.rampline.promise.TimeOfBook;
import io.rampline.treasury.ledger.Batch;
import io.rampline.treasury.ledger.Journal;
import io.rampline.treasury.ledger.Ledger;
import io.rampline.treasury.ledger.TrialBalance;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Folds a book of five entries an order: booked, promised anew twice, changed, delivered or cancelled. All bookings
 * come first, then all first moves and so on, each in an order of its own, so that no order is still in the cache.
 * Every entry has its own text for the order id, as a book read from disk has.
 */
public final class MoneyBench {
    private static final int ORDERS = 1_000_000;
    private static final int ROUNDS = 5;
    private static final int EVENTS = 5;
    private static final int WEEKS = 104;
    private static final long SEED = 20;
    private static final Week START = Week.parse("2026-W02");
    private static final int MONDAY = (int) START.monday().toEpochDay();

    private MoneyBench() {}

    /** The exit code: 0 when the ledger closes, 1 when not, 2 for wrong usage. */
    public static int run(List<String> arguments) {
        int orders = ORDERS;
        int rounds = ROUNDS;
        try {
            orders = arguments.isEmpty() ? ORDERS : Integer.parseInt(arguments.getFirst());
            rounds = arguments.size() < 2 ? ROUNDS : Integer.parseInt(arguments.get(1));
        } catch (NumberFormatException none) {
            System.err.println("found " + arguments + ", expected money [ORDERS [ROUNDS]]");
            return 2;
        }
        Entry[] entries = entries(orders);
        int[] days = days(orders);
        Scenario scenario = scenario();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            Ledger ledger = new Ledger(scenario, Journal.NONE);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            try (Batch batch = ledger.batch()) {
                for (int i = 0; i < entries.length; i++) {
                    batch.add(entries[i], MONDAY + days[i]);
                }
            }
            ledger.closeTo(MONDAY + 7 * WEEKS);
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            TrialBalance balance = ledger.balance(MONDAY + 7 * WEEKS);
            if (balance.totalMinor() != 0) {
                System.err.println("found a trial balance of " + balance.totalMinor() + ", expected 0");
                return 1;
            }
            best = Math.min(best, nanos);
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %,d orders x %d %,10.3f s of processor%n",
                    "money",
                    orders,
                    EVENTS,
                    nanos / 1e9);
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s %,10.3f s, %,.0f entries/s%n",
                "money best",
                best / 1e9,
                entries.length * 1e9 / best);
        return 0;
    }

    private static Entry[] entries(int orders) {
        SplittableRandom random = new SplittableRandom(SEED);
        Entry[] entries = new Entry[orders * EVENTS];
        int[] days = days(orders);
        for (int event = 0; event < EVENTS; event++) {
            for (int i = 0; i < orders; i++) {
                int at = event * orders + i;
                long turn = Math.floorMod(i * 7_919L + event * 104_729L, (long) orders);
                String id = "C001-" + (10_000_000 + turn);
                entries[at] = entry(event, at + 1L, id, days[at], random);
            }
        }
        return entries;
    }

    /** Later entries come on later days. */
    private static int[] days(int orders) {
        int[] days = new int[orders * EVENTS];
        for (int at = 0; at < days.length; at++) {
            days[at] = (int) (600L * at / days.length);
        }
        return days;
    }

    private static Entry entry(int event, long position, String id, int day, SplittableRandom random) {
        return switch (event) {
            case 0 -> new Entry.Booked(position, order(id, day), dated(random));
            case 1, 2 ->
                new Entry.PromiseMoved(
                        position, id, dated(random), dated(random), new Reason.Repromised(Strategy.IMPROVE));
            case 3 -> new Entry.Changed(position, order(id, day), dated(random), true);
            default ->
                random.nextInt(5) == 0
                        ? new Entry.Cancelled(position, id)
                        : new Entry.Delivered(position, id, (MONDAY + (long) day) * TimeOfBook.MICROS_PER_DAY);
        };
    }

    private static final Configuration CAR = new Configuration("home", "A", "x", List.of());

    private static Order order(String id, int day) {
        return new Order(
                id, (MONDAY + (long) day) * TimeOfBook.MICROS_PER_DAY, 0, CAR, Order.AS_SOON_AS_POSSIBLE, 50_000);
    }

    private static Promise dated(SplittableRandom random) {
        int bucket = random.nextInt(WEEKS);
        return new Promise.Dated("L1", bucket, bucket, Binding.NOTHING);
    }

    private static Scenario scenario() {
        MoneyTerms terms = new MoneyTerms(
                List.of(),
                new Prepayment(4_000, 7),
                new Refunds(5_000, 9_000, 14, 8, 20, 20_000, 2_000),
                new Slips(1, OptionalLong.of(12_345), 500),
                1_900,
                List.of(),
                new Financing(350, 120),
                Treasury.PLAIN,
                new TreeMap<>());
        return new Scenario(
                "money",
                new Horizon(START, WEEKS),
                START.plus(-1).sunday(),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(0, 0, 0, List.of("standard"), 24),
                new WindowRule(0, 3, 0),
                List.of(new Product("A", "x", 3_000_000, OptionalLong.empty(), 10_000, List.of("L1"))),
                List.of(new Line("P", "L1", List.of("A"), WeeklyUnits.constant(WEEKS, 10))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Market("home", 0, 0, WeeklyUnits.constant(WEEKS, WeeklyUnits.UNLIMITED))),
                List.of(),
                List.of(),
                new DepositTerms(50_000, 7, new TreeMap<>(), terms));
    }
}
