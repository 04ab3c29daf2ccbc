package io.rampline.simulation.flowline;

import io.rampline.factory.FlowLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What independent runs of a line say together.
 *
 * @param jobsPerHour good jobs that leave the line, per hour of staffed time
 * @param inLine jobs in the line, mean over time
 * @param stations in the order of the flow
 */
public record LineResult(
        FlowLine line,
        Span span,
        int replications,
        long events,
        Mean jobsPerHour,
        Mean inLine,
        List<LineResult.AtStation> stations,
        WeekNoise noise) {

    public LineResult {
        stations = List.copyOf(stations);
    }

    /**
     * How a station spent its time; the first four are shares of the time of its places and sum to 1.
     *
     * @param buffer jobs waiting before it, mean over time
     * @param sole share of the time in which it alone held the line back
     * @param shifting share of the time in which the bottleneck went over to it or from it
     */
    public record AtStation(
            Mean working, Mean down, Mean blocked, Mean starved, Mean buffer, Mean sole, Mean shifting) {}

    /**
     * Adds up runs.
     *
     * @param runs at least one, all of the same line and span
     * @param weekHours hours of staffed time a week, above 0
     */
    public static LineResult of(FlowLine line, Span span, List<Replication> runs, double weekHours) {
        List<AtStation> stations = new ArrayList<>();
        for (int i = 0; i < line.stations().size(); i++) {
            int station = i;
            stations.add(new AtStation(
                    mean(runs, run -> run.share(station, LineRun.WORKING)),
                    mean(runs, run -> run.share(station, LineRun.DOWN)),
                    mean(runs, run -> run.share(station, LineRun.BLOCKED)),
                    mean(runs, run -> run.share(station, LineRun.STARVED)),
                    mean(runs, run -> run.level(station)),
                    mean(runs, run -> run.sole(station)),
                    mean(runs, run -> run.shifting(station))));
        }
        return new LineResult(
                line,
                span,
                runs.size(),
                runs.stream().mapToLong(Replication::events).sum(),
                mean(runs, Replication::jobsPerHour),
                mean(runs, Replication::inLine),
                stations,
                WeekNoise.of(runs, weekHours));
    }

    private static Mean mean(List<Replication> runs, ToDoubleFunction<Replication> figure) {
        return Mean.of(runs.stream().mapToDouble(figure).toArray());
    }

    /** Hours of staffed time from the first station to the last, mean of all jobs. Little's law. */
    public double hoursInLine() {
        return inLine.value() / jobsPerHour.value();
    }

    /** The station that held the line back longest, alone or in turn; the first of equals. */
    public int bottleneck() {
        int found = 0;
        for (int i = 1; i < stations.size(); i++) {
            if (blame(i) > blame(found)) {
                found = i;
            }
        }
        return found;
    }

    private double blame(int station) {
        return stations.get(station).sole().value()
                + stations.get(station).shifting().value();
    }
}
