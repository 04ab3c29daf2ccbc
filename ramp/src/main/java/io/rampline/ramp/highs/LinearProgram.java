package io.rampline.ramp.highs;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * A linear program, some columns of which may be integer: least {@code offset + cost x} with {@code lower <= x <=
 * upper} and {@code rowLower <= A x <= rowUpper}. Rows and columns keep the order in which they are added, which is
 * part of what makes a solution repeatable.
 *
 * <p>Not for use by several threads.
 */
public final class LinearProgram {
    public static final double INFINITY = Double.POSITIVE_INFINITY;

    double offset;
    int columns;
    double[] cost = new double[1024];
    double[] lower = new double[1024];
    double[] upper = new double[1024];
    boolean[] integer = new boolean[1024];
    int rows;
    double[] rowLower = new double[1024];
    double[] rowUpper = new double[1024];
    int[] rowStart = new int[1025];
    int[] entryColumn = new int[4096];
    double[] entryValue = new double[4096];

    /** Where a column stands among the entries of the row being added, by column; only read when it is in that row. */
    private int[] place = new int[1024];

    /** Terms of a row, collected one by one; a column named twice counts with the sum of its coefficients. */
    public static final class Terms {
        private int size;
        private int[] column = new int[64];
        private double[] coefficient = new double[64];

        public Terms add(int aColumn, double aCoefficient) {
            if (aCoefficient != 0) {
                if (size == column.length) {
                    column = Arrays.copyOf(column, size * 2);
                    coefficient = Arrays.copyOf(coefficient, size * 2);
                }
                column[size] = aColumn;
                coefficient[size++] = aCoefficient;
            }
            return this;
        }

        public Terms addAll(Terms others) {
            return addAll(others, 1);
        }

        /** Adds the terms of others, so many times. */
        public Terms addAll(Terms others, double factor) {
            for (int i = 0; i < others.size; i++) {
                add(others.column[i], factor * others.coefficient[i]);
            }
            return this;
        }

        /** Adds the coefficients, so many times, to the costs of their columns. */
        public void addCosts(LinearProgram program, double factor) {
            for (int i = 0; i < size; i++) {
                program.cost[column[i]] += factor * coefficient[i];
            }
        }

        /** The sum at a point. */
        public double at(double[] point) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += coefficient[i] * point[column[i]];
            }
            return sum;
        }

        public int size() {
            return size;
        }

        /** The same sum with every column named once, by rising number. */
        Terms each() {
            TreeMap<Integer, Double> sums = new TreeMap<>();
            for (int i = 0; i < size; i++) {
                sums.merge(column[i], coefficient[i], Double::sum);
            }
            Terms each = new Terms();
            sums.forEach(each::add);
            return each;
        }

        int[] columns() {
            return Arrays.copyOf(column, size);
        }

        double[] coefficients() {
            return Arrays.copyOf(coefficient, size);
        }
    }

    /** Adds a column and gives its number. */
    public int column(double aCost, double aLower, double anUpper) {
        return column(aCost, aLower, anUpper, false);
    }

    /** Adds a column that is 0 or 1, and gives its number. */
    public int binary(double aCost, double aLower, double anUpper) {
        return column(aCost, aLower, anUpper, true);
    }

    private int column(double aCost, double aLower, double anUpper, boolean isInteger) {
        if (columns == cost.length) {
            int more = columns * 2;
            cost = Arrays.copyOf(cost, more);
            lower = Arrays.copyOf(lower, more);
            upper = Arrays.copyOf(upper, more);
            integer = Arrays.copyOf(integer, more);
            place = Arrays.copyOf(place, more);
        }
        cost[columns] = aCost;
        lower[columns] = aLower;
        upper[columns] = anUpper;
        integer[columns] = isInteger;
        return columns++;
    }

    /** Adds a row and gives its number. */
    public int row(double aLower, double anUpper, Terms terms) {
        int first = rowStart[rows];
        int end = first;
        if (first + terms.size > entryColumn.length) {
            int more = Math.max(entryColumn.length * 2, first + terms.size);
            entryColumn = Arrays.copyOf(entryColumn, more);
            entryValue = Arrays.copyOf(entryValue, more);
        }
        for (int i = 0; i < terms.size; i++) {
            int column = terms.column[i];
            int at = place[column];
            if (at >= first && at < end && entryColumn[at] == column) {
                entryValue[at] += terms.coefficient[i];
            } else {
                place[column] = end;
                entryColumn[end] = column;
                entryValue[end++] = terms.coefficient[i];
            }
        }
        if (rows == rowLower.length) {
            rowLower = Arrays.copyOf(rowLower, rows * 2);
            rowUpper = Arrays.copyOf(rowUpper, rows * 2);
            rowStart = Arrays.copyOf(rowStart, rows * 2 + 1);
        }
        rowLower[rows] = aLower;
        rowUpper[rows] = anUpper;
        rowStart[++rows] = end;
        return rows - 1;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public int entries() {
        return rowStart[rows];
    }

    public double lower(int column) {
        return lower[column];
    }

    public double upper(int column) {
        return upper[column];
    }

    public double rowLower(int row) {
        return rowLower[row];
    }

    public double rowUpper(int row) {
        return rowUpper[row];
    }

    public double cost(int column) {
        return cost[column];
    }

    public boolean isInteger(int column) {
        return integer[column];
    }

    public void setBounds(int column, double aLower, double anUpper) {
        lower[column] = aLower;
        upper[column] = anUpper;
    }

    public void setCost(int column, double aCost) {
        cost[column] = aCost;
    }

    /** Adds to the cost that every point has. */
    public void addOffset(double constant) {
        offset += constant;
    }

    public double offset() {
        return offset;
    }

    /** A copy that shares nothing with this one. */
    public LinearProgram copy() {
        LinearProgram copy = new LinearProgram();
        copy.offset = offset;
        copy.columns = columns;
        copy.cost = cost.clone();
        copy.lower = lower.clone();
        copy.upper = upper.clone();
        copy.integer = integer.clone();
        copy.place = place.clone();
        copy.rows = rows;
        copy.rowLower = rowLower.clone();
        copy.rowUpper = rowUpper.clone();
        copy.rowStart = rowStart.clone();
        copy.entryColumn = entryColumn.clone();
        copy.entryValue = entryValue.clone();
        return copy;
    }

    /** A copy in which no column need be integer. */
    public LinearProgram relaxed() {
        LinearProgram relaxed = copy();
        Arrays.fill(relaxed.integer, false);
        return relaxed;
    }

    /** Value of a row at a point. */
    public double activity(int row, double[] point) {
        double sum = 0;
        for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
            sum += entryValue[i] * point[entryColumn[i]];
        }
        return sum;
    }

    /** Cost of a point. */
    public double costOf(double[] point) {
        double sum = offset;
        for (int c = 0; c < columns; c++) {
            sum += cost[c] * point[c];
        }
        return sum;
    }
}
