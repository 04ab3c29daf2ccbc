package io.rampline.orderbook;

import java.time.Duration;

/**
 * How a book is run.
 *
 * @param waitingMost requests that may wait before the next one is turned away
 * @param batchMost requests decided before one commit
 * @param patience how long somebody waits for an answer while the database does not answer
 * @param snapshotEvery entries after which the state is written down for the next start
 * @param holder who writes, for people
 * @param beforeReconnecting brings a server of our own back when it is down
 */
public record BookSettings(
        int waitingMost,
        int batchMost,
        Duration patience,
        int snapshotEvery,
        String holder,
        Runnable beforeReconnecting) {
    public static final BookSettings USUAL = new BookSettings(
            20_000,
            4_000,
            Duration.ofSeconds(3),
            500_000,
            "process " + ProcessHandle.current().pid(),
            () -> {});

    public BookSettings withReconnecting(Runnable before) {
        return new BookSettings(waitingMost, batchMost, patience, snapshotEvery, holder, before);
    }
}
