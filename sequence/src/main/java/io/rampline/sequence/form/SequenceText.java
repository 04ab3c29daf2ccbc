package io.rampline.sequence.form;

import io.rampline.sequence.day.LineDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A sequence as a text of one car a line: its name alone, or a row between semicolons with a column "Ident". */
public final class SequenceText {
    private static final String IDENT = "Ident";

    private SequenceText() {}

    /** The indices into the cars of the day, in the order of the text. */
    public static List<Integer> read(String file, String text, LineDay day) throws MisreadForm {
        Map<String, Integer> byIdent = new TreeMap<>();
        for (int car = 0; car < day.cars().size(); car++) {
            byIdent.put(day.cars().get(car).ident(), car);
        }
        Sheet sheet = new Sheet(file, text);
        int column = Math.max(0, sheet.row(0).indexOf(IDENT));
        int first = sheet.row(0).contains(IDENT) ? 1 : 0;
        List<Integer> order = new ArrayList<>();
        for (int row = first; row < sheet.rows(); row++) {
            Integer car = byIdent.get(sheet.text(row, column));
            if (car == null) {
                throw sheet.flaw(row, column, "\"" + sheet.text(row, column) + "\"", "a car of the day " + day.name());
            }
            order.add(car);
        }
        return order;
    }
}
