package io.rampline.intake;

/** Adds up what several threads have done and tells a {@link Progress}, one thread at a time. */
final class Gauge {
    private final Progress progress;
    private final String work;
    private final long total;
    private long done;

    Gauge(Progress progress, String work, long total) {
        this.progress = progress;
        this.work = work;
        this.total = Math.max(1, total);
    }

    synchronized void add(long more) {
        done = Math.min(total, done + more);
        progress.report(work, done, total);
    }
}
