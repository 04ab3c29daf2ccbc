package io.rampline.intake;

import io.rampline.factory.Market;
import io.rampline.factory.Opening;
import io.rampline.factory.Selector;
import io.rampline.factory.StepGain;
import io.rampline.intake.StepRows.StartWeeks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code openings.csv}: closed markets that may be opened. */
final class OpeningRows {
    static final String FILE = "openings.csv";

    private static final Shape SHAPE = Shape.of(FILE)
            .required("market", "units_per_week")
            .optional("model", "earliest", "latest", "one_off_cost", "line", "decided");

    private final Basics basics;
    private final Catalogue catalogue;
    private final Markets markets;
    private final LineRows lines;
    private final Map<String, Integer> lineByName = new HashMap<>();

    OpeningRows(Basics basics, Catalogue catalogue, Markets markets, LineRows lines) {
        this.basics = basics;
        this.catalogue = catalogue;
        this.markets = markets;
        this.lines = lines;
    }

    List<Opening> read(Folder folder, Sources sources) {
        List<Opening> openings = new ArrayList<>();
        if (folder.has(FILE)) {
            Table.read(folder, SHAPE, row -> {
                Optional<Opening> opening = read(row);
                sources.of(row);
                if (row.isSound()) {
                    opening.ifPresent(openings::add);
                }
            });
        }
        return openings;
    }

    /** Empty after a flaw. */
    private Optional<Opening> read(Row row) {
        String market = row.name("market");
        row.mustBeIn(markets.names(), "market", market);
        mustBeClosed(row, market);
        Optional<String> model = row.selected("model");
        model.ifPresent(name -> catalogue.mustHaveModel(row, "model", name));
        StartWeeks weeks = StartWeeks.read(row, basics.horizon());
        int units = row.whole("units_per_week", 1, StepGain.UNITS_MAX);
        long cost = row.investment("one_off_cost", basics.currency(), 0);
        Optional<String> line = row.findName("line");
        line.ifPresent(name -> mustBuild(row, name, model));
        if (!row.isSound()) {
            return Optional.empty();
        }
        Opening opening = new Opening(
                market,
                new Selector(model, List.of()),
                weeks.earliestBucket(),
                weeks.latestBucket(),
                units,
                cost,
                line,
                weeks.decidedBucket());
        Integer first = lineByName.putIfAbsent(opening.resourceName(), row.line());
        if (first != null) {
            row.flaw("market", "each market and model once; it is on line " + first + " too", "delete one");
        }
        return Optional.of(opening);
    }

    private void mustBeClosed(Row row, String name) {
        Optional<Market> market =
                markets.list().stream().filter(any -> any.name().equals(name)).findFirst();
        if (market.isPresent() && market.get().opensBucket() < basics.horizon().weeks()) {
            row.flaw("market", "a market that is closed", "write never as its opens_week in " + Markets.FILE);
        }
    }

    private void mustBuild(Row row, String line, Optional<String> model) {
        row.mustBeIn(lines.names(), "line", line);
        boolean builds = model.map(wanted -> lines.builds(line, wanted)).orElse(true);
        if (lines.names().has(line) && !builds && catalogue.hasModel(model.orElse(""))) {
            row.flaw("line", "a line that builds " + model.orElse("the model"), "leave the cell empty");
        }
    }
}
