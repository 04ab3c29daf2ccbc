package io.rampline.promise.reassign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReassignmentTest {

    private static Reassignment expect(String capacity, String table) {
        Books.Worked worked = Books.worked(capacity, table);
        Reassignment answer = Reassignment.solve(worked.problem());
        PlainCheck.accept(table, worked.problem(), answer);
        assertThat(Arrays.stream(answer.bucket()).boxed()).as(table).containsExactlyElementsOf(worked.expected());
        return answer;
    }

    @Test
    void everyPromiseThatStillFitsIsKept() {
        Reassignment answer = expect("1 1 1", """
                0 2 1 -> 2
                0 1 9 -> 1
                0 0 1 -> 0
                """);
        assertThat(answer.changes()).isZero();
        assertThat(answer.weightedLateness()).isZero();
    }

    @Test
    void theLighterOrderGivesWayWhenASlotIsLost() {
        Reassignment answer = expect("1 1", """
                0 0 1 -> 1
                0 0 3 -> 0
                """);
        assertThat(answer.weightedLateness()).isEqualTo(1);
    }

    @Test
    void amongEqualOrdersTheOneFurtherBackGivesWay() {
        expect("1 1", """
                0 0 2 -> 0
                0 0 2 -> 1
                """);
    }

    @Test
    void anOrderComesForwardToSaveAnotherFromBeingLate() {
        // The second order may be built in week 0 already, where a slot is free: then nobody is late, at the price of
        // one change.
        Reassignment answer = expect("1 1 2", """
                1 1 5 -> 1
                0 1 1 -> 0
                """);
        assertThat(answer.weightedLateness()).isZero();
        assertThat(answer.changes()).isEqualTo(1);
        assertThat(answer.drift()).isEqualTo(1);
    }

    @Test
    void aChainOfMovesIsFoundWhenNoSingleMoveHelps() {
        // Week 3 lost its slot; its order cannot come forward, so it takes week 2, whose order goes to 1, whose order
        // goes to 0.
        expect("1 1 1 0", """
                0 1 1 -> 0
                1 2 1 -> 1
                2 3 1 -> 2
                """);
    }

    @Test
    void latenessWeighsMoreThanAnyNumberOfChanges() {
        // Week 4 has a slot for the order of week 3, one change and one week late; three changes avoid the lateness.
        Reassignment answer = expect("1 1 1 0 2", """
                0 1 1 -> 0
                1 2 1 -> 1
                2 3 1 -> 2
                4 4 1 -> 4
                """);
        assertThat(answer.weightedLateness()).isZero();
        assertThat(answer.changes()).isEqualTo(3);
    }

    @Test
    void withEqualLatenessFewerOrdersAreMoved() {
        // One long move and two short ones cost two weeks of lateness each; the one long move changes one promise less.
        Reassignment answer = expect("1 1 1", """
                0 0 1 -> 0
                0 0 1 -> 2
                0 1 1 -> 1
                """);
        assertThat(answer.weightedLateness()).isEqualTo(2);
        assertThat(answer.changes()).isEqualTo(1);
    }

    @Test
    void lateOrdersOfEqualWeightAreServedInLine() {
        // Both must leave their weeks; who is late where does not matter to the first three aims, so the line decides.
        expect("0 0 1 1", """
                0 1 2 -> 2
                0 0 2 -> 3
                """);
    }

    @Test
    void theLightestOrderIsLeftOutWhenThereIsNoRoom() {
        Reassignment answer = expect("1 1", """
                0 0 2 -> 1
                0 0 1 -> -
                0 0 3 -> 0
                """);
        assertThat(answer.unassigned()).isEqualTo(1);
        assertThat(answer.unassignedWeight()).isEqualTo(1);
    }

    @Test
    void amongEqualOrdersTheOneFurtherBackIsLeftOutWhateverItsPromise() {
        expect("0 1", """
                0 0 1 -> 1
                0 0 1 -> -
                """);
    }

    @Test
    void anOrderReleasedAfterTheHorizonIsLeftOutAndTakesNoSlot() {
        expect("1 1", """
                7 1 9 -> -
                0 1 1 -> 1
                """);
    }

    @Test
    void anOrderWithoutPromiseIsLateFromItsReleaseButNeverChanged() {
        Reassignment answer = expect("0 1 1", """
                0 - 3 -> 1
                0 - 1 -> 2
                """);
        assertThat(answer.weightedLateness()).isEqualTo(5);
        assertThat(answer.changes()).isZero();
        assertThat(answer.drift()).isZero();
    }

    @Test
    void aPromiseBeforeTheReleaseIsMovedToTheRelease() {
        Reassignment answer = expect("1 1 1", "2 0 4 -> 2");
        assertThat(answer.weightedLateness()).isEqualTo(8);
        assertThat(answer.drift()).isEqualTo(2);
    }

    @Test
    void anEmptyBookAnEmptyHorizonAndNoCapacityAreAnswered() {
        expect("3 3", "");
        assertThat(Reassignment.solve(new ReassignmentProblem(new int[0], new int[0], new int[0], new int[0]))
                        .bucket())
                .isEmpty();
        assertThat(Reassignment.solve(
                                new ReassignmentProblem(new int[2], new int[] {-1, -1}, new int[] {1, 2}, new int[0]))
                        .bucket())
                .containsExactly(-1, -1);
        expect("0 0 0", """
                0 1 1 -> -
                1 - 5 -> -
                """);
    }

    @Test
    void theGreatestWeightsAreComparedExactly() {
        // The difference of one part in two thousand million decides, over the whole horizon.
        int[] capacity = new int[ReassignmentProblem.BUCKETS_MAX];
        capacity[0] = 1;
        capacity[capacity.length - 1] = 1;
        Reassignment answer = Reassignment.solve(new ReassignmentProblem(
                new int[2], new int[2], new int[] {Integer.MAX_VALUE - 1, Integer.MAX_VALUE}, capacity));
        assertThat(answer.bucket()).containsExactly(1023, 0);
        assertThat(answer.weightedLateness()).isEqualTo(1023L * (Integer.MAX_VALUE - 1));
    }

    @Test
    void aCutBookHasTheKnownOptimum() {
        // Found by HungarianTwin.
        assertKnown(Books.afterCut(1, 120, 24, 3), 138, 16, 136);
        assertKnown(Books.afterCut(2, 200, 31, 3), 266, 24, 264);
        assertKnown(Books.afterCut(3, 200, 31, 40), 868, 31, 289);
    }

    private static void assertKnown(ReassignmentProblem problem, long late, int changes, long drift) {
        Reassignment answer = Reassignment.solve(problem);
        assertThat(new long[] {answer.unassigned(), answer.weightedLateness(), answer.changes(), answer.drift()})
                .containsExactly(0, late, changes, drift);
    }

    @Test
    void thousandsOfTinyBooksAgreeWithLookingAtEveryAssignment() {
        for (int seed = 0; seed < 20_000; seed++) {
            ReassignmentProblem problem = Books.anything(new Random(seed), 5, 4);
            String name = "seed " + seed + ": " + Books.describe(problem);
            Reassignment answer = Reassignment.solve(problem);
            PlainCheck.accept(name, problem, answer);
            EveryAssignment every = new EveryAssignment(problem);
            assertThat(answer.bucket()).as(name).isEqualTo(every.best());
            assertThat(every.allBestLoadEqually()).as(name).isTrue();
        }
    }

    @Test
    void thousandsOfSmallBooksAgreeWithTheHungarianMethod() {
        for (int seed = 0; seed < 10_000; seed++) {
            ReassignmentProblem problem = Books.anything(new Random(seed), 14, 8);
            String name = "seed " + seed + ": " + Books.describe(problem);
            Reassignment answer = Reassignment.solve(problem);
            PlainCheck.accept(name, problem, answer);
            assertThat(answer.bucket()).as(name).isEqualTo(new HungarianTwin(problem).best());
        }
    }

    @Test
    void booksAfterACutAgreeWithTheHungarianMethod() {
        for (int seed = 0; seed < 40; seed++) {
            ReassignmentProblem problem = Books.afterCut(seed, 20 + 4 * seed, 6 + seed / 2, 1 + seed % 4);
            String name = "seed " + seed + ": " + Books.describe(problem);
            Reassignment answer = Reassignment.solve(problem);
            PlainCheck.accept(name, problem, answer);
            assertThat(answer.bucket()).as(name).isEqualTo(new HungarianTwin(problem).best());
        }
    }

    @Test
    void largeBooksAreProvedBestByThePricesOfTheirSlots() {
        assertProved("after a cut", Books.afterCut(11, 5_000, 104, 3));
        assertProved("many weights", Books.afterCut(12, 2_000, 104, 1_000_000));
        assertProved("one kind of weight, ten years", Books.afterCut(13, 4_000, 520, 1));
        for (int seed = 0; seed < 300; seed++) {
            assertProved("seed " + seed, Books.anything(new Random(seed), 400, 30));
        }
    }

    private static void assertProved(String name, ReassignmentProblem problem) {
        Kinds kinds = new Kinds(problem);
        OverloadRelief relief = new OverloadRelief(problem, kinds);
        relief.run();
        Reassignment answer = Reassignment.solve(problem);
        PlainCheck.accept(name, problem, answer);
        PriceCertificate.prove(name, problem, answer.bucket(), relief.prices());
    }

    @Test
    void theLineDoesNotTouchTheAimsBeforeIt() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            ReassignmentProblem problem = Books.anything(random, 60, 12);
            Reassignment answer = Reassignment.solve(problem);
            Reassignment other = Reassignment.solve(withOtherLine(problem, random));
            assertThat(new long[] {other.unassignedWeight(), other.weightedLateness(), other.changes(), other.drift()})
                    .as("seed %d", seed)
                    .containsExactly(
                            answer.unassignedWeight(), answer.weightedLateness(), answer.changes(), answer.drift());
        }
    }

    private static ReassignmentProblem withOtherLine(ReassignmentProblem problem, Random random) {
        int[] line = random.ints(0, Integer.MAX_VALUE)
                .distinct()
                .limit(problem.orders())
                .toArray();
        int[] sorted = line.clone();
        Arrays.sort(sorted);
        int[] from =
                Arrays.stream(line).map(x -> Arrays.binarySearch(sorted, x)).toArray();
        int[] capacity = new int[problem.buckets()];
        Arrays.setAll(capacity, problem::capacity);
        return new ReassignmentProblem(
                Arrays.stream(from).map(problem::release).toArray(),
                Arrays.stream(from).map(problem::promise).toArray(),
                Arrays.stream(from).map(problem::weight).toArray(),
                capacity);
    }

    @Test
    void noTwoOrdersCouldExchangeBucketsInFavourOfTheOneAhead() {
        for (int seed = 0; seed < 60; seed++) {
            ReassignmentProblem problem = Books.afterCut(seed, 90, 15, 2);
            int[] bucket = Reassignment.solve(problem).bucket();
            long[] aims = firstAims(problem, bucket);
            for (int ahead = 0; ahead < bucket.length; ahead++) {
                for (int behind = ahead + 1; behind < bucket.length; behind++) {
                    if (bucket[behind] < bucket[ahead]
                            && bucket[behind] >= problem.release(ahead)
                            && bucket[ahead] >= problem.release(behind)) {
                        int[] exchanged = bucket.clone();
                        exchanged[ahead] = bucket[behind];
                        exchanged[behind] = bucket[ahead];
                        assertThat(Arrays.compare(firstAims(problem, exchanged), aims))
                                .as("seed %d: orders %d and %d", seed, ahead, behind)
                                .isPositive();
                    }
                }
            }
        }
    }

    private static long[] firstAims(ReassignmentProblem problem, int[] bucket) {
        PlainCheck.Aims aims = PlainCheck.aims(problem, bucket);
        return new long[] {aims.unassignedWeight(), aims.weightedLateness(), aims.changes(), aims.drift()};
    }

    @Test
    void theSameBookGivesTheSameAnswerAndAnswersCompareByValue() {
        Reassignment first = Reassignment.solve(Books.afterCut(5, 300, 20, 3));
        Reassignment second = Reassignment.solve(Books.afterCut(5, 300, 20, 3));
        assertThat(second).isEqualTo(first).hasSameHashCodeAs(first).hasToString(first.toString());
        assertThat(new Reassignment(new int[] {0, 1}, 0, 0, 1, 1, 1, 0))
                .isNotEqualTo(new Reassignment(new int[] {1, 0}, 0, 0, 1, 1, 1, 0));
    }
}
