package io.rampline.sequence.search;

/** What the search has taken of its budget. */
final class Spending {
    private final Budget budget;
    private long moves;
    private double share;

    Spending(Budget budget) {
        this.budget = budget;
        share = budget.spent(0);
    }

    void tried(int more) {
        moves += more;
        share = budget.spent(moves);
    }

    long moves() {
        return moves;
    }

    /** From 0, at the start, to 1 or more, when the search ends. */
    double share() {
        return share;
    }
}
