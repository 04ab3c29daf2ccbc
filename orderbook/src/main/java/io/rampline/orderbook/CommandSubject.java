package io.rampline.orderbook;

import io.rampline.promise.Command;

/** The order a command is about. */
final class CommandSubject {
    private CommandSubject() {}

    /** Its id; empty text for none. */
    static String of(Command command) {
        return switch (command) {
            case Command.Hold hold -> hold.order().id();
            case Command.Book book -> book.order().id();
            case Command.TakeOver takeOver -> takeOver.order().id();
            case Command.Cancel cancel -> cancel.orderId();
            case Command.Change change -> change.orderId();
            case Command.Deliver deliver -> deliver.orderId();
            case Command.PullForward pull -> pull.orderId();
            case Command.Quote _, Command.SetCapacity _, Command.AdoptPlan _, Command.Advance _, Command.Repromise _ ->
                "";
        };
    }
}
