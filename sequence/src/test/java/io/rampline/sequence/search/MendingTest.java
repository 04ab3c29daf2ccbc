package io.rampline.sequence.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.SmallDays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MendingTest {
    private static final long FIRST_SEED = Long.getLong("rampline.seed", 1);
    private static final int DAYS = 40;
    private static final int CARS = 14;

    private static long mark(LineDay day, List<Integer> order) {
        return SequenceCheck.of(day, order).counts().mark(day.aims());
    }

    @Test
    void fewExchangesNeverMakeItWorseAndMoveFewCars() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS; seed++) {
            LineDay day = SmallDays.of(seed, CARS);
            List<Integer> given = IntStream.range(0, CARS).boxed().toList();

            List<Integer> mended = Mending.of(day, given, 2, 1);

            assertThat(mark(day, mended)).as("seed %d", seed).isLessThanOrEqualTo(mark(day, given));
            assertThat(SequenceCheck.of(day, mended).flaws())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(IntStream.range(0, CARS)
                            .filter(place -> mended.get(place) != place)
                            .count())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(4);
        }
    }

    @Test
    void theFirstExchangeIsTheBestOfAll() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS; seed++) {
            LineDay day = SmallDays.of(seed, CARS);
            List<Integer> given = IntStream.range(0, CARS).boxed().toList();
            long best = mark(day, given);
            for (int i = 0; i < CARS; i++) {
                for (int k = i + 1; k < CARS; k++) {
                    List<Integer> exchanged = new ArrayList<>(given);
                    Collections.swap(exchanged, i, k);
                    if (SequenceCheck.of(day, exchanged).isAllowed()) {
                        best = Math.min(best, mark(day, exchanged));
                    }
                }
            }

            assertThat(mark(day, Mending.of(day, given, 1, 1)))
                    .as("seed %d", seed)
                    .isEqualTo(best);
        }
    }

    @Test
    void anExchangeIsPricedForEveryOtherPlace() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS; seed++) {
            LineDay day = SmallDays.of(seed, CARS);
            List<Integer> given = IntStream.range(0, CARS).boxed().toList();

            Standing standing = Standing.of(day, given, 5);

            assertThat(standing.better() + standing.equal() + standing.worse() + standing.forbidden())
                    .as("seed %d", seed)
                    .isEqualTo(CARS - 1);
            if (standing.nextBest() >= 0) {
                List<Integer> exchanged = new ArrayList<>(given);
                Collections.swap(exchanged, 5, standing.nextBest());
                assertThat(mark(day, exchanged) - mark(day, given))
                        .as("seed %d", seed)
                        .isEqualTo(standing.nextCost());
            }
        }
    }
}
