package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.file.TextFiles.TextFile;
import io.rampline.desk.briefing.page.PackPage;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.pack.BoardPack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Everything that a board pack leaves in its folder: the briefing, a folder for each other part, and a front page. */
public final class PackFiles {
    public static final String PAGE = "index.html";
    public static final String JSON = "pack.json";

    private static final String TIMETABLE = "timetable";
    private static final String MONEY = "money";
    private static final String LINE = "line";

    private PackFiles() {}

    /**
     * Writes all files; those of a part all at once, the front page last.
     *
     * @throws CannotWrite when some cannot be written; their part is then as it was
     */
    public static void write(
            Path folder, PromisedBook book, BoardPack pack, Texts texts, BriefingFiles.Progress progress)
            throws CannotWrite {
        BriefingFiles.write(folder, book, pack.briefing(), texts, progress);
        if (pack.timetable().isPresent()) {
            TimetableFiles.write(folder.resolve(TIMETABLE), pack.timetable().get(), texts);
        }
        if (pack.money().isPresent()) {
            MoneyFiles.write(folder.resolve(MONEY), pack.money().get(), texts);
        }
        if (!pack.briefing().lineDays().days().isEmpty()) {
            LineDayFiles.write(folder.resolve(LINE), pack.briefing().lineDays(), texts);
        }
        TextFiles.write(
                folder,
                List.of(
                        new TextFile(JSON, PackJson.of(pack, texts), StandardCharsets.UTF_8),
                        new TextFile(PAGE, PackPage.of(pack, texts), StandardCharsets.UTF_8)));
    }
}
