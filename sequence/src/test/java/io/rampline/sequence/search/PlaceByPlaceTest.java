package io.rampline.sequence.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Days on which both places and batches bind. */
class PlaceByPlaceTest {
    private static final long FIRST_SEED = Long.getLong("rampline.seed", 1);
    private static final int DAYS = 300;

    /** Cars in the order that hides in the day: it keeps all places and batches. */
    private static LineDay hiding(long seed, int cars) {
        SplittableRandom random = new SplittableRandom(seed);
        int colours = random.nextInt(2, 5);
        int runMax = random.nextInt(colours == 2 ? 2 : 1, 4);
        double bound = random.nextDouble();
        int slack = random.nextInt(1, 5);
        List<Car> hidden = new ArrayList<>();
        int run = 0;
        for (int place = 0; place < cars; place++) {
            int last = place == 0 ? -1 : hidden.getLast().colour();
            int colour = random.nextInt(random.nextInt(1, colours + 1));
            if (colour == last && run == runMax) {
                colour = (colour + 1) % colours;
            }
            run = colour == last ? run + 1 : 1;
            Car car = new Car("c" + place, colour, 0);
            boolean binds = random.nextDouble() < bound;
            hidden.add(
                    binds
                            ? car.between(Math.max(0, place - random.nextInt(slack)), place + random.nextInt(slack))
                            : car);
        }
        for (int i = cars - 1; i > 0; i--) {
            Collections.swap(hidden, i, random.nextInt(i + 1));
        }
        return day("seed " + seed, hidden, runMax);
    }

    private static LineDay day(String name, List<Car> cars, int runMax) {
        return new LineDay(name, List.of(), List.of(), cars, runMax, List.of(Aim.HIGH_RATIOS), DayEdge.EVERY_WINDOW);
    }

    private static Line given(LineDay day) {
        Line line = new Line(day);
        line.take(IntStream.range(0, day.cars().size()).toArray());
        return line;
    }

    private static void expectAllowed(LineDay day, int[] order) {
        assertThat(SequenceCheck.of(day, Arrays.stream(order).boxed().toList()).flaws())
                .as(day.name())
                .isEmpty();
    }

    @Test
    void anOrderThatHidesInADayIsFound() throws NoSequence {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS; seed++) {
            LineDay day = hiding(seed, 7 + (int) (seed % 6));

            expectAllowed(day, new FirstOrder(day).find());
        }
    }

    @Test
    void itIsFoundOnLongerDaysToo() throws NoSequence {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 20; seed++) {
            LineDay day = hiding(seed, 150);

            expectAllowed(day, new FirstOrder(day).find());
        }
    }

    @Test
    void whatIsSaidToBeImpossibleIsSo() {
        int impossible = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS; seed++) {
            LineDay hidden = hiding(seed, 6);
            // A shorter batch than the hidden order has: some days lose their last order.
            LineDay day = day(hidden.name(), hidden.cars(), Math.max(1, hidden.runMax() - 1));
            PlaceByPlace seeking = new PlaceByPlace(given(day));

            boolean isFound = seeking.find();

            assertThat(isFound).as(day.name()).isEqualTo(isAnyAllowed(day, new ArrayList<>()));
            assertThat(seeking.isProven()).as(day.name()).isEqualTo(!isFound);
            impossible += isFound ? 0 : 1;
        }
        assertThat(impossible).isBetween(DAYS / 10, DAYS * 9 / 10);
    }

    private static boolean isAnyAllowed(LineDay day, List<Integer> order) {
        int cars = day.cars().size();
        if (order.size() == cars) {
            return SequenceCheck.of(day, order).isAllowed();
        }
        for (int car = 0; car < cars; car++) {
            if (!order.contains(car)) {
                order.add(car);
                boolean isAllowed = isAnyAllowed(day, order);
                order.removeLast();
                if (isAllowed) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void thatNoneIsAllowedIsSaidOnlyWhereItIsProven() {
        List<Car> cars =
                List.of(new Car("a", 1, 0).between(0, 0), new Car("b", 1, 0).between(1, 1), new Car("c", 2, 0));

        assertThatThrownBy(() -> new FirstOrder(day("fixed", cars, 1)).find())
                .hasMessage(
                        "fixed: no order is allowed, as none keeps the places of all cars and has at most 1 cars of one"
                                + " colour in a row. Maybe let the batch be longer, or free some cars' places");

        // Far too long a day to be tried through: its end holds three cars of a colour, each with a place of its own.
        List<Car> many = new ArrayList<>();
        for (int place = 0; place < 300; place++) {
            Car car = new Car("c" + place, place >= 297 ? 0 : place % 3, 0);
            many.add(place >= 297 ? car.between(place, place) : car);
        }
        assertThatThrownBy(() -> new FirstOrder(day("long", many, 2)).find())
                .hasMessageStartingWith(
                        "long: no order was found, though there may be one, that keeps the places of all"
                                + " cars and has at most 2 cars of one colour in a row.");
    }
}
