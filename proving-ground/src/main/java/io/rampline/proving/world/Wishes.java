package io.rampline.proving.world;

import io.rampline.factory.Configuration;
import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Request;
import io.rampline.promise.Command;
import io.rampline.promise.Level;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the clients of a small book want, one request after another, every kind of command among them. */
public final class Wishes {
    private static final long HOUR_MICROS = 3_600_000_000L;

    private final Chance chance;
    private final Scenario scenario;
    private final int resources;
    private final int weeks;
    private final String prefix;
    private int serial;

    /** @param prefix of the names of these requests and orders, so that several streams have names of their own */
    public Wishes(Chance chance, Network network, String prefix) {
        this.chance = chance;
        this.scenario = network.scenario();
        this.resources = network.resources().size();
        this.weeks = network.horizon().weeks();
        this.prefix = prefix;
    }

    /** A new request, asked by an actor of its own. */
    public Request next(long bookNowMicros) {
        Command command = command(bookNowMicros);
        boolean named = chance.oneIn(3);
        String name = prefix + serial;
        return new Request(
                name,
                named ? Optional.of("request-" + name) : Optional.empty(),
                chance.oneIn(4) ? Optional.of("because of " + serial) : Optional.empty(),
                command);
    }

    /** The same again, asked by another actor. */
    public Request again(Request request) {
        return new Request(prefix + ++serial, request.requestId(), request.reason(), request.command());
    }

    /** An order that is open when the book is made. */
    Order open(int number) {
        return new Order("open-" + number, number, chance.from(0, 1), configuration(), Order.AS_SOON_AS_POSSIBLE, 0);
    }

    private Command command(long now) {
        serial++;
        return switch (chance.from(0, 25)) {
            case 0, 1 -> new Command.Quote(configuration(), earliest());
            case 2, 3 -> new Command.Hold(order(newId()), now + 1_000_000 + chance.below(23) * HOUR_MICROS);
            case 4, 5, 6 -> new Command.Cancel(knownId());
            case 7 -> new Command.Change(knownId(), configuration(), earliest(), now);
            case 8 -> new Command.PullForward(knownId());
            case 9 -> new Command.SetCapacity(levels(1));
            case 10 -> new Command.SetCapacity(levels(6));
            case 24 -> new Command.AdoptPlan("plan-" + serial, "by hand", levels(6), chance.oneIn(2));
            case 11 -> new Command.Advance(now + chance.below(3 * 24) * HOUR_MICROS);
            case 12 -> repromise();
            case 13, 14 -> new Command.Book(order(knownId()));
            case 15 ->
                new Command.TakeOver(
                        order(newId()), chance.oneIn(3) ? OrderTable.NEVER_PROMISED : chance.from(0, weeks - 1));
            case 16 -> new Command.Deliver(knownId(), now);
            case 17 -> new Command.TakeOver(order(knownId()), OrderTable.NEVER_PROMISED);
            default -> new Command.Book(order(newId()));
        };
    }

    /** Levels of so many resources and weeks at the most, no cell twice. */
    private List<Level> levels(int most) {
        SortedMap<Integer, Level> levels = new TreeMap<>();
        for (int wanted = chance.from(1, most); wanted > 0; wanted--) {
            int resource = chance.from(0, resources - 1);
            int week = chance.from(0, weeks - 1);
            levels.put(resource * weeks + week, new Level(resource, week, chance.from(0, 5)));
        }
        return List.copyOf(levels.values());
    }

    private String newId() {
        return prefix + "o" + serial;
    }

    private String knownId() {
        return prefix + "o" + chance.from(Math.max(0, serial - 30), serial);
    }

    private Configuration configuration() {
        return SmallScenarios.configuration(chance, scenario);
    }

    private int earliest() {
        return chance.oneIn(4) ? chance.from(0, weeks) : Order.AS_SOON_AS_POSSIBLE;
    }

    private Order order(String id) {
        long locked = chance.oneIn(2) ? DurableBook.NOW : chance.from(1, 50);
        return new Order(id, locked, chance.from(0, 1), configuration(), earliest(), 0);
    }

    private Command repromise() {
        List<Strategy> all = List.of(Strategy.values());
        List<Command.Assignment> assignments = chance.oneIn(2)
                ? List.of()
                : List.of(new Command.Assignment(
                        chance.oneOf(all),
                        Optional.empty(),
                        Optional.of("A"),
                        Optional.empty(),
                        Optional.empty(),
                        new TreeSet<>()));
        return new Command.Repromise(assignments, chance.oneOf(all), chance.oneIn(2));
    }
}
