package io.rampline.desk.futures;

import io.rampline.desk.briefing.CountedWindows;
import io.rampline.factory.Network;
import io.rampline.intake.ScenarioContents;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.window.Settled;
import io.rampline.simulation.window.Tally;
import io.rampline.simulation.window.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lives through the futures of a simulation on several threads.
 *
 * <p>Futures are given out in order and each one given out is lived through, so an end on demand leaves the first so
 * many of them, as if no more had been asked for. Whether the answer is settled is looked at only after fixed numbers
 * of futures. So the result depends on the question and, when it was ended, on how many futures there are; never on the
 * threads.
 */
public final class FuturesRun {
    /** After so many futures, and at twice as many each time, one looks whether more are needed. */
    private static final long FIRST_LOOK = 512;

    /** Given out at a time: small enough that threads end together. */
    private static final int BATCH = 8;

    private static final long POLL_MILLIS = 50;

    /**
     * How many futures, on how many threads, and how sure.
     *
     * @param futures at most so many, 1 or more
     * @param threads 1 or more
     * @param confidence of the windows, for the look whether they stand
     * @param precision of probabilities at which it ends early; 0 for never
     */
    public record Asked(long futures, int threads, double confidence, double precision) {}

    /** Why there are no more futures. */
    public enum End {
        /** As many as asked for. */
        ALL,
        /** More would not change the answer. */
        SETTLED,
        /** Somebody wished so. */
        ENDED
    }

    /** What came of it. */
    public record Outcome(Tally tally, End end) {}

    /** Somebody who looks on. */
    public interface Watcher {
        /**
         * Called before the first future, and now and then.
         *
         * @return false to end with what there is
         */
        boolean goOn(long done, long most);
    }

    private final Simulation simulation;
    private final Asked asked;
    private final Watcher watcher;
    private final List<Simulation.Worker> workers = new ArrayList<>();
    private final AtomicLong next = new AtomicLong();
    private volatile long until;
    private volatile boolean ended;

    private FuturesRun(Simulation simulation, Asked asked, Watcher watcher) {
        this.simulation = simulation;
        this.asked = asked;
        this.watcher = watcher;
        for (int thread = 0; thread < asked.threads(); thread++) {
            workers.add(simulation.worker());
        }
    }

    public static Outcome run(Simulation simulation, Asked asked, Watcher watcher) {
        return new FuturesRun(simulation, asked, watcher).run();
    }

    /** Windows of the open orders of a scenario at its confidence, on as many threads as there are processors. */
    public static CountedWindows windows(ScenarioContents contents, int futures, long seed, Progress progress) {
        double confidence = contents.scenario().confidence();
        Simulation simulation = new Simulation(
                Network.of(contents.scenario()),
                contents.openOrders(),
                contents.uncertainty(),
                seed,
                Simulation.GROUPS);
        Asked all = new Asked(futures, Runtime.getRuntime().availableProcessors(), confidence, 0);
        Outcome outcome = run(simulation, all, (done, most) -> {
            progress.report(done, most);
            return true;
        });
        return CountedWindows.of(
                Windows.of(outcome.tally(), confidence),
                outcome.tally().futures(),
                seed,
                contents.openOrders().size());
    }

    /** Is told how many futures of how many are done. */
    @FunctionalInterface
    public interface Progress {
        void report(long done, long most);
    }

    private Outcome run() {
        try (ExecutorService threads = Executors.newFixedThreadPool(asked.threads())) {
            return inRounds(asked, to -> {
                until = to;
                next.set(tally().futures());
                live(threads);
                return tally();
            });
        }
    }

    /** Whoever lives through futures for a run. */
    @FunctionalInterface
    interface Living {
        /**
         * Lives through all futures before a number.
         *
         * @return what they have counted; fewer of them when somebody wished an end
         */
        Tally upTo(long until);
    }

    /** Looks after fixed numbers of futures whether more are needed, whoever lives through them. */
    static Outcome inRounds(Asked asked, Living living) {
        long look = asked.precision() > 0 ? FIRST_LOOK : asked.futures();
        while (true) {
            long until = Math.min(look, asked.futures());
            Tally sum = living.upTo(until);
            if (sum.futures() < until) {
                return new Outcome(sum, End.ENDED);
            }
            if (sum.futures() >= asked.futures()) {
                return new Outcome(sum, End.ALL);
            }
            if (Settled.is(sum, asked.confidence(), asked.precision())) {
                return new Outcome(sum, End.SETTLED);
            }
            look *= 2;
        }
    }

    private void live(ExecutorService threads) {
        ended |= !watcher.goOn(next.get(), asked.futures());
        List<Future<?>> running = new ArrayList<>();
        for (Simulation.Worker worker : workers) {
            running.add(threads.submit(() -> live(worker)));
        }
        try {
            for (Future<?> one : running) {
                wait(one);
            }
        } finally {
            ended |= running.stream().anyMatch(one -> !one.isDone());
        }
    }

    private void live(Simulation.Worker worker) {
        while (!ended) {
            long first = next.getAndAdd(BATCH);
            if (first >= until) {
                return;
            }
            for (long future = first; future < Math.min(first + BATCH, until); future++) {
                worker.live(future);
            }
        }
    }

    private void wait(Future<?> one) {
        while (true) {
            try {
                one.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException notYet) {
                ended |= !watcher.goOn(Math.min(next.get(), until), asked.futures());
            } catch (ExecutionException fault) {
                throw new IllegalStateException("a future could not be lived through: " + fault.getCause(), fault);
            } catch (InterruptedException stop) {
                ended = true;
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted among the futures", stop);
            }
        }
    }

    private Tally tally() {
        Tally sum = simulation.tally();
        workers.forEach(worker -> sum.add(worker.tally()));
        return sum;
    }
}
