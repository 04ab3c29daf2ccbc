package io.rampline.sequence.shop;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import java.util.ArrayList;
import java.util.List;

/** What is hung up at the line: a row for each car. */
public final class ShopFloor {
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

    private ShopFloor() {}

    /**
     * A table between commas: place (from 1), car, colour, its options, and the ratios that it helps to violate.
     *
     * @param order indices into the cars of the day
     */
    public static String table(LineDay day, List<Integer> order) {
        WindowsOver windows = new WindowsOver(day, order);
        StringBuilder text = new StringBuilder("place,car,colour,options,violates\n");
        for (int place = 0; place < order.size(); place++) {
            Car car = day.cars().get(order.get(place));
            List<String> carried = new ArrayList<>();
            List<String> violated = new ArrayList<>();
            for (int r = 0; r < day.ratios().size(); r++) {
                if (car.carries(r)) {
                    carried.add(day.ratios().get(r).name());
                    if (windows.over(r, place) > 0) {
                        violated.add(day.ratios().get(r).name());
                    }
                }
            }
            text.append(place + 1).append(',').append(field(car.ident())).append(',');
            text.append(car.colour()).append(',').append(field(String.join(" ", carried)));
            text.append(',').append(field(String.join(" ", violated))).append('\n');
        }
        return text.toString();
    }

    /** A field that a spreadsheet takes as text: quoted where it must be, and never a formula. */
    static String field(String words) {
        boolean formula = !words.isEmpty() && FORMULA_BEGINNINGS.indexOf(words.charAt(0)) >= 0;
        String safe = formula ? "'" + words : words;
        boolean quote = safe.chars().anyMatch(character -> character == ',' || character == '"' || character < ' ');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
