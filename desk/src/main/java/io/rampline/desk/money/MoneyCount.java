package io.rampline.desk.money;

import io.rampline.desk.briefing.MoneyOutlook;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.money.MoneyReport.Abroad;
import io.rampline.desk.money.MoneyReport.Pulled;
import io.rampline.factory.Decisions;
import io.rampline.factory.MoneyTerms;
import io.rampline.factory.MoneyTerms.Foreign;
import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.simulation.window.Windows;
import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.cash.GrantedRefunds;
import io.rampline.treasury.cash.Spread;
import io.rampline.treasury.ledger.Contract;
import io.rampline.treasury.ledger.Journal;
import io.rampline.treasury.ledger.Ledger;
import io.rampline.treasury.ledger.OrderMoney;
import io.rampline.treasury.ledger.TrialBalance;
import io.rampline.treasury.statement.DepositWeight;
import io.rampline.treasury.statement.Exposure;
import io.rampline.treasury.statement.Obligations;
import io.rampline.treasury.statement.RefundRisk;
import io.rampline.treasury.statement.RefundRisk.Early;
import io.rampline.treasury.statement.RefundRisk.Quantiles;
import io.rampline.treasury.statement.SlipProvision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Works out the money of a promised book. */
public final class MoneyCount {
    /** Weeks over which refunds at risk are told; the first is the one of the summary. */
    public static final List<Integer> RISK_WEEKS = List.of(4, MoneyReport.USUAL_RISK_WEEKS, 52);

    /** Futures of cash where nobody asks for more or fewer: quantiles of one in ten stand by then. */
    public static final int USUAL_FUTURES = 200;

    /** Shares of the open orders that leave at once, basis points. */
    public static final List<Integer> RUNS = List.of(100, 500, 1_000, 2_500, 5_000);

    /** Ten years: as long as a horizon can be. */
    private static final int QUARTERS_MOST = 40;
    /** Fewer futures do for comparing terms: all terms see the same ones. */
    private static final int LEVER_FUTURES = 40;

    private final PromisedBook book;
    private final Asked asked;
    private final Scenario scenario;
    private final MoneyTerms terms;
    private final FoldedBook folded;
    private final DailyJournal journal;
    private final int day;

    /**
     * What is asked.
     *
     * @param undecided the scenario in which the steps of the plan may still be decided
     * @param asOf day of the balances
     * @param futures of cash
     */
    public record Asked(Scenario undecided, Decisions decisions, LocalDate asOf, int futures, long seed) {}

    private MoneyCount(PromisedBook book, Asked asked) {
        this.book = book;
        this.asked = asked;
        this.scenario = book.scenario();
        this.terms = scenario.deposits().money();
        this.day = Math.toIntExact(asked.asOf().toEpochDay());
        this.journal = new DailyJournal(day);
        this.folded = FoldedBook.of(book, asked.asOf(), journal);
    }

    /**
     * The report.
     *
     * @param windows distribution of deliveries in futures, by row of the book
     * @param progress is told how many futures of cash are done, and of how many
     */
    public static MoneyReport of(PromisedBook book, Asked asked, Windows windows, BiConsumer<Long, Long> progress) {
        return new MoneyCount(book, asked).report(windows, progress);
    }

    /**
     * What a briefing tells of it: the same figures as {@link #of}, without what takes the windows of orders and other
     * terms.
     */
    public static MoneyOutlook outlook(PromisedBook book, Asked asked, BiConsumer<Long, Long> progress) {
        return new MoneyCount(book, asked).outlook(progress);
    }

    private MoneyReport report(Windows windows, BiConsumer<Long, Long> progress) {
        Ledger ledger = folded.ledger();
        OrderMoney orders = ledger.orders();
        CashFutures futures = futures();
        CashFutures.Terms own = futures.terms(scenario);
        CashPlan plan = futures.plan(own);
        Spread spread =
                futures.spread(List.of(own), asked.futures(), told(progress)).getFirst();
        return new MoneyReport(
                scenario,
                asked.asOf(),
                orders.size(),
                ledger.balance(day),
                Quarters.upTo(ledger, asked.asOf(), QUARTERS_MOST),
                Obligations.of(orders, terms.financing().expedientDays()),
                exposure(orders),
                tomorrow(orders),
                DepositWeight.of(orders, plan),
                risks(orders),
                RefundRisk.runs(orders, day, RUNS),
                slips(orders, windows),
                abroad(orders),
                plan,
                spread,
                asked.seed(),
                levers(futures, orders),
                CashFutures.isProductionKnown(scenario),
                journal.vouchers(),
                orders);
    }

    private MoneyOutlook outlook(BiConsumer<Long, Long> progress) {
        OrderMoney orders = folded.ledger().orders();
        TrialBalance balance = folded.ledger().balance(day);
        CashFutures futures = futures();
        CashFutures.Terms own = futures.terms(scenario);
        return new MoneyOutlook(
                exposure(orders),
                tomorrow(orders),
                balance.contractLiabilityMinor(),
                balance.refundLiabilityMinor(),
                risk(orders).within(MoneyReport.USUAL_RISK_WEEKS),
                futures.plan(own),
                futures.spread(List.of(own), asked.futures(), told(progress)).getFirst());
    }

    private static CashFutures.Watcher told(BiConsumer<Long, Long> progress) {
        return (done, most) -> {
            progress.accept(done, most);
            return true;
        };
    }

    private CashFutures futures() {
        int start = book.horizon().start().number();
        CashFutures.Customers customers = new CashFutures.Customers(
                Network.of(scenario),
                book.orders(),
                row -> book.isPromised(row) ? book.deliveryWeek(row) - start : CashFutures.NO_WEEK,
                List.of(),
                granted());
        return new CashFutures(
                customers, book.contents().uncertainty(), asked.undecided(), asked.decisions(), asked.seed());
    }

    /** As of the day of the scenario, which cash runs from. */
    private CashFutures.Granted granted() {
        Ledger ledger = asked.asOf().isBefore(scenario.asOf())
                ? FoldedBook.of(book, scenario.asOf(), Journal.NONE).ledger()
                : folded.ledger();
        long[] byBucket =
                GrantedRefunds.after(ledger, Math.toIntExact(scenario.asOf().toEpochDay()), scenario.horizon());
        return bucket -> byBucket[bucket];
    }

    private Exposure exposure(OrderMoney orders) {
        return Exposure.of(orders, day, terms.refunds().defaultBasisPoints());
    }

    private Exposure.Sums tomorrow(OrderMoney orders) {
        return Exposure.of(orders, day + 1, terms.refunds().defaultBasisPoints())
                .all();
    }

    private List<Quantiles> risks(OrderMoney orders) {
        RefundRisk risk = risk(orders);
        return RISK_WEEKS.stream().map(risk::within).toList();
    }

    private RefundRisk risk(OrderMoney orders) {
        return risk(orders, day, scenario, book.contents().uncertainty().leaving());
    }

    /** Refunds at risk among the open orders of a ledger, as the terms of a scenario have it. */
    public static RefundRisk risk(OrderMoney orders, int day, Scenario scenario, Uncertainty.Leaving leaving) {
        return new RefundRisk(
                orders,
                day,
                scenario.planning().cancellations(),
                leaving,
                new Early(
                        scenario.deposits().money().treasury().coolingOffLeaveBasisPoints(),
                        scenario.deposits().coolingOffDays()));
    }

    private SlipProvision slips(OrderMoney orders, Windows windows) {
        return SlipProvision.of(orders, day, terms.slips().graceWeeks(), (row, bucket) -> {
            int bookRow = folded.bookRow(row);
            return bookRow < 0 ? 1 : windows.deliveredBy(bookRow, bucket);
        });
    }

    private List<Abroad> abroad(OrderMoney orders) {
        Map<String, Long> held = new TreeMap<>();
        for (int row = 0; row < orders.size(); row++) {
            String market = orders.contract(row).configuration().market();
            if (orders.state(row).isOpen() && terms.foreign().containsKey(market)) {
                held.merge(market, orders.depositMinor(row) + orders.prepaidMinor(row), Long::sum);
            }
        }
        List<Abroad> markets = new ArrayList<>();
        held.forEach((market, minor) -> {
            Foreign money = terms.foreign().getOrDefault(market, new Foreign(scenario.currency(), 1_000_000));
            double units = minor / (double) scenario.currency().minorPerMajor();
            double foreign = units * 1e6 / money.rateMicros() * money.currency().minorPerMajor();
            markets.add(new Abroad(
                    market, money.currency().code(), money.currency().minorUnits(), minor, Math.round(foreign)));
        });
        return markets;
    }

    private List<Pulled> levers(CashFutures futures, OrderMoney orders) {
        long price = Math.round(scenario.products().stream()
                .mapToLong(io.rampline.factory.Product::priceMinor)
                .average()
                .orElse(0));
        List<CashFutures.Terms> terms = new ArrayList<>();
        List<Scenario> scenarios = new ArrayList<>();
        List<Lever> levers = Lever.of(scenario.deposits(), price);
        for (Lever lever : levers) {
            Scenario pulled = scenario.withDeposits(lever.pull(scenario.deposits(), price));
            scenarios.add(pulled);
            terms.add(futures.new Terms(pulled, contract -> Patience.factor(scenario, pulled, contract)));
        }
        List<Spread> spreads = futures.spread(terms, Math.min(LEVER_FUTURES, asked.futures()), (_, _) -> true);
        List<Pulled> pulled = new ArrayList<>();
        for (int i = 0; i < levers.size(); i++) {
            Held held = held(scenarios.get(i), orders);
            // Who has paid less so far pays more at the handover: cash begins lower by as much.
            long begin = held.minor() - held(scenario, orders).minor();
            Spread spread = spreads.get(i);
            int year = MoneyReport.yearBucket(spread.firstBucket(), spread.weeks());
            pulled.add(new Pulled(
                    levers.get(i),
                    held.minor(),
                    held.claimMinor(),
                    spread.leavers(),
                    spread.refunds(0.5),
                    spread.firstBucket() < spread.weeks() ? spread.own(year, 0.5) + begin : begin,
                    Math.round(spread.compensation())));
        }
        return pulled;
    }

    private record Held(long minor, long claimMinor) {}

    /** What would be held on the day had the open orders been taken under other terms. */
    private Held held(Scenario other, OrderMoney orders) {
        List<Contract> own = orders.contracts();
        List<Contract> others = own.stream()
                .map(contract -> Contract.of(other, contract.configuration()))
                .toList();
        var refunds = other.deposits().money().refunds();
        long held = 0;
        long claim = 0;
        for (int row = 0; row < orders.size(); row++) {
            if (orders.state(row).isOpen()) {
                Contract then = others.get(orders.contractNumber(row));
                Contract now = own.get(orders.contractNumber(row));
                // Where terms ask for the same it counts what was paid, which may be more or less.
                long deposit =
                        now.depositMinor() == then.depositMinor() ? orders.depositMinor(row) : then.depositMinor();
                long prepaid = isPrepaidAlike(now, then, other)
                        ? orders.prepaidMinor(row)
                        : prepaid(orders, row, then.prepaidMinor() - deposit, other);
                held += deposit + prepaid;
                claim += orders.ifItEndedUnder(refunds, then, deposit, prepaid, row, day)
                        .refundMinor();
            }
        }
        return new Held(held, claim);
    }

    private boolean isPrepaidAlike(Contract now, Contract then, Scenario other) {
        return now.depositMinor() == then.depositMinor()
                && now.prepaidMinor() == then.prepaidMinor()
                && terms.prepayment().dueDays()
                        == other.deposits().money().prepayment().dueDays();
    }

    private long prepaid(OrderMoney orders, int row, long askedMinor, Scenario other) {
        int bucket = orders.promisedBucket(row);
        int days = other.deposits().money().prepayment().dueDays();
        boolean due = orders.lockDay(row) <= day && bucket != OrderMoney.NONE && orders.monday(bucket) - days <= day;
        return due ? Math.max(0, askedMinor) : 0;
    }
}
