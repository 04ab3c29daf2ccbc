package io.rampline.desk.lineday;

import io.rampline.factory.Line;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.intake.LineRules;
import io.rampline.promise.PromiseEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** On which days which line builds how many of the cars that are promised. */
public record LineCalendar(List<OfLine> lines) {
    public LineCalendar {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param weeks in which it builds something, in their order
     */
    public record OfLine(String line, List<String> models, List<WorkWeek> weeks) {
        public OfLine {
            models = List.copyOf(models);
            weeks = List.copyOf(weeks);
        }
    }

    /**
     * A week of a line.
     *
     * @param isFrozen whether its cars do not move to other weeks any more
     * @param carsOfDays from Monday on, 0 for a day without cars
     */
    public record WorkWeek(Week week, boolean isFrozen, List<Integer> carsOfDays) {
        public WorkWeek {
            carsOfDays = List.copyOf(carsOfDays);
        }
    }

    /** The calendar of a book. O(orders). */
    public static LineCalendar of(PromiseEngine engine, LineRules rules) {
        Scenario scenario = engine.network().scenario();
        int weeks = scenario.horizon().weeks();
        Map<String, int[]> cars = new LinkedHashMap<>();
        scenario.lines().forEach(line -> cars.put(line.name(), new int[weeks]));
        for (int row = 0; row < engine.size(); row++) {
            int bucket = engine.isOpen(row) ? engine.buildBucket(row) : -1;
            int[] counted = bucket >= 0 && bucket < weeks ? cars.get(engine.line(row)) : null;
            if (counted != null) {
                counted[bucket]++;
            }
        }
        int frozenEnd = LineWeek.frozenEnd(engine);
        List<OfLine> lines = new ArrayList<>();
        for (Line line : scenario.lines()) {
            int[] counted = cars.getOrDefault(line.name(), new int[0]);
            List<WorkWeek> working = new ArrayList<>();
            for (int bucket = 0; bucket < counted.length; bucket++) {
                if (counted[bucket] > 0) {
                    List<Integer> units = LineWeek.dayUnits(engine, rules, line.name(), bucket, counted[bucket]);
                    working.add(new WorkWeek(
                            scenario.horizon().week(bucket),
                            bucket < frozenEnd,
                            LineWeek.carsOfDays(units, counted[bucket])));
                }
            }
            lines.add(new OfLine(line.name(), line.models().stream().sorted().toList(), working));
        }
        return new LineCalendar(lines);
    }
}
