package io.rampline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** A scenario folder that is being read: its files, the flaws found so far, and who wants to know how far we are. */
final class Folder {
    private final Path dir;
    private final FlawBook flaws;
    private final Progress progress;
    private final SortedSet<String> present;

    private Folder(Path dir, FlawBook flaws, Progress progress, SortedSet<String> present) {
        this.dir = dir;
        this.flaws = flaws;
        this.progress = progress;
        this.present = present;
    }

    /** Empty, with a flaw, when the folder cannot be looked into. */
    static Optional<Folder> open(Path dir, FlawBook flaws, Progress progress) {
        SortedSet<String> present = new TreeSet<>();
        try {
            list(dir, "", present);
            return Optional.of(new Folder(dir, flaws, progress, present));
        } catch (NoSuchFileException e) {
            flaws.add(wholeFile(dir.toString(), "no such folder", "a scenario folder", "`rampline new` writes one"));
        } catch (NotDirectoryException e) {
            flaws.add(wholeFile(dir.toString(), "a file", "a scenario folder", "the folder that holds it"));
        } catch (AccessDeniedException e) {
            flaws.add(wholeFile(dir.toString(), "a folder that may not be read", "permission to read it", ""));
        } catch (IOException e) {
            flaws.add(wholeFile(dir.toString(), "a folder that cannot be read", "a scenario folder", reason(e)));
        }
        return Optional.empty();
    }

    /**
     * Reads a file that belongs to no scenario, from the folder it lies in.
     *
     * @param read takes that folder and the name of the file; not asked where the folder cannot be looked into
     */
    static void readAlone(Path file, FlawBook flaws, BiConsumer<Folder, String> read) {
        Path whole = file.toAbsolutePath().normalize();
        Path dir = whole.getParent();
        Path name = whole.getFileName();
        if (dir != null && name != null) {
            open(dir, flaws, Progress.NONE).ifPresent(folder -> read.accept(folder, name.toString()));
        }
    }

    boolean has(String file) {
        return present.contains(file);
    }

    /** Files with their path in the folder, in alphabetical order. */
    SortedSet<String> present() {
        return present;
    }

    FlawBook flaws() {
        return flaws;
    }

    Progress progress() {
        return progress;
    }

    Path path(String file) {
        return dir.resolve(file);
    }

    long size(String file) {
        try {
            return Files.size(path(file));
        } catch (IOException e) {
            return 0;
        }
    }

    /** Empty, with a flaw, when the file cannot be opened. */
    Optional<InputStream> open(String file) {
        try {
            return Optional.of(Files.newInputStream(path(file)));
        } catch (IOException e) {
            unreadable(file, e);
            return Optional.empty();
        }
    }

    void unreadable(String file, Exception cause) {
        if (cause instanceof AccessDeniedException) {
            flaws.add(wholeFile(file, "a file that may not be read", "permission to read it", ""));
        } else if (Files.isDirectory(path(file))) {
            flaws.add(wholeFile(file, "a folder", "a file", "another name for the folder"));
        } else {
            flaws.add(wholeFile(file, "a file that cannot be read", "a readable file", reason(cause)));
        }
    }

    void missing(String file, String expected) {
        missing(file, expected, "");
    }

    void missing(String file, String expected, String otherwise) {
        String maybe = Nearest.of(file, present)
                .filter(other -> ScenarioFolder.FILES.stream().noneMatch(other::equals))
                .map(other -> "rename " + other)
                .orElse(otherwise);
        flaws.add(wholeFile(file, "no such file", expected, maybe));
    }

    static Flaw wholeFile(String file, String found, String expected, String maybe) {
        return new Flaw(file, 1, 1, found, expected, maybe);
    }

    private static String reason(Exception cause) {
        String message = cause.getMessage();
        return message == null || message.isEmpty() ? "" : "see: " + Wording.quoted(message);
    }

    private static void list(Path dir, String prefix, SortedSet<String> present) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(dir)) {
            for (Path entry : entries) {
                String name = prefix + entry.getFileName();
                boolean isOutturn = name.equals(OutturnFiles.FOLDER) && Files.isDirectory(entry);
                if (isOutturn) {
                    list(entry, OutturnFiles.FOLDER + "/", present);
                } else {
                    present.add(name);
                }
            }
        }
    }
}
