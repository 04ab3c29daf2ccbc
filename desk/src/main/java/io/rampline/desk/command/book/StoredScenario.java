package io.rampline.desk.command.book;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.scenario.LaidOut;
import io.rampline.desk.scenario.OrdersForBook;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioContents;
import io.rampline.intake.ScenarioFolder;
import io.rampline.orderbook.BookDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** The scenario that a book was made of: stored with it, and read again as any scenario folder is. */
final class StoredScenario {
    private static final long BYTES_MAX = 64L << 20;

    private StoredScenario() {}

    /** The files of a folder that make its scenario, without orders: content by path. */
    static SortedMap<String, byte[]> files(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        try {
            for (String name : ScenarioFolder.FILES) {
                Path file = folder.resolve(name);
                if (!OrdersForBook.ORDER_FILES.contains(name) && Files.isRegularFile(file)) {
                    byte[] content = Files.readAllBytes(file);
                    bytes += content.length;
                    files.put(name, content);
                }
            }
        } catch (IOException unreadable) {
            throw new CommandFault(ExitCode.FILES, "could not read " + folder + ": " + unreadable, unreadable);
        }
        if (bytes > BYTES_MAX) {
            throw new CommandFault(
                    ExitCode.FILES,
                    "found " + (bytes >> 20) + " MB of scenario files in " + folder + ", expected at most "
                            + (BYTES_MAX >> 20) + " MB besides the orders");
        }
        return files;
    }

    /** Reads the scenario of a book. */
    static ScenarioContents read(BookDatabase database, Steps steps) {
        try {
            return LaidOut.with(database.scenarioFiles(), folder -> read(folder, steps));
        } catch (IOException failed) {
            throw new CommandFault(ExitCode.FILES, "could not lay out the scenario: " + failed, failed);
        } catch (SQLException failed) {
            throw new CommandFault(ExitCode.FILES, "could not read the book: " + failed.getMessage(), failed);
        }
    }

    private static ScenarioContents read(Path folder, Steps steps) {
        steps.begin("Reading the scenario of the book");
        return switch (ScenarioFolder.read(folder, (_, done, total) -> steps.report(done, total))) {
            case Reading.Sound sound -> sound.contents();
            case Reading.Flawed flawed ->
                throw new CommandFault(
                        ExitCode.FLAWS,
                        "the scenario stored with the book has flaws in this version: "
                                + flawed.flaws().getFirst() + ". Maybe it was changed: the table notice says what"
                                + " each file was when the book was made of it");
        };
    }
}
