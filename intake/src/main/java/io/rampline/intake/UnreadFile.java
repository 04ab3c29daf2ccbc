package io.rampline.intake;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file of a scenario folder that no reader knows, and which one it was probably meant to be. */
final class UnreadFile {
    private static final String EXPECTED = "the files of docs/scenario-format.md";
    private static final Pattern WORKBOOK = Pattern.compile("(?i)[.](xlsx|xlsm|xls|ods|numbers)$");

    /** What editors, browsers and file managers add to the name of a second file, in English, German and Chinese. */
    private static final List<Pattern> ADDED = List.of(
            Pattern.compile("(?i)(?<=[.](csv|toml|parquet))([.](txt|csv|toml|bak|old|orig|download)|~)$"),
            Pattern.compile("(?i)^(copy of|kopie von|kopie|copy)[ _-]+"),
            Pattern.compile("(?i)[ _-]*[(]\\d+[)](?=[.][^.]+$)"),
            Pattern.compile("(?i)[ _-]+(copy|kopie|\u526F\u672C)( ?\\d+)?(?=[.][^.]+$)"));

    private UnreadFile() {}

    static Flaw note(Folder folder, String file) {
        if (Files.isDirectory(folder.path(file))) {
            String maybe = Nearest.of(file, List.of(OutturnFiles.FOLDER))
                    .map(name -> "rename it " + name)
                    .orElse("");
            return Folder.wholeFile(file, "a folder that nobody reads", EXPECTED, maybe);
        }
        if (WORKBOOK.matcher(file).find()) {
            String table = WORKBOOK.matcher(file).replaceFirst(".csv");
            return Folder.wholeFile(
                    file,
                    "a workbook, which nobody reads",
                    EXPECTED,
                    "save its sheet as CSV UTF-8" + (isRead(table) ? " named " + table : ""));
        }
        String maybe = meant(file)
                .map(name -> folder.has(name) ? "delete it, or let it take the place of " + name : "rename it " + name)
                .orElse("");
        return Folder.wholeFile(file, "a file that nobody reads", EXPECTED, maybe);
    }

    private static Optional<String> meant(String file) {
        int cut = file.lastIndexOf('/') + 1;
        String name = file.substring(cut);
        for (Pattern added : ADDED) {
            name = added.matcher(name).replaceFirst("");
        }
        String bare = file.substring(0, cut) + name;
        return isRead(bare) ? Optional.of(bare) : Nearest.of(bare, ScenarioFolder.FILES);
    }

    private static boolean isRead(String file) {
        return ScenarioFolder.FILES.contains(file);
    }
}
