package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.page.FlowlinePage;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.flowline.FlowlineReport;
import java.nio.file.Path;
import java.util.Optional;

/** Everything that is left in the folder of a flow line. */
public final class FlowlineFiles {
    public static final String PAGE = "flowline.html";
    public static final String JSON = "flowline.json";
    public static final String STATIONS = "stations.csv";
    public static final String EFFECTS = "effects.csv";
    public static final String OEE = "oee.csv";
    public static final String LINES = "lines.csv";
    public static final String NOISE = "noise.toml";

    private FlowlineFiles() {}

    /**
     * Writes all files into a folder, or none.
     *
     * @param linesCsv the scenario's lines.csv with the simulated OEE; empty without a scenario
     * @throws CannotWrite when they cannot be written; the folder is then as it was
     */
    public static void write(Path folder, FlowlineReport report, Optional<String> linesCsv, Texts texts)
            throws CannotWrite {
        Publication.of(folder, publication -> {
            publication.write(JSON, FlowlineJson.of(report));
            publication.write(STATIONS, FlowlineTables.stations(report));
            publication.write(EFFECTS, FlowlineTables.effects(report));
            publication.write(OEE, FlowlineTables.oee(report));
            publication.write(NOISE, FlowlineTables.noise(report));
            if (linesCsv.isPresent()) {
                publication.write(LINES, linesCsv.get());
            }
            publication.write(PAGE, FlowlinePage.of(report, texts));
        });
    }
}
