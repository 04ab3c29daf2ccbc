package io.rampline.simulation.flowline;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Breakdowns;
import io.rampline.factory.Station.Rework;
import io.rampline.factory.Station.Wear;
import io.rampline.factory.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lines to try. */
final class Lines {
    private Lines() {}

    static FlowLine of(Station... stations) {
        return new FlowLine("F1", Optional.empty(), List.of(stations));
    }

    static Station station(String name, Times cycle, int buffer) {
        return new Station(name, 1, cycle, buffer, Optional.empty(), Optional.empty());
    }

    static Times fixed(double seconds) {
        return new Times.Fixed(seconds);
    }

    static Times exponential(double seconds) {
        return new Times.Exponential(seconds);
    }

    static Breakdowns breakdowns(double between, double repair) {
        return new Breakdowns(between, new Times.Exponential(repair), Wear.OPERATING);
    }

    /** Lines of all kinds; with only one place and no rework where they are asked to be plain. */
    static FlowLine random(Random random, boolean plain) {
        int size = 1 + random.nextInt(6);
        List<Station> stations = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int places = plain || random.nextBoolean() ? 1 : 1 + random.nextInt(4);
            Optional<Breakdowns> breakdowns = random.nextInt(3) == 0
                    ? Optional.empty()
                    : Optional.of(new Breakdowns(
                            200 + random.nextInt(3000),
                            times(random, 30 + random.nextInt(600)),
                            plain || random.nextBoolean() ? Wear.OPERATING : Wear.CLOCK));
            Optional<Rework> rework = plain || random.nextInt(3) > 0
                    ? Optional.empty()
                    : Optional.of(new Rework(random.nextInt(4) / 10.0, random.nextInt(i + 1)));
            stations.add(new Station(
                    "S" + i, places, times(random, 30 + random.nextInt(60)), random.nextInt(5), breakdowns, rework));
        }
        return new FlowLine("F1", Optional.empty(), stations);
    }

    private static Times times(Random random, double mean) {
        return switch (random.nextInt(3)) {
            case 0 -> new Times.Fixed(mean);
            case 1 -> new Times.Exponential(mean);
            default -> new Times.LogNormal(mean, 0.1 + random.nextDouble());
        };
    }
}
