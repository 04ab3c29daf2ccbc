package io.rampline.orderbook.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns what the programs of the database complain about into what a person can do about it. */
final class Trouble {
    private static final int TOLD_LINES_MAX = 12;
    private static final int TOLD_BYTES_MAX = 8_000;
    private static final long START_BYTES_MIN = 1 << 20;
    private static final String DISK_FULL =
            "The disk is full: make room there and start again; nothing that was acknowledged is lost.";

    /** Phrase of the server to advice; the first that is found counts. */
    private static final List<Map.Entry<String, String>> ADVICE = List.of(
            Map.entry("no space left on device", DISK_FULL),
            Map.entry("disk quota exceeded", "Your quota of disk is used up: make room and start again."),
            Map.entry("address already in use", "Another program has the port: stop it, or let Rampline pick a port."),
            Map.entry("could not bind", "The port cannot be had: let Rampline pick one."),
            Map.entry(
                    "permission denied",
                    "The database may not read or write there: give the folder, and the way to it, to the user who starts Rampline, or take another with --data DIR."),
            Map.entry(
                    "wrong ownership",
                    "The data belongs to another user: start Rampline as that user, or give the folder to this one with chown -R."),
            Map.entry(
                    "invalid permissions",
                    "Others may look into the data: take that away with chmod -R go= on the folder."),
            Map.entry(
                    "read-only file system",
                    "The disk is mounted for reading only: take a folder on another with --data DIR."),
            Map.entry(
                    "could not create shared memory",
                    "The machine gives no shared memory: a container needs a larger /dev/shm."),
            Map.entry(
                    "could not resize shared memory",
                    "The machine gives too little shared memory: a container needs a larger /dev/shm."),
            Map.entry("cannot allocate memory", "The machine has too little free memory for the database (200 MB)."),
            Map.entry(
                    "error while loading shared libraries",
                    "The programs were built for another system: name a PostgreSQL of your own with --database URL."),
            Map.entry(
                    "could not look up effective user",
                    "The user who starts Rampline has no entry in /etc/passwd (root needs one for `nobody`)."),
            Map.entry(
                    "could not locate a valid checkpoint record",
                    "The data is damaged: restore a backup into a new folder."),
            Map.entry("invalid checksum", "The data is damaged: restore a backup into a new folder."));

    private Trouble() {}

    /** What one can do about it; a plain hint when the complaint is not known. */
    static String advice(String complaint, Path log) {
        String lower = complaint.toLowerCase(Locale.ROOT);
        return ADVICE.stream()
                .filter(known -> lower.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> isFull(log) ? DISK_FULL : "Maybe the log tells more: " + log);
    }

    /** On a full disk the server cannot even write that it is full. */
    private static boolean isFull(Path log) {
        try {
            return Files.getFileStore(log.toAbsolutePath().resolveSibling("")).getUsableSpace() < START_BYTES_MIN;
        } catch (IOException untold) {
            return false;
        }
    }

    /** The last lines of what a program said, each on a line of its own. */
    static String told(String said) {
        List<String> lines =
                said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return String.join("\n  ", lines.subList(Math.max(0, lines.size() - TOLD_LINES_MAX), lines.size()));
    }

    static long length(Path log) throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }

    /** What was written to the log after it had the given length, the end of it if it is much. */
    static String since(Path log, long length) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(Math.min(length, file.length()), file.length() - TOLD_BYTES_MAX);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Why the file system refused, in words; its exceptions often carry the name of the file alone. */
    static String reason(IOException refused) {
        return switch (refused) {
            case AccessDeniedException denied -> "may not read or write " + denied.getFile();
            case NoSuchFileException missing -> missing.getFile() + " is not there";
            case FileAlreadyExistsException file -> file.getFile() + " is there, and is not a folder";
            default -> refused.getMessage() == null ? refused.getClass().getSimpleName() : refused.getMessage();
        };
    }
}
