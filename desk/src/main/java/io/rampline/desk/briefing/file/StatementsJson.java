package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.money.MoneyReport.Period;
import io.rampline.factory.Currency;
import io.rampline.factory.Horizon;
import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.cash.Spread;
import io.rampline.treasury.ledger.Account;
import io.rampline.treasury.ledger.TrialBalance;
import io.rampline.treasury.statement.Exposure;
import io.rampline.treasury.statement.Obligations;
import io.rampline.treasury.statement.Obligations.Quarter;
import io.rampline.treasury.statement.RefundRisk.Quantiles;
import io.rampline.treasury.statement.RefundRisk.Run;
import io.rampline.treasury.statement.RollForward;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The statements of a ledger as members of a JSON object, in major units of a currency. */
public final class StatementsJson {
    private static final int SHARE_DIGITS = 4;

    private final JsonGenerator json;
    private final Currency currency;

    public StatementsJson(JsonGenerator json, Currency currency) {
        this.json = json;
        this.currency = currency;
    }

    public void amount(String name, long minor) throws IOException {
        json.writeNumberField(name, BigDecimal.valueOf(minor, currency.minorUnits()));
    }

    /** As names stand in files: {@code refund_paid}. */
    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public void trialBalance(TrialBalance balance) throws IOException {
        json.writeArrayFieldStart("trial_balance");
        for (Account account : Account.values()) {
            json.writeStartObject();
            json.writeStringField("account", account.number());
            json.writeStringField("name", name(account));
            json.writeStringField("side", account.isDebit() ? "debit" : "credit");
            amount("balance", balance.of(account));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    public void rollForward(List<Period> periods) throws IOException {
        json.writeArrayFieldStart("roll_forward");
        for (Period period : periods) {
            json.writeStartObject();
            json.writeStringField("period", period.name());
            rollForward("contract_liability", period.contractLiability());
            rollForward("refund_liability", period.refundLiability());
            amount(
                    "revenue_from_opening_contract_liability",
                    period.recognised().fromOpeningMinor());
            amount("revenue_from_receipts_of_the_period", period.recognised().fromReceiptsMinor());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void rollForward(String name, RollForward roll) throws IOException {
        json.writeObjectFieldStart(name);
        amount("opening", roll.openingMinor());
        for (RollForward.Movement movement : roll.byCause()) {
            amount(name(movement.cause()), movement.amountMinor());
        }
        amount("closing", roll.closingMinor());
        amount("difference", roll.differenceMinor());
        json.writeEndObject();
    }

    public void obligations(Obligations obligations) throws IOException {
        json.writeObjectFieldStart("remaining_performance_obligations");
        amount("price", obligations.priceMinor());
        json.writeNumberField("contracts", obligations.contracts());
        json.writeNumberField("contracts_beyond_expedient", obligations.beyondExpedient());
        amount("paid_for_contracts_beyond_expedient", obligations.paidBeyondMinor());
        json.writeNumberField("contracts_above_one_year", obligations.withoutExpedient());
        json.writeArrayFieldStart("quarters");
        for (Quarter quarter : obligations.quarters()) {
            json.writeStartObject();
            json.writeStringField("quarter", quarter.name());
            json.writeNumberField("contracts", quarter.contracts());
            amount("price", quarter.priceMinor());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public void risks(List<Quantiles> risks, List<Run> runs) throws IOException {
        json.writeArrayFieldStart("refunds_at_risk");
        for (Quantiles risk : risks) {
            json.writeStartObject();
            json.writeNumberField("weeks", risk.weeks());
            amount("expected", risk.expectedMinor());
            amount("p95", risk.at95Minor());
            amount("p99", risk.at99Minor());
            json.writeNumberField("expected_leavers", risk.leavers());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("runs");
        for (Run run : runs) {
            json.writeStartObject();
            json.writeNumberField(
                    "share",
                    BigDecimal.valueOf(run.shareBasisPoints(), SHARE_DIGITS).stripTrailingZeros());
            json.writeNumberField("orders", run.orders());
            amount("paid", run.paidMinor());
            amount("forfeited", run.forfeitMinor());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What is held for orders, and what they could claim. */
    public void exposures(List<Exposure.OfModel> models) throws IOException {
        json.writeArrayFieldStart("exposures");
        for (Exposure.OfModel model : models) {
            json.writeStartObject();
            json.writeStringField("model", model.model());
            exposure(model.sums());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Members of an object that is open. */
    public void exposure(Exposure.Sums sums) throws IOException {
        json.writeNumberField("open_orders", sums.orders());
        amount("deposits_held", sums.depositsMinor());
        amount("prepayments_held", sums.prepaidMinor());
        amount("claimable", sums.claimMinor());
        amount("claimable_cooling_off", sums.coolingOffMinor());
        amount("claimable_after_slip", sums.slipMinor());
        amount("forfeited_if_all_left", sums.forfeitMinor());
        amount("claimable_if_default", sums.ifDefaultMinor());
    }

    /** Cash week by week, as planned and in futures. */
    public void cashByWeek(Horizon horizon, CashPlan plan, Spread spread) throws IOException {
        json.writeArrayFieldStart("weeks");
        for (CashPlan.Row row : plan.rows()) {
            int bucket = row.bucket();
            json.writeStartObject();
            json.writeStringField("week", horizon.week(bucket).toString());
            amount("paid_in", row.paidInMinor());
            amount("paid_in_p10", spread.paidIn(bucket, 0.1));
            amount("paid_in_p50", spread.paidIn(bucket, 0.5));
            amount("paid_in_p90", spread.paidIn(bucket, 0.9));
            amount("own", row.ownMinor());
            amount("own_p10", spread.own(bucket, 0.1));
            amount("own_p50", spread.own(bucket, 0.5));
            amount("own_p90", spread.own(bucket, 0.9));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
