package io.rampline.sequence.form;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a text in the form of CSPLib problem 1, taken one after the other. */
final class ClassCounts {
    private final String file;
    private final List<int[]> tokens = new ArrayList<>();
    private int next;

    ClassCounts(String file, String text) throws MisreadForm {
        this.file = file;
        split(text);
    }

    private void split(String text) throws MisreadForm {
        String[] lines = text.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            if (lines[line].startsWith("#")) {
                continue;
            }
            int column = 1;
            for (String word : lines[line].split("\\s", -1)) {
                if (!word.isEmpty()) {
                    tokens.add(new int[] {number(word, line + 1, column), line + 1, column});
                }
                column += word.length() + 1;
            }
        }
    }

    private int number(String word, int line, int column) throws MisreadForm {
        try {
            int number = Integer.parseInt(word);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new MisreadForm(file, line, column, "\"" + word + "\"", "a whole number from 0");
        }
        throw new MisreadForm(file, line, column, "\"" + word + "\"", "a whole number from 0");
    }

    LineDay day() throws MisreadForm {
        int cars = take("the number of cars", 1, LineDay.CARS_MAX);
        int options = take("the number of options", 0, LineDay.RATIOS_MAX);
        int classes = take("the number of classes", 1, LineDay.CARS_MAX);
        int[] most = new int[options];
        for (int o = 0; o < options; o++) {
            most[o] = take("most carriers of option " + o, 0, Ratio.IN_MAX);
        }
        List<Ratio> ratios = new ArrayList<>();
        for (int o = 0; o < options; o++) {
            ratios.add(new Ratio("" + o, most[o], take("the window of option " + o, 1, Ratio.IN_MAX), Priority.HIGH));
        }
        List<Car> all = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            int index = take("the index of class " + c, c, c);
            int count = take("how many cars are of class " + c, 0, cars - all.size());
            long flags = 0;
            for (int o = 0; o < options; o++) {
                flags |= (long) take("0 or 1", 0, 1) << o;
            }
            for (int i = 0; i < count; i++) {
                all.add(new Car(index + "-" + i, 0, flags));
            }
        }
        if (all.size() != cars) {
            throw new MisreadForm(file, tokens.getLast()[1], 1, all.size() + " cars in all classes", "" + cars);
        }
        return new LineDay(file, ratios, List.of(), all, cars, List.of(Aim.HIGH_RATIOS), DayEdge.WHOLE_WINDOWS);
    }

    private int take(String what, int least, int most) throws MisreadForm {
        if (next == tokens.size()) {
            int line = tokens.isEmpty() ? 1 : tokens.getLast()[1];
            throw new MisreadForm(file, line, 1, "the end", what);
        }
        int[] token = tokens.get(next++);
        if (token[0] < least || token[0] > most) {
            throw new MisreadForm(file, token[1], token[2], "" + token[0], what + ", from " + least + " to " + most);
        }
        return token[0];
    }
}
