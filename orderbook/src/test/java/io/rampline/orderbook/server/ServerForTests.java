package io.rampline.orderbook.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One real server for all tests of a JVM, started when the first test asks, gone with its data when the JVM ends; a
 * database of its own for each test. It is as durable as the one of the product. A test that kills or stops its server
 * starts one for itself instead.
 */
public final class ServerForTests {
    private static final String FOLDER = "rampline-server-for-tests-";
    private static final Duration LEFT_BY_THE_DEAD = Duration.ofMinutes(10);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private ServerForTests() {}

    /**
     * An empty database.
     *
     * @param jdbcUrl without user and password
     * @param owner who may do everything on this server
     */
    public record Database(String jdbcUrl, Credentials owner) {
        /** A new connection as the owner. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl, owner.user(), owner.password());
        }
    }

    /** Makes an empty database, in some hundredths of a second once the server runs. */
    public static Database newDatabase() throws SQLException {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = server().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0");
        }
        return new Database(server().jdbcUrl(name), server().owner());
    }

    /** The server itself. It is everybody's: it must not be stopped. */
    public static RunningServer server() {
        return Running.SERVER;
    }

    /** The class is loaded by the first who asks, and only once. */
    private static final class Running {
        static final RunningServer SERVER = start();

        private static RunningServer start() {
            try {
                sweep();
                Path folder = Files.createTempDirectory(FOLDER);
                RunningServer server = EmbeddedPostgres.start(folder, news -> {});
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }

        private static void stop(RunningServer server) {
            server.stop();
            try {
                Programs.delete(server.dataDirectory());
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }

        /** Ends what a killed test run has left running. */
        private static void sweep() throws IOException {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            Instant longAgo = Instant.now().minus(LEFT_BY_THE_DEAD);
            try (Stream<Path> entries = Files.list(temporary)) {
                for (Path folder : entries.filter(
                                entry -> entry.getFileName().toString().startsWith(FOLDER))
                        .toList()) {
                    if (Files.getLastModifiedTime(folder).toInstant().isBefore(longAgo)) {
                        takeAway(folder.toRealPath());
                    }
                }
            }
        }

        private static void takeAway(Path folder) throws IOException {
            FolderLock lock;
            try {
                lock = FolderLock.take(folder);
            } catch (DatabaseUnavailable anotherTestRunAtWork) {
                return;
            }
            try {
                Path cluster = new Cluster(folder).files();
                Postmaster.namedIn(cluster)
                        .filter(left -> left.serves(cluster))
                        .flatMap(left -> ProcessHandle.of(left.pid()))
                        .ifPresent(ProcessHandle::destroyForcibly);
                Programs.delete(folder);
            } finally {
                lock.close();
            }
        }
    }
}
