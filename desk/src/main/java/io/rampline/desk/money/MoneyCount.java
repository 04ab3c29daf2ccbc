package io.rampline.desk.money;

import io.rampline.desk.briefing.MoneyOutlook;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.money.MoneyReport.Abroad;
import io.rampline.desk.money.MoneyReport.Period;
import io.rampline.desk.money.MoneyReport.Pulled;
import io.rampline.factory.Decisions;
import io.rampline.factory.MoneyTerms;
import io.rampline.factory.MoneyTerms.Foreign;
import io.rampline.factory.Scenario;
import io.rampline.simulation.window.Windows;
import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.cash.Spread;
import io.rampline.treasury.ledger.Contract;
import io.rampline.treasury.ledger.Ledger;
import io.rampline.treasury.ledger.OrderMoney;
import io.rampline.treasury.ledger.TrialBalance;
import io.rampline.treasury.statement.Exposure;
import io.rampline.treasury.statement.Obligations;
import io.rampline.treasury.statement.RefundRisk;
import io.rampline.treasury.statement.RefundRisk.Early;
import io.rampline.treasury.statement.RefundRisk.Quantiles;
import io.rampline.treasury.statement.RollForward;
import io.rampline.treasury.statement.SlipProvision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int[] RUNS = {100, 500, 1_000, 2_500, 5_000};
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
        CashFutures.Terms own = futures.new Terms(scenario, _ -> 1);
        CashPlan plan = futures.plan(own);
        Spread spread = futures.spread(List.of(own), asked.futures(), progress).getFirst();
        return new MoneyReport(
                scenario,
                asked.asOf(),
                orders.size(),
                ledger.balance(day),
                periods(ledger, orders),
                Obligations.of(orders, terms.financing().expedientDays()),
                exposure(orders),
                tomorrow(orders),
                risks(orders),
                RefundRisk.runs(orders, day, RUNS),
                slips(orders, windows),
                abroad(orders),
                plan,
                spread,
                asked.seed(),
                levers(futures, orders),
                isProductionKnown(),
                journal.vouchers());
    }

    private MoneyOutlook outlook(BiConsumer<Long, Long> progress) {
        OrderMoney orders = folded.ledger().orders();
        TrialBalance balance = folded.ledger().balance(day);
        CashFutures futures = futures();
        CashFutures.Terms own = futures.new Terms(scenario, _ -> 1);
        return new MoneyOutlook(
                exposure(orders),
                tomorrow(orders),
                balance.contractLiabilityMinor(),
                balance.refundLiabilityMinor(),
                risk(orders).within(MoneyReport.USUAL_RISK_WEEKS),
                futures.plan(own),
                futures.spread(List.of(own), asked.futures(), progress).getFirst());
    }

    private CashFutures futures() {
        return new CashFutures(book, asked.undecided(), asked.decisions(), asked.seed());
    }

    private Exposure exposure(OrderMoney orders) {
        return Exposure.of(orders, day, terms.refunds().defaultBasisPoints());
    }

    private Exposure.Sums tomorrow(OrderMoney orders) {
        return Exposure.of(orders, day + 1, terms.refunds().defaultBasisPoints())
                .all();
    }

    private List<Period> periods(Ledger ledger, OrderMoney orders) {
        List<Period> periods = new ArrayList<>();
        LocalDate from = LocalDate.ofEpochDay(Math.min(ledger.firstDay(), day));
        while (!from.isAfter(asked.asOf())) {
            int quarter = (from.getMonthValue() + 2) / 3;
            LocalDate end =
                    LocalDate.of(from.getYear(), quarter * 3, 1).plusMonths(1).minusDays(1);
            LocalDate to = end.isAfter(asked.asOf()) ? asked.asOf() : end;
            int fromDay = Math.toIntExact(from.toEpochDay());
            int toDay = Math.toIntExact(to.toEpochDay());
            periods.add(new Period(
                    from.getYear() + "-Q" + quarter,
                    RollForward.contractLiability(ledger, fromDay, toDay),
                    RollForward.refundLiability(ledger, fromDay, toDay),
                    RollForward.customersCash(ledger, fromDay, toDay),
                    RollForward.recognised(orders, fromDay, toDay)));
            from = to.plusDays(1);
        }
        return periods;
    }

    private List<Quantiles> risks(OrderMoney orders) {
        RefundRisk risk = risk(orders);
        return RISK_WEEKS.stream().map(risk::within).toList();
    }

    private RefundRisk risk(OrderMoney orders) {
        return new RefundRisk(
                orders,
                day,
                scenario.planning().cancellations(),
                book.contents().uncertainty().leaving(),
                new Early(
                        terms.treasury().coolingOffLeaveBasisPoints(),
                        scenario.deposits().coolingOffDays()));
    }

    private SlipProvision slips(OrderMoney orders, Windows windows) {
        return SlipProvision.of(orders, terms.slips().graceWeeks(), (row, bucket) -> {
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

    private boolean isProductionKnown() {
        return terms.treasury().unitCostBasisPoints() > 0
                || scenario.products().stream()
                        .allMatch(product -> product.unitCostMinor().isPresent());
    }

    private List<Pulled> levers(CashFutures futures, OrderMoney orders) {
        long price = Math.round(scenario.products().stream()
                .mapToLong(io.rampline.factory.Product::priceMinor)
                .average()
                .orElse(0));
        List<CashFutures.Terms> terms = new ArrayList<>();
        List<Scenario> scenarios = new ArrayList<>();
        for (Lever lever : Lever.values()) {
            Scenario pulled = scenario.withDeposits(lever.pull(scenario.deposits(), price));
            scenarios.add(pulled);
            terms.add(futures.new Terms(pulled, contract -> Patience.factor(scenario, pulled, contract)));
        }
        List<Spread> spreads = futures.spread(terms, Math.min(LEVER_FUTURES, asked.futures()), (_, _) -> {});
        List<Pulled> pulled = new ArrayList<>();
        for (Lever lever : Lever.values()) {
            int i = Arrays.asList(Lever.values()).indexOf(lever);
            Held held = held(scenarios.get(i), orders);
            // Who has paid less so far pays more at the handover: cash begins lower by as much.
            long begin = held.minor() - held(scenario, orders).minor();
            Spread spread = spreads.get(i);
            int year = MoneyReport.yearBucket(spread.firstBucket(), spread.weeks());
            pulled.add(new Pulled(
                    lever,
                    held.minor(),
                    held.claimMinor(),
                    spread.leavers(),
                    spread.refunds(0.5),
                    spread.firstBucket() < spread.weeks() ? spread.own(year, 0.5) + begin : begin,
                    Math.round(spread.compensation())));
        }
        return pulled;
    }

    private long prepaid(OrderMoney orders, int row, Contract contract, Scenario other) {
        int bucket = orders.promisedBucket(row);
        int days = other.deposits().money().prepayment().dueDays();
        boolean due = bucket != OrderMoney.NONE && orders.monday(bucket) - days <= day;
        return due ? Math.max(0, contract.prepaidMinor() - contract.depositMinor()) : 0;
    }

    private record Held(long minor, long claimMinor) {}

    /** What would be held on the day had the open orders been taken under other terms. */
    private Held held(Scenario other, OrderMoney orders) {
        Contract[] contracts = orders.contracts().stream()
                .map(contract -> Contract.of(other, contract.configuration()))
                .toArray(Contract[]::new);
        var refunds = other.deposits().money().refunds();
        long held = 0;
        long claim = 0;
        for (int row = 0; row < orders.size(); row++) {
            if (orders.state(row).isOpen()) {
                Contract contract = contracts[orders.contractNumber(row)];
                boolean free = orders.lockDay(row) > day;
                long prepaid = free ? 0 : prepaid(orders, row, contract, other);
                held += contract.depositMinor() + prepaid;
                claim += contract.depositMinor()
                        - (free ? 0 : contract.lostMinor(contract.depositMinor(), refunds))
                        + Contract.share(prepaid, refunds.prepaymentBasisPoints());
            }
        }
        return new Held(held, claim);
    }
}
