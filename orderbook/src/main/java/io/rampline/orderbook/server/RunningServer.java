package io.rampline.orderbook.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * An embedded server that runs, and the hold on its data folder.
 *
 * <p>The server is a process of its own, in a session of its own: neither Ctrl-C at the terminal nor the sudden end of
 * this JVM ends it. Whoever started it ends it with {@link #stop}; there is no shutdown hook, because the order in
 * which a service closes its doors is the service's to decide. When the JVM is killed, the server lives on with nothing
 * to do, its open transactions rolled back; the next {@link EmbeddedPostgres#start} on the same folder takes it over.
 *
 * <p>Safe for use by several threads.
 */
public final class RunningServer implements AutoCloseable {
    private final ServerStart start;
    private final FolderLock lock;
    private Postmaster postmaster;
    private boolean stopped;

    /** @param start with the port that the server has for good */
    RunningServer(ServerStart start, FolderLock lock, Postmaster postmaster) {
        this.start = start;
        this.lock = lock;
        this.postmaster = postmaster;
    }

    /** Address of the database {@code rampline}, without user and password. The same for the life of this object. */
    public String jdbcUrl() {
        return jdbcUrl(Doors.DATABASE);
    }

    /** Address of another database on this server. */
    public String jdbcUrl(String database) {
        return Doors.url(start.wantedPort(), database);
    }

    /** The superuser, who owns the database {@code rampline}. */
    public Credentials owner() {
        return start.owner();
    }

    /** TCP port on 127.0.0.1. The same for the life of this object. */
    public int port() {
        return start.wantedPort();
    }

    /** Number of the server's head process; another one after {@link #revive}. */
    public synchronized long pid() {
        return postmaster.pid();
    }

    /** The data folder, by its real path: what to keep when Rampline moves. */
    public Path dataDirectory() {
        return start.cluster().folder();
    }

    /** What the server wrote about itself. */
    public Path log() {
        return start.cluster().log();
    }

    /** A new connection to the database {@code rampline} as its owner. */
    public Connection connect() throws SQLException {
        return Doors.open(port(), Doors.DATABASE, owner());
    }

    /** Whether the server's head process lives. It may still be recovering, so a connection may be refused. */
    public synchronized boolean isRunning() {
        try {
            return !stopped && start.stillServes();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Starts the server again, on the same port, if it has died; waits until it takes connections. Does nothing when it
     * lives. All connections of before are lost, so whoever calls this reads the book anew.
     *
     * @return whether it had to be started
     * @throws DatabaseUnavailable when it does not start; calling again later is all right
     * @throws IllegalStateException after {@link #stop}
     */
    public synchronized boolean revive() {
        if (stopped) {
            throw new IllegalStateException("the server in " + dataDirectory() + " was stopped on purpose");
        }
        try {
            boolean died = !start.stillServes();
            postmaster = start.run(ServerStart.Sessions.OF_THIS_RUN);
            return died;
        } catch (IOException refused) {
            throw EmbeddedPostgres.refusedBy(dataDirectory(), refused);
        }
    }

    /**
     * Ends the server so that all is on the disk, and lets the data folder go. Connections that are open are cut, their
     * transactions rolled back. Does nothing the second time.
     *
     * @throws DatabaseUnavailable when it does not stop; the folder is let go nevertheless
     */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try (lock) {
            if (start.stillServes()) {
                start.stop();
            }
        } catch (IOException refused) {
            throw EmbeddedPostgres.refusedBy(dataDirectory(), refused);
        }
    }

    /** As {@link #stop}. */
    @Override
    public void close() {
        stop();
    }
}
