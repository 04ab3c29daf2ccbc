package io.rampline.desk.briefing.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of files that appears in a folder all at once. They are written into a hidden folder beside their place and
 * forced to the disk; then that folder is renamed, which decides that the new set is the one; then each file is moved
 * to its place by a rename.
 *
 * <p>Whatever stops the writing before the decision (full disk, fault, kill) leaves the folder as it was. Whatever
 * stops the moving after it leaves a set that the next publication into the folder completes before it begins. Other
 * files in the folder are not touched.
 */
final class Publication implements AutoCloseable {
    private static final String WRITING = ".briefing-writing-";
    private static final String DECIDED = ".briefing-decided";

    private final Path folder;
    private final Path writing;
    private final Thread atExit;
    private boolean ended;

    /**
     * Opens a publication.
     *
     * @throws CannotWrite when the folder cannot be made or written
     */
    Publication(Path folder) throws CannotWrite {
        this.folder = folder.toAbsolutePath().normalize();
        this.writing = this.folder.resolve(WRITING + ProcessHandle.current().pid());
        try {
            makeFolder();
            completeDecided();
            removeLeftOvers();
            delete(writing);
            Files.createDirectory(writing);
        } catch (IOException fault) {
            throw CannotWrite.because(folder, fault);
        }
        this.atExit = new Thread(this::abandon, "give up the publication");
        giveUpAtExit();
    }

    /** What writes the files of a set. */
    @FunctionalInterface
    interface Writing {
        void write(Publication publication) throws IOException;
    }

    /**
     * Writes all files into a folder, or none.
     *
     * @throws CannotWrite when they cannot be written; the folder is then as it was
     */
    static void of(Path folder, Writing writing) throws CannotWrite {
        try (Publication publication = new Publication(folder)) {
            writing.write(publication);
            publication.publish();
        } catch (CannotWrite refused) {
            throw refused;
        } catch (IOException fault) {
            throw CannotWrite.because(folder, fault);
        }
    }

    private void giveUpAtExit() {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then whoever holds the shutdown up waits for this publication.
            return;
        }
    }

    private void makeFolder() throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException taken) {
            throw new CannotWrite(
                    "cannot write to " + taken.getFile()
                            + ": it is a file, expected a folder. Maybe choose another name with --out.",
                    taken);
        }
    }

    /** Where a file of the set is to be written until it is published. */
    Path file(String name) {
        return writing.resolve(name);
    }

    /** What writes one file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes one file of the set. */
    void write(String name, Content content) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(file(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            content.write(out);
        }
    }

    /** Writes a text as one file of the set. */
    void write(String name, String text) throws IOException {
        write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Makes the set the one in the folder. */
    synchronized void publish() throws CannotWrite {
        if (ended) {
            throw new CannotWrite("writing to " + folder + " was given up", null);
        }
        try {
            for (Path file : list(writing)) {
                force(file);
            }
            Path decided = folder.resolve(DECIDED);
            Files.move(writing, decided, StandardCopyOption.ATOMIC_MOVE);
            completeDecided();
        } catch (IOException fault) {
            throw CannotWrite.because(folder, fault);
        }
    }

    /** Gives up what has not been published. */
    @Override
    public void close() {
        abandon();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then the hook has run or is about to: there is nothing left for it to do.
            return;
        }
    }

    private synchronized void abandon() {
        ended = true;
        try {
            delete(writing);
        } catch (IOException kept) {
            // What stays is hidden and removed by the next publication.
            return;
        }
    }

    private void completeDecided() throws IOException {
        Path decided = folder.resolve(DECIDED);
        if (Files.isDirectory(decided)) {
            for (Path file : list(decided)) {
                Files.move(
                        file,
                        folder.resolve(file.getFileName()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(decided);
        }
    }

    /** A run that was killed leaves its hidden folder behind; its number tells that it is gone. */
    private void removeLeftOvers() throws IOException {
        for (Path entry : list(folder)) {
            String name = entry.getFileName().toString();
            if (name.startsWith(WRITING) && Files.isDirectory(entry) && !isAlive(name.substring(WRITING.length()))) {
                delete(entry);
            }
        }
    }

    private static boolean isAlive(String processNumber) {
        try {
            return ProcessHandle.of(Long.parseLong(processNumber)).isPresent();
        } catch (NumberFormatException foreign) {
            return true;
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            for (Path file : list(directory)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }
}
