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

    /** So many moves. */
    static Budget ofMoves(long most) {
        return moves -> (double) moves / most;
    }
}
