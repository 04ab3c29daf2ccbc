package io.rampline.orderbook.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A real PostgreSQL that comes with Rampline: no installation, but nothing of its durability given away.
 *
 * <p>What a start does, in this order:
 *
 * <ol>
 *   <li>makes the data folder, mode 700, and takes its lock: one Rampline at a time;
 *   <li>unpacks the programs into the cache, once for each version;
 *   <li>makes the cluster, once: UTF-8 with the builtin locale C.UTF-8 (so that a newer system library never reorders
 *       an index), checksums, SCRAM, an owner with a random password in {@code owner.password} of mode 600;
 *   <li>takes over the server that a killed run left, and ends its sessions; or starts one: on 127.0.0.1 only, no Unix
 *       socket, fsync, full_page_writes and synchronous_commit stated on the command line;
 *   <li>asks the server itself whether it keeps to that ({@link DurabilityCheck}).
 * </ol>
 *
 * <p>PostgreSQL refuses to run as root. Root runs it in a user namespace ({@code unshare -U}); where that is forbidden,
 * the message says so.
 */
public final class EmbeddedPostgres {
    private static final int ANY_PORT = 0;

    private EmbeddedPostgres() {}

    /**
     * Starts the server of a data folder on any free port, or takes over the one that runs. Takes 0.2 s, on a new
     * folder some seconds, after a crash as long as the recovery takes.
     *
     * @param dataDirectory is made when it is not there
     * @param says gets short sentences about what is under way, without a full stop
     * @throws DatabaseUnavailable when there is no server to be had; the message says why and what to try
     */
    public static RunningServer start(Path dataDirectory, Consumer<String> says) {
        return start(dataDirectory, ANY_PORT, says);
    }

    /**
     * As {@link #start(Path, Consumer)}, on a port of choice.
     *
     * @param port 1 to 65535; 0 for any free one
     */
    public static RunningServer start(Path dataDirectory, int port, Consumer<String> says) {
        return start(dataDirectory, port, says, CacheFolder.of(System.getenv()));
    }

    /**
     * Where a server can be reached that somebody else holds.
     *
     * @param jdbcUrl of the database {@code rampline}, without user and password
     * @param owner who may do everything there
     */
    public record Address(String jdbcUrl, Credentials owner) {}

    /**
     * The server of a data folder while another process holds it, for those who only want to look; empty when none runs
     * or it does not take connections yet. It may stop at any time, and is not to be stopped by who asks.
     *
     * @throws DatabaseUnavailable when the folder cannot be read
     */
    public static Optional<Address> find(Path dataDirectory) {
        if (!Files.isDirectory(dataDirectory)) {
            return Optional.empty();
        }
        try {
            Cluster cluster = new Cluster(dataDirectory.toRealPath());
            Optional<Postmaster> running = cluster.running();
            return running.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Address(Doors.url(running.get().port(), Doors.DATABASE), cluster.owner()));
        } catch (IOException refused) {
            throw refusedBy(dataDirectory, refused);
        }
    }

    /** Whether a folder holds a server's files; it is not made. */
    public static boolean isThere(Path dataDirectory) {
        return new Cluster(dataDirectory).exists();
    }

    static RunningServer start(Path dataDirectory, int port, Consumer<String> says, Path cache) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + ", expected 0 to 65535");
        }
        try {
            Path folder = folder(dataDirectory);
            FolderLock lock = FolderLock.take(folder);
            try {
                return start(new Cluster(folder), port, says, cache, lock);
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException refused) {
            throw refusedBy(dataDirectory, refused);
        }
    }

    private static RunningServer start(Cluster cluster, int port, Consumer<String> says, Path cache, FolderLock lock)
            throws IOException {
        Launch launch = Launch.forThisUser();
        Programs programs = Programs.in(cache, says);
        if (cluster.exists()) {
            cluster.mustFit();
        } else {
            cluster.make(programs, launch, says);
        }
        Credentials owner = cluster.owner();
        Postmaster postmaster = new ServerStart(cluster, programs, launch, owner, port, says)
                .run(ServerStart.Sessions.OF_AN_EARLIER_RUN);
        ServerStart again = new ServerStart(cluster, programs, launch, owner, postmaster.port(), says);
        try (Connection connection = Doors.open(postmaster.port(), "postgres", owner)) {
            DurabilityCheck.check(connection);
            Doors.makeDatabase(connection);
        } catch (SQLException refused) {
            again.stop();
            throw new DatabaseUnavailable(
                    "the database in " + cluster.files() + " started but does not let its owner in: "
                            + refused.getMessage() + ". Maybe " + cluster.folder()
                            + "/owner.password is of another data folder: put back the one that belongs to it.",
                    refused);
        }
        return new RunningServer(again, lock, postmaster);
    }

    private static Path folder(Path dataDirectory) throws IOException {
        Path folder = dataDirectory.toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.resolveSibling(""));
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return folder.toRealPath();
    }

    static DatabaseUnavailable refusedBy(Path dataDirectory, IOException refused) {
        return new DatabaseUnavailable(
                "the data folder " + dataDirectory + " cannot be used: " + Trouble.reason(refused)
                        + ". Maybe take a folder that you may write, with --data DIR; or the disk is full.",
                refused);
    }
}
