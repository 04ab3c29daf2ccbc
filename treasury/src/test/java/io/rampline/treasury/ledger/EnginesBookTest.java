package io.rampline.treasury.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.DepositTerms;
import io.rampline.factory.MoneyTerms;
import io.rampline.factory.MoneyTerms.Financing;
import io.rampline.factory.MoneyTerms.Prepayment;
import io.rampline.factory.MoneyTerms.Refunds;
import io.rampline.factory.MoneyTerms.Slips;
import io.rampline.factory.MoneyTerms.Treasury;
import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.SmallWorlds;
import io.rampline.promise.TimeOfBook;
import io.rampline.treasury.statement.LedgerCheck;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The entries that the engine itself makes in small worlds where everything collides: booked, held, taken over,
 * changed, pulled forward, cut, promised again, adopted, delivered and cancelled in any order.
 */
class EnginesBookTest {
    private static final int WORLDS = 60;
    private static final int COMMANDS = 120;
    private static final int PAID_MOST = 45;

    /** Horizons are short here: customers may leave after a week of slip, and the maker is in default after three. */
    private static final MoneyTerms TERMS = new MoneyTerms(
            List.of(),
            new Prepayment(4_000, 7),
            new Refunds(5_000, 9_000, 14, 1, 3, 20_000, 2_000),
            new Slips(0, OptionalLong.of(2), 1_000),
            1_900,
            List.of(),
            new Financing(350, 20),
            Treasury.PLAIN,
            new TreeMap<>());

    private final Set<Cause> seen = EnumSet.noneOf(Cause.class);

    /** A world whose orders have paid something. */
    private static final class PaidBook {
        final SmallWorlds worlds;
        final Scenario scenario;
        final PromiseEngine engine;
        final List<RandomLives.Dated> entries = new ArrayList<>();
        private final long seed;

        PaidBook(long seed) {
            this.seed = seed;
            this.worlds = new SmallWorlds(seed);
            Scenario plain = worlds.scenario();
            this.scenario =
                    plain.withDeposits(new DepositTerms(20, 7, plain.deposits().depositMinorByModel(), TERMS));
            this.engine = new PromiseEngine(Network.of(scenario), this::note);
        }

        private void note(Entry entry) {
            entries.add(new RandomLives.Dated(paid(entry), day()));
        }

        int day() {
            return Math.toIntExact(TimeOfBook.day(engine.nowMicros()).toEpochDay());
        }

        /** Worlds are without money: an order pays when it is booked, and another amount when it is changed. */
        private Entry paid(Entry entry) {
            return switch (entry) {
                case Entry.Booked it -> new Entry.Booked(it.position(), paid(it.order(), 0), it.promise());
                case Entry.TakenOver it ->
                    new Entry.TakenOver(it.position(), paid(it.order(), 0), it.promise(), it.firstDelivery());
                case Entry.Held it ->
                    new Entry.Held(it.position(), paid(it.order(), 0), it.promise(), it.expiresAtMicros());
                case Entry.Changed it ->
                    new Entry.Changed(it.position(), paid(it.order(), it.position()), it.promise(), it.keptRank());
                default -> entry;
            };
        }

        private Order paid(Order order, long turn) {
            long deposit = Math.floorMod(order.id().hashCode() * 31L + seed * 7 + turn * 13, (long) PAID_MOST);
            return new Order(
                    order.id(),
                    engine.nowMicros(),
                    order.priorityClass(),
                    order.configuration(),
                    order.earliestBucket(),
                    deposit);
        }
    }

    @Test
    void theMoneyOfTheEnginesEntriesClosesAfterEveryOne() {
        for (long seed = 0; seed < WORLDS; seed++) {
            PaidBook book = new PaidBook(seed);
            Ledger ledger = new Ledger(book.scenario, this::see);
            int folded = 0;
            for (int i = 0; i < COMMANDS; i++) {
                book.engine.apply(book.worlds.command(book.engine, i));
                for (; folded < book.entries.size(); folded++) {
                    ledger.add(
                            book.entries.get(folded).entry(),
                            book.entries.get(folded).day());
                }
                ledger.closeTo(book.day());
                assertThat(LedgerCheck.flaws(ledger, book.day()))
                        .as("seed %d, command %d", seed, i)
                        .isEmpty();
                assertThat(openWithMoney(ledger))
                        .as("open orders, seed %d, command %d", seed, i)
                        .isEqualTo(openInBook(book.engine, ledger));
            }
        }
        assertThat(seen)
                .as("causes that no world came to")
                .containsAll(EnumSet.complementOf(EnumSet.of(Cause.TAX_BORNE, Cause.FINANCED)));
    }

    private void see(
            int day, long position, String orderId, Cause cause, Account debit, Account credit, long amountMinor) {
        seen.add(cause);
    }

    private static List<String> openWithMoney(Ledger ledger) {
        OrderMoney orders = ledger.orders();
        List<String> open = new ArrayList<>();
        for (int row = 0; row < orders.size(); row++) {
            if (orders.state(row).isOpen()) {
                open.add(orders.id(row));
            }
        }
        return open.stream().sorted().toList();
    }

    /** A hold is open in the book and has paid nothing. */
    private static List<String> openInBook(PromiseEngine engine, Ledger ledger) {
        OrderMoney orders = ledger.orders();
        List<String> open = new ArrayList<>();
        for (int row = 0; row < engine.size(); row++) {
            String id = engine.order(row).id();
            if (engine.isOpen(row) && orders.state(orders.find(id)) != MoneyState.HELD) {
                open.add(id);
            }
        }
        return open.stream().sorted().toList();
    }

    @Test
    void orderByOrderTheSameEntriesGiveTheSameBalances() {
        for (long seed = 0; seed < WORLDS; seed++) {
            PaidBook book = new PaidBook(seed);
            for (int i = 0; i < COMMANDS; i++) {
                book.engine.apply(book.worlds.command(book.engine, i));
            }
            Map<String, List<RandomLives.Dated>> lives = new LinkedHashMap<>();
            for (RandomLives.Dated entry : book.entries) {
                lives.computeIfAbsent(orderOf(entry.entry()), _ -> new ArrayList<>())
                        .add(entry);
            }
            List<RandomLives.Dated> mixed = new RandomLives(seed).mixed(List.copyOf(lives.values()));

            assertThat(balances(book, mixed)).as("seed %d", seed).isEqualTo(balances(book, book.entries));
        }
    }

    private static List<TrialBalance> balances(PaidBook book, List<RandomLives.Dated> entries) {
        Ledger ledger = new Ledger(book.scenario, Journal.NONE);
        entries.forEach(entry -> ledger.add(entry.entry(), entry.day()));
        ledger.closeTo(book.day());
        List<TrialBalance> balances = new ArrayList<>();
        for (int day = ledger.firstDay(); day <= book.day(); day++) {
            balances.add(ledger.balance(day));
        }
        return balances;
    }

    private static String orderOf(Entry entry) {
        return switch (entry) {
            case Entry.Booked it -> it.order().id();
            case Entry.TakenOver it -> it.order().id();
            case Entry.Held it -> it.order().id();
            case Entry.Changed it -> it.order().id();
            case Entry.HoldConfirmed it -> it.orderId();
            case Entry.HoldExpired it -> it.orderId();
            case Entry.Cancelled it -> it.orderId();
            case Entry.Delivered it -> it.orderId();
            case Entry.PromiseMoved it -> it.orderId();
            case Entry.CapacityChanged _,
                    Entry.PlanAdopted _,
                    Entry.ShortageOpened _,
                    Entry.ShortageClosed _,
                    Entry.Advanced _ -> "";
        };
    }
}
