package io.rampline.desk.http;

import io.rampline.desk.access.Ownership;
import io.rampline.factory.Network;
import io.rampline.orderbook.BookState;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Following;
import io.rampline.orderbook.NoticeBoard;
import io.rampline.orderbook.OrderRecord;
import io.rampline.orderbook.OrderRecord.State;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.RecordedEntry;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.Visitors;
import io.rampline.promise.Answer;
import io.rampline.promise.BookImage;
import io.rampline.promise.Command;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Promise;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.TimeOfBook;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** A book that forgets everything at its end: a real engine, one thing at a time, answered at once. */
final class MemoryBook implements Book {
    final MemoryHouse house = new MemoryHouse();
    final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Network network;
    private final PromiseEngine engine;
    private final List<RecordedEntry> entries = new ArrayList<>();
    private final Map<String, OrderRecord> orders = new LinkedHashMap<>();
    private final Map<String, Asked> asked = new HashMap<>();
    private final List<Consumer<RecordedEntry>> listeners = new ArrayList<>();
    private Request now = new Request("nobody", Optional.empty(), Optional.empty(), new Command.Advance(0));
    private long micros;
    /** What everybody is told instead of an answer; null when the book works. */
    Outcome instead;

    /** The outcome of the next request comes with it. */
    CompletableFuture<Outcome> later;

    final CompletableFuture<Request> askedLater = new CompletableFuture<>();

    BookState.Condition condition = new BookState.Condition.Serving();

    private record Asked(Command command, Outcome outcome) {}

    MemoryBook(Network network, OrderTable loaded) {
        this.network = network;
        this.engine = new PromiseEngine(network, this::note);
        this.micros = TimeOfBook.startOfDayMicros(network.scenario().asOf());
        now = new Request("import", Optional.empty(), Optional.empty(), new Command.Advance(micros));
        engine.load(loaded);
        engine.promiseAll();
        engine.writeLoaded();
    }

    @Override
    public NoticeBoard notices() {
        return house;
    }

    @Override
    public Visitors visitors() {
        return house;
    }

    @Override
    public SortedMap<String, byte[]> scenarioFiles() {
        return files;
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public synchronized CompletableFuture<Outcome> submit(Request request) {
        if (later != null) {
            CompletableFuture<Outcome> outcome = later;
            later = null;
            askedLater.complete(request);
            return outcome;
        }
        if (instead != null) {
            return CompletableFuture.completedFuture(instead);
        }
        Optional<Asked> before = request.requestId().map(asked::get);
        if (before.isPresent()) {
            boolean same = before.get().command().equals(request.command());
            return CompletableFuture.completedFuture(
                    !same
                            ? new Outcome.RequestIdReused(request.requestId().get())
                            : new Outcome.Answered(
                                    ((Outcome.Answered) before.get().outcome()).answer(), true));
        }
        now = request;
        long position = engine.position();
        Answer answer = engine.apply(timed(request.command()));
        boolean repeated = answer instanceof Answer.Booked booked && booked.position() <= position;
        Outcome outcome = new Outcome.Answered(answer, repeated);
        request.requestId().ifPresent(id -> asked.put(id, new Asked(request.command(), outcome)));
        return CompletableFuture.completedFuture(outcome);
    }

    private Command timed(Command command) {
        return switch (command) {
            case Command.Book book -> new Command.Book(timed(book.order()));
            case Command.Hold hold -> new Command.Hold(timed(hold.order()), hold.expiresAtMicros());
            case Command.Change change ->
                new Command.Change(change.orderId(), change.configuration(), change.earliestBucket(), micros++);
            default -> command;
        };
    }

    private Order timed(Order order) {
        if (order.lockedAtMicros() != DurableBook.NOW) {
            return order;
        }
        int row = engine.find(order.id());
        long locked = row >= 0 ? engine.order(row).lockedAtMicros() : micros++;
        return new Order(
                order.id(),
                locked,
                order.priorityClass(),
                order.configuration(),
                order.earliestBucket(),
                order.depositMinor());
    }

    private void note(Entry entry) {
        RecordedEntry recorded = new RecordedEntry(
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                now.actor(),
                now.reason().orElse(""),
                entry);
        entries.add(recorded);
        file(recorded);
        listeners.forEach(listener -> listener.accept(recorded));
    }

    private void file(RecordedEntry recorded) {
        switch (recorded.entry()) {
            case Entry.Booked e -> bring(recorded, e.order(), State.BOOKED, e.promise());
            case Entry.TakenOver e -> bring(recorded, e.order(), State.BOOKED, e.promise());
            case Entry.Held e -> bring(recorded, e.order(), State.HELD, e.promise());
            case Entry.HoldConfirmed e -> change(recorded, e.orderId(), State.BOOKED, null, null);
            case Entry.HoldExpired e -> change(recorded, e.orderId(), State.EXPIRED, null, null);
            case Entry.Cancelled e -> change(recorded, e.orderId(), State.CANCELLED, null, null);
            case Entry.Delivered e -> change(recorded, e.orderId(), State.DELIVERED, null, null);
            case Entry.Changed e -> change(recorded, e.order().id(), null, e.order(), e.promise());
            case Entry.PromiseMoved e -> change(recorded, e.orderId(), null, null, e.to());
            case Entry.CapacityChanged _,
                    Entry.PlanAdopted _,
                    Entry.ShortageOpened _,
                    Entry.ShortageClosed _,
                    Entry.Advanced _ -> {}
        }
    }

    private void bring(RecordedEntry by, Order order, State state, Promise promise) {
        orders.put(
                order.id(),
                new OrderRecord(order, state, promise, promise, by.position(), by.actor(), by.recordedAt(), 0));
    }

    private void change(RecordedEntry by, String id, State state, Order order, Promise promise) {
        OrderRecord old = orders.get(id);
        orders.put(
                id,
                new OrderRecord(
                        order == null ? old.order() : order,
                        state == null ? old.state() : state,
                        old.first(),
                        promise == null ? old.now() : promise,
                        by.position(),
                        old.bookedBy(),
                        old.bookedAt(),
                        old.moves() + (promise == null ? 0 : 1)));
    }

    @Override
    public synchronized View view(Duration oldest) {
        BookImage image = engine.image();
        PromiseEngine copy = image.engine(network, _ -> {});
        return new View() {
            @Override
            public PromiseEngine copyWithoutSlots() {
                return copy();
            }

            @Override
            public int[] deliveries() {
                PromiseEngine copy = copy();
                int[] deliveries = new int[copy.size()];
                for (int row = 0; row < deliveries.length; row++) {
                    deliveries[row] = copy.deliveryBucket(row);
                }
                return deliveries;
            }

            @Override
            public long position() {
                return image.position();
            }

            @Override
            public <T> T ask(Function<PromiseEngine, T> question) {
                return question.apply(copy);
            }

            @Override
            public PromiseEngine copy() {
                return image.engine(network, _ -> {});
            }
        };
    }

    @Override
    public synchronized BookState state() {
        return new BookState(condition, 0, engine.position(), entries.size(), entries.size(), Instant.EPOCH);
    }

    @Override
    public Reader reader() {
        return new Reader() {
            @Override
            public Optional<OrderRecord> order(String orderId) {
                synchronized (MemoryBook.this) {
                    return Optional.ofNullable(orders.get(orderId));
                }
            }

            @Override
            public List<RecordedEntry> history(String orderId) {
                synchronized (MemoryBook.this) {
                    return entries.stream()
                            .filter(entry -> orderId.equals(entry.entry().orderId()))
                            .toList();
                }
            }

            @Override
            public List<RecordedEntry> after(long position, int most) {
                synchronized (MemoryBook.this) {
                    return entries.stream()
                            .filter(entry -> entry.position() > position)
                            .limit(most)
                            .toList();
                }
            }

            @Override
            public Optional<RecordedEntry> nextAdoption(long position) {
                synchronized (MemoryBook.this) {
                    return entries.stream()
                            .filter(entry -> entry.position() > position)
                            .filter(entry -> entry.entry() instanceof Entry.PlanAdopted)
                            .findFirst();
                }
            }

            @Override
            public List<RecordedEntry> broughtFor(String customer, long afterPosition, int most) {
                synchronized (MemoryBook.this) {
                    return entries.stream()
                            .filter(entry -> EntryJson.order(entry.entry()).isPresent())
                            .filter(entry -> Ownership.owner(entry.actor()).equals(Optional.of(customer)))
                            .filter(entry -> entry.position() > afterPosition)
                            .limit(most)
                            .toList();
                }
            }
        };
    }

    @Override
    public synchronized Following follow(long afterPosition, Consumer<RecordedEntry> listener) {
        entries.stream().filter(entry -> entry.position() > afterPosition).forEach(listener);
        listeners.add(listener);
        return new Following() {
            @Override
            public boolean isOver() {
                return false;
            }

            @Override
            public void close() {
                synchronized (MemoryBook.this) {
                    listeners.remove(listener);
                }
            }
        };
    }

    @Override
    public long now() {
        return micros;
    }

    @Override
    public long timeOf(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** Lets time go by. */
    synchronized void advance(Duration by) {
        micros += TimeUnit.MICROSECONDS.convert(by);
        now = new Request("clock", Optional.empty(), Optional.empty(), new Command.Advance(micros));
        engine.apply(new Command.Advance(micros));
    }

    synchronized List<RecordedEntry> entries() {
        return List.copyOf(entries);
    }

    synchronized List<String> verify() {
        return engine.verify();
    }
}
