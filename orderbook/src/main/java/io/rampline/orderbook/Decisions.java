package io.rampline.orderbook;

import io.rampline.orderbook.record.Batch;
import io.rampline.orderbook.record.EntryText;
import io.rampline.orderbook.record.Hash;
import io.rampline.orderbook.record.Ledger;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.Refusal;
import io.rampline.promise.TimeOfBook;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides requests on the engine and puts what they did on the way to the record. Used by the engine's thread alone.
 */
final class Decisions {
    private static final String CLOCK = "clock";
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int ID_LENGTH_MAX = 200;
    private static final int REASON_LENGTH_MAX = 2_000;

    private final Ledger ledger;
    private final Surroundings surroundings;
    private final Batch.Writer writer;
    private final PromiseEngine engine;
    private final Map<String, Batch.RequestRow> requests;
    private final long clockOffsetMicros;
    /** Ids of requests that were decided since the batch began. */
    private final Set<String> unwritten = new HashSet<>();

    private String actor = CLOCK;
    private String reason = "";
    private long lastLockMicros;
    /** The latest wall clock time seen or recorded: when somebody sets the clock back, time stands still until then. */
    private volatile long wallMicros;

    Decisions(Ledger ledger, Surroundings surroundings, Recovery recovery) {
        this.ledger = ledger;
        this.surroundings = surroundings;
        this.writer = recovery.writer();
        this.engine = recovery.engine();
        this.requests = recovery.requests();
        this.clockOffsetMicros = recovery.head().clockOffsetMicros();
        this.wallMicros = recovery.recordedAtMicros();
        this.lastLockMicros = recovery.lastLockMicros();
    }

    /** Takes an entry of the engine. */
    void write(Entry entry) {
        writer.add(entry, actor, reason);
    }

    /** Book time. */
    long now() {
        return Math.max(engine.nowMicros(), Math.max(wallMicros, surroundings.nowMicros()) + clockOffsetMicros);
    }

    /** Whether time alone has something to do: a hold expires, or a day began. */
    boolean timeHasCome() {
        wallMicros = Math.max(wallMicros, surroundings.nowMicros());
        long now = now();
        return engine.nextHoldExpiryMicros() <= now || TimeOfBook.day(now).isAfter(TimeOfBook.day(engine.nowMicros()));
    }

    /** Starts a batch. */
    void begin() {
        unwritten.clear();
        boolean timeHasCome = timeHasCome();
        writer.begin(wallMicros);
        if (timeHasCome) {
            advance();
        }
    }

    private void advance() {
        actor = CLOCK;
        reason = "";
        engine.apply(new Command.Advance(now()));
    }

    /** Whether it repeats a request of the batch that is being made. */
    boolean repeatsUnwritten(Request request) {
        return request.requestId().filter(unwritten::contains).isPresent();
    }

    Outcome decide(Request request) {
        Optional<Answer> malformed = malformed(request);
        if (malformed.isPresent()) {
            return new Outcome.Answered(malformed.get(), false);
        }
        Optional<String> id = request.requestId().filter(_ -> writes(request.command()));
        Hash digest = id.isPresent() ? digest(request) : Hash.START;
        Batch.RequestRow known = id.map(requests::get).orElse(null);
        if (known != null) {
            return known.digest().equals(digest) ? repeated(request, known) : new Outcome.RequestIdReused(known.id());
        }
        if (request.command() instanceof Command.Hold && now() - engine.nowMicros() > MICROS_PER_SECOND) {
            advance();
        }
        actor = request.actor();
        reason = request.reason().orElse("");
        long before = engine.position();
        Answer answer = engine.apply(timed(request.command()));
        // What its order id alone keeps from being done twice is decided again, so that it tells the order's own
        // position.
        boolean remembered = engine.position() > before
                || CommandSubject.of(request.command()).isEmpty();
        if (id.isPresent() && remembered && !(answer instanceof Answer.Refused)) {
            int remainder = answer instanceof Answer.Repromised repromised
                    ? repromised.difference().unchanged()
                    : 0;
            Batch.RequestRow row = new Batch.RequestRow(id.get(), digest, before + 1, engine.position(), remainder);
            requests.put(row.id(), row);
            unwritten.add(row.id());
            writer.add(row);
        }
        boolean repeated = answer instanceof Answer.Booked && engine.position() == before;
        return new Outcome.Answered(answer, repeated);
    }

    private static boolean writes(Command command) {
        return switch (command) {
            case Command.Quote _ -> false;
            case Command.Repromise repromise -> !repromise.dryRun();
            case Command.Hold _,
                    Command.Book _,
                    Command.TakeOver _,
                    Command.Cancel _,
                    Command.Change _,
                    Command.Deliver _,
                    Command.PullForward _,
                    Command.SetCapacity _,
                    Command.AdoptPlan _,
                    Command.Advance _ -> true;
        };
    }

    private Outcome repeated(Request request, Batch.RequestRow known) {
        try {
            EntryText text = new EntryText(engine.network());
            return new Outcome.Answered(RepeatedAnswer.of(ledger, text, engine, request.command(), known), true);
        } catch (SQLException failed) {
            return new Outcome.Unavailable("could not read what was answered before: " + failed.getMessage());
        }
    }

    /** Puts the book's own time where the asker left it to the book. */
    private Command timed(Command command) {
        return switch (command) {
            case Command.Book book -> new Command.Book(timed(book.order()));
            case Command.Hold hold -> new Command.Hold(timed(hold.order()), hold.expiresAtMicros());
            case Command.Change change ->
                change.atMicros() == DurableBook.NOW
                        ? new Command.Change(change.orderId(), change.configuration(), change.earliestBucket(), now())
                        : change;
            case Command.Deliver deliver ->
                deliver.deliveredAtMicros() == DurableBook.NOW
                        ? new Command.Deliver(deliver.orderId(), now())
                        : deliver;
            case Command.TakeOver takeOver -> new Command.TakeOver(timed(takeOver.order()), takeOver.promisedBucket());
            case Command.Quote _,
                    Command.Cancel _,
                    Command.PullForward _,
                    Command.SetCapacity _,
                    Command.AdoptPlan _,
                    Command.Advance _,
                    Command.Repromise _ -> command;
        };
    }

    private Order timed(Order order) {
        if (order.lockedAtMicros() != DurableBook.NOW) {
            return order;
        }
        int row = engine.find(order.id());
        long lockedAt;
        if (row >= 0) {
            lockedAt = engine.order(row).lockedAtMicros();
        } else {
            // Later locks rank behind, even within a microsecond.
            lockedAt = Math.max(now(), lastLockMicros + 1);
            lastLockMicros = lockedAt;
        }
        return new Order(
                order.id(),
                lockedAt,
                order.priorityClass(),
                order.configuration(),
                order.earliestBucket(),
                order.depositMinor());
    }

    private static Optional<Answer> malformed(Request request) {
        String subject = CommandSubject.of(request.command());
        if (!isPlain(subject)
                || !isPlain(request.actor())
                || !request.requestId().stream().allMatch(Decisions::isPlain)) {
            return Optional.of(new Answer.Refused(
                    Refusal.MALFORMED,
                    "ids and names are up to " + ID_LENGTH_MAX + " characters without control ones"));
        }
        String reason = request.reason().orElse("");
        return reason.length() > REASON_LENGTH_MAX || reason.indexOf('\0') >= 0
                ? Optional.of(
                        new Answer.Refused(Refusal.MALFORMED, "a reason is up to " + REASON_LENGTH_MAX + " characters"))
                : Optional.empty();
    }

    private static boolean isPlain(String text) {
        return text.length() <= ID_LENGTH_MAX
                && text.codePoints().noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
    }

    private static Hash digest(Request request) {
        return Hash.over(request.command().toString());
    }
}
