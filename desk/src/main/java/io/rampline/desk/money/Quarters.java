package io.rampline.desk.money;

import io.rampline.desk.money.MoneyReport.Period;
import io.rampline.treasury.ledger.Ledger;
import io.rampline.treasury.ledger.OrderMoney;
import io.rampline.treasury.statement.RollForward;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The roll-forwards of a ledger, quarter by quarter. */
public final class Quarters {
    private static final int MONTHS = 3;

    private Quarters() {}

    /**
     * From the first day with money on; the last quarter ends on the day.
     *
     * @param most so many quarters, the last ones
     */
    public static List<Period> upTo(Ledger ledger, LocalDate asOf, int most) {
        int day = Math.toIntExact(asOf.toEpochDay());
        LocalDate from = LocalDate.ofEpochDay(Math.min(ledger.firstDay(), day));
        LocalDate earliest = begin(asOf).minusMonths(MONTHS * (most - 1L));
        if (from.isBefore(earliest)) {
            from = earliest;
        }
        OrderMoney orders = ledger.orders();
        List<Period> periods = new ArrayList<>();
        while (!from.isAfter(asOf)) {
            LocalDate end = begin(from).plusMonths(MONTHS).minusDays(1);
            LocalDate to = end.isAfter(asOf) ? asOf : end;
            int fromDay = Math.toIntExact(from.toEpochDay());
            int toDay = Math.toIntExact(to.toEpochDay());
            periods.add(new Period(
                    from.getYear() + "-Q" + quarter(from),
                    RollForward.contractLiability(ledger, fromDay, toDay),
                    RollForward.refundLiability(ledger, fromDay, toDay),
                    RollForward.customersCash(ledger, fromDay, toDay),
                    RollForward.recognised(orders, fromDay, toDay)));
            from = to.plusDays(1);
        }
        return periods;
    }

    private static int quarter(LocalDate day) {
        return (day.getMonthValue() + MONTHS - 1) / MONTHS;
    }

    private static LocalDate begin(LocalDate day) {
        return LocalDate.of(day.getYear(), MONTHS * (quarter(day) - 1) + 1, 1);
    }
}
