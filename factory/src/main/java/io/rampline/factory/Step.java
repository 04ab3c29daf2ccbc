package io.rampline.factory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that can be decided to build more: a shift, a faster line, a plant, a contract for parts. Each step starts
 * once or never.
 *
 * @param name unique
 * @param leadWeeks weeks from the start of the work to the first effect, 0 to {@value #LEAD_WEEKS_MAX}
 * @param earliestBucket first bucket in which the work may start, 0 or more
 * @param latestBucket last bucket in which it may start, not before the earliest
 * @param costMinor one-off cost in minor units, 0 or more
 * @param payments when the cost falls due, ascending; the shares make up the whole
 * @param runningCostMinorPerWeek minor units in each week from the effect on, 0 or more
 * @param crew people it takes from the effect on, 0 to {@value #CREW_MAX}
 * @param gains what it adds, possibly to several resources
 * @param after steps that must have started before, each so many weeks
 * @param exclusive name of a group of which one step at most may start
 * @param decidedBucket the bucket in which the work starts or started, when that is decided and may not be changed;
 *     negative for work that began before the horizon
 */
public record Step(
        String name,
        int leadWeeks,
        int earliestBucket,
        int latestBucket,
        long costMinor,
        List<Payment> payments,
        long runningCostMinorPerWeek,
        int crew,
        List<StepGain> gains,
        List<After> after,
        Optional<String> exclusive,
        OptionalInt decidedBucket) {
    public static final int LEAD_WEEKS_MAX = 520;
    public static final int CREW_MAX = 1_000_000;

    /** The whole cost in the week the work starts. */
    public static final List<Payment> AT_START = List.of(new Payment(0, Payment.WHOLE));

    /**
     * This step may start no earlier than so many weeks after the start of another, and not without it.
     *
     * @param gapWeeks from start to start, 0 to {@value Step#LEAD_WEEKS_MAX}
     */
    public record After(String step, int gapWeeks) {
        public After {
            inRange("gap after " + step, gapWeeks, LEAD_WEEKS_MAX);
        }
    }

    public Step {
        payments = List.copyOf(payments);
        gains = List.copyOf(gains);
        after = List.copyOf(after);
        inRange("lead_weeks of step " + name, leadWeeks, LEAD_WEEKS_MAX);
        inRange("crew of step " + name, crew, CREW_MAX);
        inRange("cost of step " + name, costMinor, Long.MAX_VALUE);
        inRange("running cost of step " + name, runningCostMinorPerWeek, Long.MAX_VALUE);
        inRange("earliest bucket of step " + name, earliestBucket, latestBucket);
        int permille = 0;
        int last = -1;
        for (Payment payment : payments) {
            inOrder(name, last, payment.afterWeeks());
            last = payment.afterWeeks();
            permille += payment.permille();
        }
        if (permille != Payment.WHOLE) {
            throw new IllegalArgumentException(
                    "found payments of " + permille + " thousandths for step " + name + ", expected " + Payment.WHOLE);
        }
    }

    /** The bucket of the first effect when the work starts in {@code startBucket}. */
    public int effectiveBucket(int startBucket) {
        return startBucket + leadWeeks;
    }

    /**
     * Minor units that fall due so many weeks after the start of the work. Over all weeks they are the whole cost
     * exactly: the sum up to any week is the exact sum rounded down.
     */
    public long paymentMinor(int weeksAfterStart) {
        return paidMinor(weeksAfterStart) - paidMinor(weeksAfterStart - 1);
    }

    private long paidMinor(int weeksAfterStart) {
        long permille = payments.stream()
                .filter(payment -> payment.afterWeeks() <= weeksAfterStart)
                .mapToLong(Payment::permille)
                .sum();
        // Split, since cost x 1000 may not fit a long.
        return costMinor / Payment.WHOLE * permille + costMinor % Payment.WHOLE * permille / Payment.WHOLE;
    }

    private static void inOrder(String name, int last, int next) {
        if (next <= last) {
            throw new IllegalArgumentException("found a payment of step " + name + " after " + next
                    + " weeks behind one after " + last + ", expected ascending weeks, each once");
        }
    }

    private static void inRange(String what, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException("found " + what + " = " + value + ", expected 0 to " + max);
        }
    }
}
