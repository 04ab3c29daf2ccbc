package io.rampline.promise.reassign;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Second exact method for books of up to a few hundred orders: the Hungarian method on the plain matrix of orders
 * against single slots (as many slots outside the plan as orders), with all aims, the line included, as digits of one
 * number of unlimited length. Shares neither the search, nor the grouping, nor the arithmetic with the solver.
 */
final class HungarianTwin {

    private final ReassignmentProblem problem;
    private final int orders;
    private final int[] bucketOfSlot;
    private final BigInteger unitOfLeft;
    private final BigInteger unitOfLate;
    private final BigInteger unitOfChange;
    private final BigInteger unitOfDrift;
    private final BigInteger[] unitOfLine;

    HungarianTwin(ReassignmentProblem problem) {
        this.problem = problem;
        orders = problem.orders();
        int horizon = problem.buckets();
        long weights = 0;
        int[] slots = new int[0];
        for (int b = 0; b <= horizon; b++) {
            int size = slots.length;
            slots = Arrays.copyOf(slots, size + (b == horizon ? orders : Math.min(orders, problem.capacity(b))));
            Arrays.fill(slots, size, slots.length, b);
        }
        bucketOfSlot = slots;
        unitOfLine = new BigInteger[orders];
        BigInteger unit = BigInteger.ONE;
        for (int o = orders - 1; o >= 0; o--) {
            unitOfLine[o] = unit;
            unit = unit.multiply(BigInteger.valueOf(horizon + 1));
            weights += problem.weight(o);
        }
        unitOfDrift = unit;
        unitOfChange = unitOfDrift.multiply(BigInteger.valueOf((long) orders * horizon + 1));
        unitOfLate = unitOfChange.multiply(BigInteger.valueOf(orders + 1L));
        unitOfLeft = unitOfLate.multiply(BigInteger.valueOf(weights * horizon + 1));
    }

    private boolean allowed(int order, int bucket) {
        return bucket == problem.buckets() || bucket >= problem.release(order);
    }

    private BigInteger cost(int order, int bucket) {
        boolean promised = problem.promise(order) != -1;
        int due = promised ? problem.promise(order) : Math.min(problem.release(order), problem.buckets());
        BigInteger weight = BigInteger.valueOf(problem.weight(order));
        BigInteger cost = unitOfLine[order].multiply(BigInteger.valueOf(bucket));
        if (bucket == problem.buckets()) {
            cost = cost.add(unitOfLeft.multiply(weight));
        }
        if (bucket > due) {
            cost = cost.add(unitOfLate.multiply(weight).multiply(BigInteger.valueOf(bucket - due)));
        }
        if (promised && bucket != due) {
            cost = cost.add(unitOfChange).add(unitOfDrift.multiply(BigInteger.valueOf(Math.abs(bucket - due))));
        }
        return cost;
    }

    /**
     * Bucket of each order, -1 for none. Rows and columns count from 1; row 0 and column 0 are the usual sentinels of
     * the method.
     */
    int[] best() {
        int columns = bucketOfSlot.length;
        BigInteger[] rowPrice = new BigInteger[orders + 1];
        BigInteger[] columnPrice = new BigInteger[columns + 1];
        Arrays.fill(rowPrice, ZERO);
        Arrays.fill(columnPrice, ZERO);
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= orders; row++) {
            insert(row, rowPrice, columnPrice, rowOf);
        }
        int[] bucket = new int[orders];
        for (int column = 1; column <= columns; column++) {
            if (rowOf[column] != 0) {
                int b = bucketOfSlot[column - 1];
                bucket[rowOf[column] - 1] = b == problem.buckets() ? -1 : b;
            }
        }
        return bucket;
    }

    private void insert(int newRow, BigInteger[] rowPrice, BigInteger[] columnPrice, int[] rowOf) {
        int columns = bucketOfSlot.length;
        BigInteger[] slack = new BigInteger[columns + 1];
        int[] before = new int[columns + 1];
        boolean[] used = new boolean[columns + 1];
        rowOf[0] = newRow;
        int column = 0;
        do {
            used[column] = true;
            int row = rowOf[column];
            int nearest = -1;
            BigInteger[] costs = costs(row);
            for (int j = 1; j <= columns; j++) {
                if (used[j]) {
                    continue;
                }
                int b = bucketOfSlot[j - 1];
                if (allowed(row - 1, b)) {
                    BigInteger reduced = costs[b].subtract(rowPrice[row]).subtract(columnPrice[j]);
                    if (slack[j] == null || reduced.compareTo(slack[j]) < 0) {
                        slack[j] = reduced;
                        before[j] = column;
                    }
                }
                if (slack[j] != null && (nearest < 0 || slack[j].compareTo(slack[nearest]) < 0)) {
                    nearest = j;
                }
            }
            BigInteger step = slack[nearest];
            for (int j = 0; j <= columns; j++) {
                if (used[j]) {
                    rowPrice[rowOf[j]] = rowPrice[rowOf[j]].add(step);
                    columnPrice[j] = columnPrice[j].subtract(step);
                } else if (slack[j] != null) {
                    slack[j] = slack[j].subtract(step);
                }
            }
            column = nearest;
        } while (rowOf[column] != 0);
        while (column != 0) {
            rowOf[column] = rowOf[before[column]];
            column = before[column];
        }
    }

    private BigInteger[] costs(int row) {
        BigInteger[] costs = new BigInteger[problem.buckets() + 1];
        Arrays.setAll(costs, b -> cost(row - 1, b));
        return costs;
    }
}
