package io.rampline.intake;

import io.rampline.factory.FlowLine;
import io.rampline.factory.ShiftModel;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Breakdowns;
import io.rampline.factory.Station.Rework;
import io.rampline.factory.Station.Wear;
import io.rampline.factory.Times;
import io.rampline.intake.LineRows.LineRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads {@code stations.csv}: the stations of each line in the order of the flow. A line of which no station is named
 * is known by its capacity alone.
 */
final class StationRows {
    static final String FILE = "stations.csv";

    private static final double CYCLE_MIN = 0.1;
    private static final double MINUTES_MIN = 0.01;
    private static final double MINUTES_MAX = 500_000;
    private static final double VARIATION_MIN = 0.001;
    private static final List<String> KINDS = List.of("fixed", "exponential", "lognormal");
    private static final List<String> WEARS = List.of("operating", "clock");

    private static final Shape SHAPE = Shape.of(FILE)
            .required("line", "station", "cycle_seconds")
            .optional("cycle_kind", "cycle_variation", "places", "buffer_before")
            .optional("mtbf_minutes", "mttr_minutes", "mttr_kind", "mttr_variation", "wear")
            .optional("rework_share", "rework_to");

    /** Stations of one line, with the lines of the file on which they stand. */
    private static final class Flow {
        private final List<Station> stations = new ArrayList<>();
        private final Map<String, Integer> rows = new LinkedHashMap<>();
        /** Whether a row could not be read; nothing is made of the line then. */
        private boolean flawed;
        /** Whether it may be the name of a station that could not be read. */
        private boolean leaky;
    }

    private final Map<String, Flow> flows = new LinkedHashMap<>();

    private StationRows() {}

    /** The flow lines of a scenario, in the order of the file; with flaws where a station speaks of no known line. */
    static List<FlowLine> read(Folder folder, Sources sources, LineRows lines) {
        if (!folder.has(FILE)) {
            return List.of();
        }
        StationRows read = new StationRows();
        Table.read(folder, SHAPE, row -> {
            row.mustBeIn(lines.names(), "line", row.raw("line"));
            sources.of(row);
            read.take(row);
        });
        List<FlowLine> found = new ArrayList<>();
        read.flows.forEach((name, flow) -> {
            if (!flow.flawed && !flow.stations.isEmpty()) {
                found.add(new FlowLine(name, shifts(lines, name), flow.stations));
            }
        });
        return found;
    }

    /** The flow lines of a file that belongs to no scenario. */
    static List<FlowLine> readAlone(Folder folder, String file) {
        StationRows read = new StationRows();
        Table.read(folder, SHAPE.named(file), read::take);
        List<FlowLine> found = new ArrayList<>();
        read.flows.forEach((name, flow) -> {
            if (!flow.flawed && !flow.stations.isEmpty()) {
                found.add(new FlowLine(name, Optional.empty(), flow.stations));
            }
        });
        return found;
    }

    private static Optional<ShiftModel> shifts(LineRows lines, String name) {
        for (LineRow row : lines.rows()) {
            if (row.name().equals(name) && row.shift().stream().allMatch(OptionalDouble::isPresent)) {
                double[] given = row.shift().stream()
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .toArray();
                return Optional.of(new ShiftModel(given[0], given[1], given[2], given[3], given[4]));
            }
        }
        return Optional.empty();
    }

    private void take(Row row) {
        Flow flow = flows.computeIfAbsent(row.name("line"), _ -> new Flow());
        String name = row.name("station");
        flow.leaky |= !Spelling.isName(name);
        Integer first = flow.rows.putIfAbsent(name, row.line());
        if (first != null) {
            row.flaw("station", "each station of a line once; it is on line " + first + " too", "delete one");
        } else if (flow.rows.size() > FlowLine.STATIONS_MAX) {
            row.flaw("station", "at most " + FlowLine.STATIONS_MAX + " stations on a line", "one row for several");
        }
        int places = row.whole("places", 1, Station.PLACES_MAX, 1);
        int buffer = row.whole("buffer_before", 0, Station.BUFFER_MAX, 0);
        if (buffer > 0 && flow.rows.size() == 1) {
            row.flaw("buffer_before", "an empty cell or 0: the first station never waits for work", "");
        }
        double seconds = row.decimal("cycle_seconds", CYCLE_MIN, Station.SECONDS_MAX);
        Times cycle = times(row, "cycle_kind", "cycle_variation", seconds);
        Optional<Breakdowns> breakdowns = breakdowns(row);
        Optional<Rework> rework = rework(row, flow);
        if (row.isSound()) {
            flow.stations.add(new Station(name, places, cycle, buffer, breakdowns, rework));
        } else {
            flow.flawed = true;
        }
    }

    private static Times times(Row row, String kind, String variation, double seconds) {
        String written = row.isEmpty(kind) ? "fixed" : row.raw(kind);
        if (!KINDS.contains(written)) {
            row.flaw(kind, "fixed, exponential or lognormal", maybe(written, KINDS));
            return new Times.Fixed(seconds);
        }
        if (written.equals("lognormal")) {
            double spread = row.decimal(variation, VARIATION_MIN, Times.VARIATION_MAX);
            return new Times.LogNormal(seconds, spread);
        }
        if (!row.isEmpty(variation)) {
            row.flaw(variation, "an empty cell beside " + written + " times", "lognormal in " + kind);
        }
        return written.equals("fixed") ? new Times.Fixed(seconds) : new Times.Exponential(seconds);
    }

    private static Optional<Breakdowns> breakdowns(Row row) {
        if (row.isEmpty("mtbf_minutes")) {
            for (String column : Arrays.asList("mttr_minutes", "mttr_kind", "mttr_variation", "wear")) {
                if (!row.isEmpty(column)) {
                    row.flaw(column, "an empty cell where mtbf_minutes is empty", "how often it breaks down");
                }
            }
            return Optional.empty();
        }
        double between = 60 * row.decimal("mtbf_minutes", MINUTES_MIN, MINUTES_MAX);
        double mean = 60 * row.decimal("mttr_minutes", MINUTES_MIN, MINUTES_MAX);
        Times repair = row.isEmpty("mttr_kind") && row.isEmpty("mttr_variation")
                ? new Times.Exponential(mean)
                : times(row, "mttr_kind", "mttr_variation", mean);
        String wear = row.isEmpty("wear") ? "operating" : row.raw("wear");
        if (!WEARS.contains(wear)) {
            row.flaw("wear", "operating or clock", maybe(wear, WEARS));
        }
        return Optional.of(new Breakdowns(between, repair, wear.equals("clock") ? Wear.CLOCK : Wear.OPERATING));
    }

    private static Optional<Rework> rework(Row row, Flow flow) {
        double share = row.findDecimal("rework_share", 0, Station.REWORK_MAX).orElse(0);
        if (row.isEmpty("rework_to")) {
            return share == 0 ? Optional.empty() : Optional.of(new Rework(share, flow.stations.size()));
        }
        String to = row.name("rework_to");
        List<String> known = List.copyOf(flow.rows.keySet());
        int at = known.indexOf(to);
        if (at < 0 && Spelling.isName(to)) {
            if (flow.leaky) {
                row.unsoundWithoutFlaw();
            } else {
                row.flaw("rework_to", "this station or one above it of the same line", maybe(to, known));
            }
        }
        // Positions count only while every row above was sound; after a flaw nothing is made of them.
        return share == 0 || at < 0 ? Optional.empty() : Optional.of(new Rework(share, at));
    }

    private static String maybe(String written, List<String> known) {
        return Nearest.of(written, known).map(Wording::quoted).orElse("");
    }
}
