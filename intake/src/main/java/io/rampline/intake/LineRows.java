package io.rampline.intake;

import io.rampline.factory.Week;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads {@code lines.csv}; what the lines can do is worked out by {@link LineCapacity}. */
final class LineRows {
    static final String FILE = "lines.csv";

    static final List<String> SHIFT_COLUMNS =
            List.of("jobs_per_hour", "hours_per_shift", "shifts", "days_per_week", "oee");

    private static final double[] SHIFT_MAX = {1000, 24, 4, 7, 1};

    private static final Shape SHAPE = Shape.of(FILE)
            .required("plant", "line", "models")
            .optional(SHIFT_COLUMNS.toArray(String[]::new))
            .optional("ramp", "ramp_start");

    /**
     * One line as written.
     *
     * @param shift the values of {@link #SHIFT_COLUMNS}
     * @param shiftCells where they stand
     */
    record LineRow(
            String plant,
            String name,
            List<String> models,
            Row.Cell modelsCell,
            List<OptionalDouble> shift,
            List<Row.Cell> shiftCells,
            Optional<String> ramp,
            Week rampStart) {}

    private final List<LineRow> rows = new ArrayList<>();
    private final Names names = new Names("line", FILE);
    private final Names plants = new Names("plant", FILE);
    private final Map<String, List<String>> modelsByLine = new HashMap<>();
    private final Set<String> linesWithUnreadableModels = new HashSet<>();

    private LineRows() {}

    static LineRows read(Folder folder, Basics basics, Sources sources, Ramps ramps) {
        LineRows lines = new LineRows();
        if (!folder.has(FILE)) {
            folder.missing(FILE, "the file with at least one line");
            lines.spoil();
            return lines;
        }
        boolean isWhole = Table.read(folder, SHAPE, row -> {
            lines.read(row, basics, ramps);
            sources.of(row);
        });
        if (!isWhole) {
            lines.spoil();
        } else if (lines.names.all().isEmpty() && !lines.names.isLeaky()) {
            lines.spoil();
            folder.flaws().add(Folder.wholeFile(FILE, "no line", "at least one row", ""));
        }
        return lines;
    }

    List<LineRow> rows() {
        return rows;
    }

    Names names() {
        return names;
    }

    Names plants() {
        return plants;
    }

    /** Lines whose row names the model, in file order. */
    List<String> building(String model) {
        return names.all().stream()
                .filter(line -> modelsByLine.getOrDefault(line, List.of()).contains(model))
                .toList();
    }

    /** Whether some line may build a model that no readable row names. */
    boolean mayBuild() {
        return names.isLeaky() || !linesWithUnreadableModels.isEmpty();
    }

    boolean builds(String line, String model) {
        return linesWithUnreadableModels.contains(line)
                || modelsByLine.getOrDefault(line, List.of()).contains(model);
    }

    String maybeModel(String model) {
        Set<String> built = new java.util.LinkedHashSet<>();
        modelsByLine.values().forEach(built::addAll);
        return Nearest.of(model, built).map(name -> "\"" + name + "\"").orElse("add it to the models of a line");
    }

    /** Now that the products are known: no line may name a model that nobody knows. */
    void checkModels(FlawBook flaws, Catalogue catalogue) {
        for (LineRow row : rows) {
            for (String model : row.models()) {
                if (!catalogue.hasModel(model) && !catalogue.mayHaveModel()) {
                    flaws.add(row.modelsCell()
                            .flaw(Wording.quoted(model), catalogue.expectedModel(), catalogue.maybeModel(model)));
                }
            }
        }
    }

    private void spoil() {
        names.spoil();
        plants.spoil();
    }

    private void read(Row row, Basics basics, Ramps ramps) {
        String plant = row.name("plant");
        if (Spelling.isName(plant)) {
            plants.define(plant, row.line());
        } else {
            plants.spoil();
        }
        String name = row.name("line");
        row.define(names, "line", name);
        List<String> models = row.list("models");
        if (models.isEmpty()) {
            if (row.isEmpty("models")) {
                row.flaw("models", "at least one model", "");
            }
            linesWithUnreadableModels.add(name);
        }
        modelsByLine.putIfAbsent(name, models);
        List<OptionalDouble> shift = new ArrayList<>();
        List<Row.Cell> shiftCells = new ArrayList<>();
        for (int i = 0; i < SHIFT_COLUMNS.size(); i++) {
            shift.add(row.findDecimal(SHIFT_COLUMNS.get(i), 0, SHIFT_MAX[i]));
            shiftCells.add(row.cell(SHIFT_COLUMNS.get(i)));
        }
        double hours = shift.get(1).orElse(0) * shift.get(2).orElse(0);
        if (hours > 24) {
            row.flaw("shifts", hours + " hours a day", "hours_per_shift x shifts of at most 24", "");
        }
        Optional<String> ramp = row.findName("ramp");
        ramp.ifPresent(key -> row.mustBeIn(ramps.names(), "ramp", key));
        Week rampStart = row.isEmpty("ramp_start") ? basics.horizon().start() : row.week("ramp_start");
        if (row.isSound()) {
            rows.add(new LineRow(plant, name, models, row.cell("models"), shift, shiftCells, ramp, rampStart));
        }
    }
}
