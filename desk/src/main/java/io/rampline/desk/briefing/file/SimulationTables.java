package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.file.ParquetTable.Column;
import io.rampline.desk.briefing.file.ParquetTable.Holds;
import io.rampline.desk.futures.FuturesReport;
import io.rampline.simulation.loading.Kind;
import io.rampline.simulation.window.Window;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Windows and waits as tables for a spreadsheet. Weeks are ISO weeks, empty beyond the horizon; shares have 4 decimals.
 */
final class SimulationTables {
    /** Transit reaches beyond the horizon. */
    private static final int WEEKS_BEYOND = 64;

    private final FuturesReport report;
    private final String[] weekNames;

    SimulationTables(FuturesReport report) {
        this.report = report;
        this.weekNames = new String[report.scenario().horizon().weeks() + WEEKS_BEYOND];
        for (int bucket = 0; bucket < weekNames.length; bucket++) {
            weekNames[bucket] = report.scenario().horizon().week(bucket).toString();
        }
    }

    /** {@code windows.csv}: one row for each open order, in rank order. */
    void windows(OutputStream out) throws IOException {
        RowBuffer csv = new RowBuffer(out);
        csv.text("order_id,delivery_week,delivery_probability,window_early,window_late,window_probability,median_week")
                .endRow();
        for (int row = 0; row < report.book().size(); row++) {
            Window window = report.windows().ofRow(row);
            OptionalInt promised = report.promised(row);
            csv.bytes(CsvText.cell(report.book().orders().id(row))).comma();
            if (promised.isPresent()) {
                csv.text(week(promised.getAsInt())).comma();
                csv.text(ShareText.of(report.windows().deliveredBy(row, promised.getAsInt())));
            } else {
                csv.comma();
            }
            csv.comma().text(week(window.earlyBucket())).comma().text(week(window.lateBucket()));
            csv.comma().text(ShareText.of(window.probability())).comma().text(week(window.middleBucket()));
            csv.endRow();
        }
        csv.flush();
    }

    /** {@code windows.parquet}: the same rows, with shares as they were counted. */
    void windows(Path file) throws IOException {
        List<Column> columns = List.of(
                new Column("order_id", Holds.TEXT, true),
                Column.text("delivery_week"),
                Column.share("delivery_probability"),
                Column.text("window_early"),
                Column.text("window_late"),
                Column.share("window_probability"),
                Column.text("median_week"));
        try (ParquetTable table = new ParquetTable(file, "window", columns)) {
            for (int row = 0; row < report.book().size(); row++) {
                Window window = report.windows().ofRow(row);
                OptionalInt promised = report.promised(row);
                table.id(report.book().orders().id(row));
                table.text(promised.isPresent() ? week(promised.getAsInt()) : "");
                table.share(
                        promised.isPresent()
                                ? OptionalDouble.of(report.windows().deliveredBy(row, promised.getAsInt()))
                                : OptionalDouble.empty());
                table.text(week(window.earlyBucket())).text(week(window.lateBucket()));
                table.share(window.probability()).text(week(window.middleBucket()));
                table.endRow();
            }
        }
    }

    /** {@code waits.csv}: the wait of those who order in the weeks to come, in weeks from lock to delivery. */
    void waits(OutputStream out) throws IOException {
        RowBuffer csv = new RowBuffer(out);
        csv.text("market,model,trim,lock_week,wait_low,wait_median,wait_high").endRow();
        for (Kind kind : report.expected()) {
            for (FuturesReport.Wait wait : report.waits(kind)) {
                csv.bytes(CsvText.cell(kind.market())).comma().bytes(CsvText.cell(kind.model()));
                csv.comma().bytes(CsvText.cell(kind.trim())).comma().text(week(wait.lockBucket()));
                number(csv, wait.low());
                number(csv, wait.middle());
                number(csv, wait.high());
                csv.endRow();
            }
        }
        csv.flush();
    }

    private static void number(RowBuffer csv, OptionalInt weeks) throws IOException {
        csv.comma();
        if (weeks.isPresent()) {
            csv.number(weeks.getAsInt());
        }
    }

    private String week(int bucket) {
        return bucket >= 0 && bucket < weekNames.length
                ? weekNames[bucket]
                : bucket == Window.BEYOND_HORIZON
                        ? ""
                        : report.scenario().horizon().week(bucket).toString();
    }
}
