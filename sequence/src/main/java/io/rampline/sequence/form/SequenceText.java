package io.rampline.sequence.form;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A sequence as a text of one car a line: its name alone, or a row with a column "Ident" or "car". */
public final class SequenceText {
    private static final String IDENT = "Ident";
    private static final String CAR = "car";

    private SequenceText() {}

    /** The names of the cars, in the order of the text. */
    private static List<String> idents(Sheet sheet) throws MisreadForm {
        int column = column(sheet);
        List<String> idents = new ArrayList<>();
        for (int row = firstRow(sheet); row < sheet.rows(); row++) {
            idents.add(sheet.text(row, column));
        }
        return idents;
    }

    private static Sheet sheet(String file, String text) {
        return new Sheet(file, text, text.indexOf(';') < 0 ? "," : ";");
    }

    private static int column(Sheet sheet) throws MisreadForm {
        List<String> head = sheet.row(0);
        return Math.max(0, Math.max(head.indexOf(IDENT), head.indexOf(CAR)));
    }

    private static int firstRow(Sheet sheet) throws MisreadForm {
        List<String> head = sheet.row(0);
        return head.contains(IDENT) || head.contains(CAR) ? 1 : 0;
    }

    /** An earlier sequence, of which cars may be gone. One that names no car of the day at all is a flaw. */
    public static EarlierOrder earlier(String file, String text, LineDay day) throws MisreadForm {
        return earlier(file, text, day, car -> List.of(car.ident()));
    }

    static EarlierOrder earlier(String file, String text, LineDay day, Function<Car, List<String>> names)
            throws MisreadForm {
        Sheet sheet = sheet(file, text);
        List<String> idents = idents(sheet);
        EarlierOrder order = EarlierOrder.of(day, idents, names);
        if (order.kept() == 0) {
            String found = idents.isEmpty() ? "no row" : "\"" + idents.getFirst() + "\"";
            throw sheet.flaw(
                    Math.min(firstRow(sheet), sheet.rows() - 1),
                    column(sheet),
                    found + " and no car of the day in any row",
                    "the cars of an earlier sequence of " + day.name() + ", such as "
                            + String.join(
                                    " or ",
                                    names.apply(day.cars().getFirst()).stream()
                                            .map(name -> "\"" + name + "\"")
                                            .toList()));
        }
        return order;
    }

    /** The indices into the cars of the day, in the order of the text. */
    public static List<Integer> read(String file, String text, LineDay day) throws MisreadForm {
        Map<String, Integer> byIdent = new TreeMap<>();
        for (int car = 0; car < day.cars().size(); car++) {
            byIdent.put(day.cars().get(car).ident(), car);
        }
        List<Integer> order = new ArrayList<>();
        for (String ident : idents(sheet(file, text))) {
            Integer car = byIdent.get(ident);
            if (car == null) {
                throw new MisreadForm(file, order.size() + 1, 1, "\"" + ident + "\"", "a car of the day " + day.name());
            }
            order.add(car);
        }
        return order;
    }
}
