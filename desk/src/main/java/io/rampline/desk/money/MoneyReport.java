package io.rampline.desk.money;

import io.rampline.desk.briefing.MoneyOutlook;
import io.rampline.desk.money.DailyJournal.Voucher;
import io.rampline.factory.Scenario;
import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.cash.Spread;
import io.rampline.treasury.ledger.OrderMoney;
import io.rampline.treasury.ledger.TrialBalance;
import io.rampline.treasury.statement.DepositWeight;
import io.rampline.treasury.statement.Exposure;
import io.rampline.treasury.statement.Obligations;
import io.rampline.treasury.statement.RefundRisk.Quantiles;
import io.rampline.treasury.statement.RefundRisk.Run;
import io.rampline.treasury.statement.RollForward;
import io.rampline.treasury.statement.SlipProvision;
import java.time.LocalDate;
import java.util.List;

/**
 * The money of a scenario on a day.
 *
 * @param orders in the ledger, closed ones included
 * @param periods roll-forwards by quarter, the last one up to the day
 * @param tomorrow exposure to the same orders a day later
 * @param weight of the deposits for the maker and for the buyer
 * @param risks refunds at risk, by number of weeks
 * @param runs a share of all customers leaving at once
 * @param markets deposits held in each market with a currency of its own
 * @param plan cash as planned
 * @param spread cash in futures
 * @param levers other terms, the scenario's own first
 * @param productionKnown whether every product has a cost
 * @param items the money of every order, a view on the ledger
 */
public record MoneyReport(
        Scenario scenario,
        LocalDate asOf,
        long orders,
        TrialBalance balance,
        List<Period> periods,
        Obligations obligations,
        Exposure exposure,
        Exposure.Sums tomorrow,
        DepositWeight weight,
        List<Quantiles> risks,
        List<Run> runs,
        SlipProvision slips,
        List<Abroad> markets,
        CashPlan plan,
        Spread spread,
        long seed,
        List<Pulled> levers,
        boolean productionKnown,
        List<Voucher> journal,
        OrderMoney items) {
    /** A quarter: as far ahead as liquidity is usually planned. */
    static final int USUAL_RISK_WEEKS = 13;

    /**
     * The roll-forwards of a period.
     *
     * @param recognised revenue out of contract liabilities, split by when they arose
     */
    public record Period(
            String name,
            RollForward contractLiability,
            RollForward refundLiability,
            RollForward cash,
            RollForward.Recognised recognised) {}

    /**
     * Deposits held in another currency.
     *
     * @param homeMinor minor units of the scenario's currency at the stated rate
     * @param foreignMinor minor units of the market's currency
     */
    public record Abroad(String market, String currency, int minorUnits, long homeMinor, long foreignMinor) {}

    /**
     * What other terms would come to.
     *
     * @param heldMinor deposits and prepayments held on the day
     * @param claimMinor what open orders could claim back on the day
     * @param leavers expected number of customers who leave within the horizon
     * @param refundsMinor refunds within the horizon, half of the futures are below
     * @param yearMinor own cash after 52 weeks or at the end of the horizon, half of the futures are below
     * @param compensationMinor for late cars within the horizon, mean of the futures
     */
    public record Pulled(
            Lever lever,
            long heldMinor,
            long claimMinor,
            double leavers,
            long refundsMinor,
            long yearMinor,
            long compensationMinor) {}

    public MoneyReport {
        periods = List.copyOf(periods);
        risks = List.copyOf(risks);
        runs = List.copyOf(runs);
        markets = List.copyOf(markets);
        levers = List.copyOf(levers);
        journal = List.copyOf(journal);
    }

    /** The refunds at risk that are told where there is room for one number: those of a quarter. */
    public Quantiles usualRisk() {
        return risks.stream()
                .filter(risk -> risk.weeks() == USUAL_RISK_WEEKS)
                .findFirst()
                .orElseThrow();
    }

    public long contractLiabilityMinor() {
        return balance.contractLiabilityMinor();
    }

    public long refundLiabilityMinor() {
        return balance.refundLiabilityMinor();
    }

    /** The largest week of the plan that is looked at for "after a year". */
    public static int yearBucket(int firstBucket, int weeks) {
        return Math.min(weeks - 1, firstBucket + 51);
    }

    /** What a briefing tells of it. */
    public MoneyOutlook outlook() {
        return new MoneyOutlook(
                exposure, tomorrow, contractLiabilityMinor(), refundLiabilityMinor(), usualRisk(), plan, spread);
    }
}
