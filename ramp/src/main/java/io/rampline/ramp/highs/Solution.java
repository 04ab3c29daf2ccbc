package io.rampline.ramp.highs;

/** What the solver ended with. */
public final class Solution {
    private final Ending ending;
    private final double cost;
    private final double bound;
    private final double[] columns;
    private final double[] rowPrices;
    private final long nodes;

    /** Why the solver ended. */
    public enum Ending {
        /** Best, within the gap asked for. */
        BEST,
        /** Proved to have no solution. */
        IMPOSSIBLE,
        /** The cost has no lower limit. */
        UNBOUNDED,
        /** A linear program is known to cost more than it may. */
        TOO_DEAR,
        /** The effort allowed was spent, or it was told to stop. */
        STOPPED
    }

    Solution(Ending ending, double cost, double bound, double[] columns, double[] rowPrices, long nodes) {
        this.ending = ending;
        this.cost = cost;
        this.bound = bound;
        this.columns = columns;
        this.rowPrices = rowPrices;
        this.nodes = nodes;
    }

    public Ending ending() {
        return ending;
    }

    /** Whether there is a point to read. */
    public boolean found() {
        return columns.length > 0;
    }

    /** Cost of the point; positive infinity when there is none. */
    public double cost() {
        return cost;
    }

    /** No solution costs less; the cost itself for a linear program. */
    public double bound() {
        return bound;
    }

    /** Value of a column. */
    public double at(int column) {
        return columns[column];
    }

    /** A copy of the values of all columns; empty when no point was found. */
    public double[] point() {
        return columns.clone();
    }

    /** Change of the cost for one more unit of a row's bound; of linear programs only. */
    public double rowPrice(int row) {
        return rowPrices[row];
    }

    /** Nodes of the search tree. */
    public long nodes() {
        return nodes;
    }

    /** Share of the cost by which it may miss the best. */
    public double gap() {
        double miss = Math.max(0, cost - bound);
        return miss == 0 ? 0 : miss / Math.max(Math.abs(cost), 1e-9);
    }
}
