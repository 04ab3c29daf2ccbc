package io.rampline.sweep;

import io.rampline.simulation.Simulation;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What every task does, wherever it runs: lives through its stretch and counts. */
final class CountStretch extends AbstractFunction1<Iterator<long[]>, byte[]> implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** Looks whether it shall end after so many futures. */
    private static final int LOOK_EVERY = 16;

    private final String run;
    // Spark's executors get the list by Java's serialization, which wants to know its class.
    private final java.util.ArrayList<Broadcast<byte[]>> books;

    /** @param run a name that no other run in the same processes has */
    CountStretch(String run, List<Broadcast<byte[]>> books) {
        this.run = run;
        this.books = new java.util.ArrayList<>(books);
    }

    /** A stretch as Spark takes it along: book, seed, first, until. */
    @Override
    public byte[] apply(Iterator<long[]> stretches) {
        long[] stretch = stretches.next();
        Broadcast<byte[]> book = books.get((int) stretch[0]);
        Simulation.Worker worker = BooksHere.find(run + "/" + book.id(), book::value)
                .with(stretch[1])
                .worker();
        for (long future = stretch[2]; future < stretch[3]; future++) {
            if (future % LOOK_EVERY == 0 && TaskContext.get() != null) {
                TaskContext.get().killTaskIfInterrupted();
            }
            worker.live(future);
        }
        return SparseCounts.bytes(worker.tally().counts());
    }
}
