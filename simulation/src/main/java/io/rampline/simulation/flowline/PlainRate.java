package io.rampline.simulation.flowline;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Rework;
import java.util.List;

/** What a line would do with unlimited buffers: as much as its slowest station. No line does more. */
public final class PlainRate {
    private PlainRate() {}

    /** Good jobs an hour that the station would let through alone, its share of jobs done twice counted off. */
    public static double of(FlowLine line, int station) {
        return line.stations().get(station).jobsPerHourAlone() / visits(line)[station];
    }

    /** Good jobs an hour of the slowest station. */
    public static double of(FlowLine line) {
        double least = Double.POSITIVE_INFINITY;
        for (int station = 0; station < line.stations().size(); station++) {
            least = StrictMath.min(least, of(line, station));
        }
        return least;
    }

    /** How often a job is done at each station before it leaves the line, mean; from the last station backwards. */
    static double[] visits(FlowLine line) {
        List<Station> stations = line.stations();
        double[] visits = new double[stations.size()];
        double onward = 1;
        for (int i = stations.size() - 1; i >= 0; i--) {
            visits[i] = onward / (1 - share(stations.get(i)));
            double back = 0;
            for (int j = i; j < stations.size(); j++) {
                if (stations.get(j).rework().map(Rework::toStation).orElse(-1) == i) {
                    back += share(stations.get(j)) * visits[j];
                }
            }
            onward = visits[i] - back;
        }
        return visits;
    }

    private static double share(Station station) {
        return station.rework().map(Rework::share).orElse(0.0);
    }
}
