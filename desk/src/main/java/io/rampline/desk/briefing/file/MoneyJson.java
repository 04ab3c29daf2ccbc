package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.money.MoneyReport;
import io.rampline.desk.money.MoneyReport.Period;
import io.rampline.desk.money.MoneyReport.Pulled;
import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.cash.Flow;
import io.rampline.treasury.ledger.Account;
import io.rampline.treasury.statement.Exposure;
import io.rampline.treasury.statement.Obligations.Quarter;
import io.rampline.treasury.statement.RefundRisk.Quantiles;
import io.rampline.treasury.statement.RefundRisk.Run;
import io.rampline.treasury.statement.RollForward;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * {@code money.json}: the money of a book for programs, in major units of the scenario's currency. Described in
 * {@code docs/operating/money.md}.
 */
public final class MoneyJson {
    private static final int VERSION = 1;

    private final MoneyReport report;
    private final JsonGenerator json;

    private MoneyJson(MoneyReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
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
        json.writeBooleanField("production_cost_known", report.productionKnown());
        trialBalance();
        periods();
        obligations();
        risks();
        abroad();
        cash();
        levers();
        json.writeEndObject();
    }

    private void trialBalance() throws IOException {
        json.writeArrayFieldStart("trial_balance");
        for (Account account : Account.values()) {
            json.writeStartObject();
            json.writeStringField("account", account.number());
            json.writeStringField("name", name(account));
            money("balance", report.balance().of(account));
            json.writeStringField("side", account.isDebit() ? "debit" : "credit");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void periods() throws IOException {
        json.writeArrayFieldStart("roll_forward");
        for (Period period : report.periods()) {
            json.writeStartObject();
            json.writeStringField("period", period.name());
            rollForward("contract_liability", period.contractLiability());
            rollForward("refund_liability", period.refundLiability());
            money("revenue_from_opening_contract_liability", period.recognised().fromOpeningMinor());
            money("revenue_from_receipts_of_the_period", period.recognised().fromReceiptsMinor());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void rollForward(String name, RollForward roll) throws IOException {
        json.writeObjectFieldStart(name);
        money("opening", roll.openingMinor());
        for (RollForward.Movement movement : roll.byCause()) {
            money(name(movement.cause()), movement.amountMinor());
        }
        money("closing", roll.closingMinor());
        money("difference", roll.differenceMinor());
        json.writeEndObject();
    }

    private void obligations() throws IOException {
        json.writeObjectFieldStart("remaining_performance_obligations");
        money("price", report.obligations().priceMinor());
        json.writeNumberField("contracts", report.obligations().contracts());
        json.writeNumberField("contracts_beyond_expedient", report.obligations().beyondExpedient());
        money("paid_for_contracts_beyond_expedient", report.obligations().paidBeyondMinor());
        json.writeNumberField("contracts_above_one_year", report.obligations().withoutExpedient());
        json.writeArrayFieldStart("quarters");
        for (Quarter quarter : report.obligations().quarters()) {
            json.writeStartObject();
            json.writeStringField("quarter", quarter.name());
            json.writeNumberField("contracts", quarter.contracts());
            money("price", quarter.priceMinor());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void risks() throws IOException {
        json.writeArrayFieldStart("refunds_at_risk");
        for (Quantiles risk : report.risks()) {
            json.writeStartObject();
            json.writeNumberField("weeks", risk.weeks());
            money("expected", risk.expectedMinor());
            money("p95", risk.at95Minor());
            money("p99", risk.at99Minor());
            json.writeNumberField("expected_leavers", risk.leavers());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("runs");
        for (Run run : report.runs()) {
            json.writeStartObject();
            json.writeNumberField(
                    "share", BigDecimal.valueOf(run.shareBasisPoints(), 4).stripTrailingZeros());
            json.writeNumberField("orders", run.orders());
            money("paid", run.paidMinor());
            money("forfeited", run.forfeitMinor());
            json.writeEndObject();
        }
        json.writeEndArray();
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
            money(name(flow), report.plan().sum(flow));
        }
        money("least_own", report.plan().leastOwnMinor());
        money("least_own_p10", report.spread().leastOwn(0.1));
        money("least_own_p50", report.spread().leastOwn(0.5));
        money("least_own_p90", report.spread().leastOwn(0.9));
        money("most_borrowed", report.plan().mostBorrowedMinor());
        json.writeNumberField("weeks_below_floor", report.plan().weeksBelowFloor());
        cashByWeek();
        json.writeEndObject();
    }

    private void cashByWeek() throws IOException {
        json.writeArrayFieldStart("weeks");
        for (CashPlan.Row row : report.plan().rows()) {
            json.writeStartObject();
            json.writeStringField(
                    "week", report.scenario().horizon().week(row.bucket()).toString());
            money("paid_in", row.paidInMinor());
            money("paid_in_p10", report.spread().paidIn(row.bucket(), 0.1));
            money("paid_in_p50", report.spread().paidIn(row.bucket(), 0.5));
            money("paid_in_p90", report.spread().paidIn(row.bucket(), 0.9));
            money("own", row.ownMinor());
            money("own_p10", report.spread().own(row.bucket(), 0.1));
            money("own_p50", report.spread().own(row.bucket(), 0.5));
            money("own_p90", report.spread().own(row.bucket(), 0.9));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void levers() throws IOException {
        json.writeArrayFieldStart("levers");
        for (Pulled pulled : report.levers()) {
            json.writeStartObject();
            json.writeStringField("terms", name(pulled.lever()));
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

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void money(String name, long minor) throws IOException {
        json.writeNumberField(
                name, BigDecimal.valueOf(minor, report.scenario().currency().minorUnits()));
    }
}
