package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.page.Page;
import io.rampline.desk.briefing.page.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that a briefing leaves in its folder. */
public final class BriefingFiles {
    public static final String SUMMARY = "summary.json";
    public static final String PROMISES_CSV = "promises.csv";
    public static final String PROMISES_PARQUET = "promises.parquet";
    public static final String BUCKETS = "buckets.csv";
    public static final String PAGE = "briefing.html";

    /** The files, in the order in which people look for them. */
    public static final List<String> NAMES = List.of(PAGE, SUMMARY, PROMISES_CSV, PROMISES_PARQUET, BUCKETS);

    private BriefingFiles() {}

    /** Is told how many of {@link #NAMES} are written. */
    @FunctionalInterface
    public interface Progress {
        void written(int files);
    }

    private interface Work {
        void run() throws IOException;
    }

    /**
     * Writes all files into a folder, or none.
     *
     * @throws CannotWrite when they cannot be written; the folder is then as it was
     */
    public static void write(Path folder, PromisedBook book, Briefing briefing, Texts texts, Progress progress)
            throws CannotWrite {
        try (Publication publication = new Publication(folder)) {
            // The largest first: two writers at a time keep two cores busy.
            List<Work> works = List.of(
                    () -> PromisesParquet.write(book, publication.file(PROMISES_PARQUET)),
                    () -> publication.write(PROMISES_CSV, out -> PromisesCsv.write(book, out)),
                    () -> publication.write(
                            PAGE, out -> out.write(Page.of(briefing, texts).getBytes(StandardCharsets.UTF_8))),
                    () -> publication.write(SUMMARY, out -> SummaryJson.write(briefing, out)),
                    () -> publication.write(BUCKETS, out -> BucketsCsv.write(briefing, out)));
            run(works, folder, progress);
            publication.publish();
        }
    }

    private static void run(List<Work> works, Path folder, Progress progress) throws CannotWrite {
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (Work work : works) {
                running.add(writers.submit(() -> {
                    work.run();
                    progress.written(done.incrementAndGet());
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException fault) {
                throw CannotWrite.because(folder, fault);
            }
            throw new IllegalStateException("a file could not be made", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotWrite("writing to " + folder + " was interrupted", interrupted);
        }
    }
}
