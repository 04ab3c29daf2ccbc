package io.rampline.desk.command;

import io.rampline.promise.Command;
import io.rampline.promise.Strategy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A strategy for some orders as it is typed: {@code win:model=YU7,trim=Max}. */
final class StrategyChoice {
    private static final List<String> FIELDS = List.of("market", "model", "trim", "priority", "order");

    private StrategyChoice() {}

    /**
     * The assignment that is meant.
     *
     * @param priorityClasses names of the scenario's classes
     * @throws CommandFault when it cannot be understood
     */
    static Command.Assignment assignment(String typed, List<String> priorityClasses) {
        int colon = typed.indexOf(':');
        Strategy strategy = strategy(typed, colon < 0 ? typed : typed.substring(0, colon));
        TreeMap<String, String> fields = new TreeMap<>();
        for (String pair : colon < 0
                ? List.<String>of()
                : Arrays.asList(typed.substring(colon + 1).split(",", -1))) {
            int equals = pair.indexOf('=');
            String field = equals < 0 ? pair : pair.substring(0, equals);
            if (equals < 0 || !FIELDS.contains(field)) {
                throw fault(
                        typed,
                        "STRATEGY:FIELD=VALUE,... with a field of " + String.join(", ", FIELDS),
                        "win:model=YU7,trim=Max");
            }
            fields.put(field, pair.substring(equals + 1));
        }
        Optional<String> priority = Optional.ofNullable(fields.get("priority"));
        if (priority.isPresent() && !priorityClasses.contains(priority.get())) {
            throw fault(typed, "a priority class", String.join(", ", priorityClasses));
        }
        String order = fields.get("order");
        return new Command.Assignment(
                strategy,
                Optional.ofNullable(fields.get("market")),
                Optional.ofNullable(fields.get("model")),
                Optional.ofNullable(fields.get("trim")),
                priority.map(priorityClasses::indexOf),
                new TreeSet<>(order == null ? List.of() : List.of(order)));
    }

    static Strategy strategy(String typed, String name) {
        return Arrays.stream(Strategy.values())
                .filter(strategy -> strategy.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> fault(
                        typed,
                        "a strategy",
                        Arrays.stream(Strategy.values())
                                .map(strategy -> strategy.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    private static CommandFault fault(String typed, String expected, String maybe) {
        return new CommandFault(ExitCode.USAGE, "found " + typed + ", expected " + expected + ", maybe " + maybe);
    }
}
