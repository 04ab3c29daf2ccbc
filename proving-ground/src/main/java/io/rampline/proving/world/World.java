package io.rampline.proving.world;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Network;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.BookState.Condition;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.SteppedBook;
import io.rampline.orderbook.Surroundings;
import io.rampline.orderbook.record.Hash;
import io.rampline.orderbook.record.Ledger;
import io.rampline.promise.Command;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.TimeOfBook;
import io.rampline.proving.history.HistoryCheck;
import io.rampline.proving.history.Operation;
import io.rampline.proving.world.FaultyLedger.Crash;
import io.rampline.proving.world.FaultyLedger.Fault;
import io.rampline.proving.world.FaultyLedger.Moment;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The life of one small book: a factory, clients that want everything, engines that are killed, frozen and replaced,
 * and a database whose connection breaks before, during and after a commit. After every step the record must be sound,
 * the living engine must be exactly what the record says, and at the end every answer must have been the right one.
 *
 * <p>One thread, one seed, no clock: the same seed ends in the same hash.
 */
public final class World {
    private static final int TURNS_MOST = 400;
    /** More calls than this, with no pause between them, are a circle. */
    private static final int CALLS_MOST = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long SECOND_MICROS = 1_000_000;

    private final Chance chance;
    private final MemoryLedger record;
    private final FaultyLedger ledger;
    private final PlainReplay replay;
    private final Wishes wishes;
    private final Trouble trouble;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<SteppedBook> replaced = new ArrayList<>();
    private final long startMicros;
    private final boolean withRogue;
    private long nowMicros = 1_700_000_000_000_000L;
    private long steadyMicros;
    private long turnBeganMicros;
    private long ticks;
    private int calls;
    private @Nullable SteppedBook book;

    private record Asked(Request request, long begin, CompletableFuture<Outcome> outcome) {}

    private World(long seed, BiFunction<MemoryLedger, Beginning, Ledger> beside) {
        this.chance = new Chance(seed);
        Network network = Network.of(SmallScenarios.next(chance));
        this.startMicros = nowMicros;
        this.wishes = new Wishes(chance, network, "c");
        long bookStart = TimeOfBook.startOfDayMicros(network.scenario().asOf());
        Beginning begin = new Beginning(openOrders(network), nowMicros, bookStart - nowMicros);
        this.record = new MemoryLedger(network, begin.orders(), nowMicros, begin.clockOffsetMicros());
        this.trouble = new Trouble(chance);
        Ledger besides = beside.apply(record, begin);
        this.withRogue = besides != record;
        this.ledger = new FaultyLedger(besides, this::faultOf);
        this.replay = new PlainReplay(network);
    }

    /**
     * Lives a world to its end.
     *
     * @return a hash of everything that happened
     * @throws Violation when something happened that must not
     */
    public static Ending live(long seed) {
        return live(seed, (memory, _) -> memory);
    }

    /**
     * As {@link #live(long)}, with something between the engines and the record in memory.
     *
     * @param beside makes it, given the record and how it began
     */
    public static Ending live(long seed, BiFunction<MemoryLedger, Beginning, Ledger> beside) {
        try {
            return new World(seed, beside).live();
        } catch (RuntimeException broken) {
            throw broken instanceof Violation violation ? violation : new Violation("found " + broken, broken);
        }
    }

    /** How a book begins. */
    public record Beginning(OrderTable orders, long nowMicros, long clockOffsetMicros) {}

    /** What became of a world. */
    public record Ending(Hash hash, int operations, long entries, int faults) {}

    private OrderTable openOrders(Network network) {
        OrderTable.Builder orders = OrderTable.builder();
        for (int i = chance.oneIn(2) ? 0 : chance.from(0, 10); i > 0; i--) {
            Order order = wishes.open(i);
            if (network.plan(order.configuration()) instanceof Buildable) {
                orders.add(order);
            }
        }
        return orders.build();
    }

    private Ending live() {
        for (int steps = chance.from(3, 10); steps > 0; steps--) {
            step();
            checkRecord();
        }
        trouble.end();
        open();
        for (Operation operation : List.copyOf(operations)) {
            if (operation.outcome() instanceof Outcome.Unknown && mayBeRepeated(operation.request())) {
                ask(living(), wishes.again(operation.request()));
            }
        }
        settle(living());
        checkRecord();
        List<String> flaws = HistoryCheck.flaws(record.network(), operations, record.rows());
        Violation.unlessNone(flaws);
        return new Ending(
                Hash.over(record.head().hash() + " " + operations),
                operations.size(),
                record.position(),
                trouble.count());
    }

    private Fault faultOf(Moment moment) {
        if (++calls > CALLS_MOST) {
            throw new Violation("found an engine that asks its record in a circle");
        }
        return trouble.next(moment);
    }

    private static boolean mayBeRepeated(Request request) {
        return request.requestId().isPresent() || request.command() instanceof Command.Book;
    }

    private void step() {
        switch (chance.from(0, 21)) {
            case 0 -> crash();
            case 1 -> {
                SteppedBook before = book;
                if (before != null) {
                    replaced.add(before);
                }
                open();
            }
            case 2 -> record.spoilSnapshot(chance.oneIn(2));
            case 3, 4 -> nowMicros += chance.below(36 * 3_600) * SECOND_MICROS;
            case 20, 21 -> clockJumps();
            case 5, 6 -> {
                if (!replaced.isEmpty()) {
                    business(chance.oneOf(replaced));
                }
            }
            default -> {
                if (book == null) {
                    open();
                }
                business(living());
            }
        }
    }

    /** Somebody sets the machine's clock, by hours or by weeks, forward or back; whether an engine runs or none. */
    private void clockJumps() {
        long far = chance.below(chance.oneIn(3) ? 20 * 24 * 3_600 : 7_200) * SECOND_MICROS + chance.below(999_983);
        nowMicros += chance.oneIn(3) ? far : -far;
    }

    private SteppedBook living() {
        SteppedBook living = book;
        if (living == null) {
            throw new Violation("found no book, expected one that opens");
        }
        return living;
    }

    private void business(SteppedBook with) {
        for (int i = chance.from(1, 6); i > 0; i--) {
            Request again = chance.oneIn(6) ? repetition() : null;
            ask(with, again == null ? wishes.next(bookNow()) : again);
        }
        settle(with);
    }

    /** Something asked before, or asked in this very moment. */
    private @Nullable Request repetition() {
        List<Request> before = new ArrayList<>();
        asked.forEach(each -> before.add(each.request()));
        operations.forEach(each -> before.add(each.request()));
        before.removeIf(request -> !mayBeRepeated(request));
        return before.isEmpty() ? null : wishes.again(chance.oneOf(before));
    }

    private void ask(SteppedBook with, Request request) {
        asked.add(new Asked(request, ticks++, with.submit(request)));
    }

    private long bookNow() {
        return nowMicros + record.head().clockOffsetMicros();
    }

    /** Lets an engine work until everybody is answered. */
    private void settle(SteppedBook with) {
        try {
            for (int turns = 0; !asked.isEmpty(); turns++) {
                if (turns > TURNS_MOST) {
                    throw new Violation("found requests without an answer: " + asked);
                }
                calls = 0;
                turnBeganMicros = steadyMicros;
                boolean goesOn = with.turn();
                hear();
                if (!goesOn) {
                    ended(with);
                    break;
                }
            }
            idle(with);
        } catch (Crash dies) {
            died();
            replaced.remove(with);
            book = with == book ? null : book;
        }
        SteppedBook living = book;
        if (living != null && living == with && living.state().condition() instanceof Condition.Serving) {
            checkState(living);
        }
    }

    /** With nothing to do it looks at the time: what is overdue by its clock must be gone then. */
    private void idle(SteppedBook with) {
        calls = 0;
        turnBeganMicros = steadyMicros;
        if (!replaced.contains(with) && with != book) {
            return;
        }
        if (!with.turn()) {
            ended(with);
        } else if (with == book && with.state().condition() instanceof Condition.Serving) {
            checkRecord();
            Violation.unlessNone(replay.overdue(bookNow()));
        }
    }

    private void ended(SteppedBook with) {
        if (!asked.isEmpty()) {
            throw new Violation("found a book that ended and left without an answer: " + asked);
        }
        Condition condition = with.state().condition();
        if (!(condition instanceof Condition.Fenced) || with == book) {
            throw new Violation("found " + condition + ", expected a book that goes on");
        }
        replaced.remove(with);
    }

    private void hear() {
        asked.removeIf(each -> {
            if (each.outcome().isDone()) {
                mustNotBeRefusedByTheRecord(each.outcome().join());
                operations.add(new Operation(
                        each.request(), each.begin(), ticks++, each.outcome().join()));
            }
            return each.outcome().isDone();
        });
    }

    /** The record refuses what would break a rule. Without a rogue, only an engine that erred asks for that. */
    private void mustNotBeRefusedByTheRecord(Outcome outcome) {
        if (!withRogue
                && outcome instanceof Outcome.Unavailable(String why)
                && (why.contains("the record refused it") || why.contains("could not decide"))) {
            throw new Violation("found " + outcome + ", expected decisions that the record takes");
        }
    }

    private void crash() {
        died();
        book = null;
    }

    /** Whoever waits gets no answer any more. */
    private void died() {
        for (Asked each : asked) {
            operations.add(
                    new Operation(each.request(), each.begin(), ticks++, new Outcome.Unknown("the process died")));
        }
        asked.clear();
    }

    private void open() {
        for (int tries = 0; tries < TURNS_MOST; tries++) {
            calls = 0;
            try {
                SteppedBook opened = SteppedBook.open(ledger, record.network(), settings(), surroundings());
                book = opened;
                checkState(opened);
                return;
            } catch (SQLException | BookUnavailable | Crash failed) {
                nowMicros += SECOND_MICROS;
            }
        }
        throw new Violation("found no way to open the book");
    }

    private BookSettings settings() {
        return new BookSettings(100, chance.from(1, 8), PATIENCE, chance.from(3, 40), "world", trouble::reconnecting);
    }

    private Surroundings surroundings() {
        return new Surroundings() {
            @Override
            public long nowMicros() {
                // Two engines never write in the same microsecond, so their entries never look the same.
                return ++nowMicros;
            }

            @Override
            public long steadyNanos() {
                return steadyMicros * 1_000;
            }

            @Override
            public void pause(Duration most) {
                nowMicros += most.toNanos() / 1_000;
                steadyMicros += most.toNanos() / 1_000;
                calls = 0;
                mustNotBeLeftWaiting();
                if (chance.oneIn(40)) {
                    clockJumps();
                }
            }

            @Override
            public void aside(Runnable work) {
                work.run();
            }
        };
    }

    /** However the clock jumps, an outage is no longer for those who wait than it is. */
    private void mustNotBeLeftWaiting() {
        long waitedMicros = steadyMicros - turnBeganMicros;
        if (waitedMicros > PATIENCE.plusSeconds(1).toNanos() / 1_000) {
            for (Asked each : asked) {
                if (!each.outcome().isDone()) {
                    throw new Violation("found " + each.request() + " without an answer after "
                            + waitedMicros / SECOND_MICROS + " s, expected one after " + PATIENCE.toSeconds() + " s");
                }
            }
        }
    }

    private void checkRecord() {
        Violation.unlessNone(replay.follow(record));
    }

    private void checkState(SteppedBook living) {
        checkRecord();
        if (!replay.isStateOf(living.image().bytes())) {
            throw new Violation("found another state in the engine than the record says at entry " + record.position()
                    + ", " + (nowMicros - startMicros) / SECOND_MICROS + " s into the world");
        }
    }
}
