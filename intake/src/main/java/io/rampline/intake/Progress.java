package io.rampline.intake;

/** Is told how far a reading has come. Called by one thread at a time. */
@FunctionalInterface
public interface Progress {
    /** Listens to nothing. */
    Progress NONE = (work, done, total) -> {};

    /**
     * Hears how much is done.
     *
     * @param work what is being done, for people, for instance {@code orders.csv}
     * @param done how much of it; the unit depends on the work
     * @param total 1 or more, the same unit; {@code done == total} when the work is finished
     */
    void report(String work, long done, long total);
}
