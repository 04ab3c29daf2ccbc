package io.rampline.promise;

import io.rampline.factory.BuildPlan;
import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.BuildPlan.NotOffered;
import io.rampline.factory.Configuration;
import io.rampline.promise.Answer.Refused;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Decides commands one at a time: refuses in the order of {@link Refusal}, or changes the book, writes the entries and
 * answers.
 */
final class CommandDesk {
    private static final int ID_LENGTH_MAX = 64;
    private static final long MICROS_PER_HOUR = 3_600_000_000L;

    private final PromiseEngine engine;
    private final OrderColumns orders;
    private final CapacityDesk capacity;
    private final TreeSet<Hold> holds = new TreeSet<>();

    /** A slot kept until a moment. */
    record Hold(long expiresAtMicros, int row) implements Comparable<Hold> {
        @Override
        public int compareTo(Hold other) {
            int byTime = Long.compare(expiresAtMicros, other.expiresAtMicros);
            return byTime != 0 ? byTime : Integer.compare(row, other.row);
        }
    }

    CommandDesk(PromiseEngine engine) {
        this.engine = engine;
        this.orders = engine.orders;
        this.capacity = engine.capacityDesk;
    }

    Answer apply(Command command) {
        return switch (command) {
            case Command.Quote quote -> quote(quote);
            case Command.Hold hold -> hold(hold);
            case Command.Book book -> book(book.order());
            case Command.TakeOver takeOver -> takeOver(takeOver);
            case Command.Cancel cancel -> cancel(cancel.orderId());
            case Command.Change change -> change(change);
            case Command.Deliver deliver -> deliver(deliver);
            case Command.PullForward pull -> pullForward(pull.orderId());
            case Command.SetCapacity set -> capacity.set(set);
            case Command.AdoptPlan plan -> capacity.adopt(plan);
            case Command.Advance advance -> advance(advance.nowMicros());
            case Command.Repromise repromise -> repromise(repromise);
        };
    }

    private Answer quote(Command.Quote quote) {
        Optional<Refused> refused = notOffered(quote.configuration());
        if (refused.isPresent()) {
            return refused.get();
        }
        return new Answer.Quoted(quoted(quote.configuration(), quote.earliestBucket()));
    }

    private Promise quoted(Configuration wanted, int earliestBucket) {
        CompiledConfiguration configuration = engine.configurations().toAsk(wanted);
        engine.search().find(configuration, engine.fromFor(earliestBucket, configuration));
        Binding binding = Binding.unpack(configuration.foundBinding);
        int bucket = configuration.foundBucket;
        return bucket < 0
                ? new Promise.BeyondHorizon(binding)
                : new Promise.Dated(
                        configuration.routes[configuration.foundRoute].line,
                        bucket,
                        bucket + configuration.transitWeeks,
                        binding);
    }

    private Answer hold(Command.Hold hold) {
        Order order = hold.order();
        long longest = engine.network.scenario().rules().holdHours() * MICROS_PER_HOUR;
        if (hold.expiresAtMicros() <= engine.nowMicros() || hold.expiresAtMicros() - engine.nowMicros() > longest) {
            return new Refused(
                    Refusal.MALFORMED,
                    "a hold may last up to " + engine.network.scenario().rules().holdHours() + " hours from now");
        }
        Optional<Refused> refused = refusal(order);
        if (refused.isPresent()) {
            return refused.get();
        }
        int known = orders.find(order.id());
        if (known >= 0 && (orders.open(known) || delivered(known))) {
            return new Refused(Refusal.DUPLICATE_ID, "order " + order.id() + " is in the book");
        }
        if (quoted(order.configuration(), order.earliestBucket()) instanceof Promise.BeyondHorizon) {
            return new Refused(
                    Refusal.NOTHING_TO_HOLD,
                    "no room within the horizon for " + order.configuration().product());
        }
        int row = add(order);
        orders.state[row] = OrderColumns.HELD;
        rememberHold(row, hold.expiresAtMicros());
        Promise.Dated promise = (Promise.Dated) engine.promiseOf(row);
        engine.write(new Entry.Held(engine.nextPosition(), order, promise, hold.expiresAtMicros()));
        orders.position[row] = engine.position();
        return new Answer.Held(engine.position(), promise, hold.expiresAtMicros());
    }

    private Answer book(Order order) {
        Optional<Refused> refused = refusal(order);
        if (refused.isPresent()) {
            return refused.get();
        }
        int known = orders.find(order.id());
        if (known >= 0 && (orders.state[known] == OrderColumns.OPEN || delivered(known))) {
            return new Answer.Booked(orders.position[known], engine.promiseOf(known));
        }
        if (known >= 0 && orders.state[known] == OrderColumns.HELD) {
            forgetHold(known);
            orders.state[known] = OrderColumns.OPEN;
            engine.write(new Entry.HoldConfirmed(engine.nextPosition(), order.id()));
            orders.position[known] = engine.position();
            return new Answer.Booked(engine.position(), engine.promiseOf(known));
        }
        int row = add(order);
        engine.write(new Entry.Booked(engine.nextPosition(), order, engine.promiseOf(row)));
        orders.position[row] = engine.position();
        return new Answer.Booked(engine.position(), engine.promiseOf(row));
    }

    void rememberHold(int row, long expiresAtMicros) {
        holds.add(new Hold(expiresAtMicros, row));
    }

    void forgetHold(int row) {
        holds.removeIf(hold -> hold.row() == row);
    }

    long nextHoldExpiryMicros() {
        return holds.isEmpty() ? Long.MAX_VALUE : holds.first().expiresAtMicros();
    }

    /** Slots kept, the one that expires first before the others. */
    List<Hold> holds() {
        return List.copyOf(holds);
    }

    private Answer takeOver(Command.TakeOver takeOver) {
        Order order = takeOver.order();
        Optional<Refused> refused = refusal(order);
        if (refused.isPresent()) {
            return refused.get();
        }
        int known = orders.find(order.id());
        if (known >= 0 && (orders.open(known) || delivered(known))) {
            return new Answer.Booked(orders.position[known], engine.promiseOf(known));
        }
        int row = orders.add(order, engine.configurations().number(order.configuration()));
        engine.rankChanged();
        orders.promisedBefore(row, takeOver.promisedBucket());
        WholeBook.placeAtFirstPromise(engine, row);
        if (orders.build[row] < 0) {
            engine.promise(row);
        }
        engine.write(
                new Entry.TakenOver(engine.nextPosition(), order, engine.promiseOf(row), takeOver.promisedBucket()));
        orders.position[row] = engine.position();
        return new Answer.Booked(engine.position(), engine.promiseOf(row));
    }

    private Answer deliver(Command.Deliver deliver) {
        int row = orders.find(deliver.orderId());
        if (row >= 0 && delivered(row) && orders.deliveredAtMicros[row] == deliver.deliveredAtMicros()) {
            return new Answer.Delivered(orders.position[row]);
        }
        Optional<Refused> refused = notOpen(row, deliver.orderId());
        if (refused.isPresent()) {
            return refused.get();
        }
        if (orders.state[row] == OrderColumns.HELD) {
            return new Refused(Refusal.UNKNOWN_ORDER, "order " + deliver.orderId() + " is held, not booked");
        }
        orders.deliver(row, deliver.deliveredAtMicros());
        engine.write(new Entry.Delivered(engine.nextPosition(), deliver.orderId(), deliver.deliveredAtMicros()));
        orders.position[row] = engine.position();
        return new Answer.Delivered(engine.position());
    }

    private boolean delivered(int row) {
        return orders.state[row] == OrderColumns.DELIVERED;
    }

    private int add(Order order) {
        int row = orders.add(order, engine.configurations().number(order.configuration()));
        engine.rankChanged();
        engine.promise(row);
        return row;
    }

    /** What speaks against an order, apart from there being no room. */
    private Optional<Refused> refusal(Order order) {
        int classes = engine.network.scenario().rules().priorityClasses().size();
        if (order.id().isEmpty() || order.id().length() > ID_LENGTH_MAX) {
            return refused(
                    Refusal.MALFORMED,
                    "an order id has 1 to " + ID_LENGTH_MAX + " characters, found "
                            + order.id().length());
        }
        if (order.priorityClass() < 0 || order.priorityClass() >= classes) {
            return refused(
                    Refusal.MALFORMED,
                    "a priority class is 0 to " + (classes - 1) + ", found " + order.priorityClass());
        }
        int known = orders.find(order.id());
        boolean inBook = known >= 0 && (orders.open(known) || delivered(known));
        if (inBook && !engine.order(known).equals(order)) {
            return refused(Refusal.DUPLICATE_ID, "order " + order.id() + " is in the book with other content");
        }
        if (known >= 0 && orders.state[known] == OrderColumns.CANCELLED) {
            return refused(
                    Refusal.NO_LONGER_OPEN,
                    "order " + order.id() + " has been cancelled; maybe give the new order an id of its own");
        }
        return notOffered(order.configuration());
    }

    private Optional<Refused> notOffered(Configuration configuration) {
        if (engine.configurations().isKnownAndOffered(configuration)) {
            return Optional.empty();
        }
        BuildPlan plan = engine.network.plan(configuration);
        return switch (plan) {
            case Buildable _ -> Optional.empty();
            case NotOffered reason -> {
                Refusal refusal = switch (reason) {
                    case UNKNOWN_MARKET -> Refusal.UNKNOWN_MARKET;
                    case UNKNOWN_PRODUCT -> Refusal.UNKNOWN_PRODUCT;
                    case OPTION_NOT_OFFERED -> Refusal.OPTION_NOT_OFFERED;
                    case NO_LINE -> Refusal.NO_LINE;
                    case NO_QUOTA -> Refusal.NO_QUOTA;
                };
                yield refused(refusal, configuration.product() + " for " + configuration.market());
            }
        };
    }

    private Answer cancel(String orderId) {
        int row = orders.find(orderId);
        Optional<Refused> refused = notOpen(row, orderId);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (orders.build[row] >= 0 && orders.build[row] < engine.firstBucket()) {
            return new Refused(Refusal.ALREADY_BUILT, "order " + orderId + " is built in bucket " + orders.build[row]);
        }
        boolean wasHeld = orders.state[row] == OrderColumns.HELD;
        engine.slots.release(row);
        orders.state[row] = OrderColumns.CANCELLED;
        if (wasHeld) {
            forgetHold(row);
        }
        engine.write(new Entry.Cancelled(engine.nextPosition(), orderId));
        capacity.noteShortages();
        return new Answer.Cancelled(engine.position());
    }

    private Answer change(Command.Change change) {
        int row = orders.find(change.orderId());
        Optional<Refused> refused = notMovable(row, change.orderId()).or(() -> notOffered(change.configuration()));
        if (refused.isPresent()) {
            return refused.get();
        }
        int number = engine.configurations().number(change.configuration());
        boolean keepsRank = NoHarm.holds(engine, row, number, change.earliestBucket());
        engine.slots.release(row);
        orders.configuration[row] = number;
        orders.earliestBucket[row] = change.earliestBucket();
        if (!keepsRank) {
            orders.lockedAtMicros[row] = Math.max(orders.lockedAtMicros[row], change.atMicros());
            engine.rankChanged();
        }
        engine.slots.date(row, engine.firstMovableBucket());
        engine.write(new Entry.Changed(engine.nextPosition(), engine.order(row), engine.promiseOf(row), keepsRank));
        capacity.noteShortages();
        return new Answer.Changed(engine.position(), engine.promiseOf(row), keepsRank);
    }

    private Answer pullForward(String orderId) {
        int row = orders.find(orderId);
        Optional<Refused> refused = notMovable(row, orderId);
        if (refused.isPresent()) {
            return refused.get();
        }
        Promise before = engine.promiseOf(row);
        if (!new EarlierDates(engine).pull(row, 1)) {
            return new Refused(Refusal.NOTHING_TO_GAIN, "order " + orderId + " has the earliest date there is");
        }
        Promise.Dated after = (Promise.Dated) engine.promiseOf(row);
        engine.write(new Entry.PromiseMoved(engine.nextPosition(), orderId, before, after, new Reason.PullForward()));
        capacity.noteShortages();
        return new Answer.PulledForward(engine.position(), after);
    }

    private Answer advance(long nowMicros) {
        if (nowMicros < engine.nowMicros()) {
            return new Refused(Refusal.TIME_RUNS_FORWARD, "found a moment before the last one");
        }
        engine.setNow(nowMicros);
        engine.write(new Entry.Advanced(engine.nextPosition(), nowMicros));
        int expired = 0;
        while (!holds.isEmpty() && holds.first().expiresAtMicros() <= nowMicros) {
            int row = holds.removeFirst().row();
            engine.slots.release(row);
            orders.state[row] = OrderColumns.EXPIRED;
            engine.write(new Entry.HoldExpired(engine.nextPosition(), orders.id[row]));
            expired++;
        }
        capacity.releaseReservations();
        capacity.noteShortages();
        return new Answer.Advanced(engine.position(), expired);
    }

    private Answer repromise(Command.Repromise repromise) {
        Difference difference = new Repromising(engine, repromise).run();
        if (!repromise.dryRun()) {
            capacity.noteShortages();
        }
        return new Answer.Repromised(engine.position(), difference);
    }

    private Optional<Refused> notOpen(int row, String orderId) {
        if (row < 0) {
            return refused(Refusal.UNKNOWN_ORDER, "no order " + orderId);
        }
        if (delivered(row)) {
            return refused(Refusal.ALREADY_BUILT, "order " + orderId + " has been delivered");
        }
        return orders.open(row)
                ? Optional.empty()
                : refused(Refusal.NO_LONGER_OPEN, "order " + orderId + " has been cancelled or has expired");
    }

    private Optional<Refused> notMovable(int row, String orderId) {
        Optional<Refused> refused = notOpen(row, orderId);
        if (refused.isPresent() || orders.build[row] < 0) {
            return refused;
        }
        if (orders.build[row] < engine.firstBucket()) {
            return refused(Refusal.ALREADY_BUILT, "order " + orderId + " is built in bucket " + orders.build[row]);
        }
        return engine.frozen(row)
                ? refused(
                        Refusal.FROZEN,
                        "order " + orderId + " is built in bucket " + orders.build[row] + ", inside the frozen zone")
                : Optional.empty();
    }

    private static Optional<Refused> refused(Refusal refusal, String detail) {
        return Optional.of(new Refused(refusal, detail));
    }
}
