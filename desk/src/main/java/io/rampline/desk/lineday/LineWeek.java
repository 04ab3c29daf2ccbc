package io.rampline.desk.lineday;

import io.rampline.factory.Resource;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.intake.LineRules;
import io.rampline.intake.WorkingTime;
import io.rampline.promise.Order;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.TimeOfBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * The cars that are promised to be built in a week on a line.
 *
 * @param isFrozen whether the week lies in the frozen zone: its cars do not move to other weeks any more
 * @param cars by rank: who locked first stands first
 * @param dayUnits how many the line can build on each day of the week; at least one day
 * @param hoursPerDay 0 when the scenario does not say
 */
public record LineWeek(
        String line, Week week, boolean isFrozen, List<LineCar> cars, List<Integer> dayUnits, double hoursPerDay) {
    private static final int DAYS_MAX = 7;

    public LineWeek {
        cars = List.copyOf(cars);
        dayUnits = List.copyOf(dayUnits);
    }

    /** Gathers the cars of a book. O(orders). */
    public static LineWeek of(PromiseEngine engine, LineRules rules, String line, int bucket) {
        Scenario scenario = engine.network().scenario();
        CarColours colours = new CarColours(rules);
        List<Order> orders = new ArrayList<>();
        for (int row = 0; row < engine.size(); row++) {
            if (engine.isOpen(row)
                    && engine.buildBucket(row) == bucket
                    && engine.line(row).equals(line)) {
                orders.add(engine.order(row));
            }
        }
        orders.sort(Comparator.comparingInt(Order::priorityClass)
                .thenComparingLong(Order::lockedAtMicros)
                .thenComparing(Order::id));
        List<LineCar> cars = orders.stream()
                .map(order ->
                        new LineCar(order.id(), order.configuration(), colours.of(order.id(), order.configuration())))
                .toList();
        WorkingTime time = rules.times().get(line);
        return new LineWeek(
                line,
                scenario.horizon().week(bucket),
                bucket < frozenEnd(engine),
                cars,
                dayUnits(engine, rules, line, bucket, cars.size()),
                time == null ? 0 : time.hoursPerDay());
    }

    /**
     * A week with those before it whose days it continues: from the first week in which builds may happen on, as long
     * as they are settled. Behind the frozen zone a week follows the last settled one, or begins anew. O(orders x
     * weeks).
     */
    public static List<LineWeek> upTo(PromiseEngine engine, LineRules rules, String line, int bucket) {
        int first = firstBucket(engine);
        int settled = Math.max(first + 1, frozenEnd(engine));
        List<LineWeek> weeks = new ArrayList<>();
        for (int earlier = first; bucket <= settled && earlier < bucket; earlier++) {
            weeks.add(of(engine, rules, line, earlier));
        }
        weeks.add(of(engine, rules, line, bucket));
        return weeks;
    }

    /** The first bucket in which builds may happen, by the time of the book. */
    public static int firstBucket(PromiseEngine engine) {
        Week now = TimeOfBook.week(engine.nowMicros());
        return Math.max(0, engine.network().horizon().bucket(now));
    }

    /** The bucket behind the frozen zone. */
    public static int frozenEnd(PromiseEngine engine) {
        return firstBucket(engine) + engine.network().scenario().rules().frozenWeeks();
    }

    private static int units(PromiseEngine engine, String line, int bucket) {
        OptionalInt resource = engine.network().findResource(Resource.Kind.LINE, line);
        return resource.isPresent() ? engine.capacity(resource.getAsInt(), bucket) : 0;
    }

    /** How many a line can build on each day of a week. */
    static List<Integer> dayUnits(PromiseEngine engine, LineRules rules, String line, int bucket, int cars) {
        WorkingTime time = rules.times().get(line);
        int days = time == null || bucket >= time.days().weeks()
                ? DAYS_MAX
                : time.days().get(bucket);
        return dayUnits(units(engine, line, bucket), cars, Math.max(1, days));
    }

    /** The week's units dealt evenly to its days; a week with more cars than units is dealt by its cars. */
    private static List<Integer> dayUnits(int units, int cars, int days) {
        List<Integer> dealt = new ArrayList<>();
        long dealtOut = Math.max(units, cars);
        for (int day = 0; day < days; day++) {
            dealt.add((int) (dealtOut * (day + 1) / days - dealtOut * day / days));
        }
        return dealt;
    }

    /** How many cars each day builds: the cars in the proportion of what the days can, never more than that. */
    List<Integer> carsOfDays() {
        return carsOfDays(dayUnits, cars.size());
    }

    static List<Integer> carsOfDays(List<Integer> dayUnits, int cars) {
        long units = dayUnits.stream().mapToLong(Integer::longValue).sum();
        List<Integer> counts = new ArrayList<>();
        long passed = 0;
        for (int day : dayUnits) {
            long before = units == 0 ? 0 : cars * passed / units;
            passed += day;
            counts.add((int) (units == 0 ? 0 : cars * passed / units - before));
        }
        return counts;
    }
}
