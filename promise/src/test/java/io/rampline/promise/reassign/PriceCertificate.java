package io.rampline.promise.reassign;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves an answer of any size best in aims 0 to 3 without solving anything: prices at which no order would rather
 * stand elsewhere, and which are zero wherever there is room, leave no better assignment (complementary slackness).
 */
final class PriceCertificate {

    private PriceCertificate() {}

    static void prove(String name, ReassignmentProblem problem, int[] bucket, LexicographicCosts price) {
        int horizon = problem.buckets();
        long[] free = new long[horizon];
        for (int b = 0; b < horizon; b++) {
            free[b] = problem.capacity(b);
            assertThat(price.compare(b, 0, 0, 0)).as("%s: price of %d", name, b).isGreaterThanOrEqualTo(0);
        }
        for (int o = 0; o < bucket.length; o++) {
            int place = bucket[o] == -1 ? horizon : bucket[o];
            if (place < horizon) {
                free[place]--;
            }
            for (int other = problem.release(o); other <= horizon; other++) {
                if (costAndPrice(problem, o, other, price).isBelow(costAndPrice(problem, o, place, price))) {
                    throw new AssertionError(
                            name + ": order " + o + " would rather stand in " + other + " than in " + place);
                }
            }
        }
        assertThat(price.compare(horizon, 0, 0, 0)).as(name).isZero();
        for (int b = 0; b < horizon; b++) {
            assertThat(free[b] == 0 || (free[b] > 0 && price.compare(b, 0, 0, 0) == 0))
                    .as("%s: bucket %d has %d slots free", name, b, free[b])
                    .isTrue();
        }
    }

    private record Sum(long left, long late, long churn) {
        boolean isBelow(Sum other) {
            if (left != other.left) {
                return left < other.left;
            }
            return late != other.late ? late < other.late : churn < other.churn;
        }
    }

    private static Sum costAndPrice(ReassignmentProblem problem, int order, int bucket, LexicographicCosts price) {
        boolean promised = problem.promise(order) != -1;
        int due = promised ? problem.promise(order) : Math.min(problem.release(order), problem.buckets());
        long left = bucket == problem.buckets() ? problem.weight(order) : 0;
        long late = bucket > due ? (long) problem.weight(order) * (bucket - due) : 0;
        long churn = promised && bucket != due ? (1L << 32) + Math.abs(bucket - due) : 0;
        return new Sum(left + price.left[bucket], late + price.late[bucket], churn + price.churn[bucket]);
    }
}
