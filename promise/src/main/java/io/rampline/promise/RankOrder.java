package io.rampline.promise;

/** Rows by rank: priority class, lock time, id. Sorted when asked for after orders came or changed rank. */
final class RankOrder {
    private static final int[] AS_THEY_ARE = new int[0];

    private final OrderColumns orders;
    private int[] rows = AS_THEY_ARE;
    private int sortedSize = -1;

    RankOrder(OrderColumns orders) {
        this.orders = orders;
    }

    /** The same order of columns that are equal to these. */
    RankOrder copy(OrderColumns columns) {
        RankOrder copy = new RankOrder(columns);
        copy.rows = rows;
        copy.sortedSize = sortedSize;
        return copy;
    }

    /** Orders came, or one changed its rank. */
    void forget() {
        sortedSize = -1;
    }

    /** Rows in rank order; empty when that is the order of the rows. */
    int[] rows() {
        if (sortedSize != orders.size) {
            rows = of(orders);
            sortedSize = orders.size;
        }
        return rows;
    }

    /** Rows in rank order; empty when the rows stand in it already. */
    private static int[] of(OrderColumns orders) {
        boolean sorted = true;
        for (int row = 1; row < orders.size && sorted; row++) {
            sorted = orders.compareRank(row - 1, row) < 0;
        }
        if (sorted) {
            return AS_THEY_ARE;
        }
        int[] rows = new int[orders.size];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        sort(orders, rows, rows.clone(), 0, rows.length);
        return rows;
    }

    /** Merge sort of from[lo, hi) into to; runs that stand in order already are copied. */
    private static void sort(OrderColumns orders, int[] to, int[] from, int lo, int hi) {
        if (hi - lo < 2) {
            return;
        }
        int mid = (lo + hi) >>> 1;
        sort(orders, from, to, lo, mid);
        sort(orders, from, to, mid, hi);
        if (orders.compareRank(from[mid - 1], from[mid]) <= 0) {
            System.arraycopy(from, lo, to, lo, hi - lo);
            return;
        }
        int left = lo;
        int right = mid;
        for (int at = lo; at < hi; at++) {
            boolean takeLeft = left < mid && (right >= hi || orders.compareRank(from[left], from[right]) <= 0);
            to[at] = takeLeft ? from[left++] : from[right++];
        }
    }
}
