package io.rampline.treasury.cash;

/** What moves cash, receipts first. Amounts are positive when cash comes in. */
public enum Flow {
    /** Deposits of new orders. */
    DEPOSITS(0),
    /** Prepayments that fall due. */
    PREPAYMENTS(1),
    /** The rest of the price at the handover. */
    BALANCES(2),
    /** Value-added tax of cars handed over, passed on. */
    TAX(3),
    /** Refunds to those who leave, penalties included. */
    REFUNDS(4),
    /** Compensation for late cars, and taxes borne for customers. */
    COMPENSATION(5),
    /** Cost of the cars that are built. */
    PRODUCTION(6),
    /** One-off and running costs of the steps of a plan. */
    STEPS(7);

    static final int COUNT = values().length;

    final int place;

    Flow(int place) {
        this.place = place;
    }
}
