package io.rampline.sequence.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final long SEED = Long.getLong("rampline.seed", 1);
    private static final long MOVES = 3_000_000;
    private static final List<Ratio> RATIOS = List.of(
            new Ratio("roof", 1, 2, Priority.HIGH),
            new Ratio("hook", 1, 3, Priority.HIGH),
            new Ratio("radio", 2, 5, Priority.HIGH),
            new Ratio("glass", 1, 5, Priority.HIGH));

    /** A day that keeps all ratios, for it was taken from a row that does; its cars are given kind by kind. */
    private static LineDay dayThatCanBeKept(int cars) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Car> row = new ArrayList<>();
        for (int place = 0; place < cars; place++) {
            long options = 0;
            for (int r = 0; r < RATIOS.size(); r++) {
                Ratio ratio = RATIOS.get(r);
                int option = r;
                long held = IntStream.range(Math.max(0, place - ratio.in() + 1), place)
                        .filter(p -> row.get(p).carries(option))
                        .count();
                options |= held < ratio.most() && random.nextInt(8) > 0 ? 1L << r : 0;
            }
            row.add(new Car("c" + place, 0, options));
        }
        row.sort(Comparator.comparingLong(Car::options));
        return new LineDay("kept", RATIOS, List.of(), row, cars, List.of(Aim.HIGH_RATIOS), DayEdge.WHOLE_WINDOWS);
    }

    @Test
    void linesThatExchangeTheirTemperaturesKeepAllRatiosOfADayThatIsNearlyFull() throws NoSequence {
        LineDay day = dayThatCanBeKept(100);
        Line line = new Line(day);
        line.take(IntStream.range(0, 100).toArray());
        BestOrder best = new BestOrder(line, new Counts(0, 0, 0), (counts, moves) -> {});
        long given = best.counts().high();
        Spending spending = new Spending(Budget.ofMoves(MOVES));

        new Ladder(best, line, Stage.of(day.aims(), line.windows)[0], new Dice(SEED)).run(best, spending, 1);

        List<Integer> order = IntStream.of(best.order).boxed().toList();
        Verdict verdict = SequenceCheck.of(day, order);
        assertThat(given).isPositive();
        assertThat(verdict.flaws()).as("seed %d", SEED).isEmpty();
        assertThat(verdict.counts()).as("seed %d", SEED).isEqualTo(best.counts());
        assertThat(best.counts().high()).as("seed %d", SEED).isZero();
        assertThat(spending.share())
                .as("ends as soon as no order can be better")
                .isLessThan(1);
    }
}
