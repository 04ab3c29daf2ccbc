package io.rampline.orderbook;

import io.rampline.orderbook.BookState.Condition;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait while the engine's thread is inside a call to the database, and what they are told when it does not
 * come back: a server that accepts and never answers must not keep them waiting. The call itself goes on; a large
 * commit may well take longer than anybody waits, and who was told "unknown" finds it in the record.
 *
 * <p>The engine's thread begins and ends; another one looks.
 */
final class LongWait {
    private final BookSettings settings;
    private final Surroundings surroundings;
    private final Standing standing;
    private final BlockingQueue<Pending> queue;
    private @Nullable Call call;
    private boolean told;

    private record Call(List<Pending.Asked> asked, Outcome whenTooLong, Instant since, long steadyNanos) {}

    LongWait(BookSettings settings, Surroundings surroundings, Standing standing, BlockingQueue<Pending> queue) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.standing = standing;
        this.queue = queue;
    }

    /** A call begins. */
    synchronized void begin(List<Pending.Asked> asked, Outcome whenTooLong, Instant since) {
        call = new Call(List.copyOf(asked), whenTooLong, since, surroundings.steadyNanos());
        told = false;
    }

    /** The call has come back. */
    synchronized void end() {
        call = null;
        if (told) {
            standing.become(new Condition.Serving());
        }
    }

    /** Lets everybody go when the call takes too long, those too who have joined the queue since. */
    synchronized void look() {
        Call open = call;
        if (open == null
                || surroundings.steadyNanos() - open.steadyNanos()
                        < settings.answerMost().toNanos()) {
            return;
        }
        told = true;
        String why = "it has not come back for "
                + TimeUnit.NANOSECONDS.toSeconds(settings.answerMost().toNanos()) + " seconds";
        standing.become(new Condition.Recovering(open.since(), why));
        Pending.turnAwayAll(queue, new Outcome.Unavailable("the database does not answer: " + why));
        open.asked().forEach(each -> each.turnAway(open.whenTooLong()));
    }
}
