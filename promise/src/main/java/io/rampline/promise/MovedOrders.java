package io.rampline.promise;

import io.rampline.promise.Difference.Move;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Moves in columns: half a million of them cost no object until somebody looks at one. Never changes once built. */
final class MovedOrders extends AbstractList<Move> implements RandomAccess {
    private int size;
    private String[] ids = new String[16];
    private Strategy[] strategies = new Strategy[16];
    private short[] from = new short[16];
    private short[] to = new short[16];

    /** Adds a move, while nobody else knows the list. */
    void note(String orderId, Strategy strategy, int fromBucket, int toBucket) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            strategies = Arrays.copyOf(strategies, 2 * size);
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
        }
        ids[size] = orderId;
        strategies[size] = strategy;
        from[size] = (short) fromBucket;
        to[size] = (short) toBucket;
        size++;
    }

    @Override
    public Move get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException("found move " + index + " asked for, expected one of " + size);
        }
        return new Move(ids[index], strategies[index], from[index], to[index]);
    }

    @Override
    public int size() {
        return size;
    }
}
