package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.briefing.page.TimetablePage;
import io.rampline.desk.timetable.TimetableReport;
import java.nio.file.Path;
import java.util.List;

/** Everything that a timetable leaves in its folder. */
public final class TimetableFiles {
    public static final String PAGE = "timetable.html";
    public static final String JSON = "timetable.json";
    public static final String STEPS = "timetable.csv";
    public static final String FLOWS = "flows.csv";
    public static final String VALUES = "values.csv";
    public static final String FRONTIER = "frontier.csv";
    public static final String EXPORT = "export.csv";

    /** The files, in the order in which people look for them. */
    public static final List<String> NAMES = List.of(PAGE, JSON, STEPS, FLOWS, VALUES, FRONTIER, EXPORT);

    private TimetableFiles() {}

    /**
     * Writes all files into a folder, or none. Where there is no plan the tables have only their heads, so that no
     * table of an earlier plan stays behind.
     *
     * @throws CannotWrite when they cannot be written; the folder is then as it was
     */
    public static void write(Path folder, TimetableReport report, Texts texts) throws CannotWrite {
        TimetableTables tables = new TimetableTables(report);
        Publication.of(folder, publication -> {
            publication.write(JSON, TimetableJson.of(report));
            publication.write(PAGE, TimetablePage.of(report, texts));
            publication.write(STEPS, tables::steps);
            publication.write(FLOWS, tables::flows);
            publication.write(VALUES, tables::values);
            publication.write(FRONTIER, tables::frontier);
            publication.write(EXPORT, tables::market);
        });
    }
}
