package io.rampline.proving.timetable;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a solver made of an instance.
 *
 * @param solver and way of stating the program, for people
 * @param secondsToGap wall time until the gap asked for was proved; empty when it was not
 * @param seconds wall time in all
 * @param processorSeconds of all threads of this process meanwhile
 * @param costMinor of the best plan in minor units, discounted; empty when there is none
 * @param boundMinor proved: no plan costs less; empty when nothing was proved
 * @param nodes of the search tree; empty when it does not say
 * @param flaws found by the checker of plans; empty when all is well or there is no plan
 * @param remark for people; may be empty
 */
record Figures(
        String solver,
        OptionalDouble secondsToGap,
        double seconds,
        double processorSeconds,
        OptionalDouble costMinor,
        OptionalDouble boundMinor,
        OptionalLong nodes,
        List<String> flaws,
        String remark) {
    static final String HEADER = String.format(
            Locale.ROOT,
            "%-34s %10s %8s %8s %9s %16s %16s %8s  %s",
            "solver",
            "s to gap",
            "s",
            "cpu s",
            "gap %",
            "cost",
            "bound",
            "nodes",
            "checked");

    Figures {
        flaws = List.copyOf(flaws);
    }

    OptionalDouble gap() {
        return costMinor.isPresent() && boundMinor.isPresent()
                ? OptionalDouble.of(
                        Math.max(0, costMinor.getAsDouble() - boundMinor.getAsDouble()) / costMinor.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether the two can both be right: neither proved that the other's plan cannot be. */
    boolean agreesWith(Figures other) {
        return !below(this, other) && !below(other, this);
    }

    private static boolean below(Figures one, Figures other) {
        double rounding = 1e-5;
        return one.costMinor.isPresent()
                && other.boundMinor.isPresent()
                && one.costMinor.getAsDouble() < other.boundMinor.getAsDouble() * (1 - rounding);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-34s %10s %8.1f %8.1f %9s %16s %16s %8s  %s",
                solver,
                text("%.1f", secondsToGap),
                seconds,
                processorSeconds,
                gap().isPresent() ? String.format(Locale.ROOT, "%.3f", 100 * gap().getAsDouble()) : "-",
                text("%,.0f", inMajor(costMinor)),
                text("%,.0f", inMajor(boundMinor)),
                nodes.isPresent() ? Long.toString(nodes.getAsLong()) : "-",
                checked());
    }

    private String checked() {
        String found = costMinor.isEmpty() ? "no plan" : flaws.isEmpty() ? "holds" : flaws.getFirst();
        return remark.isEmpty() ? found : found + "; " + remark;
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"solver\":\"%s\",\"seconds_to_gap\":%s,\"seconds\":%.3f,\"processor_seconds\":%.3f,\"gap\":%s,\"cost\":%s,\"bound\":%s,\"nodes\":%s,\"flaws\":%d,\"remark\":\"%s\"}",
                solver,
                number("%.3f", secondsToGap),
                seconds,
                processorSeconds,
                number("%.6f", gap()),
                number("%.2f", inMajor(costMinor)),
                number("%.2f", inMajor(boundMinor)),
                nodes.isPresent() ? Long.toString(nodes.getAsLong()) : "null",
                flaws.size(),
                remark);
    }

    private static OptionalDouble inMajor(OptionalDouble minor) {
        return minor.isPresent() ? OptionalDouble.of(minor.getAsDouble() / 100) : minor;
    }

    private static String text(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
    }

    private static String number(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "null";
    }
}
