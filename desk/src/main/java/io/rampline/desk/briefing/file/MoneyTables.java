package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.file.MoneySheet.Across;
import io.rampline.desk.briefing.file.MoneySheet.Amount;
import io.rampline.desk.briefing.file.MoneySheet.Cell;
import io.rampline.desk.briefing.file.MoneySheet.Day;
import io.rampline.desk.briefing.file.MoneySheet.Empty;
import io.rampline.desk.briefing.file.MoneySheet.Text;
import io.rampline.desk.briefing.file.MoneySheet.Whole;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.money.MoneyReport;
import io.rampline.desk.money.MoneyReport.Period;
import io.rampline.desk.money.MoneyReport.Pulled;
import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.cash.Flow;
import io.rampline.treasury.ledger.Account;
import io.rampline.treasury.ledger.Cause;
import io.rampline.treasury.statement.Exposure;
import io.rampline.treasury.statement.Obligations.Quarter;
import io.rampline.treasury.statement.RollForward;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The tables of a money report. Amounts are in major units of the scenario's currency. */
final class MoneyTables {
    private final MoneyReport report;
    private final Speech speech;
    private final int minorUnits;

    MoneyTables(MoneyReport report, Speech speech) {
        this.report = report;
        this.speech = speech;
        this.minorUnits = report.scenario().currency().minorUnits();
    }

    /** All tables, in the order of the workbook. */
    List<MoneySheet> all() {
        return List.of(balance(), rollForward(), obligations(), exposures(), cash(), levers(), journal());
    }

    /** Writes a table as CSV. */
    static void write(MoneySheet sheet, OutputStream out) throws IOException {
        RowBuffer csv = new RowBuffer(out);
        csv.text(String.join(",", sheet.heads())).endRow();
        for (List<Cell> row : sheet.rows()) {
            for (int i = 0; i < row.size(); i++) {
                if (i > 0) {
                    csv.comma();
                }
                csv.bytes(row.get(i).csv());
            }
            csv.endRow();
        }
        csv.flush();
    }

    private MoneySheet balance() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Account account : Account.values()) {
            long debit = report.balance().debitMinor().getOrDefault(account, 0L);
            rows.add(List.of(
                    new Text(account.number()),
                    name(account),
                    amount(Math.max(0, debit)),
                    amount(Math.max(0, -debit))));
        }
        return sheet(
                "trial_balance",
                "money.balance.title",
                List.of("account", "name", "debit", "credit"),
                Set.of(2, 3),
                rows);
    }

    private MoneySheet rollForward() {
        List<String> heads = new ArrayList<>(List.of("period", "liability", "opening"));
        for (Cause cause : Cause.values()) {
            heads.add(key(cause));
        }
        heads.addAll(List.of("closing", "revenue_from_opening", "revenue_from_receipts"));
        List<List<Cell>> rows = new ArrayList<>();
        for (Period period : report.periods()) {
            rows.add(rollForward(
                    period.name(),
                    "money.contract-liability",
                    period.contractLiability(),
                    Optional.of(period.recognised())));
            rows.add(rollForward(period.name(), "money.refund-liability", period.refundLiability(), Optional.empty()));
            rows.add(rollForward(period.name(), "money.customers-cash", period.cash(), Optional.empty()));
        }
        MoneySheet plain = sheet("roll_forward", "money.roll.title", heads, Set.of(), rows);
        return new MoneySheet(
                plain.name(),
                plain.title(),
                heads,
                plain.words(),
                Set.of(),
                Optional.of(new Across(2, 3 + Cause.values().length)),
                rows);
    }

    private List<Cell> rollForward(
            String name, String title, RollForward roll, Optional<RollForward.Recognised> recognised) {
        List<Cell> row =
                new ArrayList<>(List.of(new Text(name), new Text(speech.say(title)), amount(roll.openingMinor())));
        for (Cause cause : Cause.values()) {
            row.add(amount(roll.byCause().stream()
                    .filter(movement -> movement.cause() == cause)
                    .mapToLong(RollForward.Movement::amountMinor)
                    .sum()));
        }
        row.add(amount(roll.closingMinor()));
        row.add(recognised.<Cell>map(split -> amount(split.fromOpeningMinor())).orElseGet(Empty::new));
        row.add(recognised.<Cell>map(split -> amount(split.fromReceiptsMinor())).orElseGet(Empty::new));
        return row;
    }

    private MoneySheet obligations() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Quarter quarter : report.obligations().quarters()) {
            rows.add(List.of(new Text(quarter.name()), new Whole(quarter.contracts()), amount(quarter.priceMinor())));
        }
        return sheet(
                "obligations", "money.obligations.title", List.of("quarter", "contracts", "price"), Set.of(1, 2), rows);
    }

    private MoneySheet exposures() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Exposure.OfModel model : report.exposure().byModel()) {
            Exposure.Sums sums = model.sums();
            rows.add(List.of(
                    new Text(model.model()),
                    new Whole(sums.orders()),
                    amount(sums.depositsMinor()),
                    amount(sums.prepaidMinor()),
                    amount(sums.claimMinor()),
                    amount(sums.coolingOffMinor()),
                    amount(sums.slipMinor()),
                    amount(sums.forfeitMinor()),
                    amount(sums.ifDefaultMinor())));
        }
        List<String> heads = List.of(
                "model",
                "orders",
                "deposits_held",
                "prepayments_held",
                "claimable",
                "claimable_cooling_off",
                "claimable_slip",
                "forfeited_if_all_left",
                "claimable_if_default");
        return sheet("exposures", "money.exposure.title", heads, Set.of(1, 2, 3, 4, 5, 6, 7, 8), rows);
    }

    private MoneySheet cash() {
        List<String> heads = new ArrayList<>(List.of("week", "monday"));
        for (Flow flow : Flow.values()) {
            heads.add(flow.name().toLowerCase(Locale.ROOT));
        }
        heads.addAll(List.of("interest", "borrowed", "closing", "own_p10", "own_p50", "own_p90"));
        List<List<Cell>> rows = new ArrayList<>();
        for (CashPlan.Row week : report.plan().rows()) {
            List<Cell> row = new ArrayList<>();
            var name = report.scenario().horizon().week(week.bucket());
            row.add(new Text(name.toString()));
            row.add(new Day(name.monday()));
            week.flowMinor().forEach(minor -> row.add(amount(minor)));
            row.add(amount(week.interestMinor()));
            row.add(amount(week.borrowedMinor()));
            row.add(amount(week.closingMinor()));
            for (double share : new double[] {0.1, 0.5, 0.9}) {
                row.add(amount(report.spread().own(week.bucket(), share)));
            }
            rows.add(row);
        }
        return sheet("cash", "money.cash.title", heads, Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10), rows);
    }

    private MoneySheet levers() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Pulled pulled : report.levers()) {
            rows.add(List.of(
                    new Text(pulled.lever().name().toLowerCase(Locale.ROOT)),
                    amount(pulled.heldMinor()),
                    amount(pulled.claimMinor()),
                    new Whole(Math.round(pulled.leavers())),
                    amount(pulled.refundsMinor()),
                    amount(pulled.yearMinor()),
                    amount(pulled.compensationMinor())));
        }
        List<String> heads = List.of(
                "terms", "held", "claimable", "leavers", "refunds_p50", "own_cash_52_weeks_p50", "compensation");
        return sheet("levers", "money.levers.title", heads, Set.of(), rows);
    }

    private MoneySheet journal() {
        return JournalTable.of(report.journal(), report.scenario().currency(), speech);
    }

    private MoneySheet sheet(
            String name, String title, List<String> heads, Set<Integer> summed, List<List<Cell>> rows) {
        return MoneySheet.of(name, title, heads, speech, summed, rows);
    }

    private Cell name(Account account) {
        return new Text(speech.say("account." + account.name()));
    }

    private static String key(Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    private Amount amount(long minor) {
        return Amount.of(minor, minorUnits);
    }
}
