package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.page.SimulationPage;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.futures.FuturesReport;
import java.nio.file.Path;
import java.util.List;

/** Everything that a simulation leaves in its folder. */
public final class SimulationFiles {
    public static final String PAGE = "simulation.html";
    public static final String JSON = "simulation.json";
    public static final String WINDOWS = "windows.csv";
    public static final String WINDOWS_PARQUET = "windows.parquet";
    public static final String WAITS = "waits.csv";

    /** The files, in the order in which people look for them. */
    public static final List<String> NAMES = List.of(PAGE, JSON, WINDOWS, WINDOWS_PARQUET, WAITS);

    private SimulationFiles() {}

    /**
     * Writes all files into a folder, or none.
     *
     * @throws CannotWrite when they cannot be written; the folder is then as it was
     */
    public static void write(Path folder, FuturesReport report, Texts texts) throws CannotWrite {
        SimulationTables tables = new SimulationTables(report);
        Publication.of(folder, publication -> {
            publication.write(JSON, SimulationJson.of(report));
            publication.write(PAGE, SimulationPage.of(report, texts));
            publication.write(WINDOWS, tables::windows);
            tables.windows(publication.file(WINDOWS_PARQUET));
            publication.write(WAITS, tables::waits);
        });
    }
}
