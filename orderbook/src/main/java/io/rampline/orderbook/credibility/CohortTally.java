package io.rampline.orderbook.credibility;

import io.rampline.orderbook.credibility.CohortRecord.Moves;
import io.rampline.orderbook.credibility.CohortRecord.Ranges;
import io.rampline.orderbook.credibility.CohortRecord.Slips;
import io.rampline.orderbook.credibility.CohortRecord.Verdicts;
import io.rampline.orderbook.credibility.CohortRecord.Warnings;
import io.rampline.orderbook.credibility.PromiseRecord.Bar;
import io.rampline.promise.TimeOfBook;
import java.util.EnumMap;

/** Judges orders and sums them up. */
final class CohortTally {
    private static final int NONE = PromiseColumns.NONE;

    private final PromiseColumns orders;
    private final int asOfWeek;
    private final long asOfMicros;
    private final int grace;

    private final EnumMap<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private long delivered;
    private long slipWeeks;
    private long absoluteSlipWeeks;
    private long dated;
    private long driftWeeks;
    private long nervous;
    private long revisions;
    private long orderDays;
    private long warned;
    private long warningDays;
    private long rangesDecided;
    private long rangesHeld;
    private long rangesGiven;
    private long rangeWeeks;

    CohortTally(PromiseColumns orders, Bar bar) {
        this.orders = orders;
        this.asOfMicros = bar.asOfMicros();
        this.asOfWeek = TimeOfBook.week(bar.asOfMicros()).number();
        this.grace = bar.graceWeeks();
    }

    void add(int row) {
        verdicts.merge(verdict(row), 1L, Long::sum);
        revisions += orders.revisions[row];
        long end = orders.state[row] == PromiseColumns.OPEN ? asOfMicros : orders.closedAtMicros[row];
        orderDays += Math.max(0, (end - orders.bookedAtMicros[row]) / TimeOfBook.MICROS_PER_DAY);
        if (orders.basis[row] == NONE) {
            return;
        }
        if (orders.now[row] != NONE) {
            int drift = orders.now[row] - orders.basis[row];
            dated++;
            driftWeeks += drift;
            nervous += Math.abs(drift) > 1 ? 1 : 0;
        }
        rangesGiven++;
        rangeWeeks += orders.late[row] - orders.early[row] + 1L;
        boolean open = orders.state[row] == PromiseColumns.OPEN;
        if (orders.state[row] == PromiseColumns.DELIVERED) {
            addDelivered(row);
        } else if (open && asOfWeek > orders.late[row]) {
            rangesDecided++;
        }
    }

    private void addDelivered(int row) {
        int week = closedWeek(row);
        int slip = week - orders.basis[row];
        delivered++;
        slipWeeks += slip;
        absoluteSlipWeeks += Math.abs(slip);
        rangesDecided++;
        rangesHeld += week >= orders.early[row] && week <= orders.late[row] ? 1 : 0;
        if (orders.revisedAtMicros[row] != PromiseColumns.NEVER) {
            warned++;
            warningDays += warningDays(row);
        }
    }

    int closedWeek(int row) {
        return TimeOfBook.week(orders.closedAtMicros[row]).number();
    }

    /** Whole days from the day of the last revision to the day of delivery. */
    long warningDays(int row) {
        return TimeOfBook.day(orders.closedAtMicros[row]).toEpochDay()
                - TimeOfBook.day(orders.revisedAtMicros[row]).toEpochDay();
    }

    Verdict verdict(int row) {
        int basis = orders.basis[row];
        byte state = orders.state[row];
        if (state == PromiseColumns.CANCELLED) {
            return basis != NONE && impossible(row, closedWeek(row)) ? Verdict.CANCELLED_LATE : Verdict.CANCELLED;
        }
        if (basis == NONE) {
            return Verdict.UNDATED;
        }
        if (state == PromiseColumns.DELIVERED) {
            return closedWeek(row) - basis <= grace ? Verdict.KEPT : Verdict.BROKEN;
        }
        return impossible(row, asOfWeek) ? Verdict.IMPOSSIBLE : Verdict.OPEN;
    }

    private boolean impossible(int row, int week) {
        int last = orders.basis[row] + grace;
        return week > last || orders.now[row] == NONE || orders.now[row] > last;
    }

    CohortRecord of(Cohort cohort) {
        return new CohortRecord(
                cohort,
                new Verdicts(
                        count(Verdict.KEPT),
                        count(Verdict.BROKEN),
                        count(Verdict.OPEN),
                        count(Verdict.IMPOSSIBLE),
                        count(Verdict.UNDATED),
                        count(Verdict.CANCELLED),
                        count(Verdict.CANCELLED_LATE)),
                new Slips(delivered, slipWeeks, absoluteSlipWeeks),
                new Moves(dated, driftWeeks, nervous, revisions, orderDays),
                new Warnings(warned, warningDays),
                new Ranges(rangesDecided, rangesHeld, rangesGiven, rangeWeeks));
    }

    private long count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }
}
