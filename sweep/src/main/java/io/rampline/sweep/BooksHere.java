package io.rampline.sweep;

import io.rampline.simulation.Simulation;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** The books that are lined up in this process, for all of its threads: lining up takes longer than many a stretch. */
final class BooksHere {
    /** Stretches go out book by book, so there are seldom more than two at a time. */
    private static final int BOOKS_MAX = 3;

    private static final Map<String, FutureTask<Simulation>> LINED_UP = new LinkedHashMap<>(16, 0.75f, true);

    private BooksHere() {}

    /**
     * A book by its name; whoever asks first lines it up, and the others wait.
     *
     * @param name one for every book of every run
     */
    static Simulation find(String name, Supplier<byte[]> snapshot) {
        FutureTask<Simulation> task;
        synchronized (LINED_UP) {
            task = LINED_UP.computeIfAbsent(
                    name,
                    _ -> new FutureTask<>(
                            () -> SnapshotBytes.snapshot(snapshot.get()).simulation(0)));
            Iterator<String> oldest = LINED_UP.keySet().iterator();
            while (LINED_UP.size() > BOOKS_MAX) {
                oldest.next();
                oldest.remove();
            }
        }
        task.run();
        try {
            return task.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the book could not be lined up: " + fault.getCause(), fault);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a book was lined up", ended);
        }
    }
}
