package io.rampline.sequence.search;

/** How much of what the search may take is taken. */
@FunctionalInterface
public interface Budget {
    /**
     * The share that is used up: 0 at the start, never smaller than before; from 1 on the search ends. Whoever counts
     * moves alone gets the same sequence on every machine.
     *
     * @param moves tried so far
     */
    double spent(long moves);

    /**
     * How many more moves may be tried before the share is asked for again; without a limit where moves are not what is
     * counted.
     *
     * @param moves tried so far
     */
    default long left(long moves) {
        return Long.MAX_VALUE;
    }

    /** So many moves, and not one more. */
    static Budget ofMoves(long most) {
        return new Budget() {
            @Override
            public double spent(long moves) {
                return (double) moves / most;
            }

            @Override
            public long left(long moves) {
                return most - moves;
            }
        };
    }
}
