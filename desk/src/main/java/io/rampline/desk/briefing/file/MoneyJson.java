package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.money.MoneyReport;
import io.rampline.desk.money.MoneyReport.Pulled;
import io.rampline.treasury.cash.Flow;
import io.rampline.treasury.statement.DepositWeight;
import io.rampline.treasury.statement.Exposure;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * {@code money.json}: the money of a book for programs, in major units of the scenario's currency. Described in
 * {@code docs/operating/money.md}.
 */
public final class MoneyJson {
    private static final int VERSION = 1;

    private final MoneyReport report;
    private final JsonGenerator json;
    private final StatementsJson statements;

    private MoneyJson(MoneyReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
        this.statements = new StatementsJson(json, report.scenario().currency());
    }

    /** The report as text, ending in a line break. */
    public static String of(MoneyReport report) {
        return JsonText.of(json -> new MoneyJson(report, json).write());
    }

    private void write() throws IOException {
        Exposure.Sums all = report.exposure().all();
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("scenario", report.scenario().name());
        json.writeStringField("as_of", report.asOf().toString());
        json.writeStringField("currency", report.scenario().currency().code());
        json.writeNumberField("orders", report.orders());
        json.writeNumberField("open_orders", all.orders());
        money("trial_balance_total", report.balance().totalMinor());
        money("contract_liability", report.contractLiabilityMinor());
        money("refund_liability", report.refundLiabilityMinor());
        money("deposits_held", all.depositsMinor());
        money("prepayments_held", all.prepaidMinor());
        money("claimable_today", all.claimMinor());
        money("claimable_tomorrow", report.tomorrow().claimMinor());
        money("claimable_cooling_off", all.coolingOffMinor());
        money("claimable_after_slip", all.slipMinor());
        money("claimable_if_default", all.ifDefaultMinor());
        money("refund_at_risk_95", report.usualRisk().at95Minor());
        money("refund_at_risk_99", report.usualRisk().at99Minor());
        money("slip_provision", report.slips().expectedMinor());
        money("slip_known", report.slips().knownMinor());
        weight();
        json.writeBooleanField("production_cost_known", report.productionKnown());
        statements.trialBalance(report.balance());
        statements.rollForward(report.periods());
        statements.obligations(report.obligations());
        statements.risks(report.risks(), report.runs());
        statements.exposures(report.exposure().byModel());
        abroad();
        cash();
        levers();
        json.writeEndObject();
    }

    private void weight() throws IOException {
        DepositWeight weight = report.weight();
        json.writeObjectFieldStart("deposit_weight");
        json.writeNumberField("days_of_receipts", weight.days());
        money("receipts", weight.receiptsMinor());
        json.writeNumberField("receipt_weeks", weight.weeks());
        money("deposits", weight.depositsMinor());
        money("lost_once_locked", weight.lostMinor());
        money("prices", weight.pricesMinor());
        json.writeEndObject();
    }

    private void abroad() throws IOException {
        json.writeArrayFieldStart("foreign_currency");
        for (MoneyReport.Abroad market : report.markets()) {
            json.writeStartObject();
            json.writeStringField("market", market.market());
            json.writeStringField("currency", market.currency());
            money("held", market.homeMinor());
            json.writeNumberField("held_in_currency", BigDecimal.valueOf(market.foreignMinor(), market.minorUnits()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void cash() throws IOException {
        json.writeObjectFieldStart("cash");
        json.writeNumberField("futures", report.spread().futures());
        json.writeNumberField("seed", report.seed());
        for (Flow flow : Flow.values()) {
            money(StatementsJson.name(flow), report.plan().sum(flow));
        }
        money("least_own", report.plan().leastOwnMinor());
        money("least_own_p10", report.spread().leastOwn(0.1));
        money("least_own_p50", report.spread().leastOwn(0.5));
        money("least_own_p90", report.spread().leastOwn(0.9));
        money("most_borrowed", report.plan().mostBorrowedMinor());
        json.writeNumberField("weeks_below_floor", report.plan().weeksBelowFloor());
        statements.cashByWeek(report.scenario().horizon(), report.plan(), report.spread());
        json.writeEndObject();
    }

    private void levers() throws IOException {
        json.writeArrayFieldStart("levers");
        for (Pulled pulled : report.levers()) {
            json.writeStartObject();
            json.writeStringField("terms", StatementsJson.name(pulled.lever()));
            money("held", pulled.heldMinor());
            money("claimable_today", pulled.claimMinor());
            json.writeNumberField("expected_leavers", Math.round(pulled.leavers()));
            money("refunds_p50", pulled.refundsMinor());
            money("own_cash_52_weeks_p50", pulled.yearMinor());
            money("compensation", pulled.compensationMinor());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void money(String name, long minor) throws IOException {
        statements.amount(name, minor);
    }
}
