package io.rampline.promise;

import java.util.List;

/**
 * What re-promising the book changes.
 *
 * @param moves every order whose build bucket changes, in rank order
 * @param exceptions ids of orders that had to keep their first promise and cannot, in rank order
 */
public record Difference(int earlier, int later, int unchanged, List<Move> moves, List<String> exceptions) {
    public Difference {
        moves = moves instanceof MovedOrders ? moves : List.copyOf(moves);
        exceptions = List.copyOf(exceptions);
    }

    /** One order's move; a bucket of -1 is beyond the horizon. */
    public record Move(String orderId, Strategy strategy, int fromBucket, int toBucket) {}
}
