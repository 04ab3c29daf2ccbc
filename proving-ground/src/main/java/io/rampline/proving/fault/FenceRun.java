package io.rampline.proving.fault;

import io.rampline.orderbook.server.RunningServer;
import io.rampline.proving.served.Exchange;
import io.rampline.proving.served.ServedBook;
import io.rampline.proving.world.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * An application is frozen under load, another one takes the book over and goes on, the first wakes. From the moment
 * the second serves, whatever the first says must not be that something was done, unless it stands in the record.
 */
public final class FenceRun {
    private static final int CLIENTS = 8;
    private static final int ASKED_OF_THE_WOKEN = 20;

    private FenceRun() {}

    /** What came of it. */
    public record Count(int freezes, long acknowledged, long turnedAway) {}

    /**
     * Freezes and looks.
     *
     * @param folder for the scenario, empty
     * @param mostFrozenMillis how long an application sleeps at the most
     * @throws Violation when a woken application spoke
     */
    public static Count run(
            RunningServer server, Path folder, int freezes, int mostFrozenMillis, long seed, Consumer<String> news)
            throws SQLException, IOException {
        Books.open(server).close();
        PlainScenario scenario = PlainScenario.write(folder);
        ServedBook.start(scenario.folder(), server, scenario.jvmOptions()).close();
        Random random = new Random(seed);
        Client.Ledger ledger = new Client.Ledger();
        KeptBook kept = new KeptBook();
        long turnedAway = 0;
        ServedBook first = ServedBook.start(scenario.folder(), server, scenario.jvmOptions());
        try {
            for (int freeze = 0; freeze < freezes; freeze++) {
                List<Client> clients = clients(freeze, first, random, ledger);
                List<Thread> threads =
                        clients.stream().map(Thread.ofVirtual()::start).toList();
                park(300 + random.nextInt(200));
                Signals.send(first.pid(), "STOP");
                ServedBook second = ServedBook.start(scenario.folder(), server, scenario.jvmOptions());
                park(random.nextInt(mostFrozenMillis));
                askAll(second, "second-" + freeze + "-", ledger);
                kept.follow(server.jdbcUrl(), server.owner());
                clients.forEach(Client::end);
                Signals.send(first.pid(), "CONT");
                turnedAway += spokenByTheWoken(first, freeze);
                for (Thread thread : threads) {
                    join(thread);
                }
                kept.follow(server.jdbcUrl(), server.owner());
                kept.nothingBeyond(ledger);
                first.close();
                first = second;
                news.accept("freeze " + (freeze + 1) + " of " + freezes + ": " + ledger.acknowledged.get()
                        + " acknowledged");
            }
            Books.audit(server.jdbcUrl(), server.owner(), scenario.network());
        } finally {
            first.close();
        }
        return new Count(freezes, ledger.acknowledged.get(), turnedAway);
    }

    private static List<Client> clients(int freeze, ServedBook of, Random random, Client.Ledger ledger) {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client("f" + freeze + "-" + i, random.nextLong(), of::port, ledger));
        }
        return clients;
    }

    private static void askAll(ServedBook application, String prefix, Client.Ledger ledger) {
        for (int i = 0; i < ASKED_OF_THE_WOKEN; i++) {
            String id = prefix + i;
            try {
                Exchange.Answer answer = Exchange.ask(application.port(), Exchange.booking(id));
                if (!answer.isDone()) {
                    throw new Violation(
                            "found the answer " + answer + " of the application that took over, expected a date");
                }
                ledger.enter(false, id, answer);
            } catch (IOException cut) {
                throw new Violation("found no answer of the application that took over: " + cut.getMessage());
            }
        }
    }

    /** Asks the woken application for something new, and for what the other one did. */
    private static long spokenByTheWoken(ServedBook woken, int freeze) {
        long turnedAway = 0;
        for (int i = 0; i < ASKED_OF_THE_WOKEN; i++) {
            String id = (i % 2 == 0 ? "woken-" : "second-") + freeze + "-" + i;
            try {
                Exchange.Answer answer = Exchange.ask(woken.port(), Exchange.booking(id));
                if (!answer.isNotNow()) {
                    throw new Violation("found the answer " + answer + " about " + id
                            + " of an application that was replaced, expected none");
                }
                turnedAway++;
            } catch (IOException cut) {
                turnedAway++;
            }
        }
        return turnedAway;
    }

    private static void park(int millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
