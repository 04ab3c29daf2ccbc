package io.rampline.desk.command;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** A value of an option that is not what the option takes, told without the names of Java's types. */
final class Misreading {
    private Misreading() {}

    /** What was found and what was expected; what picocli says where that is about names. */
    static String words(ParameterException fault) {
        ArgSpec argument = fault.getArgSpec();
        String found = fault.getValue();
        if (argument == null || found == null) {
            return String.valueOf(fault.getMessage());
        }
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        return expected(argument.typeInfo().getType(), found)
                .map(expected -> "found " + name + " " + found + ", expected " + expected)
                .orElse(String.valueOf(fault.getMessage()));
    }

    private static Optional<String> expected(Class<?> type, String found) {
        if (type == LocalDate.class) {
            return Optional.of("a date such as 2026-03-31");
        }
        if (type == double.class || type == Double.class) {
            return Optional.of("a number such as 0.5");
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Optional.of(found.matches("[+-]?\\d+") ? "a number nearer to 0" : "a whole number");
        }
        return Optional.empty();
    }
}
