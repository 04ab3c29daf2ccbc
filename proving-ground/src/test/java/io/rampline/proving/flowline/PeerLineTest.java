package io.rampline.proving.flowline;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Breakdowns;
import io.rampline.factory.Station.Wear;
import io.rampline.factory.Times;
import io.rampline.simulation.flowline.Replication;
import io.rampline.simulation.flowline.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A comparison of speeds is one only when both do the same. */
class PeerLineTest {
    private static final int HOURS = 100;

    @Test
    void bothLetTheSameJobsThroughInTheSameEvents() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Station> stations = new ArrayList<>();
            int size = 1 + random.nextInt(8);
            for (int i = 0; i < size; i++) {
                double seconds = 40.0 + random.nextInt(40);
                stations.add(new Station(
                        "S" + i,
                        1,
                        random.nextBoolean() ? new Times.Fixed(seconds) : new Times.Exponential(seconds),
                        random.nextInt(6),
                        random.nextInt(3) == 0
                                ? Optional.empty()
                                : Optional.of(new Breakdowns(
                                        1_000 + random.nextInt(5_000), new Times.Exponential(300), Wear.OPERATING)),
                        Optional.empty()));
            }
            FlowLine line = new FlowLine("F1", Optional.empty(), stations);
            PeerLine peer = new PeerLine(line, seed);
            peer.run(HOURS * 3600.0 + 0.001);

            Replication ours = Replication.of(line, new Span(0, HOURS), seed, 0, false);

            assertThat(ours.events()).as("seed %d, %s", seed, line).isEqualTo(peer.events());
            assertThat(Math.round(ours.jobsPerHour() * HOURS))
                    .as("seed %d, %s", seed, line)
                    .isEqualTo(peer.jobs());
        }
    }
}
