package io.rampline.desk.briefing.page;

import io.rampline.desk.money.MoneyReport;
import io.rampline.desk.money.MoneyReport.Period;
import io.rampline.desk.money.MoneyReport.Pulled;
import io.rampline.treasury.cash.Flow;
import io.rampline.treasury.ledger.Account;
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

    private final MoneyReport report;
    private final Speech speech;
    private final Html html = new Html();

    private MoneyPage(MoneyReport report, Texts texts) {
        this.report = report;
        this.speech = new Speech(texts);
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
        section("money-balance-section", "money.balance.title", "money.balance.lead", this::balance);
        section("money-roll-section", "money.roll.title", "money.roll.lead", this::rollForward);
        section("money-obligations-section", "money.obligations.title", "money.obligations.lead", this::obligations);
        section("money-exposure-section", "money.exposure.title", "money.exposure.lead", this::exposure);
        section("money-risk-section", "money.risk.title", "money.risk.lead", this::risks);
        section(
                "money-paid-section",
                "money.paid.title",
                "money.paid.lead",
                () -> MoneyPictures.paidIn(report, speech).write(html, speech));
        section("money-cash-section", "money.cash.title", "money.cash.lead", this::cash);
        section("money-levers-section", "money.levers.title", "money.levers.lead", this::levers);
        reading();
        html.close();
        return frame.close(speech.say(
                "money.page.footer", scenario, speech.number(report.spread().futures()), Long.toString(report.seed())));
    }

    private void answers(Exposure.Sums all) {
        Quantiles risk = report.usualRisk();
        html.open("div", "class", "answers");
        answer(
                "money.question.held",
                money(all.heldMinor()),
                speech.say("money.held.sentence", speech.orders(all.orders()), share(all)));
        answer(
                "money.question.claim",
                money(all.claimMinor()),
                speech.say("money.claim.sentence", money(all.coolingOffMinor()), money(all.slipMinor())));
        answer(
                "money.question.risk",
                money(risk.at95Minor()),
                speech.say("money.risk.sentence", speech.weeks((long) risk.weeks()), money(risk.at99Minor())));
        answer(
                "money.question.slip",
                money(report.slips().expectedMinor()),
                speech.say("money.slip.sentence", money(report.slips().knownMinor())));
        html.close();
    }

    /** What is held, as a share of the prices it was paid on. */
    private String share(Exposure.Sums all) {
        long prices = report.obligations().priceMinor();
        return speech.percent(all.heldMinor(), Math.max(prices, 1));
    }

    private void balance() {
        List<List<String>> rows = new ArrayList<>();
        for (Account account : Account.values()) {
            long balance = report.balance().of(account);
            rows.add(List.of(
                    account.number() + " " + speech.say("account." + account.name()),
                    account.isDebit() ? money(balance) : "",
                    account.isDebit() ? "" : money(balance)));
        }
        rows.add(List.of(speech.say("money.difference"), money(report.balance().totalMinor()), ""));
        table(
                "money.balance.title",
                List.of("money.column.account", "money.column.debit", "money.column.credit"),
                rows);
    }

    private void rollForward() {
        List<List<String>> rows = new ArrayList<>();
        for (Period period : report.periods()) {
            rows.add(List.of(
                    period.name(),
                    money(period.contractLiability().openingMinor()),
                    money(period.contractLiability().closingMinor()),
                    money(period.recognised().fromOpeningMinor()),
                    money(period.recognised().fromReceiptsMinor()),
                    money(period.refundLiability().openingMinor()),
                    money(period.refundLiability().closingMinor())));
        }
        table(
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
        List<List<String>> rows = new ArrayList<>();
        for (Quarter quarter : obligations.quarters()) {
            String name = quarter.name().equals(Obligations.UNDATED) ? speech.say("money.undated") : quarter.name();
            rows.add(List.of(name, speech.number(quarter.contracts()), money(quarter.priceMinor())));
        }
        table(
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
        List<List<String>> rows = new ArrayList<>();
        for (Exposure.OfModel model : report.exposure().byModel()) {
            Exposure.Sums sums = model.sums();
            rows.add(List.of(
                    model.model(),
                    speech.number(sums.orders()),
                    money(sums.depositsMinor()),
                    money(sums.prepaidMinor()),
                    money(sums.claimMinor()),
                    money(sums.forfeitMinor()),
                    money(sums.ifDefaultMinor())));
        }
        table(
                "money.exposure.title",
                List.of(
                        "money.column.model",
                        "money.column.orders",
                        "money.column.deposits_held",
                        "money.column.prepayments_held",
                        "money.column.claimable",
                        "money.column.forfeited_if_all_left",
                        "money.column.claimable_if_default"),
                rows);
    }

    private void risks() {
        List<List<String>> rows = new ArrayList<>();
        for (Quantiles risk : report.risks()) {
            rows.add(List.of(
                    speech.weeks((long) risk.weeks()),
                    speech.number(risk.leavers()),
                    money(risk.expectedMinor()),
                    money(risk.at95Minor()),
                    money(risk.at99Minor())));
        }
        table(
                "money.risk.title",
                List.of(
                        "money.head.within",
                        "money.column.leavers",
                        "money.head.expected",
                        "money.head.p95",
                        "money.head.p99"),
                rows);
        List<List<String>> runs = new ArrayList<>();
        for (Run run : report.runs()) {
            runs.add(List.of(
                    speech.percent(run.shareBasisPoints(), WHOLE),
                    speech.number(run.orders()),
                    money(run.paidMinor()),
                    money(run.forfeitMinor())));
        }
        table(
                "money.run.title",
                List.of("money.head.run", "money.column.orders", "money.head.paid", "money.head.lost"),
                runs);
    }

    private void cash() {
        List<List<String>> rows = new ArrayList<>();
        for (Flow flow : Flow.values()) {
            rows.add(List.of(
                    speech.say("flow." + flow.name()), money(report.plan().sum(flow))));
        }
        rows.add(List.of(speech.say("money.least"), money(report.plan().leastOwnMinor())));
        rows.add(List.of(speech.say("money.least.futures"), range(0.1, 0.9)));
        rows.add(List.of(speech.say("money.borrowed"), money(report.plan().mostBorrowedMinor())));
        table("money.cash.title", List.of("money.head.flow", "money.head.sum"), rows);
        if (!report.productionKnown()) {
            html.words("p", "lead", speech.say("money.production.unknown"));
        }
    }

    private String range(double low, double high) {
        return money(report.spread().leastOwn(low)) + " – "
                + money(report.spread().leastOwn(high));
    }

    private void levers() {
        List<List<String>> rows = new ArrayList<>();
        for (Pulled pulled : report.levers()) {
            rows.add(List.of(
                    speech.say("lever." + pulled.lever().name()),
                    money(pulled.heldMinor()),
                    money(pulled.claimMinor()),
                    speech.number(Math.round(pulled.leavers())),
                    money(pulled.refundsMinor()),
                    money(pulled.yearMinor()),
                    money(pulled.compensationMinor())));
        }
        table(
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

    private void answer(String question, String figure, String sentence) {
        html.open("section", "class", "answer").words("h2", "", speech.say(question));
        html.words("p", "figure", figure).words("p", "", sentence).close();
    }

    private void section(String id, String title, String lead, Runnable content) {
        html.open("section", "id", id).words("h2", "", speech.say(title));
        html.words("p", "lead", speech.say(lead));
        content.run();
        html.close();
    }

    private void table(String title, List<String> heads, List<List<String>> rows) {
        WordTable.write(html, speech, title, heads, rows);
    }

    private void reading() {
        html.open("section", "id", "money-reading-section").words("h2", "", speech.say("reading.title"));
        html.open("dl", "class", "terms");
        for (String term :
                List.of("money-refund", "money-contract", "money-earnest", "money-default", "money-factor")) {
            html.open("div").words("dt", "", speech.say("term." + term));
            html.words("dd", "", speech.say("term." + term + ".text")).close();
        }
        html.close().close();
    }

    private String money(long minor) {
        return speech.money(minor, report.scenario().currency());
    }
}
