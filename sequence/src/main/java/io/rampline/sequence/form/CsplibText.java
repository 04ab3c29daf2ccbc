package io.rampline.sequence.form;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import java.util.List;

/**
 * The form of CSPLib problem 1: numbers between blanks. Cars, options and classes; most carriers for each option; its
 * window; for each class index, number of cars and a 0 or 1 for each option. Lines that begin with # say nothing.
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
            Car car = day.cars().get(index);
            text.append(car.ident(), 0, car.ident().indexOf('-'));
            for (int r = 0; r < day.ratios().size(); r++) {
                text.append(car.carries(r) ? " 1" : " 0");
            }
            text.append('\n');
        }
        return text.toString();
    }
}
