package io.rampline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;

/** Writes a small commented scenario that runs, to be changed by whoever wants one of their own. */
public final class NewScenario {
    private static final List<String> FILES = List.of(
            Basics.FILE,
            Catalogue.FILE,
            LineRows.FILE,
            Ramps.FILE,
            LineCapacity.CALENDAR,
            Markets.FILE,
            Limits.QUOTAS,
            Limits.OPTIONS,
            Limits.MIX,
            Parts.PARTS,
            Parts.BILL,
            Parts.SUPPLY,
            Demand.FILE,
            StepRows.FILE,
            GainRows.FILE,
            OpeningRows.FILE,
            PlanningLimits.BUDGET,
            PlanningLimits.CREW,
            PlanningLimits.GUARANTEES,
            PlanningTerms.FILE,
            OrderCounts.FILE,
            OrderCounts.DELIVERIES,
            Deposits.FILE);

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The files are there.
         *
         * @param files in the order in which one would read them
         */
        record Written(List<Path> files) implements Outcome {
            public Written {
                files = List.copyOf(files);
            }
        }

        /** There is something where the folder should be; nothing was written. */
        record Refused(Flaw flaw) implements Outcome {}
    }

    private NewScenario() {}

    /**
     * Writes the files into a folder that is empty or not there yet.
     *
     * @throws IOException when the folder cannot be made or written to
     */
    public static Outcome write(Path dir) throws IOException {
        if (Files.exists(dir) && !Files.isDirectory(dir)) {
            return refused(dir, "a file");
        }
        if (Files.isDirectory(dir) && !isEmpty(dir)) {
            return refused(dir, "a folder with files in it");
        }
        Files.createDirectories(dir);
        List<Path> written = FILES.stream().map(dir::resolve).toList();
        for (String file : FILES) {
            try (InputStream in = NewScenario.class.getResourceAsStream("new-scenario/" + file)) {
                if (in == null) {
                    throw new IOException("found no " + file + " in the program, expected it to be packed with it");
                }
                Files.copy(in, dir.resolve(file));
            }
        }
        return new Outcome.Written(written);
    }

    private static Outcome refused(Path dir, String found) {
        return new Outcome.Refused(Folder.wholeFile(dir.toString(), found, "an empty or a new folder", "another name"));
    }

    private static boolean isEmpty(Path dir) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(dir)) {
            return !entries.iterator().hasNext();
        } catch (NotDirectoryException e) {
            return false;
        }
    }
}
