package io.rampline.desk.flowline;

import io.rampline.factory.FlowLine;
import io.rampline.simulation.flowline.Change;
import io.rampline.simulation.flowline.Decomposition;
import io.rampline.simulation.flowline.Effect;
import io.rampline.simulation.flowline.LineResult;
import io.rampline.simulation.flowline.LineStory;
import io.rampline.simulation.flowline.PlainRate;
import io.rampline.simulation.flowline.Replication;
import io.rampline.simulation.flowline.Span;
import io.rampline.simulation.flowline.WarmUp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs lines on several threads; the result does not depend on how many. */
public final class FlowlineRun implements AutoCloseable {
    /** Three shifts of eight hours on five days: to tell the noise of a week of a line whose shifts nobody states. */
    public static final double WEEK_HOURS_ASSUMED = 120;

    private static final int STORY_HOURS = 72;
    private static final int SAMPLES_PER_HOUR = 6;

    private final Asked asked;
    private final Watcher watcher;
    private final ExecutorService threads;
    private long done;
    private long all;
    private boolean goOn = true;

    /**
     * What is asked.
     *
     * @param hours that count of each run
     * @param warmUpHours before them; below 0 to find out
     * @param replications runs, 2 or more
     * @param effects whether to try changes
     */
    public record Asked(int hours, int warmUpHours, int replications, long seed, int threads, boolean effects) {}

    /** Somebody who looks on. */
    public interface Watcher {
        /**
         * Called after each run.
         *
         * @return false to try no more changes
         */
        boolean goOn(long done, long all);
    }

    public FlowlineRun(Asked asked, Watcher watcher) {
        this.asked = asked;
        this.watcher = watcher;
        this.threads = Executors.newFixedThreadPool(asked.threads());
    }

    /** Runs each line; all of them are run before changes are tried. */
    public List<FlowlineReport.OfLine> run(List<FlowLine> lines) {
        List<Span> spans = new ArrayList<>();
        List<List<Replication>> runs = new ArrayList<>();
        for (FlowLine line : lines) {
            all += asked.replications()
                    * (1L + (asked.effects() ? Change.of(line).size() : 0));
        }
        for (FlowLine line : lines) {
            int warmUp = asked.warmUpHours() >= 0
                    ? asked.warmUpHours()
                    : WarmUp.hours(line, Math.min(asked.hours(), Span.HOURS_MAX), asked.seed());
            Span span = new Span(warmUp, asked.hours());
            spans.add(span);
            runs.add(replicate(line, span, true));
        }
        List<FlowlineReport.OfLine> told = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            told.add(tell(lines.get(i), spans.get(i), runs.get(i)));
        }
        return told;
    }

    private FlowlineReport.OfLine tell(FlowLine line, Span span, List<Replication> runs) {
        List<Effect> effects = new ArrayList<>();
        for (Change change : asked.effects() ? Change.of(line) : List.<Change>of()) {
            if (goOn) {
                effects.add(Effect.of(change, runs, replicate(change.on(line), span, false)));
            }
        }
        double week = line.shifts().map(FlowlineReport.OfLine::weekHours).orElse(WEEK_HOURS_ASSUMED);
        return new FlowlineReport.OfLine(
                LineResult.of(line, span, runs, week > 0 ? week : WEEK_HOURS_ASSUMED),
                effects,
                LineStory.of(
                        line, span.warmUpHours(), Math.min(STORY_HOURS, span.hours()), SAMPLES_PER_HOUR, asked.seed()),
                PlainRate.of(line),
                Decomposition.jobsPerHour(line));
    }

    private List<Replication> replicate(FlowLine line, Span span, boolean watched) {
        List<Callable<Replication>> tasks = new ArrayList<>();
        for (int i = 0; i < asked.replications(); i++) {
            int number = i;
            tasks.add(() -> Replication.of(line, span, asked.seed(), number, watched));
        }
        List<Replication> found = new ArrayList<>();
        try {
            List<Future<Replication>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(threads.submit(task)));
            for (Future<Replication> one : running) {
                found.add(one.get());
                goOn &= watcher.goOn(++done, all);
            }
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a line could not be run: " + fault.getCause(), fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted among the runs", stop);
        }
        return found;
    }

    @Override
    public void close() {
        threads.close();
    }
}
