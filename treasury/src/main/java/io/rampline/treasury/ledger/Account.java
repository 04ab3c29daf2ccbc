package io.rampline.treasury.ledger;

/**
 * The chart of accounts. Numbers follow the usual classes: 1 assets, 2 liabilities, 4 income, 6 expense.
 *
 * <p>Money that a customer may take back is a refund liability (IFRS 15.55, B20-B27); money kept for a car that is owed
 * is a contract liability (15.105-106).
 */
public enum Account {
    /** Money in the bank. */
    CASH(0, "1010", Kind.ASSET),
    /** Deposits and parts of them that the customer may take back. */
    REFUND_LIABILITY(1, "2110", Kind.LIABILITY),
    /** Earnest money of locked orders. */
    CONTRACT_DEPOSITS(2, "2120", Kind.LIABILITY),
    /** Prepayments on cars not handed over. */
    CONTRACT_PREPAYMENTS(3, "2130", Kind.LIABILITY),
    /** Refunds granted and not yet paid. */
    REFUNDS_PAYABLE(4, "2140", Kind.LIABILITY),
    /** Value-added tax of cars handed over. */
    VAT_PAYABLE(5, "2210", Kind.LIABILITY),
    /** Price of cars handed over, without tax. */
    VEHICLE_REVENUE(6, "4010", Kind.INCOME),
    /** Paid to customers for late cars: less revenue (IFRS 15.70). */
    SLIP_COMPENSATION(7, "4090", Kind.INCOME),
    /** Taxes borne for customers: less revenue (IFRS 15.70). */
    TAX_BORNE(8, "4095", Kind.INCOME),
    /** Earnest money of customers who left after the lock. */
    FORFEITED_DEPOSITS(9, "4410", Kind.INCOME),
    /** What a maker in default gives back beyond what was paid. */
    DEFAULT_PENALTIES(10, "6510", Kind.EXPENSE),
    /** Interest contained in money paid long before the car (IFRS 15.60-65). */
    FINANCING_EXPENSE(11, "6610", Kind.EXPENSE);

    /** Class of an account. */
    public enum Kind {
        ASSET,
        LIABILITY,
        INCOME,
        EXPENSE
    }

    static final int COUNT = values().length;

    /** Its place in tables of numbers. */
    final int place;

    private final String number;
    private final Kind kind;

    Account(int place, String number, Kind kind) {
        this.place = place;
        this.number = number;
        this.kind = kind;
    }

    /** Four digits. */
    public String number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether a balance in its favour is on the debit side. */
    public boolean isDebit() {
        return kind == Kind.ASSET || kind == Kind.EXPENSE;
    }
}
