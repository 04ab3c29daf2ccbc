package io.rampline.desk.http;

import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Asks the book and waits for its answer; what is no answer becomes a problem that says whether anything was done. */
final class Answers {
    private static final long BUSY_RETRY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long UNAVAILABLE_RETRY_NANOS = Duration.ofSeconds(5).toNanos();

    private final Book book;

    Answers(Book book) {
        this.book = book;
    }

    Outcome.Answered answered(Request request) {
        return notRefused(told(book.submit(request)), request.command());
    }

    Outcome.Answered awaited(CompletableFuture<Outcome> asked) {
        return notRefused(told(asked));
    }

    private static Outcome.Answered told(CompletableFuture<Outcome> asked) {
        Outcome outcome;
        try {
            // The book says within seconds what has become of a request, if only that it does not know; to wait with a
            // limit of our own would cost each booking a timer.
            outcome = asked.get();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw unknown("the desk closed while it was being done");
        } catch (ExecutionException fault) {
            throw new IllegalStateException(
                    "found a request that ended in a fault, expected an outcome", fault.getCause());
        }
        return switch (outcome) {
            case Outcome.Answered answered -> answered;
            case Outcome.RequestIdReused _ ->
                throw new Problem(
                        ProblemType.REQUEST_ID_REUSED,
                        "this Idempotency-Key was used for another request; nothing was done");
            case Outcome.Busy busy ->
                throw new Problem(ProblemType.BUSY, busy.waiting() + " commands wait; nothing was done")
                        .retryAfter(BUSY_RETRY_NANOS);
            case Outcome.Unavailable unavailable ->
                throw new Problem(ProblemType.UNAVAILABLE, unavailable.why() + "; nothing was done")
                        .retryAfter(UNAVAILABLE_RETRY_NANOS);
            case Outcome.Unknown unknown -> throw unknown(unknown.why());
        };
    }

    /** The answer to what somebody asks for, under the caller's idempotency key. */
    Outcome.Answered answered(Call call, Optional<String> reason, Command command) {
        return answered(new Request(call.actor(), call.requestId(), reason, command));
    }

    private static Problem unknown(String why) {
        return new Problem(
                        ProblemType.OUTCOME_UNKNOWN,
                        why + "; ask again with the same order id or Idempotency-Key, it is never done twice")
                .retryAfter(UNAVAILABLE_RETRY_NANOS);
    }

    /** The same; a problem when the book, or a copy of it, refused. */
    static Outcome.Answered notRefused(Outcome.Answered answered) {
        if (answered.answer() instanceof Answer.Refused refused) {
            throw refusal(refused.refusal(), refused.detail());
        }
        return answered;
    }

    /** The same, of a command of which the refusal can say more. */
    Outcome.Answered notRefused(Outcome.Answered answered, Command command) {
        if (answered.answer() instanceof Answer.Refused refused) {
            String detail = NotOffered.detail(refused, command, book.network().scenario())
                    .orElse(refused.detail());
            throw refusal(refused.refusal(), detail);
        }
        return answered;
    }

    private static Problem refusal(Refusal refusal, String detail) {
        ProblemType type = switch (refusal) {
            case DUPLICATE_ID -> ProblemType.ORDER_ID_IN_USE;
            case UNKNOWN_ORDER -> ProblemType.UNKNOWN_ORDER;
            case MALFORMED,
                    NO_LONGER_OPEN,
                    ALREADY_BUILT,
                    FROZEN,
                    UNKNOWN_MARKET,
                    UNKNOWN_PRODUCT,
                    OPTION_NOT_OFFERED,
                    NO_LINE,
                    NO_QUOTA,
                    UNKNOWN_RESOURCE,
                    PLAN_DELAYS,
                    NOTHING_TO_HOLD,
                    NOTHING_TO_GAIN,
                    TIME_RUNS_FORWARD -> ProblemType.REFUSED;
        };
        return new Problem(type, detail).with("code", refusal.name());
    }

    /** An answer of the expected kind. */
    static <T extends Answer> T as(Class<T> kind, Outcome.Answered answered) {
        if (!kind.isInstance(answered.answer())) {
            throw new IllegalStateException(
                    "found answer " + answered.answer() + ", expected one of kind " + kind.getSimpleName());
        }
        return kind.cast(answered.answer());
    }

    /** What a copy of the book answers; its refusal is the caller's. */
    static <T extends Answer> T tried(Class<T> kind, Answer answer) {
        return as(kind, notRefused(new Outcome.Answered(answer, false)));
    }

    /** What somebody else has begun; a problem of theirs is the caller's. */
    static <T> T begun(CompletableFuture<T> begun) {
        try {
            return begun.get();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new Problem(ProblemType.SHUTTING_DOWN, "the desk closes; ask again");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException("could not begin", failed.getCause());
        }
    }
}
