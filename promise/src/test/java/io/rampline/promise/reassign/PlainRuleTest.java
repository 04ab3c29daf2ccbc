package io.rampline.promise.reassign;

import static io.rampline.promise.reassign.PlainRule.KEEP_PROMISES_THEN_EARLIEST;
import static io.rampline.promise.reassign.PlainRule.REBOOK_FIRST_IN_FIRST_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainRuleTest {

    private static void expect(PlainRule rule, String capacity, String table) {
        Books.Worked worked = Books.worked(capacity, table);
        Reassignment answer = rule.apply(worked.problem());
        PlainCheck.accept(table, worked.problem(), answer);
        assertThat(Arrays.stream(answer.bucket()).boxed()).as(table).containsExactlyElementsOf(worked.expected());
    }

    @Test
    void keepingServesThePromisesFirstAndTheOthersInLine() {
        expect(KEEP_PROMISES_THEN_EARLIEST, "1 1 1 1", """
                0 1 1 -> 1
                0 1 9 -> 0
                0 - 1 -> 2
                0 3 1 -> 3
                """);
    }

    @Test
    void rebookingServesEveryoneInLine() {
        expect(REBOOK_FIRST_IN_FIRST_OUT, "1 0 1 1", """
                0 2 1 -> 0
                0 0 9 -> 2
                3 3 1 -> 3
                0 1 1 -> -
                9 - 1 -> -
                """);
    }

    @Test
    void aPromiseBeforeTheReleaseIsNotKept() {
        expect(KEEP_PROMISES_THEN_EARLIEST, "1 1 1", "2 0 1 -> 2");
    }

    @Test
    void noPlainRuleBeatsTheExactAnswer() {
        for (int seed = 0; seed < 2_000; seed++) {
            ReassignmentProblem problem = Books.anything(new Random(seed), 60, 12);
            long[] best = aims(Reassignment.solve(problem));
            for (PlainRule rule : PlainRule.values()) {
                Reassignment answer = rule.apply(problem);
                PlainCheck.accept(rule + ", seed " + seed, problem, answer);
                assertThat(Arrays.compare(best, aims(answer)))
                        .as("%s, seed %d", rule, seed)
                        .isNotPositive();
            }
        }
    }

    private static long[] aims(Reassignment answer) {
        return new long[] {answer.unassignedWeight(), answer.weightedLateness(), answer.changes(), answer.drift()};
    }
}
