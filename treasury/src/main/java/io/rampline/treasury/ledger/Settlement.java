package io.rampline.treasury.ledger;

import io.rampline.factory.MoneyTerms.Refunds;

/**
 * What becomes of the money of a contract that ends without a car on a day. Amounts in minor units.
 *
 * @param refundMinor what the customer gets, penalty included
 * @param forfeitedMinor of the deposit
 * @param forfeitedPrepaymentMinor of the prepayment
 * @param penaltyMinor beyond what was paid
 */
public record Settlement(
        Cause cause, long refundMinor, long forfeitedMinor, long forfeitedPrepaymentMinor, long penaltyMinor) {
    static Settlement of(Terms terms, Contract contract, MoneyColumns orders, int row, int day) {
        int slip = terms.slipWeeks(orders.basis(row), orders.promised(row), day);
        boolean isFree = day < orders.orderedDay(row) + terms.coolingOffDays();
        return of(terms.money().refunds(), contract, orders.deposit(row), orders.prepaid(row), isFree, slip);
    }

    static Settlement of(Refunds refunds, Contract contract, long deposit, long prepaid, boolean isFree, int slip) {
        if (isFree) {
            return new Settlement(Cause.COOLED_OFF, deposit + prepaid, 0, 0, 0);
        }
        if (slip >= refunds.defaultWeeks()) {
            long earnest = contract.earnestMinor(deposit);
            long penalty = Contract.share(earnest, refunds.defaultBasisPoints()) - earnest;
            long given = Math.max(0, penalty);
            return new Settlement(Cause.MAKER_DEFAULT, deposit + prepaid + given, 0, 0, given);
        }
        if (slip >= refunds.slipWeeks()) {
            return new Settlement(Cause.LEFT_AFTER_SLIP, deposit + prepaid, 0, 0, 0);
        }
        long lost = contract.lostMinor(deposit, refunds);
        long lostPrepayment = prepaid - Contract.share(prepaid, refunds.prepaymentBasisPoints());
        return new Settlement(Cause.LEFT, deposit - lost + prepaid - lostPrepayment, lost, lostPrepayment, 0);
    }
}
