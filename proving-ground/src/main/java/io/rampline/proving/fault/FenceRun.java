package io.rampline.proving.fault;

import io.rampline.orderbook.server.RunningServer;
import io.rampline.proving.world.Violation;
import java.io.IOException;
import java.net.Socket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * An engine is frozen under load, another one takes the book over and goes on, the first wakes. From the moment the
 * second serves, whatever the first says must not be that something was done, unless it stands in the record.
 */
public final class FenceRun {
    private static final int UNITS_A_WEEK = 2_000;
    private static final int CLIENTS = 8;
    private static final int ASKED_OF_THE_WOKEN = 20;

    private FenceRun() {}

    /** What came of it. */
    public record Count(int freezes, long acknowledged, long turnedAway) {}

    /**
     * Freezes and looks.
     *
     * @param mostFrozenMillis how long an engine sleeps at the most
     * @throws Violation when a woken engine spoke
     */
    public static Count run(RunningServer server, int freezes, int mostFrozenMillis, long seed, Consumer<String> news)
            throws SQLException {
        Books.open(server).close();
        Random random = new Random(seed);
        Client.Ledger ledger = new Client.Ledger();
        KeptBook kept = new KeptBook();
        long turnedAway = 0;
        EngineHandle first = start(server);
        try {
            for (int freeze = 0; freeze < freezes; freeze++) {
                List<Client> clients = clients(freeze, first, random, ledger);
                List<Thread> threads =
                        clients.stream().map(Thread.ofVirtual()::start).toList();
                park(300 + random.nextInt(200));
                first.signal("STOP");
                EngineHandle second = start(server);
                park(random.nextInt(mostFrozenMillis));
                askAll(second, "second-" + freeze + "-", ledger);
                kept.follow(server.jdbcUrl(), server.owner());
                clients.forEach(Client::end);
                first.signal("CONT");
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
            Books.audit(server.jdbcUrl(), server.owner(), PlainFactory.network(UNITS_A_WEEK));
        } finally {
            first.close();
        }
        return new Count(freezes, ledger.acknowledged.get(), turnedAway);
    }

    private static EngineHandle start(RunningServer server) {
        return EngineHandle.start(
                Integer.toString(UNITS_A_WEEK),
                "url",
                server.jdbcUrl(),
                server.owner().user(),
                server.owner().password());
    }

    private static List<Client> clients(int freeze, EngineHandle of, Random random, Client.Ledger ledger) {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client("f" + freeze + "-" + i, random.nextLong(), of::port, ledger));
        }
        return clients;
    }

    private static void askAll(EngineHandle engine, String prefix, Client.Ledger ledger) {
        for (int i = 0; i < ASKED_OF_THE_WOKEN; i++) {
            String id = prefix + i;
            try (Socket socket = Client.connect(engine.port())) {
                String answer = Client.ask(socket, "BOOK " + id);
                if (!answer.startsWith("OK ")) {
                    throw new Violation(
                            "found the answer " + answer + " of the engine that took over, expected a date");
                }
                ledger.booked.put(id, Long.parseLong(answer.split(" ", -1)[1]));
                ledger.acknowledged.incrementAndGet();
            } catch (IOException cut) {
                throw new Violation("found no answer of the engine that took over: " + cut.getMessage());
            }
        }
    }

    /** Asks the woken engine for something new, and for what the other one did. */
    private static long spokenByTheWoken(EngineHandle woken, int freeze) {
        long turnedAway = 0;
        for (int i = 0; i < ASKED_OF_THE_WOKEN; i++) {
            String request = i % 2 == 0 ? "BOOK woken-" + freeze + "-" + i : "BOOK second-" + freeze + "-" + i;
            try (Socket socket = Client.connect(woken.port())) {
                String answer = Client.ask(socket, request);
                if (answer.startsWith("OK ") || answer.startsWith("NO ")) {
                    throw new Violation("found the answer " + answer + " to " + request
                            + " of an engine that was replaced, expected none");
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
