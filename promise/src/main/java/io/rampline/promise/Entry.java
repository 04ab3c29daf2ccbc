package io.rampline.promise;

/**
 * One line of the book: what changed, in order. Replaying the commands in the order of their entries gives the same
 * book.
 */
public sealed interface Entry {
    /** Position in the book, from 1 on, without gaps. */
    long position();

    /** The order it is about; empty text for none. */
    default String orderId() {
        return "";
    }

    record Booked(long position, Order order, Promise promise) implements Entry {
        @Override
        public String orderId() {
            return order.id();
        }
    }

    /**
     * An order that was in another book before.
     *
     * @param firstDelivery delivery bucket first promised there, {@link OrderTable#NEVER_PROMISED} for none; otherwise
     *     what it is promised here is its first promise
     */
    record TakenOver(long position, Order order, Promise promise, int firstDelivery) implements Entry {
        @Override
        public String orderId() {
            return order.id();
        }
    }

    record Held(long position, Order order, Promise promise, long expiresAtMicros) implements Entry {
        @Override
        public String orderId() {
            return order.id();
        }
    }

    record HoldConfirmed(long position, String orderId) implements Entry {}

    record HoldExpired(long position, String orderId) implements Entry {}

    record Cancelled(long position, String orderId) implements Entry {}

    /** Handed over to its customer. Its slot stays used. */
    record Delivered(long position, String orderId, long deliveredAtMicros) implements Entry {}

    record Changed(long position, Order order, Promise promise, boolean keptRank) implements Entry {
        @Override
        public String orderId() {
            return order.id();
        }
    }

    record PromiseMoved(long position, String orderId, Promise from, Promise to, Reason reason) implements Entry {}

    record CapacityChanged(long position, int resource, int bucket, int fromUnits, int toUnits) implements Entry {}

    /** A plan was adopted; the capacities it changes and the promises it moves follow. */
    record PlanAdopted(long position, String plan, String name) implements Entry {}

    record ShortageOpened(long position, Shortage shortage) implements Entry {}

    record ShortageClosed(long position, int resource, int bucket) implements Entry {}

    record Advanced(long position, long nowMicros) implements Entry {}
}
