package io.rampline.desk.futures;

import io.rampline.simulation.Cluster;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.Snapshot;
import io.rampline.simulation.Stretch;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads of this machine, for many books: what is given to a real cluster can be given to it. */
public final class ThreadCluster implements Cluster {
    private static final long POLL_MILLIS = 50;

    private final int threads;
    private final IdentityHashMap<Snapshot, Simulation> linedUp = new IdentityHashMap<>();
    private volatile boolean ended;

    private static final class Arrived {
        private final int number;
        private final long[] counts;
        private final @Nullable Throwable fault;

        Arrived(int number, long[] counts, @Nullable Throwable fault) {
            this.number = number;
            this.counts = counts;
            this.fault = fault;
        }
    }

    /** @param threads 1 or more */
    public ThreadCluster(int threads) {
        this.threads = threads;
    }

    @Override
    public int places() {
        return threads;
    }

    @Override
    public void live(List<Snapshot> books, List<Stretch> stretches, Reception reception) {
        BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
        ended = false;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int number = 0; number < stretches.size(); number++) {
                int mine = number;
                pool.execute(() -> arrived.add(live(mine, books, stretches.get(mine))));
            }
            try {
                receive(stretches.size(), arrived, reception);
            } finally {
                ended = true;
                pool.shutdownNow();
            }
        }
    }

    private Arrived live(int number, List<Snapshot> books, Stretch stretch) {
        try {
            Simulation.Worker worker =
                    linedUp(books.get(stretch.book())).with(stretch.seed()).worker();
            for (long future = stretch.first(); future < stretch.until() && !ended; future++) {
                worker.live(future);
            }
            return new Arrived(number, worker.tally().counts(), null);
        } catch (RuntimeException | Error fault) {
            return new Arrived(number, new long[0], fault);
        }
    }

    private Simulation linedUp(Snapshot book) {
        synchronized (linedUp) {
            return linedUp.computeIfAbsent(book, each -> each.simulation(0));
        }
    }

    private static void receive(int stretches, BlockingQueue<Arrived> arrived, Reception reception) {
        int taken = 0;
        while (taken < stretches && reception.goOn()) {
            Arrived next = next(arrived);
            if (next == null) {
                continue;
            }
            if (next.fault != null) {
                throw new IllegalStateException("a future could not be lived through: " + next.fault, next.fault);
            }
            reception.take(next.number, next.counts);
            taken++;
        }
    }

    private static @Nullable Arrived next(BlockingQueue<Arrived> arrived) {
        try {
            return arrived.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted among the futures", stop);
        }
    }

    @Override
    public void close() {
        linedUp.clear();
    }
}
