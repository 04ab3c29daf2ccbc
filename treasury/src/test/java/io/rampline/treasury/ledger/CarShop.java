package io.rampline.treasury.ledger;

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
import io.rampline.factory.MoneyTerms.TaxGuarantee;
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
import io.rampline.promise.TimeOfBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/** One car for 30,000.00, a deposit of 500.00, seven days of cooling-off; its horizon starts on Monday 2026-01-05. */
public final class CarShop {
    public static final int WEEKS = 104;
    public static final Week START = Week.parse("2026-W02");
    public static final int MONDAY = (int) START.monday().toEpochDay();
    public static final Configuration CAR = new Configuration("home", "A", "x", List.of());
    public static final long PRICE = 3_000_000;
    public static final long DEPOSIT = 50_000;
    public static final int COOLING_OFF = 7;

    private CarShop() {}

    public static Scenario scenario(MoneyTerms money) {
        return new Scenario(
                "car shop",
                new Horizon(START, WEEKS),
                START.plus(-1).sunday(),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(0, 0, 0, List.of("standard"), 24),
                new WindowRule(0, 3, 0),
                List.of(new Product("A", "x", PRICE, OptionalLong.empty(), 10_000, List.of("L1"))),
                List.of(new Line("P", "L1", List.of("A"), WeeklyUnits.constant(WEEKS, 10))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Market("home", 0, 0, WeeklyUnits.constant(WEEKS, WeeklyUnits.UNLIMITED))),
                List.of(),
                List.of(),
                new DepositTerms(DEPOSIT, COOLING_OFF, new TreeMap<>(), money));
    }

    public static Scenario scenario() {
        return scenario(MoneyTerms.PLAIN);
    }

    /** Everything at once: 40 % prepaid a week before, half back after the lock, slips, VAT, a tax, interest. */
    public static MoneyTerms rich() {
        return new MoneyTerms(
                List.of(),
                new Prepayment(4_000, 7),
                new Refunds(5_000, 9_000, 14, 8, 20, 20_000, 2_000),
                new Slips(1, OptionalLong.of(12_345), 30),
                1_900,
                List.of(new TaxGuarantee("purchase tax", LocalDate.of(2026, 6, 30), LocalDate.of(2027, 1, 1), 150_000)),
                new Financing(350, 120),
                Treasury.PLAIN,
                new TreeMap<>());
    }

    public static MoneyTerms refunding(Refunds refunds) {
        MoneyTerms plain = MoneyTerms.PLAIN;
        return new MoneyTerms(
                List.of(),
                plain.prepayment(),
                refunds,
                plain.slips(),
                0,
                List.of(),
                plain.financing(),
                plain.treasury(),
                new TreeMap<>());
    }

    public static MoneyTerms prepaying(Prepayment prepayment) {
        MoneyTerms plain = MoneyTerms.PLAIN;
        return new MoneyTerms(
                List.of(),
                prepayment,
                plain.refunds(),
                plain.slips(),
                0,
                List.of(),
                plain.financing(),
                plain.treasury(),
                new TreeMap<>());
    }

    /** An order of a day, counted from the first Monday. */
    public static Order order(String id, int day) {
        return new Order(id, (MONDAY + day) * TimeOfBook.MICROS_PER_DAY, 0, CAR, Order.AS_SOON_AS_POSSIBLE, DEPOSIT);
    }

    public static Promise dated(int bucket) {
        return new Promise.Dated("L1", bucket, bucket, Binding.NOTHING);
    }

    public static Promise beyond() {
        return new Promise.BeyondHorizon(Binding.NOTHING);
    }

    public static Entry delivered(long position, String id, int day) {
        return new Entry.Delivered(position, id, (MONDAY + day) * TimeOfBook.MICROS_PER_DAY);
    }

    /** A journal that keeps each line as text: day from the first Monday, order, cause, debit, credit, amount. */
    public static final class Lines implements Journal {
        final List<String> lines = new ArrayList<>();

        @Override
        public void line(
                int day, long position, String orderId, Cause cause, Account debit, Account credit, long amount) {
            lines.add((day - MONDAY) + " " + orderId + " " + cause + ": " + debit + " / " + credit + " " + amount);
        }
    }
}
