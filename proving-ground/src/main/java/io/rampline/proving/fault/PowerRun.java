package io.rampline.proving.fault;

import io.rampline.proving.served.ServedBook;
import io.rampline.proving.world.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The power fails under the database while clients book: everything that was not synced is gone. What clients were told
 * must be there when it comes back. Once, the same with fsync switched off: then orders must be lost, or this proof
 * would not see it if they were.
 */
public final class PowerRun {
    /** So much must be at stake before the power fails, on a slow machine too. */
    private static final int ACKNOWLEDGED_LEAST = 200;

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long LOOK_NANOS = 10_000_000L;
    private static final int MILLIS_LEAST = 700;
    private static final int MILLIS_MORE = 1_500;

    private final PlainScenario scenario;
    private final ForgetfulDisk disk;
    private final OwnServer server;
    private final Random random;
    private final Client.Ledger ledger = new Client.Ledger();
    private int serial;

    /**
     * What came of it.
     *
     * @param lostWithoutSync orders that were acknowledged and gone, with fsync off
     * @param notHere why this machine cannot tell; empty when it could
     */
    public record Count(int cuts, long acknowledged, long lostWithoutSync, String notHere) {}

    private PowerRun(PlainScenario scenario, ForgetfulDisk disk, OwnServer server, Random random) {
        this.scenario = scenario;
        this.disk = disk;
        this.server = server;
        this.random = random;
    }

    /**
     * Cuts the power and looks.
     *
     * @param folder for scenario and disks, empty
     * @throws Violation when an acknowledged order was lost, or none was with fsync off
     */
    public static Count run(Path folder, int cuts, int clients, long seed, Consumer<String> news)
            throws IOException, SQLException {
        PlainScenario scenario = PlainScenario.write(folder);
        Random random = new Random(seed);
        Path withSync = Files.createDirectories(folder.resolve("with-sync"));
        try (ForgetfulDisk disk = ForgetfulDisk.make(withSync)) {
            PowerRun run =
                    new PowerRun(scenario, disk, OwnServer.of(disk.folder().resolve("data"), false), random);
            run.withSync(cuts, clients, news);
            long lost = withoutSync(scenario, folder, clients, random, news);
            return new Count(cuts, run.ledger.acknowledged.get(), lost, "");
        } catch (ForgetfulDisk.CannotMount cannot) {
            news.accept("not proved on this machine: " + cannot.getMessage());
            return new Count(0, 0, 0, String.valueOf(cannot.getMessage()));
        } catch (Violation violation) {
            throw new Violation("power cuts of seed " + seed + ": " + violation.getMessage());
        }
    }

    private void withSync(int cuts, int clients, Consumer<String> news) throws IOException, SQLException {
        try {
            for (int cut = 1; cut <= cuts; cut++) {
                cut(clients, false);
                long lost = lost();
                if (lost > 0) {
                    throw new Violation("found " + lost + " acknowledged orders lost by power cut " + cut);
                }
                news.accept("power cut " + cut + " of " + cuts + ": " + ledger.acknowledged.get()
                        + " acknowledged, none lost");
            }
            server.start();
            Books.audit(server.jdbcUrl(), server.owner(), scenario.network());
        } finally {
            server.kill();
        }
    }

    private static long withoutSync(
            PlainScenario scenario, Path folder, int clients, Random random, Consumer<String> news)
            throws IOException, SQLException {
        Path forgetful = Files.createDirectories(folder.resolve("without-sync"));
        try (ForgetfulDisk disk = ForgetfulDisk.make(forgetful)) {
            PowerRun run =
                    new PowerRun(scenario, disk, OwnServer.of(disk.folder().resolve("data"), true), random);
            long lost;
            try {
                run.cut(clients, true);
                lost = run.lost();
            } finally {
                run.server.kill();
            }
            if (lost == 0) {
                throw new Violation("found no order lost by a loss of power with fsync off, expected some:"
                        + " this proof would not see a loss");
            }
            news.accept("with fsync off: " + lost + " of " + run.ledger.acknowledged.get() + " lost, as it must be");
            return lost;
        }
    }

    /** Serves clients for a while, then the power fails, then the disk comes back as it is. */
    private void cut(int clientCount, boolean withoutSync) throws IOException, SQLException {
        server.start();
        ServedBook application =
                ServedBook.start(scenario.folder(), server.jdbcUrl(), server.owner(), scenario.jvmOptions());
        List<Client> clients = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        Path left;
        try {
            if (withoutSync) {
                switchSyncOff();
            }
            for (int i = 0; i < clientCount; i++) {
                Client client = new Client("p" + serial++, random.nextLong(), application::port, ledger);
                clients.add(client);
                threads.add(Thread.ofVirtual().start(client));
            }
            serveAWhile();
            server.freeze();
            left = disk.afterPowerLoss();
        } finally {
            clients.forEach(Client::end);
            application.kill();
            server.kill();
        }
        for (Thread thread : threads) {
            join(thread);
        }
        disk.comeBackWith(left);
        server.start();
    }

    private void serveAWhile() {
        long before = ledger.acknowledged.get();
        long began = System.nanoTime();
        LockSupport.parkNanos((MILLIS_LEAST + random.nextInt(MILLIS_MORE)) * 1_000_000L);
        while (ledger.acknowledged.get() - before < ACKNOWLEDGED_LEAST && System.nanoTime() - began < PATIENCE_NANOS) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Acknowledged and not in the record. */
    private long lost() throws SQLException {
        KeptBook kept = new KeptBook();
        kept.follow(server.jdbcUrl(), server.owner());
        long lost = ledger.booked.values().stream()
                .filter(position -> position > kept.position())
                .count();
        if (lost == 0) {
            kept.nothingBeyond(ledger);
            server.kill();
        }
        return lost;
    }

    private void switchSyncOff() throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set fsync = off");
            statement.execute("select pg_reload_conf()");
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
