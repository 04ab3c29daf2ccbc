package io.rampline.desk.command;

import io.rampline.factory.Horizon;
import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.factory.Week;
import io.rampline.promise.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A change of capacity as it is typed: {@code line:F1@2025-W35..2025-W38=0}. */
final class CapacityChange {
    private static final Pattern FORM = Pattern.compile("([A-Za-z-]+):(.+)@([^@=]+?)(?:\\.\\.([^@=]*))?=(\\d{1,9})");

    private CapacityChange() {}

    /**
     * The levels that make the change, one a week.
     *
     * @throws CommandFault when it cannot be understood or names what is not there
     */
    static List<Level> levels(String typed, Network network) {
        Matcher matcher = FORM.matcher(typed);
        if (!matcher.matches()) {
            throw fault(typed, "KIND:NAME@WEEK=UNITS or KIND:NAME@WEEK..WEEK=UNITS", "line:F1@2025-W35..2025-W38=0");
        }
        Resource.Kind kind = kind(typed, matcher.group(1));
        OptionalInt resource = network.findResource(kind, matcher.group(2));
        if (resource.isEmpty()) {
            throw fault(typed, "one of the scenario's " + kind.label() + "s", names(network, kind));
        }
        int weeks = network.horizon().weeks();
        int from = bucket(typed, matcher.group(3), network);
        String last = matcher.group(4);
        int to = last == null ? from : last.isEmpty() ? weeks - 1 : bucket(typed, last, network);
        if (from < 0 || to >= weeks || from > to) {
            throw fault(
                    typed,
                    "weeks from " + network.horizon().week(0) + " to "
                            + network.horizon().week(weeks - 1) + ", the first one first",
                    network.horizon().week(0) + ".." + network.horizon().week(weeks - 1));
        }
        int units = Integer.parseInt(matcher.group(5));
        List<Level> levels = new ArrayList<>();
        for (int bucket = from; bucket <= to; bucket++) {
            levels.add(new Level(resource.getAsInt(), bucket, units));
        }
        return levels;
    }

    private static int bucket(String typed, String week, Network network) {
        Horizon horizon = network.horizon();
        Optional<Week> found = Week.find(week);
        return horizon.bucket(found.orElseThrow(() -> fault(
                typed,
                "an ISO week such as " + horizon.week(0),
                TypedWeek.meant(week, horizon).toString())));
    }

    private static Resource.Kind kind(String typed, String name) {
        return Arrays.stream(Resource.Kind.values())
                .filter(kind -> typedName(kind).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> fault(
                        typed,
                        "a kind: "
                                + Arrays.stream(Resource.Kind.values())
                                        .map(CapacityChange::typedName)
                                        .collect(Collectors.joining(", ")),
                        "line"));
    }

    private static String typedName(Resource.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String names(Network network, Resource.Kind kind) {
        String names = network.resources().stream()
                .filter(resource -> resource.kind() == kind)
                .map(Resource::name)
                .limit(8)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none: the scenario has no limit of this kind" : names;
    }

    private static CommandFault fault(String typed, String expected, String maybe) {
        return new CommandFault(ExitCode.USAGE, "found --set " + typed + ", expected " + expected + ", maybe " + maybe);
    }
}
