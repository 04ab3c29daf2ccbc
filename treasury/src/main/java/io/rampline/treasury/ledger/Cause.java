package io.rampline.treasury.ledger;

/** Why something is booked: every line has one. */
public enum Cause {
    /** A customer paid the deposit. */
    DEPOSIT_PAID(0),
    /** The cooling-off days are over: the deposit is earnest money now. */
    LOCKED(1),
    /** A customer paid what is due before the handover. */
    PREPAID(2),
    /** A customer wants another car, with another deposit. */
    CHANGED(3),
    /** The car was handed over and the balance paid. */
    HANDED_OVER(4),
    /** The car came later than promised. */
    COMPENSATED(5),
    /** The maker bears a tax that has risen since the lock. */
    TAX_BORNE(6),
    /** Interest contained in an early payment. */
    FINANCED(7),
    /** The customer left in the cooling-off days. */
    COOLED_OFF(8),
    /** The customer left after the lock. */
    LEFT(9),
    /** The customer left because the car is so late. */
    LEFT_AFTER_SLIP(10),
    /** The car is so late that the maker is in default. */
    MAKER_DEFAULT(11),
    /** A refund was paid. */
    REFUND_PAID(12);

    static final int COUNT = values().length;

    /** Its place in tables of numbers. */
    final int place;

    Cause(int place) {
        this.place = place;
    }
}
