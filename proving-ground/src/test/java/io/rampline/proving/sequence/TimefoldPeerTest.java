package io.rampline.proving.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardSoftScore;
import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The peer is asked for the same thing: what it counts while it moves cars is what the check counts. */
class TimefoldPeerTest {
    private static final int CARS = 14;

    private static LineDay day(long seed, int runMax) {
        Random random = new Random(seed);
        List<Car> cars = new ArrayList<>();
        for (int car = 0; car < CARS + 4; car++) {
            cars.add(new Car("c" + car, random.nextInt(3), random.nextInt(4)));
        }
        return new LineDay(
                "seed " + seed,
                List.of(new Ratio("H", 1, 3, Priority.HIGH, 2), new Ratio("L", 2, 4, Priority.LOW)),
                cars.subList(CARS, CARS + 4),
                cars.subList(0, CARS),
                runMax,
                List.of(Aim.HIGH_RATIOS, Aim.COLOUR_CHANGES, Aim.LOW_RATIOS),
                seed % 2 == 0 ? DayEdge.EVERY_WINDOW : DayEdge.WHOLE_WINDOWS);
    }

    @Test
    void whateverIsExchangedTheCountIsThatOfTheCheck() {
        for (long seed = 1; seed <= 40; seed++) {
            LineDay day = day(seed, 2);
            PeerDay peers = new PeerDay(day);
            PeerCount count = new PeerCount();
            count.resetWorkingSolution(peers);
            Random random = new Random(seed);
            for (int exchange = 0; exchange < 30; exchange++) {
                PeerPlace a = peers.getPlaces().get(random.nextInt(CARS));
                PeerPlace b = peers.getPlaces().get(random.nextInt(CARS));
                count.beforeVariableChanged(a, "car");
                Integer carOfA = a.getCar();
                a.setCar(b.getCar());
                count.afterVariableChanged(a, "car");
                count.beforeVariableChanged(b, "car");
                b.setCar(carOfA);
                count.afterVariableChanged(b, "car");

                List<Integer> order =
                        peers.getPlaces().stream().map(PeerPlace::getCar).toList();
                Verdict verdict = SequenceCheck.of(day, order);
                HardSoftScore score = count.calculateScore();
                assertThat(-score.softScore())
                        .as("seed %d", seed)
                        .isEqualTo(verdict.counts().mark(day.aims()));
                assertThat(score.isFeasible()).as("seed %d", seed).isEqualTo(verdict.isAllowed());
            }
        }
    }

    @Test
    void itsOrderIsAllowedAndBetterThanTheOneGiven() {
        LineDay day = day(2, 3);
        List<Integer> given = new ArrayList<>(IntStream.range(0, CARS).boxed().toList());
        Collections.shuffle(given, new Random(2));

        List<Integer> order = TimefoldPeer.order(day, 1).orElseThrow();

        Verdict verdict = SequenceCheck.of(day, order);
        assertThat(verdict.flaws()).isEmpty();
        assertThat(verdict.counts().mark(day.aims()))
                .isLessThanOrEqualTo(SequenceCheck.of(day, given).counts().mark(day.aims()));
    }
}
