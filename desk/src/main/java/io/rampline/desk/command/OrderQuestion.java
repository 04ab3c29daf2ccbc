package io.rampline.desk.command;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.factory.Week;
import io.rampline.intake.ScenarioContents;
import io.rampline.promise.Promise;
import io.rampline.promise.TimeOfBook;
import java.nio.file.Path;

/** A question about one order of a promised book. */
final class OrderQuestion {
    private final PromisedBook book;
    private final int row;

    private OrderQuestion(PromisedBook book, int row) {
        this.book = book;
        this.row = row;
    }

    /**
     * Reads and promises the book, and finds the order.
     *
     * @throws CommandFault when the order is not open in it
     */
    static OrderQuestion of(Path scenario, String orderId, Terminal terminal) {
        try (Steps steps = new Steps(terminal, false)) {
            ScenarioContents contents = ScenarioInput.read(scenario, terminal, steps);
            steps.begin("Promising the book");
            PromisedBook book = PromisedBook.promise(contents);
            int row = book.engine().find(orderId);
            if (row < 0) {
                String hint = book.size() == 0
                        ? "The book is empty."
                        : "Maybe it is delivered, cancelled or mistyped; the first open order is "
                                + book.orders().id(0) + ".";
                throw new CommandFault(
                        ExitCode.UNKNOWN_ORDER, "found no open order " + orderId + " in " + scenario + ". " + hint);
            }
            return new OrderQuestion(book, row);
        }
    }

    PromisedBook book() {
        return book;
    }

    int row() {
        return row;
    }

    String product() {
        return book.orders().configuration(row).product();
    }

    /** {@code YU7 Max for CN, locked on 2025-06-26}. */
    String order() {
        return book.orders().id(row) + ": " + product() + " for "
                + book.orders().configuration(row).market() + ", locked on "
                + TimeOfBook.day(book.orders().lockedAtMicros(row));
    }

    /** {@code delivery in 2026-W37, built on F2 in 2026-W36, 62 weeks from now and 63 since the lock}. */
    String promise() {
        return switch (book.engine().promiseOf(row)) {
            case Promise.Dated dated -> {
                Week delivery = book.horizon().week(dated.deliveryBucket());
                yield "delivery in " + delivery + ", built on " + dated.line() + " in "
                        + book.horizon().week(dated.buildBucket()) + ": "
                        + Counted.of(delivery.since(book.asOfWeek()), "week") + " from now, "
                        + (delivery.number() - book.lockWeek(row)) + " since the lock";
            }
            case Promise.BeyondHorizon _ ->
                "no week before the plan ends in "
                        + book.horizon().week(book.horizon().weeks() - 1);
        };
    }
}
