package io.rampline.desk.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many streams of a kind are open at once. A place is taken before the answer begins and kept until it is over. */
final class StreamPlaces {
    private final String tooMany;
    private final int most;
    private final int retrySeconds;
    private final AtomicInteger taken = new AtomicInteger();

    /** @param tooMany what is said when all are taken */
    StreamPlaces(String tooMany, int most, int retrySeconds) {
        this.tooMany = tooMany;
        this.most = most;
        this.retrySeconds = retrySeconds;
    }

    /** A stream on a place of its own; a problem when there is none. */
    Reply.Stream open(Reply.Course course) {
        if (taken.getAndUpdate(count -> Math.min(most, count + 1)) >= most) {
            throw new Problem(ProblemType.BUSY, tooMany).retryAfter(TimeUnit.SECONDS.toNanos(retrySeconds));
        }
        return new Reply.Stream(Reply.EVENTS, course, taken::decrementAndGet);
    }
}
