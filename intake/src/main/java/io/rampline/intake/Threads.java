package io.rampline.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The threads that read one big file. Results do not depend on how many there are. */
final class Threads {
    /** Reading is bound by memory beyond this. */
    private static final int COUNT_MAX = 8;

    private final int count;

    private Threads(int count) {
        this.count = count;
    }

    /** As many as the machine has processors. */
    static Threads ofMachine() {
        return of(Runtime.getRuntime().availableProcessors());
    }

    static Threads of(int count) {
        return new Threads(Math.max(1, Math.min(COUNT_MAX, count)));
    }

    int count() {
        return count;
    }

    /** Runs all tasks and gives their results in the same order; the first failure is thrown as it is. */
    <T> List<T> run(List<Callable<T>> tasks) {
        if (count == 1 || tasks.size() == 1) {
            return tasks.stream().map(Threads::runHere).toList();
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(count)) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> task : tasks) {
                futures.add(pool.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("found the reading interrupted, expected it to end", e);
        }
    }

    private static <T> T runHere(Callable<T> task) {
        try {
            return task.call();
        } catch (Exception e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException failure -> failure;
            case IOException failure -> new UncheckedIOException(failure);
            case Error error -> throw error;
            case null, default -> new IllegalStateException("found a task that failed, expected it to end", cause);
        };
    }
}
