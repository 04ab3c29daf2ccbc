package io.rampline.desk.lineday;

import io.rampline.intake.LineRules;
import io.rampline.intake.LineRules.Spacing;
import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import io.rampline.sequence.search.Found;
import io.rampline.sequence.search.NoSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts the days of a week on a line in order, one behind the other: each begins where the one before ended. */
public final class WeekOrdering {
    private final LineWeek week;
    private final DayRules rules;
    private final CarColours colours;
    private final List<PlaceWish> wishes;
    private List<LineCar> tail;

    /** Finds a day's order. */
    @FunctionalInterface
    public interface Seeking {
        /**
         * An order of the day, as good as can be found.
         *
         * @throws NoSequence when no order is allowed, or none was found
         */
        Found seek(LineDay day) throws NoSequence;
    }

    /**
     * The week as it is to be ordered.
     *
     * @param tail the cars that went down the line last before this week; may be empty
     * @param wishes those about an order leave it some place
     */
    public WeekOrdering(LineWeek week, DayRules rules, LineRules said, List<LineCar> tail, List<PlaceWish> wishes) {
        this.week = week;
        this.rules = rules;
        this.colours = new CarColours(said);
        this.tail = List.copyOf(tail);
        this.wishes = List.copyOf(wishes);
    }

    /**
     * Orders afresh.
     *
     * @param days at most so many days, the first ones; the later ones are left out
     * @throws NoSequence when a day has no order that is allowed
     * @throws CannotMove when a car whose parts come late finds no place on a later day
     */
    public List<DayPlan> seek(int days, Seeking seeking) throws NoSequence {
        List<List<LineCar>> spread = LateDays.apply(week, DaySpread.of(week, rules), wishes, rules);
        List<DayPlan> plans = new ArrayList<>();
        for (int number = 1; number <= Math.min(days, spread.size()); number++) {
            List<LineCar> cars = spread.get(number - 1);
            if (!cars.isEmpty()) {
                DayRules among = rules.among(cars);
                LineDay day = day(number, cars, among);
                plans.add(plan(number, cars, among, day, seeking.seek(day), Optional.empty()));
            }
        }
        return plans;
    }

    /**
     * Keeps an earlier order as far as can be.
     *
     * @param earlier orders of each day in the order of the line
     * @param exchangesMax pairs of cars that may change places, on each day
     * @throws CannotKeep when batches or places forbid it
     * @throws CannotMove when a car whose parts come late finds no place on a later day
     */
    public List<DayPlan> keep(List<List<String>> earlier, int exchangesMax) throws CannotKeep {
        List<List<LineCar>> kept = LateDays.apply(week, KeptDays.of(week, earlier), wishes, rules);
        List<DayPlan> plans = new ArrayList<>();
        for (int number = 1; number <= kept.size(); number++) {
            List<LineCar> cars = kept.get(number - 1);
            if (!cars.isEmpty()) {
                DayRules among = rules.among(cars);
                LineDay day = day(number, cars, among);
                List<Integer> given = IntStream.range(0, cars.size()).boxed().toList();
                Found found = KeptOrder.of(day, given, exchangesMax);
                List<String> before = number <= earlier.size() ? earlier.get(number - 1) : List.of();
                plans.add(plan(number, cars, among, day, found, Optional.of(KeptDays.change(before, cars, found))));
            }
        }
        return plans;
    }

    private DayPlan plan(
            int number, List<LineCar> cars, DayRules among, LineDay day, Found found, Optional<DayChange> change) {
        Verdict verdict = SequenceCheck.of(day, found.order());
        if (!verdict.isAllowed() || !verdict.counts().equals(found.counts())) {
            throw new IllegalStateException("the check found " + verdict + ", the search " + found.counts());
        }
        DayPlan plan = new DayPlan(
                week.line(),
                week.week(),
                number,
                week.isFrozen(),
                week.dayUnits().get(number - 1),
                cars,
                among,
                day,
                found,
                verdict,
                change);
        tail = plan.sequence();
        return plan;
    }

    private LineDay day(int number, List<LineCar> cars, DayRules among) {
        List<Ratio> ratios =
                among.spacings().stream().map(spacing -> ratio(spacing, cars)).toList();
        int longest = ratios.stream().mapToInt(Ratio::in).max().orElse(1);
        List<Car> before = tail.subList(Math.max(0, tail.size() - longest), tail.size()).stream()
                .map(car -> car(car, among))
                .toList();
        Map<String, PlaceWish> places = new TreeMap<>();
        wishes.forEach(one -> places.merge(one.orderId(), one, PlaceWish::and));
        List<Car> bound = cars.stream()
                .map(car -> bound(car(car, among), places.get(car.orderId())))
                .toList();
        return new LineDay(
                week.line() + " " + week.week().monday().plusDays(number - 1L),
                ratios,
                before,
                bound,
                among.colourRun().orElse(before.size() + cars.size()),
                among.aims().stream().map(WeekOrdering::aim).toList(),
                DayEdge.EVERY_WINDOW);
    }

    private static Car bound(Car car, @Nullable PlaceWish wish) {
        return wish == null
                ? car
                : car.between(wish.first() - 1, wish.last() == PlaceWish.ANY ? Car.ANY_PLACE : wish.last() - 1);
    }

    private Car car(LineCar car, DayRules among) {
        return new Car(car.orderId(), colours.number(car.colour()), among.bits(car));
    }

    private static Ratio ratio(Spacing spacing, List<LineCar> cars) {
        long carriers = cars.stream()
                .filter(car -> spacing.isOf(car.model(), car.trim(), car.options()))
                .count();
        int most = spacing.most().orElse((int) Math.ceilDiv(carriers * spacing.in(), (long) cars.size()));
        Priority priority = switch (spacing.priority()) {
            case HIGH -> Priority.HIGH;
            case LOW -> Priority.LOW;
        };
        return new Ratio(spacing.name(), most, spacing.in(), priority, spacing.weight());
    }

    private static Aim aim(LineRules.Aim aim) {
        return switch (aim) {
            case HIGH_RATIOS -> Aim.HIGH_RATIOS;
            case LOW_RATIOS -> Aim.LOW_RATIOS;
            case COLOUR_CHANGES -> Aim.COLOUR_CHANGES;
        };
    }
}
