package io.rampline.orderbook;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookState.Condition;
import io.rampline.orderbook.record.Appender;
import io.rampline.orderbook.record.Batch;
import io.rampline.orderbook.record.Head;
import io.rampline.orderbook.record.Ledger;
import io.rampline.promise.BookImage;
import io.rampline.promise.Entry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that decides and writes. It takes what waits, decides each request on the engine, writes everything
 * those decisions changed in one transaction, and lets the answers go when that is safe.
 *
 * <p>When the database breaks off, the outcome of a batch is one of three (see {@link Appender.Outcome}). Unknown is
 * not guessed at: the thread reconnects, reads the head of the record, and writes the same batch again only when the
 * head stands before it. A batch that the database refuses for a reason of its own is taken back: the engine is built
 * anew from the record and the requests are decided one by one.
 */
final class EngineRoom implements Runnable {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final long IDLE_MILLIS = 200;
    private static final Outcome UNKNOWN = new Outcome.Unknown("the database has not said whether it is written");

    private final Ledger ledger;
    private final Network network;
    private final BookSettings settings;
    private final Surroundings surroundings;
    private final BlockingQueue<Pending> queue;
    private final Standing standing;
    private final SnapshotKeeper snapshots;
    private final LongWait longWait;
    /** Requests of a batch taken back, to be decided one by one. */
    private final ArrayDeque<Pending.Asked> singly = new ArrayDeque<>();

    private Recovery recovery;
    private Decisions decisions;
    private final Pen pen;
    /** Requests that are being decided or written now. */
    private List<Pending.Asked> current = List.of();
    /** Requests that must wait until the batch before them is written. */
    private List<Pending.Asked> next = List.of();

    private volatile boolean closing;

    /** The database does not answer since then. */
    private record Outage(Instant since, long steadyNanos) {}

    /** A request and what is to be said when the batch is safe. */
    private record Decided(Pending.Asked asked, Outcome outcome) {}

    EngineRoom(
            Ledger ledger,
            Network network,
            BookSettings settings,
            Surroundings surroundings,
            BlockingQueue<Pending> queue,
            Standing standing,
            Head head)
            throws SQLException {
        this.ledger = ledger;
        this.network = network;
        this.settings = settings;
        this.surroundings = surroundings;
        this.queue = queue;
        this.standing = standing;
        this.pen = new Pen(ledger, head.epoch());
        this.recovery = recover(head);
        this.decisions = new Decisions(ledger, surroundings, recovery);
        this.snapshots = new SnapshotKeeper(ledger, settings, surroundings, standing, head.position());
        this.longWait = new LongWait(settings, surroundings, standing, queue);
        standing.startedAt(head.position());
    }

    private Recovery recover(Head head) throws SQLException {
        return Recovery.of(ledger, network, head, this::write);
    }

    private void write(Entry entry) {
        decisions.write(entry);
    }

    private Instant now() {
        return Instant.EPOCH.plus(surroundings.nowMicros(), ChronoUnit.MICROS);
    }

    private Outage outage() {
        return new Outage(now(), surroundings.steadyNanos());
    }

    BookImage image() {
        return recovery.engine().image();
    }

    long bookNow() {
        return decisions.now();
    }

    /** See {@link DurableBook#submit}. */
    CompletableFuture<Outcome> submit(Request request) {
        Optional<Outcome> refusal = standing.refusal();
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(refusal.get());
        }
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        if (!queue.offer(new Pending.Asked(request, outcome))) {
            return CompletableFuture.completedFuture(new Outcome.Busy(queue.size()));
        }
        if (!standing.alive()) {
            // The thread may have looked at the queue for the last time before the request joined it.
            outcome.complete(new Outcome.Unavailable("the book does not take requests any more"));
        }
        return outcome;
    }

    /** Lets those go who wait for a database that does not answer; for another thread than the engine's. */
    void lookAfterWaiting() {
        longWait.look();
    }

    /** Answers what waits, then ends. */
    void close() {
        closing = true;
    }

    @Override
    public void run() {
        while (turnOrEnd(IDLE_MILLIS)) {
            // Every turn says whether there is another one.
        }
    }

    /** One turn without waiting; false when the book has ended. */
    boolean step() {
        return turnOrEnd(0);
    }

    private boolean turnOrEnd(long idleMillis) {
        boolean goesOn = false;
        try {
            goesOn = standing.alive() && turn(idleMillis) && standing.alive();
            if (!goesOn && standing.alive()) {
                snapshots.atEnd(recovery);
                standing.become(new Condition.Stopped("the book was closed"));
            }
        } catch (InterruptedException interrupted) {
            standing.become(new Condition.Stopped("the book was interrupted"));
        } catch (RuntimeException unforeseen) {
            standing.become(new Condition.Stopped("the book stopped itself: " + unforeseen));
        } finally {
            goesOn &= standing.alive();
            if (!goesOn) {
                standing.become(new Condition.Stopped("the book stopped itself: see the log"));
                turnAwayAll();
                pen.putDown();
            }
        }
        return goesOn;
    }

    /** One batch; false when everything is answered and the book is closing. */
    private boolean turn(long idleMillis) throws InterruptedException {
        if (!singly.isEmpty()) {
            decideAndCommit(List.of(singly.removeFirst()));
            return true;
        }
        if (!next.isEmpty()) {
            List<Pending.Asked> held = next;
            next = List.of();
            decideAndCommit(held);
            return true;
        }
        Pending first = queue.poll(idleMillis, TimeUnit.MILLISECONDS);
        if (first == null) {
            if (closing) {
                return false;
            }
            if (decisions.timeHasCome()) {
                decideAndCommit(List.of());
            }
            return true;
        }
        List<Pending> taken = new ArrayList<>();
        taken.add(first);
        queue.drainTo(taken, settings.batchMost() - 1);
        List<Pending.Asked> asked = new ArrayList<>(taken.size());
        for (Pending pending : taken) {
            switch (pending) {
                case Pending.Asked request -> asked.add(request);
                case Pending.ViewWanted wanted ->
                    wanted.view().complete(new BookView(recovery.engine().image(), network, now()));
            }
        }
        if (!asked.isEmpty()) {
            decideAndCommit(asked);
        }
        return true;
    }

    private void decideAndCommit(List<Pending.Asked> taken) throws InterruptedException {
        current = taken;
        List<Decided> decided = new ArrayList<>(taken.size());
        try {
            decisions.begin();
            for (Pending.Asked each : taken) {
                if (decisions.repeatsUnwritten(each.request())) {
                    // What it repeats can be told only when it stands in the record.
                    next = List.copyOf(taken.subList(decided.size(), taken.size()));
                    break;
                }
                decided.add(new Decided(each, decisions.decide(each.request())));
            }
        } catch (RuntimeException broken) {
            longWait.begin(taken, UNKNOWN, now());
            takeBack(taken, "the engine could not decide: " + broken);
            longWait.end();
            current = List.of();
            return;
        }
        List<Pending.Asked> asked = taken.subList(0, decided.size());
        Batch.Writer writer = recovery.writer();
        if (writer.isEmpty()) {
            if (mayAnswer(asked)) {
                tell(decided);
            }
        } else {
            Batch batch = writer.take();
            longWait.begin(asked, UNKNOWN, now());
            if (commit(batch, asked)) {
                standing.committed(batch);
                tell(decided);
                snapshots.whenDue(recovery.engine());
            }
            longWait.end();
        }
        current = List.of();
    }

    private static void tell(List<Decided> decided) {
        decided.forEach(each -> each.asked().outcome().complete(each.outcome()));
    }

    /**
     * Answers that write nothing still rest on what this engine knows: they leave only while it is the one that writes.
     */
    private boolean mayAnswer(List<Pending.Asked> asked) {
        if (asked.isEmpty()) {
            return false;
        }
        longWait.begin(asked, new Outcome.Unavailable("the database does not answer"), now());
        try {
            if (pen.mayWrite()) {
                return true;
            }
            fenced(asked);
        } catch (SQLException failed) {
            pen.putDown();
            asked.forEach(
                    each -> each.turnAway(new Outcome.Unavailable("the database does not answer: " + why(failed))));
        } finally {
            longWait.end();
        }
        return false;
    }

    private void fenced(List<Pending.Asked> asked) {
        standing.become(new Condition.Fenced());
        asked.forEach(
                each -> each.turnAway(new Outcome.Unavailable("another engine has taken the book over; ask that one")));
    }

    /** Writes a batch, however often the connection breaks; false when it was not written and never will be. */
    private boolean commit(Batch batch, List<Pending.Asked> asked) throws InterruptedException {
        Outage outage = outage();
        boolean mayBeThere = false;
        boolean lookedAgain = false;
        while (true) {
            try {
                switch (mayBeThere ? pen.trace(batch) : Pen.Trace.NOT_YET) {
                    case NOT_YET -> pen.append(batch);
                    case WRITTEN -> {}
                    case NEVER -> {
                        fenced(asked);
                        return false;
                    }
                }
                standing.become(new Condition.Serving());
                return true;
            } catch (SQLException failed) {
                switch (Appender.Outcome.of(failed)) {
                    case FENCED -> {
                        if (!mayBeThere) {
                            fenced(asked);
                            return false;
                        }
                        // What was under way on a connection that broke has ended meanwhile: the record says how.
                    }
                    case REFUSED -> {
                        if (!mayBeThere || lookedAgain) {
                            takeBack(asked, "the record refused it: " + failed.getMessage());
                            return false;
                        }
                        lookedAgain = true;
                    }
                    case NOT_NOW, UNKNOWN -> {
                        mayBeThere = true;
                        pen.putDown();
                        waitForBetterTimes(asked, outage, why(failed));
                    }
                }
            }
        }
    }

    private void waitForBetterTimes(List<Pending.Asked> asked, Outage outage, String why) throws InterruptedException {
        standing.become(new Condition.Recovering(outage.since(), why));
        Pending.turnAwayAll(queue, new Outcome.Unavailable("the database does not answer: " + why));
        if (surroundings.steadyNanos() - outage.steadyNanos()
                > settings.patience().toNanos()) {
            asked.forEach(each -> each.turnAway(new Outcome.Unknown("the database broke off: " + why)));
        }
        surroundings.pause(BETWEEN_TRIES);
        try {
            settings.beforeReconnecting().run();
        } catch (RuntimeException notYet) {
            // The next try may find what this one missed: room on the disk, a server that is up.
            standing.become(new Condition.Recovering(outage.since(), why + "; " + notYet.getMessage()));
        }
    }

    /** Builds the engine anew from the record, without a batch; its requests are decided again one by one. */
    private void takeBack(List<Pending.Asked> asked, String why) throws InterruptedException {
        pen.putDown();
        if (asked.size() == 1) {
            asked.getFirst().turnAway(new Outcome.Unavailable(why));
        } else {
            singly.addAll(asked);
        }
        Outage outage = outage();
        while (standing.alive()) {
            try {
                Head head = ledger.head();
                if (head.epoch() != pen.epoch()) {
                    standing.become(new Condition.Fenced());
                    break;
                }
                recovery = recover(head);
                decisions = new Decisions(ledger, surroundings, recovery);
                standing.become(new Condition.Serving());
                return;
            } catch (SQLException failed) {
                waitForBetterTimes(List.copyOf(singly), outage, why(failed));
            }
        }
        singly.forEach(each -> each.turnAway(new Outcome.Unavailable(why)));
        singly.clear();
    }

    private static String why(SQLException failed) {
        return String.valueOf(failed.getMessage());
    }

    /** Nobody is left without an answer when the book ends. */
    private void turnAwayAll() {
        current.forEach(each -> each.turnAway(new Outcome.Unknown("the book ended while it was being written")));
        Outcome ended = new Outcome.Unavailable("the book does not take requests any more");
        singly.forEach(each -> each.turnAway(ended));
        next.forEach(each -> each.turnAway(ended));
        Pending.turnAwayAll(queue, ended);
    }
}
