package io.rampline.orderbook;

import io.rampline.orderbook.BookState.Condition;
import io.rampline.orderbook.record.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** How the book is and how far the record goes, for many threads to read and to wait on. */
final class Standing {
    private final ReentrantLock lock = new ReentrantLock();
    private final java.util.concurrent.locks.Condition changed = lock.newCondition();
    private Condition condition = new Condition.Serving();
    private long position;
    private long batches;
    private long entries;
    private Instant lastCommit = Instant.now();
    private String snapshotTrouble = "";

    void startedAt(long lastPosition) {
        lock.lock();
        try {
            position = lastPosition;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a new condition; what is over stays over. */
    void become(Condition next) {
        lock.lock();
        try {
            if (alive() && !next.equals(condition)) {
                condition = next;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void committed(Batch batch) {
        lock.lock();
        try {
            position = batch.to();
            batches++;
            entries += batch.size();
            lastCommit = Instant.now();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void missedSnapshot(String why) {
        lock.lock();
        try {
            snapshotTrouble = why;
        } finally {
            lock.unlock();
        }
    }

    /** Why the last snapshot could not be written; empty when it could. */
    String snapshotTrouble() {
        lock.lock();
        try {
            return snapshotTrouble;
        } finally {
            lock.unlock();
        }
    }

    /** Whether requests may be answered, now or later. */
    boolean alive() {
        return switch (condition()) {
            case Condition.Serving _, Condition.Recovering _ -> true;
            case Condition.Fenced _, Condition.Stopped _ -> false;
        };
    }

    /** What to say to a request instead of taking it on; empty when it can be taken on. */
    Optional<Outcome> refusal() {
        return switch (condition()) {
            case Condition.Serving _ -> Optional.empty();
            case Condition.Recovering recovering ->
                Optional.of(new Outcome.Unavailable("the database does not answer: " + recovering.why()));
            case Condition.Fenced _ -> Optional.of(new Outcome.Unavailable("another engine has taken the book over"));
            case Condition.Stopped stopped -> Optional.of(new Outcome.Unavailable(stopped.why()));
        };
    }

    Condition condition() {
        lock.lock();
        try {
            return condition;
        } finally {
            lock.unlock();
        }
    }

    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    BookState state(int waiting) {
        lock.lock();
        try {
            return new BookState(condition, waiting, position, batches, entries, lastCommit);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the record goes beyond a position; false when it does not in that time, or is over. */
    boolean awaitBeyond(long than, Duration most) throws InterruptedException {
        long nanos = most.toNanos();
        lock.lock();
        try {
            while (position <= than && nanos > 0 && alive()) {
                nanos = changed.awaitNanos(nanos);
            }
            return position > than;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing more is answered. */
    boolean awaitEnd(Duration most) throws InterruptedException {
        long nanos = TimeUnit.NANOSECONDS.convert(most);
        lock.lock();
        try {
            while (alive() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return !alive();
        } finally {
            lock.unlock();
        }
    }
}
