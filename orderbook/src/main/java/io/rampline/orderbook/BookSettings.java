package io.rampline.orderbook;

import java.time.Duration;

/**
 * How a book is run.
 *
 * @param waitingMost requests that may wait before the next one is turned away
 * @param batchMost requests decided before one commit
 * @param patience how long somebody waits for an answer while the database does not answer
 * @param answerMost how long somebody waits for an answer while one call to the database has not come back; longer than
 *     any usual commit, and short enough to be answered within ten seconds
 * @param snapshotEvery entries after which the state is written down for the next start
 * @param holder who writes, for people
 * @param beforeReconnecting brings a server of our own back when it is down
 */
public record BookSettings(
        int waitingMost,
        int batchMost,
        Duration patience,
        Duration answerMost,
        int snapshotEvery,
        String holder,
        Runnable beforeReconnecting) {
    private static final Duration ANSWER_MOST = Duration.ofSeconds(8);

    public static final BookSettings USUAL = new BookSettings(
            20_000,
            4_000,
            Duration.ofSeconds(3),
            ANSWER_MOST,
            500_000,
            "process " + ProcessHandle.current().pid(),
            () -> {});

    public BookSettings withReconnecting(Runnable before) {
        return new BookSettings(waitingMost, batchMost, patience, answerMost, snapshotEvery, holder, before);
    }

    /** With the usual limit on one call to the database. */
    public BookSettings(
            int waitingMost,
            int batchMost,
            Duration patience,
            int snapshotEvery,
            String holder,
            Runnable beforeReconnecting) {
        this(waitingMost, batchMost, patience, ANSWER_MOST, snapshotEvery, holder, beforeReconnecting);
    }

    public BookSettings withAnswerMost(Duration most) {
        return new BookSettings(waitingMost, batchMost, patience, most, snapshotEvery, holder, beforeReconnecting);
    }
}
