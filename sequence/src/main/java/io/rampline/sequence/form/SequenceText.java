package io.rampline.sequence.form;

import io.rampline.sequence.day.LineDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A sequence as a text of one car a line: its name alone, or a row with a column "Ident" or "car". */
public final class SequenceText {
    private static final String IDENT = "Ident";
    private static final String CAR = "car";

    private SequenceText() {}

    /** The names of the cars, in the order of the text. */
    public static List<String> idents(String file, String text) throws MisreadForm {
        Sheet sheet = new Sheet(file, text, text.indexOf(';') < 0 ? "," : ";");
        List<String> head = sheet.row(0);
        int column = Math.max(0, Math.max(head.indexOf(IDENT), head.indexOf(CAR)));
        List<String> idents = new ArrayList<>();
        for (int row = head.contains(IDENT) || head.contains(CAR) ? 1 : 0; row < sheet.rows(); row++) {
            idents.add(sheet.text(row, column));
        }
        return idents;
    }

    /** The indices into the cars of the day, in the order of the text. */
    public static List<Integer> read(String file, String text, LineDay day) throws MisreadForm {
        Map<String, Integer> byIdent = new TreeMap<>();
        for (int car = 0; car < day.cars().size(); car++) {
            byIdent.put(day.cars().get(car).ident(), car);
        }
        List<Integer> order = new ArrayList<>();
        for (String ident : idents(file, text)) {
            Integer car = byIdent.get(ident);
            if (car == null) {
                throw new MisreadForm(file, order.size() + 1, 1, "\"" + ident + "\"", "a car of the day " + day.name());
            }
            order.add(car);
        }
        return order;
    }
}
