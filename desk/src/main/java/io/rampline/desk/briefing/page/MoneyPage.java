package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.page.WordTable.Amount;
import io.rampline.desk.briefing.page.WordTable.Cell;
import io.rampline.desk.briefing.page.WordTable.Row;
import io.rampline.desk.briefing.page.WordTable.Words;
import io.rampline.desk.money.MoneyReport;
import io.rampline.desk.money.MoneyReport.Period;
import io.rampline.desk.money.MoneyReport.Pulled;
import io.rampline.treasury.cash.Flow;
import io.rampline.treasury.ledger.Account;
import io.rampline.treasury.statement.DepositWeight;
import io.rampline.treasury.statement.Exposure;
import io.rampline.treasury.statement.Obligations;
import io.rampline.treasury.statement.Obligations.Quarter;
import io.rampline.treasury.statement.RefundRisk.Quantiles;
import io.rampline.treasury.statement.RefundRisk.Run;
import java.util.ArrayList;
import java.util.List;

/** The money as one page, for finance and for auditors. It loads nothing, and is well-formed as XML. */
public final class MoneyPage {
    private static final int WHOLE = 10_000;
    private static final Cell NOTHING = new Words("");

    private final MoneyReport report;
    private final Speech speech;
    private final Html html = new Html();
    private final PageParts parts;
    private final WordTable table;

    private MoneyPage(MoneyReport report, Texts texts) {
        this.report = report;
        this.speech = new Speech(texts);
        this.parts = new PageParts(html, speech);
        this.table = new WordTable(html, speech, report.scenario().currency());
    }

    /** The page as HTML text. */
    public static String of(MoneyReport report, Texts texts) {
        return new MoneyPage(report, texts).write();
    }

    private String write() {
        String scenario = report.scenario().name();
        PageFrame frame = new PageFrame(html, speech);
        frame.open(
                speech.say("money.page.title", scenario),
                speech.say("money.page.kind"),
                scenario,
                report.asOf(),
                "money-balance-section");
        Exposure.Sums all = report.exposure().all();
        html.open("main");
        html.words("h1", "", speech.say("money.headline", money(all.heldMinor()), money(all.claimMinor())));
        answers(all);
        parts.section("money-balance-section", "money.balance.title", "money.balance.lead", this::balance);
        parts.section("money-roll-section", "money.roll.title", "money.roll.lead", this::rollForward);
        parts.section(
                "money-obligations-section", "money.obligations.title", "money.obligations.lead", this::obligations);
        parts.section("money-exposure-section", "money.exposure.title", "money.exposure.lead", this::exposure);
        parts.section("money-weight-section", "money.weight.title", "money.weight.lead", this::weight);
        parts.section("money-risk-section", "money.risk.title", "money.risk.lead", this::risks);
        parts.section(
                "money-paid-section",
                "money.paid.title",
                "money.paid.lead",
                () -> MoneyPictures.paidIn(report.scenario(), report.plan(), report.spread(), speech)
                        .write(html, speech));
        parts.section("money-cash-section", "money.cash.title", "money.cash.lead", this::cash);
        parts.section("money-levers-section", "money.levers.title", "money.levers.lead", this::levers);
        parts.reading(
                "money-reading-section",
                List.of("money-refund", "money-contract", "money-earnest", "money-default", "money-factor"));
        html.close();
        return frame.close(speech.say(
                "money.page.footer", scenario, speech.number(report.spread().futures()), Long.toString(report.seed())));
    }

    private void answers(Exposure.Sums all) {
        Quantiles risk = report.usualRisk();
        html.open("div", "class", "answers");
        parts.answer(
                "money.question.held",
                money(all.heldMinor()),
                speech.say(
                        "money.held.sentence",
                        speech.orders(all.orders()),
                        speech.percent(
                                all.heldMinor(), Math.max(1, report.weight().pricesMinor()))));
        parts.answer(
                "money.question.claim",
                money(all.claimMinor()),
                speech.say(
                        "money.claim.sentence",
                        money(all.coolingOffMinor()),
                        money(all.slipMinor()),
                        money(report.tomorrow().claimMinor())));
        parts.answer(
                "money.question.risk",
                money(risk.at95Minor()),
                speech.say("money.risk.sentence", speech.weeks((long) risk.weeks()), money(risk.at99Minor())));
        parts.answer(
                "money.question.slip",
                money(report.slips().expectedMinor()),
                speech.say("money.slip.sentence", money(report.slips().knownMinor())));
        html.close();
    }

    private void balance() {
        List<Row> rows = new ArrayList<>();
        for (Account account : Account.values()) {
            Amount balance = new Amount(report.balance().of(account));
            rows.add(row(
                    account.number() + " " + speech.say("account." + account.name()),
                    account.isDebit() ? balance : NOTHING,
                    account.isDebit() ? NOTHING : balance));
        }
        rows.add(row(speech.say("money.difference"), new Amount(report.balance().totalMinor()), NOTHING));
        table.write(
                "money.balance.title",
                List.of("money.column.account", "money.column.debit", "money.column.credit"),
                rows);
    }

    private void rollForward() {
        List<Row> rows = new ArrayList<>();
        for (Period period : report.periods()) {
            rows.add(row(
                    period.name(),
                    new Amount(period.contractLiability().openingMinor()),
                    new Amount(period.contractLiability().closingMinor()),
                    new Amount(period.recognised().fromOpeningMinor()),
                    new Amount(period.recognised().fromReceiptsMinor()),
                    new Amount(period.refundLiability().openingMinor()),
                    new Amount(period.refundLiability().closingMinor())));
        }
        table.write(
                "money.roll.title",
                List.of(
                        "money.column.period",
                        "money.head.contract-opening",
                        "money.head.contract-closing",
                        "money.column.revenue_from_opening",
                        "money.column.revenue_from_receipts",
                        "money.head.refund-opening",
                        "money.head.refund-closing"),
                rows);
    }

    private void obligations() {
        Obligations obligations = report.obligations();
        List<Row> rows = new ArrayList<>();
        for (Quarter quarter : obligations.quarters()) {
            String name = quarter.name().equals(Obligations.UNDATED) ? speech.say("money.undated") : quarter.name();
            rows.add(row(name, count(quarter.contracts()), new Amount(quarter.priceMinor())));
        }
        table.write(
                "money.obligations.title",
                List.of("money.column.quarter", "money.column.contracts", "money.column.price"),
                rows);
        html.words(
                "p",
                "lead",
                speech.say(
                        "money.expedient",
                        speech.number(obligations.beyondExpedient()),
                        speech.number(obligations.contracts()),
                        money(obligations.paidBeyondMinor())));
    }

    private void exposure() {
        List<Row> rows = new ArrayList<>();
        report.exposure().byModel().forEach(model -> rows.add(exposed(model.model(), model.sums())));
        rows.add(exposed(speech.say("money.total"), report.exposure().all()));
        table.write(
                "money.exposure.title",
                List.of(
                        "money.column.model",
                        "money.column.orders",
                        "money.column.deposits_held",
                        "money.column.prepayments_held",
                        "money.column.claimable",
                        "money.column.claimable_cooling_off",
                        "money.column.claimable_slip",
                        "money.column.forfeited_if_all_left",
                        "money.column.claimable_if_default"),
                rows);
    }

    private Row exposed(String name, Exposure.Sums sums) {
        return row(
                name,
                count(sums.orders()),
                new Amount(sums.depositsMinor()),
                new Amount(sums.prepaidMinor()),
                new Amount(sums.claimMinor()),
                new Amount(sums.coolingOffMinor()),
                new Amount(sums.slipMinor()),
                new Amount(sums.forfeitMinor()),
                new Amount(sums.ifDefaultMinor()));
    }

    private void weight() {
        DepositWeight weight = report.weight();
        if (weight.receiptsMinor() > 0) {
            String days = speech.count("days", weight.days());
            html.words("p", "", speech.say("money.weight.maker", money(weight.heldMinor()), days, speech.weeks((long)
                    weight.weeks())));
        }
        if (weight.pricesMinor() > 0) {
            String paid = speech.percent(weight.depositsMinor(), weight.pricesMinor());
            String lost = speech.percent(weight.lostMinor(), weight.pricesMinor());
            html.words("p", "", speech.say("money.weight.buyer", paid, lost));
        }
    }

    private void risks() {
        List<Row> rows = new ArrayList<>();
        for (Quantiles risk : report.risks()) {
            rows.add(row(
                    speech.weeks((long) risk.weeks()),
                    count(risk.leavers()),
                    new Amount(risk.expectedMinor()),
                    new Amount(risk.at95Minor()),
                    new Amount(risk.at99Minor())));
        }
        table.write(
                "money.risk.title",
                List.of(
                        "money.head.within",
                        "money.column.leavers",
                        "money.head.expected",
                        "money.head.p95",
                        "money.head.p99"),
                rows);
        List<Row> runs = new ArrayList<>();
        for (Run run : report.runs()) {
            runs.add(row(
                    speech.percent(run.shareBasisPoints(), WHOLE),
                    count(run.orders()),
                    new Amount(run.paidMinor()),
                    new Amount(run.forfeitMinor())));
        }
        html.words("h3", "", speech.say("money.run.title"));
        table.write(
                "money.run.title",
                List.of("money.head.run", "money.column.orders", "money.head.paid", "money.head.lost"),
                runs);
    }

    private void cash() {
        MoneyPictures.own(report.scenario(), report.plan(), report.spread(), speech)
                .write(html, speech);
        List<Row> rows = new ArrayList<>();
        for (Flow flow : Flow.values()) {
            rows.add(row(
                    speech.say("flow." + flow.name()), new Amount(report.plan().sum(flow))));
        }
        rows.add(row(speech.say("money.least"), new Amount(report.plan().leastOwnMinor())));
        rows.add(row(speech.say("money.least.p10"), new Amount(report.spread().leastOwn(0.1))));
        rows.add(row(speech.say("money.least.p90"), new Amount(report.spread().leastOwn(0.9))));
        rows.add(row(speech.say("money.borrowed"), new Amount(report.plan().mostBorrowedMinor())));
        table.write("money.cash.title", List.of("money.head.flow", "money.head.sum"), rows);
        if (!report.productionKnown()) {
            html.words("p", "lead", speech.say("money.production.unknown"));
        }
    }

    private void levers() {
        List<Row> rows = new ArrayList<>();
        for (Pulled pulled : report.levers()) {
            rows.add(row(
                    speech.say("lever." + pulled.lever().name()),
                    new Amount(pulled.heldMinor()),
                    new Amount(pulled.claimMinor()),
                    count(Math.round(pulled.leavers())),
                    new Amount(pulled.refundsMinor()),
                    new Amount(pulled.yearMinor()),
                    new Amount(pulled.compensationMinor())));
        }
        table.write(
                "money.levers.title",
                List.of(
                        "money.column.terms",
                        "money.column.held",
                        "money.column.claimable",
                        "money.column.leavers",
                        "money.column.refunds_p50",
                        "money.column.own_cash_52_weeks_p50",
                        "money.column.compensation"),
                rows);
    }

    private static Row row(String name, Cell... cells) {
        return new Row(name, List.of(cells));
    }

    private Cell count(long number) {
        return new Words(speech.number(number));
    }

    private String money(long minor) {
        return speech.money(minor, report.scenario().currency());
    }
}
