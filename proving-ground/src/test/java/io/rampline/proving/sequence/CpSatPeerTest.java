package io.rampline.proving.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import io.rampline.sequence.search.Budget;
import io.rampline.sequence.search.Found;
import io.rampline.sequence.search.NoSequence;
import io.rampline.sequence.search.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The peer proves its best, so it also proves ours on days that are small enough for it. */
class CpSatPeerTest {
    private static final int DAYS = 6;
    private static final int CARS = 9;
    private static final double SECONDS = 60;
    private static final long MOVES = 60_000;

    private static LineDay day(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Car> cars = new ArrayList<>();
        for (int car = 0; car < CARS + 3; car++) {
            cars.add(new Car("c" + car, random.nextInt(3), random.nextInt(4)));
        }
        return new LineDay(
                "seed " + seed,
                List.of(new Ratio("H", 1, 3, Priority.HIGH), new Ratio("L", 1, 2, Priority.LOW)),
                cars.subList(CARS, CARS + 3),
                cars.subList(0, CARS),
                CARS,
                List.of(Aim.HIGH_RATIOS, Aim.COLOUR_CHANGES, Aim.LOW_RATIOS),
                DayEdge.EVERY_WINDOW);
    }

    @Test
    void theSearchAndTheConstraintProgramComeToTheSameMark() throws NoSequence {
        for (long seed = 1; seed <= DAYS; seed++) {
            LineDay day = day(seed);
            Found found = Search.run(day, seed, Budget.ofMoves(MOVES), (counts, moves) -> {});

            List<Integer> peers = CpSatPeer.order(day, SECONDS).orElseThrow();

            Verdict verdict = SequenceCheck.of(day, peers);
            assertThat(verdict.flaws()).as("seed %d", seed).isEmpty();
            assertThat(verdict.counts().mark(day.aims()))
                    .as("seed %d", seed)
                    .isEqualTo(found.counts().mark(day.aims()));
        }
    }
}
