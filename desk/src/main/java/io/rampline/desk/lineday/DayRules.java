package io.rampline.desk.lineday;

import io.rampline.factory.Line;
import io.rampline.factory.Option;
import io.rampline.factory.Scenario;
import io.rampline.factory.WeeklyUnits;
import io.rampline.intake.LineRules;
import io.rampline.intake.LineRules.Aim;
import io.rampline.intake.LineRules.Paint;
import io.rampline.intake.LineRules.Priority;
import io.rampline.intake.LineRules.Spacing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rules by which the days of a week are put in order on a line.
 *
 * @param spacings at most {@value LineRules#SPACINGS_MAX}
 * @param colourRun most cars of a colour in a row; empty for no limit
 * @param isAssumed whether the scenario says nothing of spacings, so that they follow from its take limits
 */
public record DayRules(List<Spacing> spacings, OptionalInt colourRun, List<Aim> aims, boolean isAssumed) {
    private static final List<Aim> AIMS_USUAL = List.of(Aim.HIGH_RATIOS, Aim.LOW_RATIOS, Aim.COLOUR_CHANGES);
    private static final int HOURS_USUAL = 8;
    private static final int LEVEL_WINDOW_MAX = 100;
    private static final int SHORT_WINDOW = 10;
    private static final double EVERY_CAR = 0.9;

    public DayRules {
        spacings = List.copyOf(spacings);
        aims = List.copyOf(aims);
    }

    /** The rules that the scenario gives, or those that follow from its limits where it gives none. */
    public static DayRules of(Scenario scenario, LineRules said, LineWeek week) {
        Optional<Paint> paint = said.paint(week.line());
        boolean isAssumed = said.spacings().isEmpty();
        return new DayRules(
                isAssumed ? assumed(scenario, week) : said.spacings(week.line()),
                paint.map(row -> OptionalInt.of(row.colourRun())).orElse(OptionalInt.empty()),
                paint.map(Paint::aims).orElse(AIMS_USUAL),
                isAssumed);
    }

    private static List<Spacing> assumed(Scenario scenario, LineWeek week) {
        List<Spacing> spacings = new ArrayList<>();
        int bucket = scenario.horizon().bucket(week.week());
        for (Option option : scenario.options()) {
            int limit = option.limit().get(bucket);
            Optional<String> model = option.products().model();
            if (limit != WeeklyUnits.UNLIMITED && !week.cars().isEmpty() && room(spacings)) {
                double share = Math.max(
                        limit / (double) Math.max(1, lineUnits(scenario, model, bucket)), share(week, option.name()));
                fraction(share)
                        .ifPresent(found -> spacings.add(spacing(
                                Optional.of(option.name()),
                                model,
                                Optional.empty(),
                                OptionalInt.of(found.most()),
                                found.in(),
                                Priority.HIGH)));
            }
        }
        level(week, spacings);
        return spacings;
    }

    private static boolean room(List<Spacing> spacings) {
        return spacings.size() < LineRules.SPACINGS_MAX;
    }

    private static Spacing spacing(
            Optional<String> option,
            Optional<String> model,
            Optional<String> trim,
            OptionalInt most,
            int in,
            Priority priority) {
        return new Spacing(Optional.empty(), option, model, trim, most, in, priority, 1);
    }

    /** Units of all lines that build the model: a take limit holds for them together. */
    private static long lineUnits(Scenario scenario, Optional<String> model, int bucket) {
        long units = 0;
        for (Line line : scenario.lines()) {
            boolean builds = model.map(line.models()::contains).orElse(true);
            units += builds ? line.capacity().get(bucket) : 0;
        }
        return units;
    }

    private static double share(LineWeek week, String option) {
        long carriers = week.cars().stream()
                .filter(car -> car.options().contains(option))
                .count();
        return carriers / (double) week.cars().size();
    }

    private record Fraction(int most, int in) {}

    /** The smallest N/P not below the share with short windows; empty where nearly every car carries the option. */
    private static Optional<Fraction> fraction(double share) {
        if (share > EVERY_CAR) {
            return Optional.empty();
        }
        if (share <= 1.0 / SHORT_WINDOW) {
            int in = (int) Math.min(LEVEL_WINDOW_MAX, Math.floor(1 / Math.max(share, 1.0 / LEVEL_WINDOW_MAX)));
            return Optional.of(new Fraction(1, in));
        }
        Fraction best = new Fraction(1, 1);
        for (int in = 2; in <= SHORT_WINDOW; in++) {
            int most = (int) Math.ceil(share * in);
            if (most < in && most * best.in() < best.most() * in) {
                best = new Fraction(most, in);
            }
        }
        return best.in() == 1 ? Optional.empty() : Optional.of(best);
    }

    /** Models and trims evenly over the hours, where the line builds several. */
    private static void level(LineWeek week, List<Spacing> spacings) {
        double hours = week.hoursPerDay() > 0 ? week.hoursPerDay() : HOURS_USUAL;
        double carsPerDay = week.cars().size() / (double) week.dayUnits().size();
        int in = (int) Math.clamp(Math.round(carsPerDay / hours), 2L, LEVEL_WINDOW_MAX);
        Map<List<String>, Integer> products = new LinkedHashMap<>();
        for (LineCar car : week.cars()) {
            products.merge(List.of(car.model(), car.trim()), 1, Integer::sum);
        }
        for (List<String> product : products.keySet()) {
            if (products.size() > 1 && room(spacings)) {
                spacings.add(spacing(
                        Optional.empty(),
                        Optional.of(product.getFirst()),
                        Optional.of(product.getLast()),
                        OptionalInt.empty(),
                        in,
                        Priority.LOW));
            }
        }
    }

    /** The rules that some of these cars count for: what no car of a day has cannot be spaced on it. */
    DayRules among(List<LineCar> cars) {
        List<Spacing> met = spacings.stream()
                .filter(spacing -> cars.stream().anyMatch(car -> spacing.isOf(car.model(), car.trim(), car.options())))
                .toList();
        return new DayRules(met, colourRun, aims, isAssumed);
    }

    /** Bit r is set when the car counts for spacing r. */
    long bits(LineCar car) {
        long bits = 0;
        for (int r = 0; r < spacings.size(); r++) {
            bits |= spacings.get(r).isOf(car.model(), car.trim(), car.options()) ? 1L << r : 0;
        }
        return bits;
    }
}
