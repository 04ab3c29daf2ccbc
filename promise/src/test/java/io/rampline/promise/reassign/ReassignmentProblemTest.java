package io.rampline.promise.reassign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReassignmentProblemTest {

    private static void refuse(int[] release, int[] promise, int[] weight, int[] capacity, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReassignmentProblem(release, promise, weight, capacity))
                .withMessageContaining(message);
    }

    private static int[] of(int... values) {
        return values;
    }

    @Test
    void valuesOutOfRangeAreRefusedByName() {
        refuse(of(0, -1), of(0, 0), of(1, 1), of(1), "release[1]: found -1, expected 0 to 2147483647");
        refuse(of(0), of(1), of(1), of(1), "promise[0]: found 1, expected -1 to 0");
        refuse(of(0), of(-2), of(1), of(1), "promise[0]: found -2, expected -1 to 0");
        refuse(of(0), of(0), of(0), of(1), "weight[0]: found 0, expected 1 to 2147483647");
        refuse(of(0), of(0), of(1), of(2, -3), "capacity[1]: found -3, expected 0 to 2147483647");
    }

    @Test
    void listsOfDifferentLengthAreRefused() {
        refuse(of(0), of(0, 0), of(1), of(1), "found 1 releases, 2 promises and 1 weights");
        refuse(of(0), of(0), of(), of(1), "found 1 releases, 1 promises and 0 weights");
    }

    @Test
    void theLimitsAreRefusedWithAdvice() {
        int[] many = new int[ReassignmentProblem.ORDERS_MAX + 1];
        refuse(many, many, many, of(1), "found 4000001 orders, expected at most 4000000; maybe split");
        refuse(of(), of(), of(), new int[1025], "found 1025 buckets, expected at most 1024; maybe split");
    }

    @Test
    void theProblemKeepsItsOwnCopy() {
        int[] values = of(0);
        ReassignmentProblem problem = new ReassignmentProblem(values, of(0), of(1), values.clone());
        values[0] = 9;
        assertThat(problem.release(0)).isZero();
    }

    @Test
    void theGreatestSumFitsALong() {
        assertThat(Math.multiplyExact(
                        Math.multiplyExact((long) ReassignmentProblem.ORDERS_MAX, ReassignmentProblem.BUCKETS_MAX),
                        (long) Integer.MAX_VALUE))
                .isPositive();
    }
}
