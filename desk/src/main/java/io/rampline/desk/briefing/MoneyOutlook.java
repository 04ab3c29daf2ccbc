package io.rampline.desk.briefing;

import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.cash.Spread;
import io.rampline.treasury.statement.Exposure;
import io.rampline.treasury.statement.RefundRisk.Quantiles;

/**
 * The money of a book as far as a briefing tells it; amounts in minor units of the scenario's currency.
 *
 * @param exposure what is held on the day of the scenario, and what could be claimed
 * @param tomorrow the same orders a day later, when the cooling-off days of some are over
 * @param contractLiabilityMinor paid for cars that are owed
 * @param refundLiabilityMinor what customers may take back, and refunds not yet paid
 * @param risk refunds at risk within a quarter
 * @param plan cash as planned
 * @param spread cash in futures
 */
public record MoneyOutlook(
        Exposure exposure,
        Exposure.Sums tomorrow,
        long contractLiabilityMinor,
        long refundLiabilityMinor,
        Quantiles risk,
        CashPlan plan,
        Spread spread) {}
