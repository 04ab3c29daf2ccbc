package io.rampline.desk.command.book;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioContents;
import io.rampline.intake.ScenarioFolder;
import io.rampline.orderbook.BookDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The scenario that a book was made of: stored with it, and read again as any scenario folder is. */
final class StoredScenario {
    private static final List<String> ORDERS =
            List.of("orders.csv", "orders.parquet", "order_counts.csv", "deliveries.csv");
    private static final long BYTES_MAX = 64L << 20;

    private StoredScenario() {}

    /** The files of a folder that make its scenario, without orders: content by path. */
    static SortedMap<String, byte[]> files(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        try {
            for (String name : ScenarioFolder.FILES) {
                Path file = folder.resolve(name);
                if (!ORDERS.contains(name) && Files.isRegularFile(file)) {
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
            return withFolder(database.scenarioFiles(), folder -> read(folder, steps));
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
                                + flawed.flaws().getFirst());
        };
    }

    /** Something to do with a folder. */
    interface Work<T> {
        T with(Path folder) throws IOException;
    }

    /** Lays files into a folder that is gone afterwards. */
    static <T> T withFolder(SortedMap<String, byte[]> files, Work<T> work) {
        try {
            Path folder = Files.createTempDirectory("rampline-scenario-");
            try {
                for (var file : files.entrySet()) {
                    Path path = folder.resolve(file.getKey()).normalize();
                    if (!path.startsWith(folder)) {
                        throw new CommandFault(ExitCode.FILES, "found a path outside the scenario: " + file.getKey());
                    }
                    Files.createDirectories(path.getParent());
                    Files.write(path, file.getValue());
                }
                return work.with(folder);
            } finally {
                remove(folder);
            }
        } catch (IOException failed) {
            throw new CommandFault(ExitCode.FILES, "could not lay out the scenario: " + failed, failed);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
