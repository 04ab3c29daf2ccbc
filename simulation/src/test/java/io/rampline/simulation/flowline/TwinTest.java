package io.rampline.simulation.flowline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.simulation.futures.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwinTest {
    private static final int LINES = 300;
    private static final int EVENTS = 2_000;

    @Test
    void eachEventIsThatOfThePlainLine() {
        for (int seed = 0; seed < LINES; seed++) {
            FlowLine line = Lines.random(new Random(seed), false);
            LineRun run = new LineRun(line, seed, 0, 1, false);
            PlainLine plain = new PlainLine(line, seed);
            for (int event = 0; event < EVENTS; event++) {
                run.step();
                String found = run.now() + " " + run.lastPlace() + " " + run.lastKind();

                assertThat(found)
                        .as("seed %d, event %d of %s", seed, event, line)
                        .isEqualTo(plain.step());
            }
            assertThat(run.sums().jobs()).as("seed %d", seed).isEqualTo(plain.out());
        }
    }

    @Test
    void aLineOfSinglePlacesFollowsTheRecursionOfItsDepartures() {
        for (int seed = 0; seed < 100; seed++) {
            FlowLine line = Lines.random(new Random(seed), true);
            LineRun run = new LineRun(line, seed, 0, 1, false);
            List<Double> found = new ArrayList<>();
            int last = line.stations().size() - 1;
            while (found.size() < 300) {
                run.step();
                if (run.lastPlace() == last && run.lastKind() == LineRun.DONE) {
                    found.add(run.now());
                }
            }
            double[][] expected = departures(line, seed, found.size());
            for (int job = 0; job < found.size(); job++) {
                assertThat(found.get(job))
                        .as("seed %d, job %d of %s", seed, job, line)
                        .isCloseTo(expected[last][job], within(1e-6));
            }
        }
    }

    /**
     * When each job leaves each station: it begins when it has come and the one before it has left, and leaves when it
     * is done and there is room, that is when an earlier one has left the next station.
     */
    private static double[][] departures(FlowLine line, long seed, int jobs) {
        List<Station> stations = line.stations();
        double[][] leaves = new double[stations.size()][jobs];
        Draws draws = new Draws(seed);
        double[][] occupied = new double[stations.size()][];
        for (int i = 0; i < stations.size(); i++) {
            occupied[i] = occupied(stations.get(i), i, draws, jobs);
        }
        for (int job = 0; job < jobs; job++) {
            for (int i = 0; i < stations.size(); i++) {
                double comes = i == 0 ? 0 : leaves[i - 1][job];
                double begins = Math.max(comes, job == 0 ? 0 : leaves[i][job - 1]);
                double done = begins + occupied[i][job];
                leaves[i][job] = done;
                if (i + 1 < stations.size()) {
                    int earlier = job - stations.get(i + 1).bufferBefore() - 1;
                    leaves[i][job] = Math.max(done, earlier < 0 ? 0 : leaves[i + 1][earlier]);
                }
            }
        }
        return leaves;
    }

    /** Seconds that each job keeps a place, repairs included. */
    private static double[] occupied(Station station, int position, Draws draws, int jobs) {
        double[] seconds = new double[jobs];
        int lives = 0;
        double life = Double.POSITIVE_INFINITY;
        double repair = 0;
        for (int job = -1; job < jobs; job++) {
            double left = 0;
            if (job >= 0) {
                draws.at(0, position, job);
                left = Sampler.of(station.cycle()).first(draws);
                seconds[job] = left;
            }
            while (station.breakdowns().isPresent() && ((job < 0 && lives == 0) || life < left)) {
                if (job >= 0) {
                    seconds[job] += repair;
                    left -= life;
                }
                draws.at(0, FlowLine.STATIONS_MAX + position, lives++);
                life = -station.breakdowns().get().meanSecondsBetween() * StrictMath.log(draws.uniform());
                repair = Sampler.of(station.breakdowns().get().repair()).other(draws);
            }
            life -= left;
        }
        return seconds;
    }

    @Test
    void theSameSeedGivesTheSameRunAndAnotherOneAnother() {
        FlowLine line = Lines.random(new Random(4), false);
        Span span = new Span(10, 100);

        double first = Replication.of(line, span, 5, 3, true).inLine();

        assertThat(Replication.of(line, span, 5, 3, false).inLine()).isEqualTo(first);
        assertThat(Replication.of(line, span, 5, 4, true).inLine()).isNotEqualTo(first);
        assertThat(Replication.of(line, span, 6, 3, true).inLine()).isNotEqualTo(first);
    }

    @Test
    void sharesOfTheTimeOfAStationAreWhole() {
        for (int seed = 0; seed < 40; seed++) {
            FlowLine line = Lines.random(new Random(seed), false);
            Replication run = Replication.of(line, new Span(5, 50), seed, 0, true);
            double sole = 0;
            for (int station = 0; station < line.stations().size(); station++) {
                double sum = 0;
                for (int state = 0; state < LineRun.STATES; state++) {
                    sum += run.share(station, state);
                }
                sole += run.sole(station);

                assertThat(sum).as("seed %d", seed).isCloseTo(1, within(1e-9));
                assertThat(run.sole(station) + run.shifting(station))
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(1 + 1e-9);
            }
            assertThat(sole).as("seed %d", seed).isLessThanOrEqualTo(1 + 1e-9);
        }
    }
}
