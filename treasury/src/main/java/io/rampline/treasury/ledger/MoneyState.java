package io.rampline.treasury.ledger;

/** The life of an order's money. */
public enum MoneyState {
    /** A slot is kept and nothing is paid. */
    HELD(0),
    /** The deposit is paid and may be taken back. */
    RESERVED(1),
    /** The deposit is earnest money. */
    LOCKED(2),
    /** What is due before the handover is paid. */
    PREPAID(3),
    /** The car is handed over and paid. */
    DELIVERED(4),
    /** The customer left. */
    CANCELLED(5),
    /** The contract ended by the maker's default. */
    DEFAULTED(6),
    /** A hold that was not confirmed. */
    EXPIRED(7);

    /** As a column has it. */
    final byte code;

    MoneyState(int code) {
        this.code = (byte) code;
    }

    /** Whether money of the customer is held. */
    public boolean isOpen() {
        return this == RESERVED || this == LOCKED || this == PREPAID;
    }
}
