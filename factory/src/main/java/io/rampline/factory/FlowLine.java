package io.rampline.factory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line as jobs see it: stations one behind the other, with room to wait between them. The first station never waits
 * for work, the last can always hand over. A job that is done and finds no room stays on its place and blocks it
 * (blocking after service). Jobs sent back wait apart from the others, with room for all, and go first.
 *
 * @param name the line of {@code lines.csv}
 * @param shifts how the line is run; empty where the scenario gives units and no shifts
 * @param stations in the order of the flow, 1 to {@value #STATIONS_MAX}
 */
public record FlowLine(String name, Optional<ShiftModel> shifts, List<Station> stations) {
    public static final int STATIONS_MAX = 200;

    public FlowLine {
        stations = List.copyOf(stations);
        if (stations.isEmpty() || stations.size() > STATIONS_MAX) {
            throw new IllegalArgumentException(
                    "found " + stations.size() + " stations, expected 1 to " + STATIONS_MAX + " on a line");
        }
        for (int i = 0; i < stations.size(); i++) {
            int self = i;
            if (stations.get(i).rework().filter(back -> back.toStation() > self).isPresent()) {
                throw new IllegalArgumentException("found rework of "
                        + stations.get(i).name() + " at a later station, expected itself or an earlier one");
            }
        }
    }

    /** The same line with another station at a position. */
    public FlowLine with(int position, Station station) {
        List<Station> changed = new ArrayList<>(stations);
        changed.set(position, station);
        return new FlowLine(name, shifts, changed);
    }
}
