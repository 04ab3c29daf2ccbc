package io.rampline.desk.lineday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An earlier order after cars dropped out; places count from 0. */
class KeptOrderTest {
    private static LineDay day(List<Car> cars) {
        return new LineDay(
                "day", List.of(), List.of(), cars, cars.size(), List.of(Aim.HIGH_RATIOS), DayEdge.EVERY_WINDOW);
    }

    private static List<Integer> given(int cars) {
        return IntStream.range(0, cars).boxed().toList();
    }

    private static Car free(String name) {
        return new Car(name, 1, 0);
    }

    @Test
    void aFixedCarStaysWhereItIsWhenOneBeforeItDropsOut() throws CannotKeep {
        // Before: gone a b F c d, with F fixed at place 3.
        LineDay day = day(List.of(free("a"), free("b"), free("F").between(3, 3), free("c"), free("d")));

        assertThat(KeptOrder.of(day, given(5), 0).order()).containsExactly(0, 1, 3, 2, 4);
    }

    @Test
    void aCarThatMustComeSoonIsCalledForwardAndTheOthersStayInTheirOrder() throws CannotKeep {
        LineDay day = day(List.of(free("a"), free("b"), free("c"), free("soon").between(0, 1), free("d")));

        assertThat(KeptOrder.of(day, given(5), 0).order()).containsExactly(0, 3, 1, 2, 4);
    }

    @Test
    void aCarThatMayNotComeSoSoonIsPassedOver() throws CannotKeep {
        LineDay day = day(List.of(free("late").between(2, Car.ANY_PLACE), free("a"), free("b"), free("c")));

        assertThat(KeptOrder.of(day, given(4), 0).order()).containsExactly(1, 2, 0, 3);
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        LineDay day = day(List.of(free("a").between(0, 0), free("b").between(0, 0)));

        assertThatThrownBy(() -> KeptOrder.of(day, given(2), 0))
                .isInstanceOf(CannotKeep.class)
                .hasMessage("day: the earlier order cannot be kept: found car b at place 2, expected from 1 to 1."
                        + " Maybe seek a new one, without --keep");
    }

    /** Windows that hold a hidden order: one exists, so one must be found. */
    @Test
    void anOrderWithinThePlacesIsFoundWhereThereIsOne() throws CannotKeep {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(9);
            List<Integer> hidden = new ArrayList<>(given(size));
            Collections.shuffle(hidden, random);
            List<Car> cars = new ArrayList<>();
            for (int car = 0; car < size; car++) {
                int place = hidden.get(car);
                int earliest = random.nextBoolean() ? 0 : random.nextInt(place + 1);
                int latest = random.nextBoolean() ? Car.ANY_PLACE : place + random.nextInt(size - place);
                cars.add(free("c" + car).between(earliest, latest));
            }

            // Refuses, and fails, when a car stands outside its places.
            List<Integer> order = KeptOrder.of(day(cars), given(size), 0).order();

            assertThat(order).as("seed " + seed + ": " + cars).hasSize(size);
        }
    }
}
