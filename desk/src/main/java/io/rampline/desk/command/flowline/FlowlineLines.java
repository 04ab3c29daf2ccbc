package io.rampline.desk.command.flowline;

import io.rampline.desk.briefing.file.FlowlineFiles;
import io.rampline.desk.command.Columns;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.flowline.FlowlineReport;
import io.rampline.desk.flowline.FlowlineReport.OfLine;
import io.rampline.simulation.flowline.Change;
import io.rampline.simulation.flowline.Effect;
import io.rampline.simulation.flowline.LineResult.AtStation;
import io.rampline.simulation.flowline.Mean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What is printed about flow lines. */
final class FlowlineLines {
    private static final int HELPS_SHOWN = 3;

    private FlowlineLines() {}

    static void print(FlowlineReport report, Path folder, Terminal terminal) {
        for (OfLine line : report.lines()) {
            print(line, terminal);
        }
        if (report.lines().stream().anyMatch(line -> line.oee().isPresent())) {
            terminal.out()
                    .println(terminal.outQuiet("→ " + folder.resolve(FlowlineFiles.LINES)
                            + " is the scenario's with the simulated OEE; "
                            + folder.resolve(FlowlineFiles.NOISE)
                            + " has the noise for uncertainty.toml"));
        }
        terminal.out().println(terminal.outQuiet("→ " + folder.resolve(FlowlineFiles.PAGE)));
    }

    private static void print(OfLine line, Terminal terminal) {
        var out = terminal.out();
        out.println(terminal.outBold(String.format(
                Locale.ROOT,
                "%s: %s jobs an hour (%s); %s holds it back most",
                line.line().name(),
                one(line.result().jobsPerHour().value()),
                interval(line.result().jobsPerHour(), 1),
                line.line().stations().get(line.result().bottleneck()).name())));
        table(line).lines().forEach(out::println);
        out.println(String.format(
                Locale.ROOT,
                "  with endless buffers %s, by decomposition %s jobs an hour; %s hours in the line",
                one(line.unlimited()),
                one(line.estimate()),
                one(line.result().hoursInLine())));
        line.oee()
                .ifPresent(oee -> out.println(String.format(
                        Locale.ROOT,
                        "  OEE %s (%s), the scenario says %s: %,.0f units a full week, not %,.0f%s",
                        percent(oee.simulated().value()),
                        interval(
                                new Mean(
                                        100 * oee.simulated().value(),
                                        100 * oee.simulated().halfWidth()),
                                1),
                        percent(oee.stated().oee()),
                        oee.weekSimulated().value(),
                        oee.weekStated(),
                        oee.simulated().value() > 1 ? "; above 100 %: jobs_per_hour in lines.csv is too low" : "")));
        if (line.result().noise().weeks() > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "  a week strays by %.1f %% (one standard deviation) for reasons of the line itself",
                    line.result().noise().percent()));
        }
        line.best().stream().limit(HELPS_SHOWN).forEach(effect -> out.println("  " + help(line, effect)));
    }

    private static Columns table(OfLine line) {
        Columns columns = new Columns(List.of(
                "  station", ">in work", ">in repair", ">blocked", ">starved", ">buffer", ">sole", ">shifting"));
        for (int i = 0; i < line.line().stations().size(); i++) {
            AtStation found = line.result().stations().get(i);
            columns.add(List.of(
                    "  " + line.line().stations().get(i).name(),
                    percent(found.working().value()),
                    percent(found.down().value()),
                    percent(found.blocked().value()),
                    percent(found.starved().value()),
                    i == 0
                            ? "-"
                            : one(found.buffer().value()) + "/"
                                    + line.line().stations().get(i).bufferBefore(),
                    percent(found.sole().value()),
                    percent(found.shifting().value())));
        }
        return columns;
    }

    private static String help(OfLine line, Effect effect) {
        String at = line.line().stations().get(effect.change().station()).name();
        String what = switch (effect.change()) {
            case Change.ShorterCycle shorter ->
                String.format(Locale.ROOT, "%s s less of cycle time", one(shorter.seconds()));
            case Change.ShorterRepairs shorter ->
                String.format(Locale.ROOT, "repairs %s shorter", percent(shorter.share()));
            case Change.LargerBuffer larger ->
                String.format(Locale.ROOT, "room for %d more before it", larger.places());
        };
        return String.format(
                Locale.ROOT,
                "%s: %s, +%.2f jobs an hour (%s)",
                at,
                what,
                effect.jobsPerHour().value(),
                interval(effect.jobsPerHour(), 2));
    }

    private static String interval(Mean mean, int decimals) {
        return decimals == 1
                ? one(mean.low()) + "-" + one(mean.high())
                : String.format(Locale.ROOT, "%.2f-%.2f", mean.low(), mean.high());
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
