package io.rampline.sequence.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.sequence.bound.LowerBounds;
import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import io.rampline.sequence.day.SmallDays;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final long FIRST_SEED = Long.getLong("rampline.seed", 1);
    private static final int DAYS = 60;
    private static final int CARS = 7;
    private static final long MOVES = 40_000;

    private static Found found(LineDay day, long seed, long moves) throws NoSequence {
        return Search.run(day, seed, Budget.ofMoves(moves), (counts, tried) -> {});
    }

    @Test
    void aSmallDayComesOutAsGoodAsTheBestOfAllOrders() throws NoSequence {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS; seed++) {
            LineDay day = SmallDays.of(seed, CARS);
            long[] least = {Long.MAX_VALUE};
            Counts bounds = LowerBounds.of(day);
            everyOrder(day, new ArrayList<>(), least, bounds, seed);

            Found found = found(day, seed, MOVES);

            Verdict verdict = SequenceCheck.of(day, found.order());
            assertThat(verdict.flaws()).as("seed %d", seed).isEmpty();
            assertThat(verdict.counts()).as("seed %d", seed).isEqualTo(found.counts());
            assertThat(found.counts().mark(day.aims())).as("seed %d", seed).isEqualTo(least[0]);
        }
    }

    private static void everyOrder(LineDay day, List<Integer> order, long[] least, Counts bounds, long seed) {
        if (order.size() == CARS) {
            Verdict verdict = SequenceCheck.of(day, order);
            if (verdict.isAllowed()) {
                least[0] = Math.min(least[0], verdict.counts().mark(day.aims()));
                for (Aim aim : Aim.values()) {
                    if (verdict.counts().of(aim) < bounds.of(aim)) {
                        throw new AssertionError("seed " + seed + ": " + order + " has " + verdict.counts()
                                + ", below the bounds " + bounds);
                    }
                }
            }
            return;
        }
        for (int car = 0; car < CARS; car++) {
            if (!order.contains(car)) {
                order.add(car);
                everyOrder(day, order, least, bounds, seed);
                order.removeLast();
            }
        }
    }

    @Test
    void theSameSeedAndMovesGiveTheSameSequence() throws NoSequence {
        LineDay day = SmallDays.of(FIRST_SEED + 5, 80);

        assertThat(found(day, 3, MOVES)).isEqualTo(found(day, 3, MOVES));
    }

    @Test
    void moreMovesAreNotWorseThanTheGivenOrder() throws NoSequence {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS; seed++) {
            LineDay day = SmallDays.of(seed, 50);
            List<Integer> given = IntStream.range(0, 50).boxed().toList();

            assertThat(found(day, seed, MOVES).counts().mark(day.aims()))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(SequenceCheck.of(day, given).counts().mark(day.aims()));
        }
    }

    private static LineDay dayWhoseColoursAreTheSecondAim() {
        List<Car> cars = IntStream.range(0, 60)
                .mapToObj(place -> new Car("c" + place, place % 7, place % 7 < 2 ? 1 : place % 5 == 0 ? 2 : 0))
                .toList();
        List<Ratio> ratios = List.of(new Ratio("high", 1, 3, Priority.HIGH), new Ratio("low", 1, 4, Priority.LOW));
        List<Aim> aims = List.of(Aim.HIGH_RATIOS, Aim.COLOUR_CHANGES, Aim.LOW_RATIOS);
        return new LineDay("colours second", ratios, List.of(), cars, 60, aims, DayEdge.EVERY_WINDOW);
    }

    @Test
    void aSearchThatIsCalledOffEndsWhereverItStands() throws NoSequence {
        LineDay day = dayWhoseColoursAreTheSecondAim();
        for (long calledOff = 10_000; calledOff < 500_000; calledOff += 20_000) {
            long off = calledOff;
            Budget budget = moves -> {
                assertThat(moves).as("called off at %d", off).isLessThan(off + 100_000);
                return moves < off ? moves / 1e6 : 1;
            };

            assertThat(Search.run(day, 1, budget, (counts, moves) -> {}).moves())
                    .isPositive();
        }
    }

    private static LineDay painted(int runMax, int... colours) {
        List<Car> cars = new ArrayList<>();
        for (int place = 0; place < colours.length; place++) {
            cars.add(new Car("c" + place, colours[place], 0));
        }
        return new LineDay(
                "painted", List.of(), List.of(), cars, runMax, List.of(Aim.COLOUR_CHANGES), DayEdge.EVERY_WINDOW);
    }

    @Test
    void batchesThatAreTooLongInTheGivenOrderAreParted() throws NoSequence {
        LineDay day = painted(2, 1, 1, 1, 1, 1, 2, 2);

        Found found = found(day, 1, MOVES);

        assertThat(SequenceCheck.of(day, found.order()).flaws()).isEmpty();
        assertThat(found.counts()).isEqualTo(new Counts(0, 0, 4));
        assertThat(found.bounds().colours()).isEqualTo(4);
    }

    @Test
    void coloursAsTheFirstAimAreAtTheirBestBeforeAnyMove() throws NoSequence {
        int[] colours = IntStream.range(0, 300)
                .map(place -> (place * 7 + place / 11) % 9)
                .toArray();

        Found found = found(painted(20, colours), 1, MOVES);

        assertThat(found.isProvenOptimal()).isTrue();
        assertThat(found.moves()).isZero();
    }

    @Test
    void theBestIsKnownForTheBestWhenItMeetsItsBound() throws NoSequence {
        Found found = found(painted(3, 1, 2, 1, 2, 1, 2), 1, MOVES);

        assertThat(found.counts().colours()).isEqualTo(1);
        assertThat(found.isProvenOptimal()).isTrue();
        assertThat(found.moves()).isLessThan(MOVES);
    }

    @Test
    void tooManyCarsOfOneColourAreToldAsSuch() {
        assertThatThrownBy(() -> found(painted(1, 1, 1, 1, 2), 1, MOVES))
                .isInstanceOf(NoSequence.class)
                .hasMessageContaining("at most 1 cars of one colour in a row");
    }

    @Test
    void boundsThatCannotAllBeKeptAreToldAsSuch() {
        List<Car> cars =
                List.of(new Car("a", 1, 0).between(1, 1), new Car("b", 1, 0).between(1, 1), new Car("c", 1, 0));
        LineDay day =
                new LineDay("bound", List.of(), List.of(), cars, 3, List.of(Aim.COLOUR_CHANGES), DayEdge.EVERY_WINDOW);

        assertThatThrownBy(() -> found(day, 1, MOVES))
                .isInstanceOf(NoSequence.class)
                .hasMessageContaining("found no place for car b");
    }
}
