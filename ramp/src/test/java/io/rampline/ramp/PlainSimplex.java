package io.rampline.ramp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A linear program told as plainly as possible and solved by the textbook: dense tableau, two phases, the rule that
 * never cycles. Least {@code cost x} with {@code x >= 0} and rows that are at most their right side. For small programs
 * only.
 */
public final class PlainSimplex {
    private static final double EPSILON = 1e-9;

    private final int columns;
    private final double[] cost;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> rightSides = new ArrayList<>();

    public PlainSimplex(int columns) {
        this.columns = columns;
        this.cost = new double[columns];
    }

    public double[] cost() {
        return cost;
    }

    public void atMost(double[] row, double rightSide) {
        rows.add(row);
        rightSides.add(rightSide);
    }

    public void equal(double[] row, double rightSide) {
        atMost(row, rightSide);
        double[] negative = row.clone();
        for (int c = 0; c < columns; c++) {
            negative[c] = -negative[c];
        }
        atMost(negative, -rightSide);
    }

    /** The least cost, positive infinity when no point holds all rows. */
    public double leastCost() {
        int m = rows.size();
        int artificial = 0;
        for (double rightSide : rightSides) {
            artificial += rightSide < 0 ? 1 : 0;
        }
        int n = columns + m + artificial;
        double[][] tableau = new double[m + 1][n + 1];
        int[] inBasis = new int[m];
        int next = columns + m;
        for (int r = 0; r < m; r++) {
            double sign = rightSides.get(r) < 0 ? -1 : 1;
            for (int c = 0; c < columns; c++) {
                tableau[r][c] = sign * rows.get(r)[c];
            }
            tableau[r][columns + r] = sign;
            tableau[r][n] = sign * rightSides.get(r);
            inBasis[r] = sign < 0 ? next : columns + r;
            if (sign < 0) {
                tableau[r][next++] = 1;
            }
        }
        double[] first = new double[n];
        for (int c = columns + m; c < n; c++) {
            first[c] = 1;
        }
        if (solve(tableau, inBasis, first, n, n) > 1e-7) {
            return Double.POSITIVE_INFINITY;
        }
        for (int r = 0; r < m; r++) {
            // An artificial column left at nought must leave, or it could grow again.
            for (int c = 0; c < columns + m && inBasis[r] >= columns + m; c++) {
                if (Math.abs(tableau[r][c]) > 1e-7) {
                    pivot(tableau, r, c);
                    inBasis[r] = c;
                }
            }
        }
        double[] second = new double[n];
        System.arraycopy(cost, 0, second, 0, columns);
        return solve(tableau, inBasis, second, n, columns + m);
    }

    /** Columns before {@code enter} may enter the basis. */
    private static double solve(double[][] tableau, int[] inBasis, double[] cost, int n, int enter) {
        int m = inBasis.length;
        double[] reduced = tableau[m];
        Arrays.fill(reduced, 0);
        System.arraycopy(cost, 0, reduced, 0, n);
        for (int r = 0; r < m; r++) {
            double price = cost[inBasis[r]];
            for (int c = 0; price != 0 && c <= n; c++) {
                reduced[c] -= price * tableau[r][c];
            }
        }
        while (true) {
            int column = 0;
            while (column < enter && reduced[column] >= -EPSILON) {
                column++;
            }
            if (column == enter) {
                return -reduced[n];
            }
            int row = -1;
            for (int r = 0; r < m; r++) {
                if (tableau[r][column] > EPSILON) {
                    double ratio = tableau[r][n] / tableau[r][column];
                    double best = row < 0 ? Double.POSITIVE_INFINITY : tableau[row][n] / tableau[row][column];
                    if (ratio < best - EPSILON || (ratio < best + EPSILON && inBasis[r] < inBasis[row])) {
                        row = r;
                    }
                }
            }
            if (row < 0) {
                return Double.NEGATIVE_INFINITY;
            }
            pivot(tableau, row, column);
            inBasis[row] = column;
        }
    }

    private static void pivot(double[][] tableau, int row, int column) {
        double by = tableau[row][column];
        for (int c = 0; c < tableau[row].length; c++) {
            tableau[row][c] /= by;
        }
        for (int r = 0; r < tableau.length; r++) {
            double factor = tableau[r][column];
            for (int c = 0; r != row && factor != 0 && c < tableau[r].length; c++) {
                tableau[r][c] -= factor * tableau[row][c];
            }
        }
    }
}
