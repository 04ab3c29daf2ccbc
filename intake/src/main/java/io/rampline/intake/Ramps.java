package io.rampline.intake;

import io.rampline.factory.Horizon;
import io.rampline.factory.RampCurve;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code ramps.csv}. */
record Ramps(Map<String, RampCurve> curves, Names names) {
    static final String FILE = "ramps.csv";

    private static final double RATE_MAX = 10;

    private static final Shape SHAPE =
            Shape.of(FILE).required("ramp", "kind").optional("age_weeks", "share", "midpoint_weeks", "rate_per_week");

    static Ramps read(Folder folder, Sources sources) {
        Names names = new Names("ramp", FILE);
        Map<String, List<RampCurve.Point>> tables = new HashMap<>();
        Map<String, RampCurve> curves = new HashMap<>();
        if (folder.has(FILE)) {
            boolean isWhole = Table.read(folder, SHAPE, row -> {
                String ramp = row.name("ramp");
                if (Spelling.isName(ramp)) {
                    names.define(ramp, row.line());
                } else {
                    names.spoil();
                }
                read(row, ramp, tables, curves);
                sources.of(row);
            });
            if (!isWhole) {
                names.spoil();
            }
        }
        tables.forEach((ramp, points) -> curves.put(ramp, new RampCurve.Table(points)));
        return new Ramps(curves, names);
    }

    private static void read(
            Row row, String ramp, Map<String, List<RampCurve.Point>> tables, Map<String, RampCurve> curves) {
        switch (row.raw("kind")) {
            case "table" -> readPoint(row, ramp, tables, curves);
            case "logistic", "gompertz" -> readCurve(row, ramp, tables, curves);
            default -> {
                String maybe = Nearest.of(row.raw("kind"), List.of("table", "logistic", "gompertz"))
                        .map(Wording::quoted)
                        .orElse("");
                row.flaw("kind", "table, logistic or gompertz", maybe);
            }
        }
    }

    private static void readPoint(
            Row row, String ramp, Map<String, List<RampCurve.Point>> tables, Map<String, RampCurve> curves) {
        double age = row.decimal("age_weeks", 0, Horizon.WEEKS_MAX);
        double share = row.decimal("share", 0, 1);
        mustBeEmpty(row, "a table", "midpoint_weeks", "rate_per_week");
        if (!row.isSound()) {
            return;
        }
        if (curves.containsKey(ramp)) {
            row.flaw("kind", "one kind for each ramp", "another key for one of them");
            return;
        }
        List<RampCurve.Point> points = tables.computeIfAbsent(ramp, _ -> new ArrayList<>());
        if (!points.isEmpty() && age <= points.getLast().ageWeeks()) {
            row.flaw("age_weeks", "ages in ascending order within a ramp", "sort the rows");
        } else {
            points.add(new RampCurve.Point(age, share));
        }
    }

    private static void readCurve(
            Row row, String ramp, Map<String, List<RampCurve.Point>> tables, Map<String, RampCurve> curves) {
        double midpoint = row.decimal("midpoint_weeks", 0, Horizon.WEEKS_MAX);
        double rate = row.decimal("rate_per_week", 0, RATE_MAX);
        mustBeEmpty(row, "a curve", "age_weeks", "share");
        if (!row.isSound()) {
            return;
        }
        RampCurve curve = row.raw("kind").equals("logistic")
                ? new RampCurve.Logistic(midpoint, rate)
                : new RampCurve.Gompertz(midpoint, rate);
        if (tables.containsKey(ramp) || curves.putIfAbsent(ramp, curve) != null) {
            row.flaw("ramp", "one row for a curve", "another key for one of them");
        }
    }

    private static void mustBeEmpty(Row row, String kind, String... columns) {
        for (String column : columns) {
            if (!row.isEmpty(column)) {
                row.flaw(column, "an empty cell in the row of " + kind, "another kind");
            }
        }
    }
}
