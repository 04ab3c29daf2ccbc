package io.rampline.desk.lineday;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.sequence.check.SequenceCheck;
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

class BatchPartingTest {
    private static LineDay day(int runMax, int... colours) {
        List<Car> cars = new ArrayList<>();
        for (int colour : colours) {
            cars.add(new Car("c" + cars.size(), colour, 0));
        }
        return new LineDay(
                "Monday", List.of(), List.of(), cars, runMax, List.of(Aim.COLOUR_CHANGES), DayEdge.EVERY_WINDOW);
    }

    private static List<Integer> asGiven(LineDay day) {
        return new ArrayList<>(IntStream.range(0, day.cars().size()).boxed().toList());
    }

    @Test
    void anOrderWithoutLongRunsStaysAsItIs() {
        LineDay day = day(2, 1, 1, 2, 2, 1, 1);
        List<Integer> order = asGiven(day);

        BatchParting.part(day, order);

        assertThat(order).isEqualTo(asGiven(day));
    }

    @Test
    void runsThatGrewTogetherArePartedByOneExchangeCloseBy() {
        // Between the second and the third car one of colour 2 dropped out.
        LineDay day = day(3, 1, 1, 1, 1, 2, 2, 1, 2);
        List<Integer> order = asGiven(day);

        BatchParting.part(day, order);

        assertThat(SequenceCheck.of(day, order).flaws()).isEmpty();
        assertThat(order).containsExactly(0, 1, 2, 4, 3, 5, 6, 7);
    }

    @Test
    void whatCannotBePartedIsLeftForTheCheckToRefuse() {
        LineDay day = day(1, 1, 1, 1);
        List<Integer> order = asGiven(day);

        BatchParting.part(day, order);

        assertThat(SequenceCheck.of(day, order).flaws()).isNotEmpty();
    }

    @Test
    void everyCarIsStillThereWhateverTheColours() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            LineDay day = day(2 + random.nextInt(3), random.ints(30, 0, 4).toArray());
            List<Integer> order = asGiven(day);
            Collections.shuffle(order, random);

            BatchParting.part(day, order);

            assertThat(SequenceCheck.of(day, order).flaws()).as("seed %d", seed).isEmpty();
        }
    }
}
