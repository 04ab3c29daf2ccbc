package io.rampline.treasury.ledger;

import io.rampline.factory.MoneyTerms;
import io.rampline.factory.Scenario;
import io.rampline.promise.TimeOfBook;

/**
 * What every posting needs of the scenario.
 *
 * @param mondayOfStart first day of the horizon
 * @param weeks of the horizon
 */
record Terms(MoneyTerms money, int coolingOffDays, int mondayOfStart, int weeks) {
    static final int DAYS_PER_WEEK = 7;

    static Terms of(Scenario scenario) {
        return new Terms(
                scenario.deposits().money(),
                scenario.deposits().coolingOffDays(),
                (int) scenario.horizon().start().monday().toEpochDay(),
                scenario.horizon().weeks());
    }

    static int day(long micros) {
        return Math.toIntExact(Math.floorDiv(micros, TimeOfBook.MICROS_PER_DAY));
    }

    /** Bucket of a day; negative before the horizon. */
    int bucket(int day) {
        return Math.floorDiv(day - mondayOfStart, DAYS_PER_WEEK);
    }

    int monday(int bucket) {
        return mondayOfStart + DAYS_PER_WEEK * bucket;
    }

    /** Weeks by which a promise is missed on a day, by the calendar or by what is promised now; 0 without a promise. */
    int slipWeeks(int basis, int promised, int day) {
        if (basis == MoneyColumns.NONE) {
            return 0;
        }
        int foreseen = promised == MoneyColumns.NONE ? weeks : promised;
        return Math.max(0, Math.max(bucket(day), foreseen) - basis);
    }
}
