package io.rampline.intake;

import io.rampline.factory.DepositTerms;
import io.rampline.factory.FlowLine;
import io.rampline.factory.MixLimit;
import io.rampline.factory.Planning;
import io.rampline.factory.Quota;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a scenario folder: plain files that people edit by hand become values, or flaws with file, line and column.
 *
 * <p>All flaws of all files are found in one reading. A flaw is reported once: a row that names something whose own row
 * has a flaw is not reported for it. Nothing in the folder is changed. The format is described in
 * {@code docs/scenario-format.md}.
 */
public final class ScenarioFolder {
    /** The files that are read, as paths inside the folder. */
    public static final List<String> FILES = List.of(
            Basics.FILE,
            Catalogue.FILE,
            LineRows.FILE,
            Ramps.FILE,
            LineCapacity.CALENDAR,
            LineCapacity.CAPACITY,
            Parts.PARTS,
            Parts.BILL,
            Parts.SUPPLY,
            Limits.OPTIONS,
            Limits.MIX,
            Markets.FILE,
            Limits.QUOTAS,
            Demand.FILE,
            StepRows.FILE,
            GainRows.FILE,
            OpeningRows.FILE,
            PlanningLimits.BUDGET,
            PlanningLimits.CREW,
            PlanningLimits.GUARANTEES,
            PlanningTerms.FILE,
            UncertaintyFile.FILE,
            LineRuleFiles.RULES,
            LineRuleFiles.PAINT,
            LineRuleFiles.COLOURS,
            StationRows.FILE,
            OrdersCsv.FILE,
            OrdersParquet.FILE,
            OrderCounts.FILE,
            OrderCounts.DELIVERIES,
            Deposits.FILE,
            OutturnFiles.DELIVERIES,
            OutturnFiles.POSTED_WAITS,
            OutturnFiles.EXPLANATIONS,
            CommitmentRows.FILE,
            CountedPastFiles.CAPACITY_FACTS,
            Sources.FILE);

    private final Folder folder;

    private ScenarioFolder(Folder folder) {
        this.folder = folder;
    }

    /** Reads the folder. Never throws for what stands in it, and is done in time proportional to its size. */
    public static Reading read(Path dir, Progress progress) {
        FlawBook flaws = new FlawBook();
        Optional<Folder> folder = Folder.open(dir, flaws, progress);
        return folder.map(open -> new ScenarioFolder(open).read()).orElseGet(flaws::flawed);
    }

    private Reading read() {
        Basics basics = BasicsFile.read(folder);
        Sources sources = Sources.read(folder);
        Markets markets = Markets.read(folder, basics, sources);
        Ramps ramps = Ramps.read(folder, sources);
        LineRows lineRows = LineRows.read(folder, basics, sources, ramps);
        Products products = Products.read(folder, basics, sources, lineRows);
        Catalogue catalogue = products.catalogue();
        lineRows.checkModels(folder.flaws(), catalogue);
        LineCapacity.Lines lines = LineCapacity.read(folder, basics, sources, lineRows, ramps);
        Limits limits = new Limits(folder, basics, sources, catalogue);
        Limits.Options options = limits.readOptions();
        Parts parts = Parts.read(folder, basics, sources, catalogue, options.names());
        List<MixLimit> mix = limits.readMix(lineRows.names());
        List<Quota> quotas = limits.readQuotas(markets, lineRows);
        var demand = Demand.read(folder, basics, sources, catalogue, markets);
        DepositTerms deposits = Deposits.read(folder, basics, catalogue, markets);
        Planning planning = new PlanningFiles(folder, basics, sources, catalogue, markets)
                .read(lineRows, ramps, lines, new GainRows.Limited(parts, options, mix, quotas));
        Uncertainty uncertainty = UncertaintyFile.read(folder, lineRows, parts);
        LineWork work = readWork(sources, catalogue, options, lineRows, lines);
        Outturn outturn = OutturnFiles.read(folder, sources, catalogue);
        OrderRules rules = new OrderRules(basics, sources, markets, catalogue, options, deposits);
        OrderBook orders = OrderFiles.read(folder, rules, Threads.ofMachine());
        noteUnknownFiles();
        if (folder.flaws().hasFlaws()) {
            return folder.flaws().flawed();
        }
        Scenario scenario = new Scenario(
                basics.name(),
                basics.horizon(),
                basics.asOf(),
                basics.currency(),
                markets.home(),
                basics.confidence(),
                basics.rules(),
                basics.window(),
                products.list(),
                lines.list(),
                parts.parts(),
                parts.bill(),
                options.list(),
                mix,
                markets.list(),
                quotas,
                demand,
                deposits,
                planning);
        return sound(scenario, uncertainty, work, orders, outturn, sources);
    }

    /** How work goes on in the lines; no promise looks at it. */
    private record LineWork(LineRules rules, List<FlowLine> flowLines) {}

    private LineWork readWork(
            Sources sources, Catalogue catalogue, Limits.Options options, LineRows rows, LineCapacity.Lines lines) {
        return new LineWork(
                LineRuleFiles.read(folder, sources, catalogue, options, rows, lines),
                StationRows.read(folder, sources, rows));
    }

    private Reading.Sound sound(
            Scenario scenario,
            Uncertainty uncertainty,
            LineWork work,
            OrderBook orders,
            Outturn outturn,
            Sources sources) {
        ScenarioContents contents = new ScenarioContents(
                scenario,
                uncertainty,
                work.rules(),
                work.flowLines(),
                orders.open(),
                orders.past(),
                outturn,
                sources.list());
        return new Reading.Sound(contents, folder.flaws().notes());
    }

    private void noteUnknownFiles() {
        for (String file : folder.present()) {
            boolean isForPeople =
                    file.startsWith(".") || file.toUpperCase(Locale.ROOT).startsWith("README");
            if (!FILES.contains(file) && !isForPeople) {
                folder.flaws().note(UnreadFile.note(folder, file));
            }
        }
    }
}
