package io.rampline.sequence.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpendingTest {
    /** Every second car wants a place of its kind, and of these two in three every third: both at once cannot be. */
    private static LineDay day(int cars, List<Aim> aims) {
        List<Ratio> ratios = List.of(new Ratio("half", 1, 2, Priority.HIGH), new Ratio("third", 1, 3, Priority.HIGH));
        List<Car> all = IntStream.range(0, cars)
                .mapToObj(car -> new Car("c" + car, car % 5, car % 6 < 3 ? car % 6 < 2 ? 0b11 : 0b01 : 0))
                .toList();
        return new LineDay("torn", ratios, List.of(), all, cars, aims, DayEdge.EVERY_WINDOW);
    }

    @Test
    void noMoveIsTriedBeyondThoseThatAreAllowed() throws NoSequence {
        for (List<Aim> aims : List.of(List.of(Aim.HIGH_RATIOS), List.of(Aim.HIGH_RATIOS, Aim.COLOUR_CHANGES))) {
            for (long moves : List.of(1L, 511L, 513L, 20_000L)) {
                Found found = Search.run(day(60, aims), 1, Budget.ofMoves(moves), (counts, tried) -> {});

                assertThat(found.moves()).as("%s", aims).isEqualTo(moves);
            }
        }
    }

    @Test
    void nothingIsBegunWhenAllIsSpent() throws NoSequence {
        int cars = 1_500;
        for (List<Aim> aims :
                List.of(List.of(Aim.HIGH_RATIOS), List.of(Aim.HIGH_RATIOS, Aim.COLOUR_CHANGES, Aim.LOW_RATIOS))) {
            Annealing annealing = new Annealing(day(cars, aims), 1, moves -> 1, (counts, tried) -> {});
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            // The first time classes are loaded.
            annealing.improve();
            long before = threads.getCurrentThreadAllocatedBytes();

            annealing.improve();

            // Each run keeps an order of its own, and a step of the ladder all that is known of a line.
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as("%s", aims)
                    .isLessThan(3L * Integer.BYTES * cars);
        }
    }
}
