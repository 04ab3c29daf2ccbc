package io.rampline.desk.futures;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.futures.FuturesRun.End;
import io.rampline.desk.futures.FuturesRun.Outcome;
import io.rampline.simulation.Cluster;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.Snapshot;
import io.rampline.simulation.Stretch;
import io.rampline.simulation.window.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Many books, each in the futures of many seeds, in one job. A case is a book and a seed; cases are told in order, book
 * by book, each as soon as it and all before it are counted. What is held at a time are the tallies of the cases in
 * work.
 */
public final class SweepRun {
    private static final int STRETCHES_A_PLACE = 3;

    /** A book with the name that people know it by. */
    public record Book(String name, Snapshot snapshot, PromisedBook promised) {}

    /** Somebody who is told what comes of it. */
    public interface Audience {
        /** A case is counted. */
        void told(String book, FuturesReport report) throws IOException;

        /**
         * Called now and then.
         *
         * @return false to end with the cases there are
         */
        boolean goOn(long done, long most);
    }

    private record CaseOf(int place, Book book, long seed, List<Integer> stretches) {}

    private final List<Snapshot> snapshots;
    private final List<CaseOf> cases = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Integer> caseOfStretch = new ArrayList<>();
    private final Audience audience;
    private final long most;

    private SweepRun(List<Book> books, List<Long> seeds, long futures, int places, Audience audience) {
        this.snapshots = books.stream().map(Book::snapshot).toList();
        this.audience = audience;
        this.most = futures * books.size() * seeds.size();
        // Cut no finer than every place needs: with many cases a case may be one stretch.
        int pieces = Math.max(1, Math.ceilDiv(places * STRETCHES_A_PLACE, books.size() * seeds.size()));
        for (int book = 0; book < books.size(); book++) {
            for (long seed : seeds) {
                List<Integer> own = new ArrayList<>();
                for (Stretch stretch : Stretch.cut(book, seed, 0, futures, pieces)) {
                    own.add(stretches.size());
                    stretches.add(stretch);
                    caseOfStretch.add(cases.size());
                }
                cases.add(new CaseOf(book, books.get(book), seed, own));
            }
        }
    }

    /**
     * Lives through all cases.
     *
     * @param futures of each case, 1 or more
     * @return how many cases have been told
     * @throws IOException from the audience
     */
    public static int run(Cluster cluster, List<Book> books, List<Long> seeds, long futures, Audience audience)
            throws IOException {
        SweepRun run = new SweepRun(books, seeds, futures, cluster.places(), audience);
        Telling telling = run.new Telling();
        try {
            cluster.live(run.snapshots, run.stretches, telling);
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
        return telling.next;
    }

    private final class Telling implements Cluster.Reception {
        private final SortedMap<Integer, Tally> inWork = new TreeMap<>();
        private final int[] missing =
                cases.stream().mapToInt(each -> each.stretches().size()).toArray();
        private Simulation lastLinedUp = cases.getFirst().book().snapshot().simulation(0);
        private int lastBook;
        private long done;
        private int next;

        @Override
        public void take(int number, long[] counts) {
            int about = caseOfStretch.get(number);
            inWork.computeIfAbsent(about, this::tally).add(counts);
            missing[about]--;
            done += stretches.get(number).futures();
            while (next < cases.size() && missing[next] == 0) {
                tell(cases.get(next), Objects.requireNonNull(inWork.remove(next)));
                next++;
            }
        }

        private Tally tally(int about) {
            CaseOf of = cases.get(about);
            if (of.place() != lastBook) {
                lastLinedUp = of.book().snapshot().simulation(0);
                lastBook = of.place();
            }
            return lastLinedUp.tally();
        }

        private void tell(CaseOf of, Tally tally) {
            try {
                audience.told(
                        of.book().name(),
                        FuturesReport.of(of.book().promised(), of.seed(), new Outcome(tally, End.ALL)));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        @Override
        public boolean goOn() {
            return audience.goOn(done, most);
        }
    }
}
