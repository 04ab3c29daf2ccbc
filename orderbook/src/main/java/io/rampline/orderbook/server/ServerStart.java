package io.rampline.orderbook.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Gets the server of a cluster to run: takes over the one that an earlier run left, or starts one. Whoever calls holds
 * the lock of the data folder, so no other Rampline starts one meanwhile.
 *
 * @param wantedPort 0 for any free one
 */
record ServerStart(
        Cluster cluster, Programs programs, Launch launch, Credentials owner, int wantedPort, Consumer<String> says) {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration PATIENCE_WITH_REMAINS = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(5);
    private static final int NEWS_SECONDS = 10;
    private static final int PORTS_TRIED_MAX = 5;
    private static final long LOG_BYTES_MAX = 8L << 20;
    private static final long PAUSE_NANOS = 50_000_000;

    /** Classes of SQLSTATE. */
    private static final String CONNECTION_FAILED = "08";

    private static final String NOT_NOW = "57P";

    /**
     * Stated on the command line, where nothing in a file can say otherwise: what is acknowledged is on the disk, and
     * nobody but this machine can connect.
     */
    private static final String NOT_TO_BE_CHANGED =
            "-c fsync=on -c full_page_writes=on -c synchronous_commit=on -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c cluster_name=rampline";

    /** Whose sessions a server that runs already has. */
    enum Sessions {
        /** Nobody uses them any more; what they were about to commit must not come after our first look at the book. */
        OF_AN_EARLIER_RUN,
        /** They are in use. */
        OF_THIS_RUN
    }

    Postmaster run(Sessions sessions) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_WITH_REMAINS.toNanos();
        while (true) {
            Optional<Postmaster> left = untilReady();
            if (left.isEmpty()) {
                return startAnew();
            }
            try {
                return takeOver(left.get(), sessions) ? left.get() : startAnew();
            } catch (SQLException refused) {
                if (!mayPass(refused) || System.nanoTime() > deadline) {
                    throw notOurs(left.get(), refused);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** A server that is dying, or recovering from the death of one of its processes, refuses for a moment. */
    private static boolean mayPass(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        return state.startsWith(CONNECTION_FAILED) || state.startsWith(NOT_NOW);
    }

    /** The server that has the data open, once it takes connections; empty when there is none or it ends meanwhile. */
    private Optional<Postmaster> untilReady() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean told = false;
        while (true) {
            Optional<Postmaster> left = Postmaster.namedIn(cluster.files()).filter(it -> it.serves(cluster.files()));
            if (left.isEmpty() || left.get().ready()) {
                return left;
            }
            if (!told) {
                says.accept("an earlier run left a database that is about to start or to stop (process "
                        + left.get().pid() + "); waiting for it");
                told = true;
            }
            if (System.nanoTime() > deadline) {
                throw new DatabaseUnavailable("the database that an earlier run left (process "
                        + left.get().pid() + ") does not get ready. Maybe end it with `kill -INT "
                        + left.get().pid() + "` and start again.");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean takeOver(Postmaster left, Sessions sessions) throws IOException, SQLException {
        String port = "port " + left.port();
        if (wantedPort != 0 && wantedPort != left.port()) {
            says.accept("an earlier run left the database running on " + port + "; starting it again on port "
                    + wantedPort);
            stop();
            return false;
        }
        try (Connection connection = Doors.open(left.port(), "postgres", owner)) {
            if (!Doors.dataFolder(connection).equals(cluster.files().toString())) {
                throw new DatabaseUnavailable("the database on " + port + " serves " + Doors.dataFolder(connection)
                        + ", expected " + cluster.files() + ". Maybe delete " + cluster.files()
                        + "/postmaster.pid if no server works there.");
            }
            if (DurabilityCheck.weaknesses(connection).isEmpty()) {
                if (sessions == Sessions.OF_AN_EARLIER_RUN) {
                    Doors.endOtherSessions(connection);
                    says.accept("taking over the database that an earlier run left running (process " + left.pid()
                            + ", " + port + ")");
                }
                return true;
            }
            says.accept("the database that is running does not write safely; starting it again with safe settings");
        }
        stop();
        return false;
    }

    private DatabaseUnavailable notOurs(Postmaster left, SQLException refused) {
        return new DatabaseUnavailable(
                "a PostgreSQL that does not let this Rampline in has the data open (process " + left.pid() + ", port "
                        + left.port() + ": " + refused.getMessage() + "). Maybe end it with `kill -INT " + left.pid()
                        + "`; or " + cluster.folder() + " lost its own owner.password: put it back from a backup.",
                refused);
    }

    private Postmaster startAnew() throws IOException {
        long remainsDeadline = System.nanoTime() + PATIENCE_WITH_REMAINS.toNanos();
        int ports = 0;
        says.accept("starting the database");
        while (true) {
            boolean clear = Postmaster.clearAwayAfterDeath(cluster.files());
            int port = wantedPort != 0 ? wantedPort : freePort();
            long logged = turnOverLog();
            Launch.Outcome started = startOn(port);
            Optional<Postmaster> running = Postmaster.namedIn(cluster.files());
            if (started.code() == 0 && running.isPresent()) {
                return running.get();
            }
            String complaint = Trouble.since(cluster.log(), logged);
            String lower = complaint.toLowerCase(Locale.ROOT);
            boolean remains = !clear || lower.contains("pre-existing shared memory") || lower.contains("lock file");
            boolean portTaken = lower.contains("could not create any tcp/ip sockets");
            if (portTaken && wantedPort == 0 && ++ports < PORTS_TRIED_MAX) {
                continue;
            }
            if (remains && !portTaken && System.nanoTime() < remainsDeadline) {
                LockSupport.parkNanos(PAUSE_NANOS);
                continue;
            }
            String told = complaint.isBlank() ? started.said() : complaint;
            throw new DatabaseUnavailable("the database in " + cluster.files() + " does not start"
                    + (portTaken ? " on port " + port : "") + ":\n  " + Trouble.told(told) + "\n"
                    + Trouble.advice(told, cluster.log()));
        }
    }

    private Launch.Outcome startOn(int port) throws IOException {
        return launch.run(
                cluster.files(),
                PATIENCE,
                List.of(
                        programs.pgCtl().toString(),
                        "start",
                        "--wait",
                        "--timeout=" + PATIENCE.toSeconds(),
                        "--pgdata=.",
                        "--log=" + Path.of("..").resolve(cluster.log().getFileName()),
                        "--options=" + NOT_TO_BE_CHANGED + " -c port=" + port),
                waited -> {
                    if (waited.toSeconds() % NEWS_SECONDS == 0) {
                        says.accept("the database is still at putting in order what its last end left ("
                                + waited.toSeconds() + " s)");
                    }
                });
    }

    /** Ends the server so that everything is on the disk; if that takes too long, so that the next start recovers. */
    void stop() throws IOException {
        Launch.Outcome ended = stop("fast");
        if (ended.code() != 0 && stillServes()) {
            says.accept("the database does not stop by itself; stopping it at once, the next start puts it in order");
            ended = stop("immediate");
        }
        if (ended.code() != 0 && stillServes()) {
            throw new DatabaseUnavailable("the database in " + cluster.files() + " does not stop:\n  "
                    + Trouble.told(ended.said()) + "\n" + Trouble.advice(ended.said(), cluster.log()));
        }
    }

    boolean stillServes() throws IOException {
        return Postmaster.namedIn(cluster.files())
                .filter(it -> it.serves(cluster.files()))
                .isPresent();
    }

    private Launch.Outcome stop(String mode) throws IOException {
        return launch.run(
                cluster.files(),
                STOP_PATIENCE.plusSeconds(NEWS_SECONDS),
                List.of(
                        programs.pgCtl().toString(),
                        "stop",
                        "--wait",
                        "--timeout=" + STOP_PATIENCE.toSeconds(),
                        "--pgdata=.",
                        "--mode=" + mode));
    }

    /** Length of the log from which on it will tell about the start to come. */
    private long turnOverLog() throws IOException {
        if (Trouble.length(cluster.log()) > LOG_BYTES_MAX) {
            Files.move(
                    cluster.log(), cluster.log().resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return Trouble.length(cluster.log());
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
            return probe.getLocalPort();
        }
    }
}
