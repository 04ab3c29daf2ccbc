package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.file.ParquetTable.Column;
import io.rampline.desk.futures.FuturesReport;
import io.rampline.simulation.loading.Kind;
import io.rampline.simulation.loading.WaitingLine;
import io.rampline.simulation.window.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What a sweep leaves in its folder: {@code sweep.parquet}, one row for each group of each book under each seed, and
 * {@code summary.csv}, one row for each book and seed. Described in {@code docs/operating/sweep.md}.
 */
public final class SweepFiles implements AutoCloseable {
    public static final String GROUPS = "sweep.parquet";
    public static final String SUMMARY = "summary.csv";

    private static final List<Column> COLUMNS = List.of(
            Column.text("scenario"),
            Column.whole("seed"),
            Column.whole("group"),
            Column.text("market"),
            Column.text("model"),
            Column.text("trim"),
            Column.text("lock_week"),
            Column.whole("orders"),
            Column.text("window_early"),
            Column.text("window_late"),
            Column.whole("window_weeks"),
            Column.share("window_probability"),
            Column.text("median_week"));

    private final Path folder;
    private final Publication publication;
    private final ByteArrayOutputStream summary = new ByteArrayOutputStream();
    private final RowBuffer csv = new RowBuffer(summary);
    private final ParquetTable groups;

    /**
     * Opens the files; nothing is in the folder before {@link #publish}.
     *
     * @throws CannotWrite when they cannot be written
     */
    public SweepFiles(Path folder) throws CannotWrite {
        this.folder = folder;
        this.publication = new Publication(folder);
        try {
            this.groups = new ParquetTable(publication.file(GROUPS), "group", COLUMNS);
            csv.text("scenario,seed,futures,orders,hash,confidence,promised_week_kept_probability,")
                    .text("windows_mean_probability,windows_median_weeks,all_guarantees_probability")
                    .endRow();
        } catch (IOException fault) {
            publication.close();
            throw CannotWrite.because(folder, fault);
        }
    }

    /** Adds a case. */
    public void add(String scenario, FuturesReport report) throws CannotWrite {
        try {
            addSummary(scenario, report);
            for (int group = 0; group < report.line().bookGroups(); group++) {
                addGroup(scenario, report, group);
            }
        } catch (IOException fault) {
            throw CannotWrite.because(folder, fault);
        }
    }

    private void addSummary(String scenario, FuturesReport report) throws IOException {
        csv.bytes(CsvText.cell(scenario)).comma().text(Long.toString(report.seed()));
        csv.comma().text(Long.toString(report.tally().futures()));
        csv.comma().number(report.book().size());
        csv.comma().text(String.format(Locale.ROOT, "%016x", report.tally().hash()));
        csv.comma().text(ShareText.of(report.windows().confidence()));
        csv.comma().text(ShareText.of(report.promiseKept()));
        csv.comma().text(ShareText.of(report.windows().meanProbability()));
        csv.comma().number(report.windows().medianWeeks()).comma();
        if (!report.tally().guarantees().list().isEmpty()) {
            csv.text(ShareText.of(report.allKept()));
        }
        csv.endRow();
    }

    private void addGroup(String scenario, FuturesReport report, int group) throws IOException {
        WaitingLine line = report.line();
        Kind kind = line.kinds().get(line.kindOf(group));
        Window window = report.windows().of(group);
        groups.text(scenario).whole(report.seed()).whole(group);
        groups.text(kind.market()).text(kind.model()).text(kind.trim());
        groups.text(week(report, line.locked(group))).whole(line.customers(group));
        groups.text(week(report, window.earlyBucket())).text(week(report, window.lateBucket()));
        groups.whole(window.weeks() == 0 ? OptionalLong.empty() : OptionalLong.of(window.weeks()));
        groups.share(window.probability()).text(week(report, window.middleBucket()));
        groups.endRow();
    }

    private static String week(FuturesReport report, int bucket) {
        return bucket == Window.BEYOND_HORIZON
                ? ""
                : report.scenario().horizon().week(bucket).toString();
    }

    /** Makes the files appear in the folder, with the cases added so far. */
    public void publish() throws CannotWrite {
        try {
            groups.close();
            csv.flush();
            publication.write(SUMMARY, summary::writeTo);
            publication.publish();
        } catch (CannotWrite refused) {
            throw refused;
        } catch (IOException fault) {
            throw CannotWrite.because(folder, fault);
        }
    }

    /** Gives up what has not been published. */
    @Override
    public void close() {
        publication.close();
    }
}
