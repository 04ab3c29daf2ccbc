package io.rampline.desk.scenario;

import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Takes orders over into a book that is alive, in rank order. An order that is there already is left as it is, so doing
 * it again, or again after a crash, takes over only what is missing. A book that is busy or away for a moment is waited
 * for. One thread at a time; the counts may be read by others meanwhile and are then a moment old.
 */
public final class OrderImport {
    private static final int REFUSALS_SHOWN = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Function<Request, CompletableFuture<Outcome>> book;
    private final String actor;
    private final int underWayMost;
    private final BooleanSupplier mayGoOn;
    private volatile Count count = new Count(0, 0, 0, 0, List.of());

    /**
     * What became of the orders.
     *
     * @param beyondHorizon how many of those taken have no date
     * @param refusals the first {@value #REFUSALS_SHOWN} of those refused, as lines for people
     */
    public record Count(int taken, int known, int beyondHorizon, int refused, List<String> refusals) {
        /** All that have an answer. */
        public int done() {
            return taken + known + refused;
        }
    }

    /** It ended before its end; everything before is in the book. */
    public static final class Stopped extends Exception {
        private static final long serialVersionUID = 1;

        private Stopped(String why) {
            super(why);
        }
    }

    /**
     * An import.
     *
     * @param book where the orders go
     * @param actor who asks
     * @param underWayMost how many wait for their answer at once: many are faster, few leave room for others
     * @param mayGoOn asked again and again; when it may not, the import stops
     */
    public OrderImport(
            Function<Request, CompletableFuture<Outcome>> book,
            String actor,
            int underWayMost,
            BooleanSupplier mayGoOn) {
        this.book = book;
        this.actor = actor;
        this.underWayMost = underWayMost;
        this.mayGoOn = mayGoOn;
    }

    /** What became of them so far. */
    public Count count() {
        return count;
    }

    private record Asked(String orderId, Request request, CompletableFuture<Outcome> outcome) {}

    /**
     * Takes orders over.
     *
     * @param told hears how many have an answer, after each
     * @throws Stopped when the book does not answer for long, or it may not go on
     */
    public Count run(OrderTable orders, IntConsumer told) throws Stopped {
        ArrayDeque<Asked> underWay = new ArrayDeque<>();
        for (int row = 0; row < orders.size(); row++) {
            if (underWay.size() == underWayMost) {
                settle(underWay.removeFirst());
                told.accept(count.done());
            }
            Request request = Request.of(actor, new Command.TakeOver(orders.order(row), orders.promisedBucket(row)));
            underWay.add(new Asked(orders.id(row), request, book.apply(request)));
        }
        for (Asked asked : underWay) {
            settle(asked);
        }
        return count;
    }

    private void settle(Asked asked) throws Stopped {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Outcome outcome = asked.outcome().join();
        while (!(outcome instanceof Outcome.Answered)) {
            if (!mayGoOn.getAsBoolean() || System.nanoTime() > until) {
                throw new Stopped("stopped at order " + asked.orderId() + ": " + outcome
                        + ". Everything before it is in the book; maybe import the same again");
            }
            pause();
            // Whatever became of it the first time: an order is taken over once.
            outcome = book.apply(asked.request()).join();
        }
        answered(asked.orderId(), (Outcome.Answered) outcome);
    }

    private static void pause() throws Stopped {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Stopped("interrupted");
        }
    }

    private void answered(String orderId, Outcome.Answered answered) {
        Count before = count;
        if (answered.answer() instanceof Answer.Refused refused) {
            List<String> refusals = before.refusals();
            if (refusals.size() < REFUSALS_SHOWN) {
                refusals = new ArrayList<>(refusals);
                refusals.add(
                        orderId + ": " + refused.refusal().name().toLowerCase(Locale.ROOT) + ", " + refused.detail());
            }
            count = new Count(
                    before.taken(),
                    before.known(),
                    before.beyondHorizon(),
                    before.refused() + 1,
                    List.copyOf(refusals));
        } else if (answered.repeated()) {
            count = new Count(
                    before.taken(), before.known() + 1, before.beyondHorizon(), before.refused(), before.refusals());
        } else {
            boolean isDated =
                    answered.answer() instanceof Answer.Booked booked && booked.promise() instanceof Promise.Dated;
            count = new Count(
                    before.taken() + 1,
                    before.known(),
                    before.beyondHorizon() + (isDated ? 0 : 1),
                    before.refused(),
                    before.refusals());
        }
    }
}
