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

    /** How many moves may be tried at once, at least one: as many as one likes, or fewer where fewer are left. */
    int atOnce(int wanted) {
        return Math.clamp(budget.left(moves), 1, wanted);
    }

    /** Whether the search is to end: whatever is begun now would come to nothing. */
    boolean isSpent() {
        return share >= 1;
    }

    long moves() {
        return moves;
    }

    /** From 0, at the start, to 1 or more, when the search ends. */
    double share() {
        return share;
    }
}
