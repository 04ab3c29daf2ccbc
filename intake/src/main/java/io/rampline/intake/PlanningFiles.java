package io.rampline.intake;

import io.rampline.factory.Opening;
import io.rampline.factory.Planning;
import java.util.List;

/** Reads all that may be decided, and what every plan must respect; all that stands has been read. */
final class PlanningFiles {
    private final Folder folder;
    private final Basics basics;
    private final Sources sources;
    private final Catalogue catalogue;
    private final Markets markets;

    PlanningFiles(Folder folder, Basics basics, Sources sources, Catalogue catalogue, Markets markets) {
        this.folder = folder;
        this.basics = basics;
        this.sources = sources;
        this.catalogue = catalogue;
        this.markets = markets;
    }

    /** {@link Planning#NONE} after a flaw. */
    Planning read(LineRows lineRows, Ramps ramps, LineCapacity.Lines lines, GainRows.Limited limited) {
        StepRows steps = StepRows.read(folder, basics, sources);
        List<Opening> openings = new OpeningRows(basics, catalogue, markets, lineRows).read(folder, sources);
        var gains = new GainRows(steps, ramps, lineRows, lines).read(folder, sources, markets, limited, openings);
        PlanningLimits limits = new PlanningLimits(folder, basics, sources);
        var budgets = limits.readBudgets();
        var crew = limits.readCrew();
        var guarantees = limits.readGuarantees(catalogue, markets);
        PlanningTerms terms = PlanningTerms.read(folder, basics, catalogue);
        if (folder.flaws().hasFlaws()) {
            return Planning.NONE;
        }
        return new Planning(
                steps.withGains(gains),
                openings,
                budgets,
                terms.cash(),
                crew,
                terms.discountPercentPerYear(),
                terms.cancellations(),
                terms.waitCost(),
                guarantees);
    }
}
