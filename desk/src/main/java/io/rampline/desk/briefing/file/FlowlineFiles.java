package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.page.FlowlinePage;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.flowline.FlowlineReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        try (Publication publication = new Publication(folder)) {
            text(publication, JSON, FlowlineJson.of(report));
            text(publication, STATIONS, FlowlineTables.stations(report));
            text(publication, EFFECTS, FlowlineTables.effects(report));
            text(publication, OEE, FlowlineTables.oee(report));
            text(publication, NOISE, FlowlineTables.noise(report));
            if (linesCsv.isPresent()) {
                text(publication, LINES, linesCsv.get());
            }
            text(publication, PAGE, FlowlinePage.of(report, texts));
            publication.publish();
        } catch (CannotWrite refused) {
            throw refused;
        } catch (IOException fault) {
            throw CannotWrite.because(folder, fault);
        }
    }

    private static void text(Publication publication, String name, String text) throws IOException {
        publication.write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
