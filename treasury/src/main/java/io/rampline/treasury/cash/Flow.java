package io.rampline.treasury.cash;

/** What moves cash, receipts first. Amounts are positive when cash comes in. */
public enum Flow {
    /** Deposits of new orders. */
    DEPOSITS(0),
    /** Prepayments that fall due. */
    PREPAYMENTS(1),
    /** The rest of the price at the handover, without tax, which is passed on. */
    BALANCES(2),
    /** Refunds to those who leave, penalties included. */
    REFUNDS(3),
    /** Compensation for late cars, and taxes borne for customers. */
    COMPENSATION(4),
    /** Cost of the cars that are built. */
    PRODUCTION(5),
    /** One-off and running costs of the steps of a plan. */
    STEPS(6);

    static final int COUNT = values().length;

    final int place;

    Flow(int place) {
        this.place = place;
    }
}
