package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.file.TextFiles.TextFile;
import io.rampline.desk.briefing.page.LineDayPage;
import io.rampline.desk.briefing.page.ShopFloorPage;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.lineday.LineDaysReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Everything that the ordering of a scenario's days leaves in its folder. */
public final class LineDayFiles {
    public static final String PAGE = "line-days.html";
    public static final String LIST = "shop-floor.html";
    public static final String TABLE = "shop-floor.csv";
    public static final String JSON = "line-days.json";

    /** The files, in the order in which people look for them. */
    static final List<String> NAMES = List.of(PAGE, LIST, TABLE, JSON);

    private LineDayFiles() {}

    /**
     * Writes all files into a folder, or none.
     *
     * @throws CannotWrite when they cannot be written; the folder is then as it was
     */
    public static void write(Path folder, LineDaysReport report, Texts texts) throws CannotWrite {
        TextFiles.write(
                folder,
                List.of(
                        new TextFile(PAGE, LineDayPage.of(report, texts), StandardCharsets.UTF_8),
                        new TextFile(LIST, ShopFloorPage.of(report, texts), StandardCharsets.UTF_8),
                        new TextFile(TABLE, ShopFloorCsv.of(report.days()), StandardCharsets.UTF_8),
                        new TextFile(JSON, LineDaysJson.of(report), StandardCharsets.UTF_8)));
    }
}
