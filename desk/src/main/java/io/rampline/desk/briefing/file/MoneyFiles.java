package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.page.MoneyPage;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.money.MoneyReport;
import java.nio.file.Path;
import java.util.List;

/** Everything that a money report leaves in its folder. */
public final class MoneyFiles {
    public static final String PAGE = "money.html";
    public static final String JSON = "money.json";
    public static final String WORKBOOK = "money.xlsx";
    public static final String OPEN_ITEMS = "open_items.csv";

    /** The files, in the order in which people look for them. */
    static final List<String> NAMES = List.of(
            PAGE,
            JSON,
            WORKBOOK,
            OPEN_ITEMS,
            "trial_balance.csv",
            "roll_forward.csv",
            "obligations.csv",
            "exposures.csv",
            "cash.csv",
            "levers.csv",
            "journal.csv");

    private MoneyFiles() {}

    /**
     * Writes all files into a folder, or none: the page, the summary, each table as CSV, all tables as a workbook.
     *
     * @throws CannotWrite when they cannot be written; the folder is then as it was
     */
    public static void write(Path folder, MoneyReport report, Texts texts) throws CannotWrite {
        Speech speech = new Speech(texts);
        MoneyTables tables = new MoneyTables(report, speech);
        Publication.of(folder, publication -> {
            publication.write(JSON, MoneyJson.of(report));
            publication.write(PAGE, MoneyPage.of(report, texts));
            for (MoneySheet sheet : tables.all()) {
                publication.write(sheet.name() + ".csv", out -> MoneyTables.write(sheet, out));
            }
            publication.write(OPEN_ITEMS, out -> OpenItems.write(report, out));
            publication.write(WORKBOOK, out -> MoneyWorkbook.write(tables.all(), speech.say("money.total"), out));
        });
    }
}
