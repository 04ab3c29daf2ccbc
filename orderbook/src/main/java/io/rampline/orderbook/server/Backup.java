package io.rampline.orderbook.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A copy of an embedded server's data, taken while it works, from which a new data folder can be made.
 *
 * <p>The way is PostgreSQL's own (its manual, "Making a Base Backup Using the Low Level API"): {@code pg_backup_start},
 * copy the files as they come, {@code pg_backup_stop}, add the write-ahead log that was written meanwhile. Files that
 * change under the copying do no harm: the log, which holds whole pages from the start on, brings them to the state of
 * the stop. A temporary replication slot keeps that log; it goes with the session, so a killed backup leaves nothing.
 *
 * <p>Everything that was acknowledged before the call is in the copy; nothing that was acknowledged after its end. Each
 * file's sum stands in {@code SHA256SUMS}. The folder appears under its name only when it is whole and on the disk. It
 * holds the password of the database's owner: keep it as safe as the data.
 *
 * <p>It is for the embedded server: a server of one's own has its own backups.
 */
public final class Backup {
    /** Made anew by every start of a server, or of no use to another. */
    private static final Set<String> EMPTY_IN_THE_COPY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> NOT_IN_THE_COPY =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "backup_label.old", "pg_internal.init");

    private static final String FILES = "postgres";
    private static final String PASSWORD = "owner.password";

    /** A segment's name is its timeline, and its number in two parts of which the second runs to this. */
    private static final long SEGMENTS_IN_A_LOG = 256;

    private Backup() {}

    /**
     * What was copied.
     *
     * @param folder where it is
     * @param files how many
     * @param bytes of all files
     */
    public record Written(Path folder, int files, long bytes) {}

    /**
     * Copies the data of a server that runs, whoever runs it; if none does, starts one for the time of the copying.
     *
     * @param dataDirectory of the embedded server
     * @param target must not be there yet, or be empty
     * @param says gets short sentences about what is under way
     * @throws DatabaseUnavailable when there is nothing to copy, or it cannot be copied; nothing is left then
     */
    public static Written write(Path dataDirectory, Path target, Consumer<String> says) {
        try {
            Cluster cluster = new Cluster(dataDirectory.toRealPath());
            if (!cluster.exists()) {
                throw new DatabaseUnavailable(
                        "there is no database in " + dataDirectory + ". Maybe name the folder with --data DIR.");
            }
            Optional<Postmaster> running = cluster.running();
            if (running.isPresent()) {
                return write(cluster, running.get().port(), target.toAbsolutePath(), says);
            }
            try (RunningServer server = EmbeddedPostgres.start(dataDirectory, says)) {
                return write(cluster, server.port(), target.toAbsolutePath(), says);
            }
        } catch (IOException refused) {
            throw cannot("back up " + dataDirectory + " to " + target, Trouble.reason(refused), refused);
        } catch (SQLException refused) {
            throw cannot("back up " + dataDirectory, String.valueOf(refused.getMessage()), refused);
        }
    }

    private static Written write(Cluster cluster, int port, Path target, Consumer<String> says)
            throws IOException, SQLException {
        Path aside = aside(target);
        try (Connection connection = Doors.open(port, Doors.DATABASE, cluster.owner())) {
            says.accept("copying the data in " + cluster.files() + " to " + target);
            CopiedFiles copy = new CopiedFiles(aside);
            Doors.ask(
                    connection,
                    "SELECT pg_create_physical_replication_slot('rampline_backup_' || pg_backend_pid(), true, true)");
            String first = Doors.ask(connection, "SELECT pg_walfile_name(pg_backup_start('rampline', true))");
            copyData(cluster.files(), copy);
            List<String> end =
                    Doors.askRow(connection, "SELECT pg_walfile_name(lsn), labelfile FROM pg_backup_stop(false)");
            copy.write(FILES + "/backup_label", end.get(1).getBytes(StandardCharsets.UTF_8));
            copyLog(cluster.files().resolve("pg_wal"), first, end.get(0), copy);
            copy.write(PASSWORD, (cluster.owner().password() + "\n").getBytes(StandardCharsets.UTF_8));
            copy.writeSums();
            copy.settle();
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            Cluster.settleOnDisk(target.resolveSibling(""));
            return new Written(target, copy.count(), copy.bytes());
        } finally {
            Programs.delete(aside);
        }
    }

    private static void copyData(Path files, CopiedFiles copy) throws IOException {
        copy.makeFolder(FILES);
        try (Stream<Path> tablespaces = Files.list(files.resolve("pg_tblspc"))) {
            if (tablespaces.findAny().isPresent()) {
                throw new DatabaseUnavailable(
                        "the database in " + files
                                + " has tablespaces outside of its folder, and a backup would not hold them. Maybe drop them, or use tools of your own.");
            }
        }
        copyFolder(files, files, copy);
    }

    private static void copyFolder(Path files, Path folder, CopiedFiles copy) throws IOException {
        List<Path> entries;
        try (Stream<Path> listed = Files.list(folder)) {
            entries = listed.sorted().toList();
        }
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            String inside = FILES + "/" + files.relativize(entry);
            if (Files.isDirectory(entry)) {
                copy.makeFolder(inside);
                if (!EMPTY_IN_THE_COPY.contains(name)) {
                    copyFolder(files, entry, copy);
                }
            } else if (!NOT_IN_THE_COPY.contains(name) && !name.startsWith("pgsql_tmp")) {
                copy.copy(entry, inside);
            }
        }
    }

    private static void copyLog(Path log, String first, String last, CopiedFiles copy) throws IOException {
        List<Path> segments;
        try (Stream<Path> listed = Files.list(log)) {
            segments = listed.filter(file -> isWithin(file.getFileName().toString(), first, last))
                    .sorted()
                    .toList();
        }
        long expected = number(last) - number(first) + 1;
        if (segments.size() != expected) {
            throw new DatabaseUnavailable("the log of the time of the copying is not whole: found " + segments.size()
                    + " parts, expected " + expected + " from " + first + " to " + last + ". Maybe try again.");
        }
        for (Path segment : segments) {
            copy.copy(segment, FILES + "/pg_wal/" + segment.getFileName());
        }
    }

    private static boolean isWithin(String name, String first, String last) {
        return name.length() == first.length() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
    }

    private static long number(String segment) {
        return Long.parseLong(segment.substring(8, 16), 16) * SEGMENTS_IN_A_LOG
                + Long.parseLong(segment.substring(16), 16);
    }

    /**
     * Makes a data folder of a backup, after comparing every file with its sum. The next {@link EmbeddedPostgres#start}
     * on it brings the data to the state at the end of the backup.
     *
     * @param backup a folder that {@link #write} made; it stays as it is
     * @param dataDirectory must not be there yet, or be empty
     * @throws DatabaseUnavailable when the backup is damaged or the folder cannot be made; nothing is left then
     */
    public static void restore(Path backup, Path dataDirectory, Consumer<String> says) {
        try {
            Path target = dataDirectory.toAbsolutePath();
            SortedMap<String, String> sums = CopiedFiles.sumsOf(backup);
            says.accept("restoring " + sums.size() + " files from " + backup + " to " + dataDirectory);
            Path aside = aside(target);
            try {
                copyBack(backup, aside, sums);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
                Cluster.settleOnDisk(target.resolveSibling(""));
            } finally {
                Programs.delete(aside);
            }
        } catch (IOException refused) {
            throw cannot("restore " + backup + " to " + dataDirectory, Trouble.reason(refused), refused);
        }
    }

    private static void copyBack(Path backup, Path folder, Map<String, String> sums) throws IOException {
        CopiedFiles copy = new CopiedFiles(folder);
        copy.makeFolder(FILES);
        try (Stream<Path> all = Files.walk(backup.resolve(FILES))) {
            for (Path inside : all.filter(Files::isDirectory).toList()) {
                copy.makeFolder(backup.relativize(inside).toString());
            }
        }
        for (String name : sums.keySet()) {
            copy.copy(backup.resolve(name), name);
        }
        copy.mustEqual(sums, backup);
        copy.settle();
    }

    private static Path aside(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            try (Stream<Path> entries = Files.list(target)) {
                if (entries.findAny().isPresent()) {
                    throw new DatabaseUnavailable("the folder " + target
                            + " is not empty, and nothing is written over. Maybe name a new folder.");
                }
            }
        } else if (Files.exists(target)) {
            throw new DatabaseUnavailable(target + " is there, and is not a folder. Maybe name a new folder.");
        }
        Files.createDirectories(target.resolveSibling(""));
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        Programs.delete(aside);
        return aside;
    }

    private static DatabaseUnavailable cannot(String what, String why, Exception cause) {
        return new DatabaseUnavailable(
                "cannot " + what + ": " + why + ". Maybe the disk is full, or the folder belongs to another user.",
                cause);
    }
}
