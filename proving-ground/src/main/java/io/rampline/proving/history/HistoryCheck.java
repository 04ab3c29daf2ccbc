package io.rampline.proving.history;

import io.rampline.factory.Network;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.EntryText;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.PromiseEngine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a history against the record. A model engine carries out the commands in the order in which the record has
 * them; each must write the very entries that are there and give the very answer the client got. Then:
 *
 * <ul>
 *   <li>neither recorded times nor the lock times that the book gives ever fall;
 *   <li>an operation that was answered and writes is in the record once; one that was turned away is not in it; one
 *       whose outcome is unknown is in it once or not at all;
 *   <li>an operation that ended before another began has the lower position;
 *   <li>an answer that wrote nothing (a quote, a refusal, a repetition) is true at a position that the record had
 *       between its asking and its answer.
 * </ul>
 *
 * <p>Cost: one pass over the record, and a copy of the engine whenever something that should have written nothing wrote
 * on the one before.
 */
public final class HistoryCheck {
    private static final String CLOCK = "clock";
    private static final String SCENARIO = "scenario";
    private static final int FLAWS_MOST = 20;

    private final EntryText text;
    private final Map<String, Operation> byActor = new HashMap<>();
    private final Map<String, Written> written = new HashMap<>();
    private final Map<String, Answer> firstAnswers = new HashMap<>();
    private final List<String> flaws = new ArrayList<>();
    private final List<Entry> said = new ArrayList<>();
    private final PromiseEngine model;
    private final Silent silent;
    private long lastLockMicros;

    /** Where an operation stands in the record. */
    record Written(long first, long last) {}

    private HistoryCheck(Network network, Collection<Operation> operations, List<BookRows.Row> rows) {
        this.text = new EntryText(network);
        this.model = new PromiseEngine(network, said::add);
        for (Operation operation : operations) {
            if (byActor.put(operation.actor(), operation) != null) {
                throw new IllegalArgumentException("found two operations named " + operation.actor());
            }
        }
        findWritten(rows);
        this.silent = new Silent(network, operations, written, firstAnswers);
    }

    /**
     * Checks a whole history.
     *
     * @param rows of the whole record, oldest first
     * @return what is wrong, one sentence each; empty when all is right
     */
    public static List<String> flaws(Network network, Collection<Operation> operations, List<BookRows.Row> rows) {
        HistoryCheck check = new HistoryCheck(network, operations, rows);
        check.presence();
        check.recordedTimes(rows);
        check.realTime();
        check.answers(rows);
        check.silent.end(check.model, check.flaws);
        return check.flaws.stream().limit(FLAWS_MOST).toList();
    }

    private void findWritten(List<BookRows.Row> rows) {
        String last = "";
        long position = 0;
        for (BookRows.Row row : rows) {
            if (row.position() != ++position) {
                flaws.add("found entry " + row.position() + ", expected entry " + position);
            }
            String actor = row.actor();
            Written before = written.get(actor);
            if (before != null && !actor.equals(last) && byActor.containsKey(actor)) {
                flaws.add("found " + actor + " in the record at " + before.first() + " and again at " + position);
            }
            written.put(actor, new Written(before == null ? position : before.first(), position));
            last = actor;
        }
    }

    /** The machine's clock may jump; what the record says of time may not. */
    private void recordedTimes(List<BookRows.Row> rows) {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).recordedAtMicros() < rows.get(i - 1).recordedAtMicros()) {
                flaws.add("found entry " + (i + 1) + " recorded at "
                        + rows.get(i).recordedAtMicros() + ", before the entry before it, at "
                        + rows.get(i - 1).recordedAtMicros());
            }
        }
    }

    private void presence() {
        for (Operation operation : byActor.values()) {
            boolean there = written.containsKey(operation.actor());
            boolean mayBe = switch (operation.outcome()) {
                case Outcome.Answered answered -> !answered.repeated();
                case Outcome.Unknown _ -> true;
                case Outcome.Busy _, Outcome.Unavailable _, Outcome.RequestIdReused _ -> false;
            };
            if (there && !mayBe) {
                flaws.add("found " + operation + " in the record, expected nothing of it there");
            }
        }
        for (String actor : written.keySet()) {
            if (!byActor.containsKey(actor) && !actor.equals(CLOCK) && !actor.equals(SCENARIO)) {
                flaws.add("found entries of " + actor + ", whom nobody knows");
            }
        }
    }

    /** Nobody with a higher position may have ended before somebody with a lower one began. */
    private void realTime() {
        List<Operation> inOrder = byActor.values().stream()
                .filter(operation -> written.containsKey(operation.actor()))
                .sorted((a, b) -> Long.compare(firstOf(a), firstOf(b)))
                .toList();
        Operation earliest = null;
        for (Operation operation : inOrder.reversed()) {
            if (earliest != null && earliest.end() < operation.begin()) {
                flaws.add("found " + earliest + " at a higher position than " + operation
                        + ", which began when it had ended");
            }
            // An unknown outcome may take effect after its end.
            if (operation.outcome() instanceof Outcome.Answered
                    && (earliest == null || operation.end() < earliest.end())) {
                earliest = operation;
            }
        }
    }

    private long firstOf(Operation operation) {
        Written at = written.get(operation.actor());
        return at == null ? Long.MAX_VALUE : at.first();
    }

    private void answers(List<BookRows.Row> rows) {
        int from = 0;
        while (from < rows.size() && flaws.size() < FLAWS_MOST) {
            silent.at(model, flaws);
            int to = endOfGroup(rows, from);
            try {
                carryOut(rows.subList(from, to));
            } catch (RuntimeException impossible) {
                flaws.add("found entry " + (from + 1) + ", which cannot be: " + impossible);
                return;
            }
            from = to;
        }
        silent.at(model, flaws);
    }

    private static int endOfGroup(List<BookRows.Row> rows, int from) {
        BookRows.Row first = rows.get(from);
        int to = from + 1;
        if (first.actor().equals(SCENARIO)) {
            return to;
        }
        while (to < rows.size()
                && rows.get(to).actor().equals(first.actor())
                && !(first.actor().equals(CLOCK) && rows.get(to).kind().equals("advanced"))) {
            to++;
        }
        return to;
    }

    private void carryOut(List<BookRows.Row> group) {
        List<Entry> entries = group.stream().map(row -> row.entry(text)).toList();
        silent.follow(entries);
        Entry first = entries.getFirst();
        Operation operation = byActor.get(group.getFirst().actor());
        if (operation == null && !(first instanceof Entry.Advanced)) {
            entries.forEach(model::replay);
            return;
        }
        said.clear();
        if (operation != null) {
            lockTime(operation.request().command(), first);
            if (first instanceof Entry.HoldConfirmed hold) {
                silent.confirmed(operation.request(), hold.orderId());
            }
        }
        Command command = operation == null
                ? new Command.Advance(((Entry.Advanced) first).nowMicros())
                : Told.of(operation.request().command(), first, model);
        Answer answer = model.apply(command);
        if (!said.equals(entries)) {
            flaws.add("found entries " + shortened(entries) + ", expected for " + command + " " + shortened(said));
        }
        if (operation != null) {
            compare(operation, answer);
        }
    }

    /** Of two orders that the book gave their lock time, the later one ranks behind. */
    private void lockTime(Command command, Entry first) {
        Order order = switch (first) {
            case Entry.Booked booked
            when command instanceof Command.Book asked && givesTime(asked.order()) -> booked.order();
            case Entry.Held held when command instanceof Command.Hold asked && givesTime(asked.order()) -> held.order();
            default -> null;
        };
        if (order != null) {
            if (order.lockedAtMicros() <= lastLockMicros) {
                flaws.add("found " + order.id() + " locked at " + order.lockedAtMicros()
                        + ", expected later than the order before it, at " + lastLockMicros);
            }
            lastLockMicros = order.lockedAtMicros();
        }
    }

    /** Whether the book gives the order its lock time: it is new, and nobody said one. */
    private boolean givesTime(Order order) {
        return order.lockedAtMicros() == DurableBook.NOW && model.find(order.id()) < 0;
    }

    private void compare(Operation operation, Answer answer) {
        String requestId = operation.request().requestId().orElse("");
        if (!requestId.isEmpty() && firstAnswers.putIfAbsent(requestId, answer) != null) {
            flaws.add("found request " + requestId + " carried out a second time by " + operation);
        }
        if (operation.outcome() instanceof Outcome.Answered answered
                && !answered.answer().equals(answer)) {
            flaws.add("found the answer " + answered.answer() + " to " + operation.request() + ", expected " + answer);
        }
    }

    private static String shortened(List<Entry> entries) {
        return entries.size() + " " + entries.stream().limit(3).toList();
    }
}
