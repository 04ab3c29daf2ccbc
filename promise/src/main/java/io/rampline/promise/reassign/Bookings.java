package io.rampline.promise.reassign;

import java.util.Arrays;

/**
 * How many orders of each kind stand in each bucket (the last bucket holds those left out). A pair of kind and bucket
 * that has ever been used keeps its booking, at zero if need be; the bookings of a kind are chained, those of a bucket
 * that are above zero are listed.
 *
 * <p>Adding and removing walk the chain of one kind: at most the number of buckets this kind has ever stood in.
 */
final class Bookings {

    private static final int NONE = -1;

    private final int[] firstOfKind;
    private final int[][] ofBucket;
    private final int[] sizeOfBucket;
    private int[] nextOfKind = new int[16];
    private int[] kind = new int[16];
    private int[] bucket = new int[16];
    private int[] orders = new int[16];
    private int[] placeInBucket = new int[16];
    private int used;

    Bookings(int kinds, int buckets) {
        firstOfKind = new int[kinds];
        Arrays.fill(firstOfKind, NONE);
        ofBucket = new int[buckets][4];
        sizeOfBucket = new int[buckets];
    }

    /** Orders of the kind in the bucket. */
    int orders(int ofKind, int inBucket) {
        int b = find(ofKind, inBucket);
        return b == NONE ? 0 : orders[b];
    }

    /** Adds orders; true when the kind was not in the bucket before. */
    boolean add(int ofKind, int toBucket, int more) {
        int b = find(ofKind, toBucket);
        if (b == NONE) {
            b = open(ofKind, toBucket);
        }
        orders[b] += more;
        if (orders[b] != more) {
            return false;
        }
        int size = sizeOfBucket[toBucket]++;
        if (size == ofBucket[toBucket].length) {
            ofBucket[toBucket] = Arrays.copyOf(ofBucket[toBucket], size * 2);
        }
        ofBucket[toBucket][size] = b;
        placeInBucket[b] = size;
        return true;
    }

    /** Removes orders that must be there; true when the kind is not in the bucket any more. */
    boolean remove(int ofKind, int fromBucket, int fewer) {
        int b = find(ofKind, fromBucket);
        if (b == NONE || orders[b] < fewer) {
            throw new IllegalStateException(
                    "kind " + ofKind + " has fewer than " + fewer + " orders in bucket " + fromBucket);
        }
        orders[b] -= fewer;
        if (orders[b] > 0) {
            return false;
        }
        int last = ofBucket[fromBucket][--sizeOfBucket[fromBucket]];
        ofBucket[fromBucket][placeInBucket[b]] = last;
        placeInBucket[last] = placeInBucket[b];
        return true;
    }

    /** Number of kinds that have orders in the bucket. */
    int kindsIn(int inBucket) {
        return sizeOfBucket[inBucket];
    }

    /** One of the kinds that have orders in the bucket; i from 0 to {@code kindsIn} - 1. */
    int kindIn(int inBucket, int i) {
        return kind[ofBucket[inBucket][i]];
    }

    /** The first bucket in which the kind has an order, or -1. */
    int firstBucket(int ofKind) {
        int first = NONE;
        for (int b = firstOfKind[ofKind]; b != NONE; b = nextOfKind[b]) {
            if (orders[b] > 0 && (first == NONE || bucket[b] < first)) {
                first = bucket[b];
            }
        }
        return first;
    }

    private int find(int ofKind, int inBucket) {
        int b = firstOfKind[ofKind];
        while (b != NONE && bucket[b] != inBucket) {
            b = nextOfKind[b];
        }
        return b;
    }

    private int open(int ofKind, int inBucket) {
        if (used == kind.length) {
            int length = used * 2;
            nextOfKind = Arrays.copyOf(nextOfKind, length);
            kind = Arrays.copyOf(kind, length);
            bucket = Arrays.copyOf(bucket, length);
            orders = Arrays.copyOf(orders, length);
            placeInBucket = Arrays.copyOf(placeInBucket, length);
        }
        kind[used] = ofKind;
        bucket[used] = inBucket;
        nextOfKind[used] = firstOfKind[ofKind];
        firstOfKind[ofKind] = used;
        return used++;
    }
}
