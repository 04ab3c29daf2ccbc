package io.rampline.proving.world;

import io.rampline.factory.Configuration;
import io.rampline.factory.Network;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.SteppedBook;
import io.rampline.orderbook.Surroundings;
import io.rampline.promise.Command;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.TimeOfBook;
import io.rampline.proving.world.FaultyLedger.Fault;
import io.rampline.proving.world.FaultyLedger.Moment;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A small book over a record that fails when a test says so, one turn after another. */
final class ScriptedBook {
    final Network network = Network.of(TwoLines.scenario());
    final MemoryLedger record;
    final FaultyLedger ledger;
    private final ArrayDeque<Fault> appends = new ArrayDeque<>();
    private final ArrayDeque<Fault> reads = new ArrayDeque<>();
    private long nowMicros = 1_700_000_000_000_000L;
    private long steadyMicros;
    private Runnable reconnecting = () -> {};
    private Runnable atPause = () -> {};
    SteppedBook book;

    ScriptedBook() throws SQLException {
        long start = TimeOfBook.startOfDayMicros(network.scenario().asOf());
        record = new MemoryLedger(network, OrderTable.builder().build(), nowMicros, start - nowMicros);
        ledger = new FaultyLedger(record, this::fault);
        book = open();
    }

    SteppedBook open() throws SQLException {
        BookSettings settings =
                new BookSettings(50, 20, Duration.ofSeconds(3), 1_000, "scripted", () -> reconnecting.run());
        return SteppedBook.open(ledger, network, settings, new Surroundings() {
            @Override
            public long nowMicros() {
                return nowMicros;
            }

            @Override
            public long steadyNanos() {
                return steadyMicros * 1_000;
            }

            @Override
            public void pause(Duration most) {
                nowMicros += most.toNanos() / 1_000;
                steadyMicros += most.toNanos() / 1_000;
                atPause.run();
            }

            @Override
            public void aside(Runnable work) {
                work.run();
            }
        });
    }

    private Fault fault(Moment moment) {
        ArrayDeque<Fault> script = moment == Moment.APPEND ? appends : reads;
        boolean scripted = moment == Moment.APPEND || moment == Moment.READ;
        return scripted && !script.isEmpty() ? script.removeFirst() : Fault.NONE;
    }

    ScriptedBook nextAppends(Fault... faults) {
        appends.addAll(List.of(faults));
        return this;
    }

    ScriptedBook nextReads(Fault... faults) {
        reads.addAll(List.of(faults));
        return this;
    }

    void whenReconnecting(Runnable does) {
        reconnecting = does;
    }

    /** Sets the clock. */
    void setClock(Duration forward) {
        nowMicros += forward.toNanos() / 1_000;
    }

    void atPause(Runnable does) {
        atPause = does;
    }

    static Order order(String id) {
        return order(id, Order.AS_SOON_AS_POSSIBLE);
    }

    static Order order(String id, int earliestBucket) {
        return new Order(id, 5, 0, new Configuration("home", "A", "x", List.of()), earliestBucket, 0);
    }

    static Request booking(String id) {
        return Request.of("ann", new Command.Book(order(id)));
    }

    static Request named(String id, Command command) {
        return new Request("ann", Optional.of(id), Optional.empty(), command);
    }

    /** Asks and lets the book take turns until the answer is there. */
    Outcome ask(Request request) {
        return ask(book, request);
    }

    static Outcome ask(SteppedBook with, Request request) {
        CompletableFuture<Outcome> outcome = with.submit(request);
        for (int turn = 0; turn < 10 && !outcome.isDone(); turn++) {
            with.turn();
        }
        return outcome.getNow(new Outcome.Busy(-1));
    }
}
