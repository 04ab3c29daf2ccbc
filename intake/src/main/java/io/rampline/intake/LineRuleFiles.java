package io.rampline.intake;

import io.rampline.intake.LineRules.Aim;
import io.rampline.intake.LineRules.Colour;
import io.rampline.intake.LineRules.Paint;
import io.rampline.intake.LineRules.Priority;
import io.rampline.intake.LineRules.Spacing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads {@code line_rules.csv}, {@code paint.csv} and {@code colours.csv}; all three may be missing. */
final class LineRuleFiles {
    static final String RULES = "line_rules.csv";
    static final String PAINT = "paint.csv";
    static final String COLOURS = "colours.csv";

    private static final String EVEN = "even";
    private static final Pattern RGB = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final List<Aim> AIMS_USUAL = List.of(Aim.HIGH_RATIOS, Aim.LOW_RATIOS, Aim.COLOUR_CHANGES);

    private static final Shape RULES_SHAPE =
            Shape.of(RULES).required("most", "in").optional("line", "option", "model", "trim", "priority", "weight");

    private static final Shape PAINT_SHAPE =
            Shape.of(PAINT).required("colour_run").optional("line", "aims");

    private static final Shape COLOURS_SHAPE =
            Shape.of(COLOURS).required("colour").optional("option", "model", "rgb", "share");

    private final Folder folder;
    private final Sources sources;
    private final Catalogue catalogue;
    private final Names lines;
    private final Names options;

    private LineRuleFiles(Folder folder, Sources sources, Catalogue catalogue, Names lines, Names options) {
        this.folder = folder;
        this.sources = sources;
        this.catalogue = catalogue;
        this.lines = lines;
        this.options = options;
    }

    static LineRules read(
            Folder folder,
            Sources sources,
            Catalogue catalogue,
            Limits.Options options,
            LineRows lines,
            LineCapacity.Lines read) {
        LineRuleFiles files = new LineRuleFiles(folder, sources, catalogue, lines.names(), options.names());
        return new LineRules(files.readSpacings(), files.readPaints(), files.readColours(), read.times());
    }

    private List<Spacing> readSpacings() {
        List<Spacing> spacings = new ArrayList<>();
        Map<String, Integer> perLine = new HashMap<>();
        if (folder.has(RULES)) {
            Table.read(
                    folder,
                    RULES_SHAPE,
                    row -> readSpacing(row).ifPresent(spacing -> {
                        int sameLine = perLine.merge(spacing.line().orElse("*"), 1, Integer::sum);
                        int all = spacing.line().isPresent() ? perLine.getOrDefault("*", 0) : 0;
                        if (sameLine + all > LineRules.SPACINGS_MAX) {
                            row.flaw(
                                    "in",
                                    "at most " + LineRules.SPACINGS_MAX + " rules for a line",
                                    "one row for several");
                        } else {
                            spacings.add(spacing);
                        }
                    }));
        }
        return spacings;
    }

    private Optional<Spacing> readSpacing(Row row) {
        Optional<String> line = line(row);
        Optional<String> option = row.selected("option");
        option.ifPresent(name -> row.mustBeIn(options, "option", name));
        var products = catalogue.selector(row, "model", "trim");
        Optional<String> trim = products.trims().stream().findFirst();
        if (row.isSound() && option.isEmpty() && products.model().isEmpty() && trim.isEmpty()) {
            row.flaw("option", "nothing", "an option, a model or a trim", "say which cars the rule is about");
        }
        int in = row.whole("in", 1, LineRules.WINDOW_MAX);
        OptionalInt most = OptionalInt.empty();
        if (!row.raw("most").equals(EVEN)) {
            int number = row.whole("most", 0, LineRules.WINDOW_MAX);
            if (row.isSound() && number >= in) {
                row.flaw("most", "a number below " + in + ", the length of the window, or " + EVEN, "delete the row");
            }
            most = OptionalInt.of(number);
        }
        Priority priority = priority(row);
        int weight = row.whole("weight", 1, LineRules.WEIGHT_MAX, 1);
        sources.of(row);
        return row.isSound()
                ? Optional.of(new Spacing(line, option, products.model(), trim, most, in, priority, weight))
                : Optional.empty();
    }

    private static Priority priority(Row row) {
        return switch (row.raw("priority")) {
            case "", "high" -> Priority.HIGH;
            case "low" -> Priority.LOW;
            default -> {
                row.flaw("priority", "high or low", "");
                yield Priority.HIGH;
            }
        };
    }

    private Optional<String> line(Row row) {
        Optional<String> line = row.selected("line");
        line.ifPresent(name -> row.mustBeIn(lines, "line", name));
        return line;
    }

    private List<Paint> readPaints() {
        List<Paint> paints = new ArrayList<>();
        Map<Optional<String>, Integer> seen = new HashMap<>();
        if (folder.has(PAINT)) {
            Table.read(folder, PAINT_SHAPE, row -> {
                Optional<String> line = line(row);
                Integer first = row.isSound() ? seen.putIfAbsent(line, row.line()) : null;
                if (first != null) {
                    row.flaw("line", "one row for each line, as on line " + first, "delete one");
                }
                int run = row.whole("colour_run", 1, LineRules.COLOUR_RUN_MAX);
                List<Aim> aims = aims(row);
                sources.of(row);
                if (row.isSound()) {
                    paints.add(new Paint(line, run, aims));
                }
            });
        }
        return paints;
    }

    private static List<Aim> aims(Row row) {
        List<Aim> aims = new ArrayList<>();
        for (String word : row.list("aims")) {
            switch (word) {
                case "high" -> aims.add(Aim.HIGH_RATIOS);
                case "low" -> aims.add(Aim.LOW_RATIOS);
                case "colours" -> aims.add(Aim.COLOUR_CHANGES);
                default -> row.flaw("aims", "high, low and colours with | between them", "what matters most first");
            }
        }
        return aims.isEmpty() ? AIMS_USUAL : aims;
    }

    private List<Colour> readColours() {
        List<Colour> colours = new ArrayList<>();
        Map<List<Object>, Integer> seen = new HashMap<>();
        if (folder.has(COLOURS)) {
            Table.read(folder, COLOURS_SHAPE, row -> {
                String name = row.name("colour");
                Optional<String> option = row.selected("option");
                option.ifPresent(known -> row.mustBeIn(options, "option", known));
                Optional<String> model = row.selected("model");
                model.ifPresent(known -> catalogue.mustHaveModel(row, "model", known));
                List<Object> key = option.isPresent() ? List.of(option, model) : List.of(name, option, model);
                Integer first = row.isSound() ? seen.putIfAbsent(key, row.line()) : null;
                if (first != null) {
                    row.flaw("colour", "one colour for each option and model, as on line " + first, "delete one");
                }
                String rgb = row.raw("rgb");
                if (!rgb.isEmpty() && !RGB.matcher(rgb).matches()) {
                    row.flaw("rgb", "a colour such as #3b6ea5", "");
                }
                int share = row.whole("share", 0, LineRules.SHARE_MAX, 1);
                sources.of(row);
                if (row.isSound()) {
                    colours.add(new Colour(
                            name, option, model, rgb.isEmpty() ? Optional.empty() : Optional.of(rgb), share));
                }
            });
        }
        return colours;
    }
}
