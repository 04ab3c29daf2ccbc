package io.rampline.sequence.form;

import io.rampline.sequence.day.LineDay;
import java.util.ArrayList;
import java.util.List;

/**
 * A day in the form of the ROADEF challenge.
 *
 * @param header of the file of cars
 * @param rows of the cars of the day, as they were read, in the order of {@code day.cars()}
 */
public record RoadefDay(LineDay day, List<String> header, List<List<String>> rows) {
    public RoadefDay {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * The official form of a result: the file of cars without the day before, in the order of the sequence.
     *
     * @param order indices into the cars of the day
     */
    public String result(List<Integer> order) {
        StringBuilder text = new StringBuilder(String.join(";", header)).append(";\n");
        for (int place = 0; place < order.size(); place++) {
            List<String> row = new ArrayList<>(rows.get(order.get(place)));
            row.set(1, Integer.toString(place + 1));
            text.append(String.join(";", row)).append(";\n");
        }
        return text.toString();
    }
}
