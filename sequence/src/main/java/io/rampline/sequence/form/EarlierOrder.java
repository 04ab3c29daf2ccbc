package io.rampline.sequence.form;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An earlier sequence as an order of this day's cars. Cars that it does not name come last, in the order of the day.
 *
 * @param order all cars of the day, as indices
 * @param kept how many of them the earlier sequence names
 * @param gone how many rows of it name no car of the day, or none that an earlier row has not named already
 */
public record EarlierOrder(List<Integer> order, int kept, int gone) {
    public EarlierOrder {
        order = List.copyOf(order);
    }

    /** Cars of the day that the earlier sequence does not name. */
    public int come() {
        return order.size() - kept;
    }

    /**
     * Finds the cars that are named.
     *
     * @param rows as they stand in the text, the first car of the line first
     * @param names under which a car may stand there; cars of one name are taken in the order of the day
     */
    static EarlierOrder of(LineDay day, List<String> rows, Function<Car, List<String>> names) {
        Map<String, Deque<Integer>> byName = new TreeMap<>();
        for (int car = 0; car < day.cars().size(); car++) {
            for (String name : names.apply(day.cars().get(car))) {
                byName.computeIfAbsent(plain(name), none -> new ArrayDeque<>()).add(car);
            }
        }
        boolean[] isTaken = new boolean[day.cars().size()];
        List<Integer> order = new ArrayList<>();
        for (String row : rows) {
            for (String spelling : List.of(row, unquoted(row), unguarded(unquoted(row)))) {
                Deque<Integer> waiting = byName.getOrDefault(plain(spelling), new ArrayDeque<>());
                while (!waiting.isEmpty() && isTaken[waiting.getFirst()]) {
                    waiting.removeFirst();
                }
                if (!waiting.isEmpty()) {
                    order.add(waiting.getFirst());
                    isTaken[waiting.removeFirst()] = true;
                    break;
                }
            }
        }
        int kept = order.size();
        for (int car = 0; car < isTaken.length; car++) {
            if (!isTaken[car]) {
                order.add(car);
            }
        }
        return new EarlierOrder(order, kept, rows.size() - kept);
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    /** A table quotes a name that holds a quote. */
    private static String unquoted(String field) {
        boolean isQuoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
        return isQuoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }

    /** A table puts an apostrophe before a name that a spreadsheet would take for a formula. */
    private static String unguarded(String field) {
        return field.startsWith("'") ? field.substring(1) : field;
    }
}
