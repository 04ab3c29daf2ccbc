package io.rampline.sequence.form;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a text in the form of CSPLib problem 1, taken one after the other. Lines that begin with a letter are
 * titles: they may stand above a problem, and never inside it.
 */
final class ClassCounts {
    /** What the problems of CSPLib have in common, and some of them therefore leave out. */
    private static final int[] USUAL_MOST = {1, 2, 1, 2, 1};

    private static final int[] USUAL_IN = {2, 3, 3, 5, 5};
    private static final int NUMBERS_ABOVE_RATIOS = 3;
    private static final int NUMBERS_BEFORE_FLAGS = 2;

    private final String file;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    /** @param number -1 for a title */
    private record Token(int number, String word, int line, int column) {
        boolean isTitle() {
            return number < 0;
        }
    }

    private record CarClass(int index, int cars, long flags) {}

    private record Problem(int cars, List<Ratio> ratios, List<CarClass> classes) {}

    ClassCounts(String file, String text) throws MisreadForm {
        this.file = file;
        split(text);
    }

    private void split(String text) throws MisreadForm {
        String[] lines = text.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            String stripped = lines[line].strip();
            if (stripped.startsWith("#")) {
                continue;
            }
            int column = 1;
            boolean isTitle = !stripped.isEmpty() && Character.isLetter(stripped.codePointAt(0));
            for (String word : lines[line].split("\\s", -1)) {
                if (!word.isEmpty()) {
                    int number = isTitle ? -1 : number(word, line + 1, column);
                    tokens.add(new Token(number, word, line + 1, column));
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

    /** The only problem of the text. */
    LineDay day() throws MisreadForm {
        Problem problem = problem();
        skipTitles();
        if (next < tokens.size()) {
            throw leftOver();
        }
        List<Car> all = new ArrayList<>();
        for (CarClass one : problem.classes()) {
            for (int i = 0; i < one.cars(); i++) {
                all.add(new Car(one.index() + "-" + i, 0, one.flags()));
            }
        }
        return new LineDay(
                file,
                problem.ratios(),
                List.of(),
                all,
                problem.cars(),
                List.of(Aim.HIGH_RATIOS),
                DayEdge.WHOLE_WINDOWS);
    }

    private MisreadForm leftOver() {
        Token first = tokens.get(next);
        int problems = 1;
        try {
            while (next < tokens.size()) {
                problem();
                problems++;
                skipTitles();
            }
        } catch (MisreadForm noneMore) {
            // What stands here is no problem; where the first one ends is what is told.
            next = tokens.size();
        }
        if (problems == 1) {
            return new MisreadForm(
                    file,
                    first.line(),
                    first.column(),
                    "\"" + first.word() + "\" after the last class",
                    "the end, or a larger number of classes");
        }
        return new MisreadForm(
                file,
                first.line(),
                first.column(),
                "the second of " + problems + " problems",
                "one problem in a file: keep each in a file of its own");
    }

    private void skipTitles() {
        while (next < tokens.size() && tokens.get(next).isTitle()) {
            next++;
        }
    }

    private Problem problem() throws MisreadForm {
        skipTitles();
        return problem(leavesOutRatios());
    }

    /** Whether the next problem has no lines of ratios: by how many numbers there are, or else by what they make. */
    private boolean leavesOutRatios() {
        int first = next;
        if (first + NUMBERS_ABOVE_RATIOS > tokens.size()
                || tokens.get(first + 1).number() != USUAL_MOST.length) {
            return false;
        }
        long classes = tokens.get(first + 2).number();
        long withoutRatios = NUMBERS_ABOVE_RATIOS + classes * (NUMBERS_BEFORE_FLAGS + USUAL_MOST.length);
        int end = first;
        while (end < tokens.size() && !tokens.get(end).isTitle() && end - first <= withoutRatios) {
            end++;
        }
        return end - first == withoutRatios || (!isProblem(first, false) && isProblem(first, true));
    }

    private boolean isProblem(int first, boolean leavesOutRatios) {
        int before = next;
        next = first;
        try {
            problem(leavesOutRatios);
            return true;
        } catch (MisreadForm no) {
            return false;
        } finally {
            next = before;
        }
    }

    private Problem problem(boolean leavesOutRatios) throws MisreadForm {
        int cars = take("the number of cars", 1, LineDay.CARS_MAX);
        int options = take("the number of options", 0, LineDay.RATIOS_MAX);
        int classes = take("the number of classes", 1, LineDay.CARS_MAX);
        List<Ratio> ratios = leavesOutRatios ? usualRatios() : ratios(options);
        List<CarClass> all = new ArrayList<>();
        int sum = 0;
        for (int c = 0; c < classes; c++) {
            int index = take("the index of class " + c, c, c);
            int count = take("how many cars are of class " + c, 0, cars - sum);
            long flags = 0;
            for (int o = 0; o < options; o++) {
                flags |= (long) take("0 or 1", 0, 1) << o;
            }
            all.add(new CarClass(index, count, flags));
            sum += count;
        }
        if (sum != cars) {
            int line = tokens.get(next - 1).line();
            throw new MisreadForm(file, line, 1, sum + " cars in all classes", "" + cars);
        }
        return new Problem(cars, ratios, all);
    }

    private static List<Ratio> usualRatios() {
        List<Ratio> ratios = new ArrayList<>();
        for (int o = 0; o < USUAL_MOST.length; o++) {
            ratios.add(new Ratio("" + o, USUAL_MOST[o], USUAL_IN[o], Priority.HIGH));
        }
        return ratios;
    }

    private List<Ratio> ratios(int options) throws MisreadForm {
        int[] most = new int[options];
        for (int o = 0; o < options; o++) {
            most[o] = take("most carriers of option " + o, 0, Ratio.IN_MAX);
        }
        List<Ratio> ratios = new ArrayList<>();
        for (int o = 0; o < options; o++) {
            ratios.add(new Ratio("" + o, most[o], take("the window of option " + o, 1, Ratio.IN_MAX), Priority.HIGH));
        }
        return ratios;
    }

    private int take(String what, int least, int most) throws MisreadForm {
        if (next == tokens.size()) {
            int line = tokens.isEmpty() ? 1 : tokens.getLast().line();
            throw new MisreadForm(file, line, 1, "the end", what);
        }
        Token token = tokens.get(next++);
        if (token.number() < least || token.number() > most) {
            String found = token.isTitle() ? "\"" + token.word() + "\"" : "" + token.number();
            throw new MisreadForm(file, token.line(), token.column(), found, what + ", from " + least + " to " + most);
        }
        return token.number();
    }
}
