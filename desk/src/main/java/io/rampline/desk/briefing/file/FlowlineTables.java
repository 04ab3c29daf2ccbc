package io.rampline.desk.briefing.file;

import io.rampline.desk.flowline.FlowlineReport;
import io.rampline.desk.flowline.FlowlineReport.OfLine;
import io.rampline.factory.Station;
import io.rampline.simulation.flowline.Change;
import io.rampline.simulation.flowline.Effect;
import io.rampline.simulation.flowline.LineResult.AtStation;
import io.rampline.simulation.flowline.Mean;
import io.rampline.simulation.flowline.PlainRate;
import io.rampline.simulation.flowline.WeekNoise;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Flow lines as tables for a spreadsheet. */
final class FlowlineTables {
    private FlowlineTables() {}

    /** {@code stations.csv}: how each station spent its time. */
    static String stations(FlowlineReport report) {
        StringBuilder csv = new StringBuilder("line,station,working,down,blocked,starved,buffer_room,buffer_mean,"
                + "bottleneck_sole,bottleneck_shifting,alone_jobs_per_hour\n");
        for (OfLine line : report.lines()) {
            for (int i = 0; i < line.line().stations().size(); i++) {
                Station station = line.line().stations().get(i);
                AtStation found = line.result().stations().get(i);
                csv.append(cell(line.line().name())).append(',').append(cell(station.name()));
                for (Mean share : new Mean[] {found.working(), found.down(), found.blocked(), found.starved()}) {
                    csv.append(',').append(decimals(share.value(), 4));
                }
                csv.append(',').append(i == 0 ? "" : station.bufferBefore());
                csv.append(',').append(i == 0 ? "" : decimals(found.buffer().value(), 2));
                csv.append(',').append(decimals(found.sole().value(), 4));
                csv.append(',').append(decimals(found.shifting().value(), 4));
                csv.append(',')
                        .append(decimals(PlainRate.of(line.line(), i), 2))
                        .append('\n');
            }
        }
        return csv.toString();
    }

    /** {@code effects.csv}: what one more or less of something is worth. */
    static String effects(FlowlineReport report) {
        StringBuilder csv =
                new StringBuilder("line,station,change,size,unit,more_jobs_per_hour,low,high,more_units_per_week\n");
        for (OfLine line : report.lines()) {
            for (Effect effect : line.effects()) {
                Mean more = effect.jobsPerHour();
                csv.append(cell(line.line().name())).append(',');
                csv.append(cell(line.line()
                                .stations()
                                .get(effect.change().station())
                                .name()))
                        .append(',');
                csv.append(kind(effect.change())).append(',');
                csv.append(size(effect.change())).append(',');
                csv.append(unit(effect.change())).append(',');
                csv.append(decimals(more.value(), 3)).append(',');
                csv.append(decimals(more.low(), 3)).append(',');
                csv.append(decimals(more.high(), 3)).append(',');
                csv.append(line.weekHours()
                        .map(hours -> decimals(more.value() * hours, 1))
                        .orElse(""));
                csv.append('\n');
            }
        }
        return csv.toString();
    }

    static String kind(Change change) {
        return switch (change) {
            case Change.ShorterCycle _ -> "shorter_cycle";
            case Change.ShorterRepairs _ -> "shorter_repairs";
            case Change.LargerBuffer _ -> "larger_buffer";
        };
    }

    static String size(Change change) {
        return switch (change) {
            case Change.ShorterCycle shorter -> decimals(shorter.seconds(), 3);
            case Change.ShorterRepairs shorter -> decimals(shorter.share(), 2);
            case Change.LargerBuffer larger -> Integer.toString(larger.places());
        };
    }

    static String unit(Change change) {
        return switch (change) {
            case Change.ShorterCycle _ -> "seconds";
            case Change.ShorterRepairs _ -> "share";
            case Change.LargerBuffer _ -> "places";
        };
    }

    /** {@code oee.csv}: what stands in the scenario beside what the stations give. */
    static String oee(FlowlineReport report) {
        StringBuilder csv = new StringBuilder("line,jobs_per_hour_stated,jobs_per_hour_simulated,oee_stated,"
                + "oee_simulated,oee_low,oee_high,units_per_week_stated,units_per_week_simulated\n");
        for (OfLine line : report.lines()) {
            line.oee().ifPresent(oee -> {
                csv.append(cell(line.line().name())).append(',');
                csv.append(decimals(oee.stated().jobsPerHour(), 3)).append(',');
                csv.append(decimals(line.result().jobsPerHour().value(), 3)).append(',');
                csv.append(decimals(oee.stated().oee(), 4)).append(',');
                csv.append(decimals(oee.simulated().value(), 4)).append(',');
                csv.append(decimals(oee.simulated().low(), 4)).append(',');
                csv.append(decimals(oee.simulated().high(), 4)).append(',');
                csv.append(decimals(oee.weekStated(), 1)).append(',');
                csv.append(decimals(oee.weekSimulated().value(), 1)).append('\n');
            });
        }
        return csv.toString();
    }

    /** {@code noise.toml}: keys for the tables of uncertainty.toml. */
    static String noise(FlowlineReport report) {
        StringBuilder toml = new StringBuilder("""
                # The noise of a week's output that the line itself causes: breakdowns, rework, varying times.
                # Put both keys into the table of the line in uncertainty.toml, or raise what stands there:
                # causes beside the line (parts, people) come on top, as the root of the sum of squares.
                """);
        for (OfLine line : report.lines()) {
            WeekNoise noise = line.result().noise();
            if (noise.weeks() > 0) {
                toml.append("\n[line.").append(key(line.line().name())).append("]\n");
                toml.append("noise_percent = ")
                        .append(decimals(noise.percent(), 2))
                        .append("    # from ")
                        .append(noise.weeks())
                        .append(" weeks\n");
                toml.append("noise_carry = ").append(decimals(noise.carry(), 2)).append('\n');
            }
        }
        return toml.toString();
    }

    private static String key(String name) {
        return name.matches("[A-Za-z0-9_-]+") ? name : '"' + name + '"';
    }

    private static String cell(String text) {
        return new String(CsvText.cell(text), StandardCharsets.UTF_8);
    }

    static String decimals(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "";
    }
}
