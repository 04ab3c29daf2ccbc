package io.rampline.proving.history;

import io.rampline.orderbook.DurableBook;
import io.rampline.promise.Command;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.PromiseEngine;
import org.jspecify.annotations.Nullable;

/** The command as the engine was told it: with the moments that the book filled in. */
final class Told {
    private Told() {}

    /** @param first the first entry that the command wrote, null for none */
    static Command of(Command command, @Nullable Entry first, PromiseEngine model) {
        return switch (command) {
            case Command.Book book -> new Command.Book(order(book.order(), first, model));
            case Command.Hold hold -> new Command.Hold(order(hold.order(), first, model), hold.expiresAtMicros());
            case Command.Change change ->
                change.atMicros() == DurableBook.NOW && first instanceof Entry.Changed changed
                        ? new Command.Change(
                                change.orderId(),
                                change.configuration(),
                                change.earliestBucket(),
                                changed.order().lockedAtMicros())
                        : change;
            case Command.Deliver deliver ->
                deliver.deliveredAtMicros() == DurableBook.NOW && first instanceof Entry.Delivered delivered
                        ? new Command.Deliver(deliver.orderId(), delivered.deliveredAtMicros())
                        : deliver;
            case Command.TakeOver takeOver ->
                new Command.TakeOver(order(takeOver.order(), first, model), takeOver.promisedBucket());
            case Command.Quote _,
                    Command.Cancel _,
                    Command.PullForward _,
                    Command.SetCapacity _,
                    Command.AdoptPlan _,
                    Command.Advance _,
                    Command.Repromise _ -> command;
        };
    }

    private static Order order(Order order, @Nullable Entry first, PromiseEngine model) {
        if (order.lockedAtMicros() != DurableBook.NOW) {
            return order;
        }
        int row = model.find(order.id());
        long lockedAt = switch (first) {
            case Entry.Booked booked -> booked.order().lockedAtMicros();
            case Entry.Held held -> held.order().lockedAtMicros();
            case Entry.TakenOver taken -> taken.order().lockedAtMicros();
            case null, default -> row >= 0 ? model.order(row).lockedAtMicros() : 0;
        };
        return new Order(
                order.id(),
                lockedAt,
                order.priorityClass(),
                order.configuration(),
                order.earliestBucket(),
                order.depositMinor());
    }
}
