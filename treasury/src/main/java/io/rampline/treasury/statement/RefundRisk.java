package io.rampline.treasury.statement;

import io.rampline.factory.Cancellations;
import io.rampline.factory.Uncertainty;
import io.rampline.treasury.ledger.Cause;
import io.rampline.treasury.ledger.Contract;
import io.rampline.treasury.ledger.OrderMoney;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much may be taken back in the weeks to come.
 *
 * <p><b>One factor for all.</b> How many leave is one mood for all customers, a factor F that multiplies every hazard;
 * its logarithm is normal with the scenario's spread and its mean is 1. Given F an order leaves within h weeks with
 * probability 1 - exp(-F x hazard x h), by itself, so that refunds given F are close to normal; their distribution is
 * the mixture over F. An order whose promised week is past has the hazard times the slip factor. Customers in the
 * cooling-off days leave with the share the terms state, spread over those days, with the same F.
 *
 * <p>What is taken back is what the terms give today; what a customer would be paid after further weeks of slip is not
 * foreseen. Amounts in minor units; estimates, never booked.
 */
public final class RefundRisk {
    /** The factor is looked at in the middle of so many equally likely slices. */
    private static final int SLICES = 199;

    private static final int HALVINGS = 60;
    private static final double DAYS_PER_WEEK = 7;

    private final SortedMap<Group, long[]> groups = new TreeMap<>();
    private final double sigma;

    /**
     * Orders that leave alike and get the same.
     *
     * @param weeksMost how long they may; who does not leave in the cooling-off days is locked
     */
    private record Group(double hazard, double weeksMost, long refundMinor) implements Comparable<Group> {
        private static final Comparator<Group> ORDER = Comparator.comparingDouble(Group::hazard)
                .thenComparingDouble(Group::weeksMost)
                .thenComparingLong(Group::refundMinor);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What may be taken back within some weeks.
     *
     * @param expectedMinor mean
     * @param leavers expected number of customers who leave
     */
    public record Quantiles(int weeks, long expectedMinor, long at95Minor, long at99Minor, long leavers) {}

    /**
     * A run: a share of all leave within a week.
     *
     * @param shareBasisPoints of the open orders, each alike
     * @param paidMinor refunds and penalties
     * @param forfeitMinor what those who leave lose
     */
    public record Run(int shareBasisPoints, long orders, long paidMinor, long forfeitMinor) {}

    /**
     * Looks at the open orders as they stand on a day. O(orders).
     *
     * @param early those who may leave freely
     */
    public RefundRisk(OrderMoney orders, int day, Cancellations leaving, Uncertainty.Leaving uncertain, Early early) {
        this.sigma = uncertain.spreadPercent() / 100;
        for (int row = 0; row < orders.size(); row++) {
            if (orders.state(row).isOpen()) {
                boolean slipped = orders.slipWeeks(row, day) > 0;
                var end = orders.ifItEnded(row, day);
                double weekly =
                        leaving.weeklyShare(orders.contract(row).configuration().model());
                double hazard = -StrictMath.log1p(-weekly) * (slipped ? uncertain.afterSlipFactor() : 1);
                boolean free = end.cause() == Cause.COOLED_OFF;
                Group group = free
                        ? new Group(early.weeklyHazard(), early.days() / DAYS_PER_WEEK, end.refundMinor())
                        : new Group(hazard, Double.MAX_VALUE, end.refundMinor());
                groups.computeIfAbsent(group, _ -> new long[1])[0]++;
            }
        }
    }

    /**
     * Those who may still leave freely.
     *
     * @param leaveBasisPoints share of them who do
     * @param days in which they decide
     */
    public record Early(int leaveBasisPoints, int days) {
        double weeklyHazard() {
            double stays = 1 - Math.min(9_999, leaveBasisPoints) / 10_000.0;
            return days == 0 ? 0 : -StrictMath.log(stays) * DAYS_PER_WEEK / days;
        }
    }

    /** Mean and quantiles over some weeks from now on. */
    public Quantiles within(int weeks) {
        double[][] slices = new double[SLICES][];
        double mean = 0;
        double leavers = 0;
        for (int i = 0; i < SLICES; i++) {
            slices[i] = given(weeks, factor(normalQuantile((i + 0.5) / SLICES)));
            mean += slices[i][0] / SLICES;
            leavers += slices[i][2] / SLICES;
        }
        return new Quantiles(
                weeks,
                Math.round(mean),
                Math.min(most(), Math.round(quantile(slices, 0.95))),
                Math.min(most(), Math.round(quantile(slices, 0.99))),
                Math.round(leavers));
    }

    /** What all together could take back: where few could leave the normal distribution reaches beyond it. */
    private long most() {
        return groups.entrySet().stream()
                .mapToLong(group -> group.getValue()[0] * group.getKey().refundMinor())
                .sum();
    }

    /** The amount that a share of the mixture of normal distributions, one for each slice, does not exceed. */
    private static double quantile(double[][] slices, double share) {
        double low = 0;
        double high = 0;
        for (double[] slice : slices) {
            high = Math.max(high, slice[0] + 9 * StrictMath.sqrt(slice[1]));
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double below = 0;
            for (double[] slice : slices) {
                double deviation = StrictMath.sqrt(slice[1]);
                below += deviation == 0
                        ? (slice[0] <= middle ? 1 : 0)
                        : normalShare(Math.clamp((middle - slice[0]) / deviation, -9, 9));
            }
            if (below < share * slices.length) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double factor(double z) {
        return StrictMath.exp(sigma * z - sigma * sigma / 2);
    }

    /** Mean and variance of what is paid, and how many leave, when the factor is known. */
    private double[] given(int weeks, double factor) {
        double[] sums = new double[3];
        groups.forEach((group, count) -> {
            double leaves = -StrictMath.expm1(-factor * group.hazard() * Math.min(weeks, group.weeksMost()));
            double refund = group.refundMinor();
            sums[0] += count[0] * leaves * refund;
            sums[1] += count[0] * leaves * (1 - leaves) * refund * refund;
            sums[2] += count[0] * leaves;
        });
        return sums;
    }

    /** By bisection of the error integral, exact to 1e-9. */
    private static double normalQuantile(double share) {
        double low = -9;
        double high = 9;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (normalShare(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Integral of the normal density by Simpson's rule: smooth, so a thousand steps are exact to twelve digits. */
    private static double normalShare(double z) {
        int steps = 400;
        double from = 0;
        double h = (z - from) / steps;
        double sum = density(from) + density(z);
        for (int i = 1; i < steps; i++) {
            sum += density(from + i * h) * (i % 2 == 0 ? 2 : 4);
        }
        return 0.5 + sum * h / 3;
    }

    private static double density(double x) {
        return StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI);
    }

    /** What a run costs in which a share of all open orders leaves on a day, each as the terms say. O(orders). */
    public static List<Run> runs(OrderMoney orders, int day, List<Integer> sharesBasisPoints) {
        long open = 0;
        long paid = 0;
        long lost = 0;
        for (int row = 0; row < orders.size(); row++) {
            if (orders.state(row).isOpen()) {
                var end = orders.ifItEnded(row, day);
                open++;
                paid += end.refundMinor();
                lost += end.forfeitedMinor() + end.forfeitedPrepaymentMinor();
            }
        }
        List<Run> runs = new ArrayList<>();
        for (int share : sharesBasisPoints) {
            runs.add(new Run(share, part(open, share), part(paid, share), part(lost, share)));
        }
        return runs;
    }

    private static long part(long amount, int basisPoints) {
        return Contract.share(amount, basisPoints);
    }
}
