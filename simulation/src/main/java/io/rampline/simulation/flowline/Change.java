package io.rampline.simulation.flowline;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Breakdowns;
import java.util.ArrayList;
import java.util.List;

/** One thing that could be better on a line. */
public sealed interface Change {
    /** Position of the station. */
    int station();

    /** The line with the change made. */
    FlowLine on(FlowLine line);

    /** Each job takes so many seconds less on a place of the station; above 0, below its cycle. */
    record ShorterCycle(int station, double seconds) implements Change {
        @Override
        public FlowLine on(FlowLine line) {
            Station old = line.stations().get(station);
            return line.with(
                    station, old.withCycle(old.cycle().withMean(old.cycle().meanSeconds() - seconds)));
        }
    }

    /** Repairs take a share less; above 0, below 1. */
    record ShorterRepairs(int station, double share) implements Change {
        @Override
        public FlowLine on(FlowLine line) {
            Station old = line.stations().get(station);
            Breakdowns breakdowns = old.breakdowns().orElseThrow();
            double mean = breakdowns.repair().meanSeconds() * (1 - share);
            return line.with(
                    station,
                    old.withBreakdowns(new Breakdowns(
                            breakdowns.meanSecondsBetween(), breakdowns.repair().withMean(mean), breakdowns.wear())));
        }
    }

    /** Room for so many more jobs before the station. */
    record LargerBuffer(int station, int places) implements Change {
        @Override
        public FlowLine on(FlowLine line) {
            Station old = line.stations().get(station);
            return line.with(station, old.withBuffer(old.bufferBefore() + places));
        }
    }

    /** Below it a second is a large part of a cycle, above it a small one. */
    double LONG_CYCLE_SECONDS = 600;

    double REPAIR_SHARE = 0.1;

    /**
     * Everything worth asking about a line: for each station a second less of cycle time (a minute for cycles of ten
     * minutes and more), repairs shorter by a tenth, and one more place in the buffer before it.
     */
    static List<Change> of(FlowLine line) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < line.stations().size(); i++) {
            Station station = line.stations().get(i);
            double cycle = station.cycle().meanSeconds();
            changes.add(new ShorterCycle(i, cycle >= LONG_CYCLE_SECONDS ? 60 : StrictMath.min(1, cycle / 10)));
            if (station.breakdowns().isPresent()) {
                changes.add(new ShorterRepairs(i, REPAIR_SHARE));
            }
            if (i > 0 && station.bufferBefore() < Station.BUFFER_MAX) {
                changes.add(new LargerBuffer(i, 1));
            }
        }
        return changes;
    }
}
