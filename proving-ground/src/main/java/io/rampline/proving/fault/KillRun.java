package io.rampline.proving.fault;

import io.rampline.proving.world.Violation;
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
 * A real application and a real database under load, killed again and again: the application, one process of the
 * database, its head, or everything at once. Clients keep their own ledgers; after every kill these are held against
 * the record.
 */
public final class KillRun {
    private static final int UNITS_A_WEEK = 2_000;
    private static final long STEP_NANOS = 5_000_000;
    private static final long PATIENCE_NANOS = 90_000_000_000L;
    private static final int ANSWERS_BETWEEN_KILLS = 60;

    private final Path folder;
    private final Random random;
    private final Client.Ledger ledger = new Client.Ledger();
    private final KeptBook kept = new KeptBook();
    private volatile EngineHandle engine;

    /** Who dies. */
    private enum Victim {
        APPLICATION,
        BACKEND,
        POSTMASTER,
        BOTH
    }

    /** What came of it. */
    public record Count(int kills, long acknowledged, long askedAgain, long longestSilenceMillis) {}

    private KillRun(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
        this.engine = start();
    }

    /**
     * Kills and looks.
     *
     * @param folder for the database, empty
     * @throws Violation when an acknowledged order was lost, booked twice or oversold
     */
    public static Count run(Path folder, int kills, int clients, long seed, Consumer<String> news) throws SQLException {
        killsWhileItStartsTheFirstTime(folder, new Random(seed));
        KillRun run = new KillRun(folder, seed);
        try {
            return run.run(kills, clients, news);
        } finally {
            run.engine.close();
        }
    }

    /** A first start makes the cluster, the tables and the book; killed in the middle, the next one goes on. */
    private static void killsWhileItStartsTheFirstTime(Path folder, Random random) {
        for (int i = 0; i < 3; i++) {
            long after = 800L + random.nextInt(2_500);
            EngineHandle.startAndKill(after, arguments(folder));
        }
    }

    private static String[] arguments(Path folder) {
        return new String[] {Integer.toString(UNITS_A_WEEK), "folder", folder.toString()};
    }

    private EngineHandle start() {
        return EngineHandle.start(arguments(folder));
    }

    private Count run(int kills, int clientCount, Consumer<String> news) throws SQLException {
        List<Client> clients = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clientCount; i++) {
            Client client = new Client("c" + i, random.nextLong(), () -> engine.port(), ledger);
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
        kept.follow(engine.jdbcUrl(), engine.owner());
        kept.nothingBeyond(ledger);
        Books.audit(engine.jdbcUrl(), engine.owner(), PlainFactory.network(UNITS_A_WEEK));
        return new Count(kills, ledger.acknowledged.get(), ledger.askedAgain.get(), longest);
    }

    private void look() throws SQLException {
        // What is acknowledged from here on may be beyond what is read below.
        for (int tries = 0; ; tries++) {
            try {
                kept.follow(engine.jdbcUrl(), engine.owner());
                kept.holdAgainst(ledger);
                return;
            } catch (SQLException notUpYet) {
                if (tries > 100) {
                    throw notUpYet;
                }
                LockSupport.parkNanos(STEP_NANOS * 10);
            }
        }
    }

    private void kill(Victim victim) throws SQLException {
        switch (victim) {
            case APPLICATION -> {
                engine.kill();
                engine = start();
            }
            case BACKEND -> Signals.send(backend(), "KILL");
            case POSTMASTER -> Signals.send(head(), "KILL");
            case BOTH -> {
                long head = head();
                engine.kill();
                Signals.send(head, "KILL");
                engine = start();
            }
        }
    }

    /** The process that works for the engine's own connection, or for one of its readers. */
    private long backend() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        engine.jdbcUrl(), engine.owner().user(), engine.owner().password());
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
