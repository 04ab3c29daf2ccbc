package io.rampline.desk.briefing.file;

import io.rampline.desk.backtest.BacktestReport;
import io.rampline.desk.briefing.page.BacktestPage;
import io.rampline.desk.briefing.page.Texts;
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
        Publication.of(folder, publication -> {
            publication.write(FORECAST, ForecastCsv.of(report.forecast()));
            publication.write(SCORE, ScoreJson.of(report));
            publication.write(PAGE, BacktestPage.of(report, texts));
        });
    }
}
