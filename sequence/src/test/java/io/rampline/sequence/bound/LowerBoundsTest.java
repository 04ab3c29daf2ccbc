package io.rampline.sequence.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bounds beside what all orders of small days come to. */
class LowerBoundsTest {
    private static final long FIRST_SEED = Long.getLong("rampline.seed", 1);
    private static final int DAYS = 400;

    /** A letter for each colour, a point for the day before of which nothing is known. */
    private static LineDay painted(String before, String cars, int runMax) {
        return new LineDay(
                before + " | " + cars + ", batches of " + runMax,
                List.of(),
                cars(before),
                cars(cars),
                runMax,
                List.of(Aim.COLOUR_CHANGES),
                DayEdge.EVERY_WINDOW);
    }

    /** A 1 for each car with the option. */
    private static LineDay optioned(String before, String cars, int most, int in, DayEdge edge) {
        return new LineDay(
                before + " | " + cars + ", " + most + "/" + in + " " + edge,
                List.of(new Ratio("r", most, in, Priority.HIGH)),
                cars(before),
                cars(cars),
                cars.length(),
                List.of(Aim.HIGH_RATIOS),
                edge);
    }

    private static List<Car> cars(String letters) {
        return IntStream.range(0, letters.length())
                .mapToObj(i -> new Car("c" + i, letters.charAt(i), letters.charAt(i) == '1' ? 1 : 0))
                .toList();
    }

    /** The least count of an aim among all orders that are allowed; {@code Long.MAX_VALUE} when none is. */
    private static long least(LineDay day, Aim aim) {
        long[] least = {Long.MAX_VALUE};
        everyOrder(day, new ArrayList<>(), aim, least);
        return least[0];
    }

    private static void everyOrder(LineDay day, List<Integer> order, Aim aim, long[] least) {
        int cars = day.cars().size();
        if (order.size() == cars) {
            var verdict = SequenceCheck.of(day, order);
            least[0] = verdict.isAllowed() ? Math.min(least[0], verdict.counts().of(aim)) : least[0];
            return;
        }
        List<Car> tried = new ArrayList<>();
        for (int car = 0; car < cars; car++) {
            Car one = day.cars().get(car);
            // Of cars that are alike one is enough at each place.
            if (!order.contains(car) && tried.stream().noneMatch(other -> areAlike(one, other))) {
                tried.add(one);
                order.add(car);
                everyOrder(day, order, aim, least);
                order.removeLast();
            }
        }
    }

    private static boolean areAlike(Car one, Car other) {
        return one.colour() == other.colour()
                && one.options() == other.options()
                && one.earliest() == other.earliest()
                && one.latest() == other.latest();
    }

    private static String letters(SplittableRandom random, String of, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append(of.charAt(random.nextInt(of.length())));
        }
        return letters.toString();
    }

    @Test
    void runsOfOneColourNeedOthersBetweenThem() {
        // Three runs of a, parted by two of b: a b a b a. Batches alone would do with one run of b.
        assertThat(LowerBounds.of(painted("", "aaaaabb", 2)).colours()).isEqualTo(4);
        assertThat(LowerBounds.of(painted("a", "aaaaabb", 2)).colours()).isEqualTo(4);
        assertThat(LowerBounds.of(painted("b", "aaaaabb", 2)).colours()).isEqualTo(5);
    }

    @Test
    void windowsWithRoomToSpareDoNotMakeUpForOthers() {
        // The window of all four cars holds three carriers; those at the edges, which shrink, would have room for them.
        LineDay edges = optioned("", "1110", 2, 4, DayEdge.EVERY_WINDOW);
        assertThat(LowerBounds.of(edges).high()).isEqualTo(1).isEqualTo(least(edges, Aim.HIGH_RATIOS));

        // The first and the second half of the day hold one each, all other windows have places beside them.
        LineDay halves = optioned("", "111000", 1, 3, DayEdge.WHOLE_WINDOWS);
        assertThat(LowerBounds.of(halves).high()).isEqualTo(1).isEqualTo(least(halves, Aim.HIGH_RATIOS));
    }

    @Test
    void changesOfColourAreKnownExactly() {
        int allowed = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String before = letters(random, "abcd", random.nextInt(3));
            LineDay day = painted(before, letters(random, "aaaabbc", random.nextInt(1, 9)), random.nextInt(1, 5));
            long least = least(day, Aim.COLOUR_CHANGES);

            if (least < Long.MAX_VALUE) {
                allowed++;
                assertThat(LowerBounds.of(day).colours())
                        .as("seed %d: %s", seed, day.name())
                        .isEqualTo(least);
            }
        }
        assertThat(allowed).isGreaterThan(DAYS / 2);
    }

    @Test
    void violationsOfARatioAreNeverFewerThanTheirBound() {
        int tight = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int in = random.nextInt(1, 6);
            LineDay day = optioned(
                    letters(random, "01", random.nextInt(7)),
                    letters(random, "011", random.nextInt(1, 10)),
                    random.nextInt(in + 1),
                    in,
                    random.nextInt(3) == 0 ? DayEdge.WHOLE_WINDOWS : DayEdge.EVERY_WINDOW);
            long least = least(day, Aim.HIGH_RATIOS);
            long bound = LowerBounds.of(day).high();

            assertThat(bound).as("seed %d: %s", seed, day.name()).isLessThanOrEqualTo(least);
            tight += bound == least && bound > 0 ? 1 : 0;
        }
        assertThat(tight).isGreaterThan(DAYS / 4);
    }
}
