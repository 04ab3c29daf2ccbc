package io.rampline.treasury.ledger;

/** Someone who keeps the lines of the ledger, one by one. */
public interface Journal {
    /** Keeps none: balances and orders are enough. */
    Journal NONE = (day, position, orderId, cause, debit, credit, amountMinor) -> {};

    /**
     * One line: as much in debit of one account as in credit of another.
     *
     * @param day days since 1970-01-01
     * @param position of the entry of the book from which it follows; what only time brings (a lock, a prepayment due)
     *     has that of the order's last entry
     * @param amountMinor minor units, never 0; negative takes back
     */
    void line(int day, long position, String orderId, Cause cause, Account debit, Account credit, long amountMinor);
}
