package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.file.TextFiles.TextFile;
import io.rampline.desk.briefing.page.PackPage;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.pack.BoardPack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Everything that a board pack leaves in its folder: the briefing, a folder for each other part, and a front page. */
public final class PackFiles {
    public static final String PAGE = "index.html";
    public static final String JSON = "pack.json";

    private static final String TIMETABLE = "timetable";
    private static final String MONEY = "money";
    private static final String LINE = "line";

    private PackFiles() {}

    /**
     * Writes all files; those of a part all at once, the front page last. A part that this pack does not have is taken
     * away where an earlier pack left it, so that no figure of another case stands beside these; other files stay.
     *
     * @throws CannotWrite when some cannot be written; their part is then as it was
     */
    public static void write(
            Path folder, PromisedBook book, BoardPack pack, Texts texts, BriefingFiles.Progress progress)
            throws CannotWrite {
        BriefingFiles.write(folder, book, pack.briefing(), texts, progress);
        if (pack.timetable().isPresent()) {
            TimetableFiles.write(folder.resolve(TIMETABLE), pack.timetable().get(), texts);
        } else {
            takeAway(folder.resolve(TIMETABLE), TimetableFiles.NAMES);
        }
        if (pack.money().isPresent()) {
            MoneyFiles.write(folder.resolve(MONEY), pack.money().get(), texts);
        } else {
            takeAway(folder.resolve(MONEY), MoneyFiles.NAMES);
        }
        if (!pack.briefing().lineDays().days().isEmpty()) {
            LineDayFiles.write(folder.resolve(LINE), pack.briefing().lineDays(), texts);
        } else {
            takeAway(folder.resolve(LINE), LineDayFiles.NAMES);
        }
        TextFiles.write(
                folder,
                List.of(
                        new TextFile(JSON, PackJson.of(pack, texts), StandardCharsets.UTF_8),
                        new TextFile(PAGE, PackPage.of(pack, texts), StandardCharsets.UTF_8)));
    }

    private static void takeAway(Path part, List<String> names) throws CannotWrite {
        try {
            for (String name : names) {
                Files.deleteIfExists(part.resolve(name));
            }
            if (Files.isDirectory(part) && isEmpty(part)) {
                Files.delete(part);
            }
        } catch (IOException fault) {
            throw CannotWrite.because(part, fault);
        }
    }

    private static boolean isEmpty(Path part) throws IOException {
        try (Stream<Path> files = Files.list(part)) {
            return files.findAny().isEmpty();
        }
    }
}
