package io.rampline.proving.fault;

import io.rampline.orderbook.server.EmbeddedPostgres;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.proving.served.ServedBook;
import io.rampline.proving.world.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The application as its users start it and its database under load over HTTP, killed again and again: the application,
 * one process of the database, its head, or everything at once. Clients keep their own ledgers; after every kill these
 * are held against the record, and the state that is served against a repetition of the record.
 */
public final class KillRun {
    private static final long STEP_NANOS = 5_000_000;
    private static final long PATIENCE_NANOS = 90_000_000_000L;
    private static final int ANSWERS_BETWEEN_KILLS = 60;
    private static final int LOOKS_MOST = 200;

    private final PlainScenario scenario;
    private final Path data;
    private final Random random;
    private final Client.Ledger ledger = new Client.Ledger();
    private final KeptBook kept = new KeptBook();
    private final ServedState state;
    private volatile ServedBook application;

    /** Who dies. */
    private enum Victim {
        APPLICATION,
        BACKEND,
        POSTMASTER,
        BOTH
    }

    /** What came of it. */
    public record Count(int kills, long acknowledged, long askedAgain, long longestSilenceMillis) {}

    private KillRun(Path folder, long seed) throws IOException {
        this.scenario = PlainScenario.write(folder);
        this.data = folder.resolve("data");
        this.random = new Random(seed);
        this.state = new ServedState(scenario.network());
        killsWhileItStartsTheFirstTime();
        start().close();
        this.application = start();
    }

    /**
     * Kills and looks.
     *
     * @param folder for scenario and database, empty
     * @throws Violation when an acknowledged order was lost, booked twice or oversold
     */
    public static Count run(Path folder, int kills, int clients, long seed, Consumer<String> news)
            throws SQLException, IOException {
        KillRun run = new KillRun(folder, seed);
        try {
            return run.run(kills, clients, news);
        } catch (Violation violation) {
            throw new Violation("kills of seed " + seed + ": " + violation.getMessage());
        } finally {
            run.application.close();
        }
    }

    /** A first start makes the cluster, the tables and the book; killed in the middle, the next one goes on. */
    private void killsWhileItStartsTheFirstTime() throws IOException {
        for (int i = 0; i < 3; i++) {
            ServedBook.startAndKill(scenario.folder(), data, scenario.jvmOptions(), 1_000L + random.nextInt(2_500));
        }
    }

    private ServedBook start() throws IOException {
        return ServedBook.start(scenario.folder(), data, scenario.jvmOptions());
    }

    private Count run(int kills, int clientCount, Consumer<String> news) throws SQLException, IOException {
        List<Client> clients = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clientCount; i++) {
            Client client = new Client("c" + i, random.nextLong(), () -> application.port(), ledger);
            clients.add(client);
            threads.add(Thread.ofVirtual().start(client));
        }
        long longest = 0;
        try {
            awaitAnswers(ANSWERS_BETWEEN_KILLS);
            for (int kill = 0; kill < kills; kill++) {
                Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
                LockSupport.parkNanos(random.nextInt(120) * 1_000_000L);
                long began = System.nanoTime();
                kill(victim);
                awaitAnswers(clientCount + 1);
                long silence = (System.nanoTime() - began) / 1_000_000;
                longest = Math.max(longest, silence);
                awaitAnswers(ANSWERS_BETWEEN_KILLS);
                look();
                news.accept("kill " + (kill + 1) + " of " + kills + ": "
                        + victim.name().toLowerCase(Locale.ROOT) + ", back after " + silence + " ms, "
                        + ledger.acknowledged.get() + " acknowledged");
            }
        } finally {
            clients.forEach(Client::end);
        }
        for (Thread thread : threads) {
            join(thread);
        }
        application.close();
        lookAtTheEnd();
        return new Count(kills, ledger.acknowledged.get(), ledger.askedAgain.get(), longest);
    }

    /** Everything once more, with nobody at the book. */
    private void lookAtTheEnd() throws SQLException {
        try (RunningServer server = EmbeddedPostgres.start(data, quiet -> {});
                Connection connection = server.connect()) {
            kept.follow(server.jdbcUrl(), server.owner());
            kept.nothingBeyond(ledger);
            state.mustBeWrittenDown(connection);
            Books.audit(server.jdbcUrl(), server.owner(), scenario.network());
        }
    }

    private void look() throws SQLException, IOException {
        // What is acknowledged from here on may be beyond what is read below.
        for (int tries = 0; ; tries++) {
            try {
                EmbeddedPostgres.Address database = database();
                kept.follow(database.jdbcUrl(), database.owner());
                kept.holdAgainst(ledger);
                state.mustBeServed(application.port(), database.jdbcUrl(), database.owner());
                return;
            } catch (SQLException | IOException notUpYet) {
                if (tries > LOOKS_MOST) {
                    throw notUpYet;
                }
                LockSupport.parkNanos(STEP_NANOS * 10);
            }
        }
    }

    private EmbeddedPostgres.Address database() throws SQLException {
        return EmbeddedPostgres.find(data).orElseThrow(() -> new SQLException("no server runs in " + data));
    }

    private void kill(Victim victim) throws SQLException, IOException {
        switch (victim) {
            case APPLICATION -> {
                application.kill();
                application = start();
            }
            case BACKEND -> Signals.send(backend(), "KILL");
            case POSTMASTER -> Signals.send(head(), "KILL");
            case BOTH -> {
                long head = head();
                application.kill();
                Signals.send(head, "KILL");
                application = start();
            }
        }
    }

    /** The process that works for the engine's own connection, or for one of its readers. */
    private long backend() throws SQLException {
        EmbeddedPostgres.Address database = database();
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(),
                        database.owner().user(),
                        database.owner().password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select pid from pg_stat_activity where backend_type = 'client backend'"
                                + " and pid <> pg_backend_pid() order by query like '%append_batch%' desc, pid limit 1")) {
            if (!row.next()) {
                throw new SQLException("found no process of the application's in the database");
            }
            return row.getLong(1);
        }
    }

    private long head() throws SQLException {
        return ProcessHandle.of(backend())
                .flatMap(ProcessHandle::parent)
                .map(ProcessHandle::pid)
                .orElseThrow();
    }

    private void awaitAnswers(long more) {
        long enough = ledger.acknowledged.get() + more;
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (ledger.acknowledged.get() < enough) {
            if (!ledger.wrong.isEmpty()) {
                throw new Violation("found wrong answers: " + ledger.wrong);
            }
            if (System.nanoTime() > deadline) {
                throw new Violation("found no answers for " + PATIENCE_NANOS / 1_000_000_000L
                        + " s, expected the book back without a person");
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
