package io.rampline.proving.prove;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the runs of a proof have counted, added up; of what is called longest, the longest. A word instead of a number
 * is told once.
 */
final class Tally {
    private static final String LONGEST = "longest";

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final TreeSet<String> remarks = new TreeSet<>();

    /** Adds what one run says: each of its whole numbers under its name. */
    void add(Record count) {
        for (RecordComponent component : count.getClass().getRecordComponents()) {
            Object value = value(component, count);
            if (value instanceof Number number) {
                counts.merge(
                        words(component.getName()),
                        number.longValue(),
                        component.getName().startsWith(LONGEST) ? Math::max : Long::sum);
            } else if (!String.valueOf(value).isEmpty()) {
                remarks.add(words(component.getName()) + ": " + value);
            }
        }
    }

    private static Object value(RecordComponent component, Record count) {
        try {
            return component.getAccessor().invoke(count);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("found a count that cannot be read: " + component, hidden);
        }
    }

    /** {@code longestBackMillis} in words. */
    private static String words(String name) {
        return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** One line for people. */
    String sentence() {
        List<String> parts = new ArrayList<>();
        counts.forEach((name, count) -> parts.add(
                name.startsWith(LONGEST)
                        ? String.format(Locale.ROOT, "%s %,d", name, count)
                        : String.format(Locale.ROOT, "%,d %s", count, name)));
        parts.addAll(remarks);
        return String.join(", ", parts);
    }
}
