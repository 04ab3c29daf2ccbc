package io.rampline.sequence.form;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import java.util.List;

/**
 * The form of CSPLib problem 1: numbers between blanks. Cars, options and classes; most carriers for each option; its
 * window; for each class index, number of cars and a 0 or 1 for each option. Lines that begin with # say nothing, nor
 * do titles above the numbers, which begin with a letter. Where a problem of five options leaves out most carriers and
 * windows, they are those of the problems of CSPLib: 1 2 1 2 1 in 2 3 3 5 5.
 */
public final class CsplibText {
    private CsplibText() {}

    /** Reads the text; the class of a car is the part of its name before the hyphen. */
    public static LineDay read(String name, String text) throws MisreadForm {
        return new ClassCounts(name, text).day();
    }

    /** One line for each car of the sequence: its class and its options. */
    public static String result(LineDay day, List<Integer> order) {
        StringBuilder text = new StringBuilder();
        for (int index : order) {
            text.append(row(day, day.cars().get(index))).append('\n');
        }
        return text.toString();
    }

    private static String row(LineDay day, Car car) {
        StringBuilder row = new StringBuilder(carClass(car));
        for (int r = 0; r < day.ratios().size(); r++) {
            row.append(car.carries(r) ? " 1" : " 0");
        }
        return row.toString();
    }

    private static String carClass(Car car) {
        return car.ident().substring(0, car.ident().indexOf('-'));
    }

    /**
     * An earlier sequence, of which cars may be gone: rows as {@link #result} writes them, classes alone, or the names
     * that {@link #read} gives. A class whose options have changed since is another one.
     */
    public static EarlierOrder earlier(String file, String text, LineDay day) throws MisreadForm {
        return SequenceText.earlier(file, text, day, car -> List.of(row(day, car), carClass(car), car.ident()));
    }
}
