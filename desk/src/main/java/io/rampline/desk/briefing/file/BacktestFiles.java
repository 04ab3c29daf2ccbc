package io.rampline.desk.briefing.file;

import io.rampline.desk.backtest.BacktestReport;
import io.rampline.desk.briefing.page.BacktestPage;
import io.rampline.desk.briefing.page.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Everything that a back-test leaves in its folder. */
public final class BacktestFiles {
    public static final String PAGE = "backtest.html";
    public static final String FORECAST = "forecast.csv";
    public static final String SCORE = "score.json";

    private BacktestFiles() {}

    /**
     * Writes all files into a folder, or none.
     *
     * @throws CannotWrite when they cannot be written; the folder is then as it was
     */
    public static void write(Path folder, BacktestReport report, Texts texts) throws CannotWrite {
        try (Publication publication = new Publication(folder)) {
            text(publication, FORECAST, ForecastCsv.of(report.forecast()));
            text(publication, SCORE, ScoreJson.of(report));
            text(publication, PAGE, BacktestPage.of(report, texts));
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
