package io.rampline.sequence.shop;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Ratio;
import io.rampline.sequence.search.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is hung up at the line: a row for each car, and an answer to "why here?". */
public final class ShopFloor {
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
        boolean formula = !words.isEmpty() && "=+-@".indexOf(words.charAt(0)) >= 0;
        String safe = formula ? "'" + words : words;
        return safe.matches("(?s).*[\",\n\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /**
     * Why a car stands where it stands, in sentences.
     *
     * @param place from 0
     */
    public static List<String> why(LineDay day, List<Integer> order, int place) {
        Car car = day.cars().get(order.get(place));
        PlaceReasons reasons = PlaceReasons.of(day, order, place);
        List<String> said = new ArrayList<>();
        said.add("Car " + car.ident() + " stands at place " + (place + 1) + " of " + order.size() + ", colour "
                + car.colour() + neighbours(reasons.run()) + ".");
        if (car.earliest() > 0 || car.latest() < order.size() - 1) {
            said.add("It may stand from place " + (car.earliest() + 1) + " to "
                    + (Math.min(car.latest(), order.size() - 1) + 1) + ".");
        }
        for (PlaceReasons.OfRatio windows : reasons.windows()) {
            Ratio ratio = day.ratios().get(windows.ratio());
            said.add(String.format(
                    Locale.ROOT,
                    "%s, at most %d of %d: of the windows over this place %d are full and %d hold too many.",
                    ratio.name(),
                    ratio.most(),
                    ratio.in(),
                    windows.full(),
                    windows.over()));
        }
        said.addAll(alternatives(reasons.standing()));
        return said;
    }

    private static String neighbours(PlaceReasons.InRun run) {
        return switch (run) {
            case INSIDE -> ", inside a run of it";
            case LAST -> ", at the end of a run of it";
            case FIRST -> ", at the start of a run of it";
            case ALONE -> ", alone in it";
        };
    }

    private static List<String> alternatives(Standing standing) {
        List<String> said = new ArrayList<>();
        said.add("Of the exchanges with one other car " + standing.better() + " would be better, " + standing.equal()
                + " as good, " + standing.worse() + " worse, and " + standing.forbidden()
                + " are forbidden by bounds or paint batches.");
        if (standing.nextBest() >= 0) {
            said.add(String.format(
                    Locale.ROOT,
                    "The cheapest is with place %d: the mark changes by %+,d.",
                    standing.nextBest() + 1,
                    standing.nextCost()));
        }
        return said;
    }
}
