package io.rampline.treasury.cash;

import io.rampline.factory.Cash;
import io.rampline.factory.MoneyTerms.Treasury;
import java.util.ArrayList;
import java.util.List;

/**
 * Cash week by week: every flow, interest, what must be borrowed to keep the floor, and what is left. In minor units.
 *
 * @param rows from the first week of the plan to the last of the horizon
 */
public record CashPlan(List<Row> rows) {
    private static final long BASIS_POINTS_AND_WEEKS = 10_000L * 52;

    /**
     * A week.
     *
     * @param bucket week of the horizon
     * @param flowMinor one amount for each {@link Flow}, in its order
     * @param interestMinor on cash, less on what is borrowed
     * @param borrowedMinor what is owed to the bank at the end of the week
     * @param closingMinor cash at the end of the week, what is borrowed included
     * @param belowFloor whether even the limit of the credit does not keep the floor
     */
    public record Row(
            int bucket,
            List<Long> flowMinor,
            long interestMinor,
            long borrowedMinor,
            long closingMinor,
            boolean belowFloor) {
        public Row {
            flowMinor = List.copyOf(flowMinor);
        }

        public long flow(Flow flow) {
            return flowMinor.get(flow.place);
        }

        /** What customers pay. */
        public long paidInMinor() {
            return flow(Flow.DEPOSITS) + flow(Flow.PREPAYMENTS) + flow(Flow.BALANCES);
        }

        /** Cash without what is borrowed. */
        public long ownMinor() {
            return closingMinor - borrowedMinor;
        }
    }

    public CashPlan {
        rows = List.copyOf(rows);
    }

    /** Runs through the weeks of a path. */
    public static CashPlan of(CashPath path, Cash cash, Treasury terms) {
        List<Row> rows = new ArrayList<>();
        long own = cash.openingMinor();
        long borrowed = 0;
        for (int bucket = path.firstBucket(); bucket < path.weeks(); bucket++) {
            List<Long> flows = new ArrayList<>();
            long interest = weekly(Math.max(0, own + borrowed), terms.interestBasisPoints())
                    - weekly(borrowed, terms.revolverBasisPoints());
            own += interest;
            for (Flow flow : Flow.values()) {
                flows.add(path.minor(flow, bucket));
                own += path.minor(flow, bucket);
            }
            borrowed = Math.clamp(cash.floorMinor() - own, 0, terms.revolverLimitMinor());
            long closing = own + borrowed;
            rows.add(new Row(bucket, flows, interest, borrowed, closing, closing < cash.floorMinor()));
        }
        return new CashPlan(rows);
    }

    private static long weekly(long minor, int basisPoints) {
        return Math.multiplyExact(minor / 100, basisPoints) * 100 / BASIS_POINTS_AND_WEEKS;
    }

    public long sum(Flow flow) {
        return rows.stream().mapToLong(row -> row.flow(flow)).sum();
    }

    /** The least that is at hand without borrowing at the end of any week; 0 without a week. */
    public long leastOwnMinor() {
        return rows.stream().mapToLong(Row::ownMinor).min().orElse(0);
    }

    /** The most that is borrowed. */
    public long mostBorrowedMinor() {
        return rows.stream().mapToLong(Row::borrowedMinor).max().orElse(0);
    }

    /** Weeks that end below the floor. */
    public long weeksBelowFloor() {
        return rows.stream().filter(Row::belowFloor).count();
    }
}
