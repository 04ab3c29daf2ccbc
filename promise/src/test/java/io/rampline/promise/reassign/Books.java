package io.rampline.promise.reassign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Order books for tests: written as text tables, or drawn from a seed. */
final class Books {

    private Books() {}

    /** A problem and the bucket each order is expected to have (-1: none). */
    record Worked(ReassignmentProblem problem, List<Integer> expected) {}

    /**
     * Reads a table with one order a line, in rank order: release, promise ('-' for none), weight, and after an arrow
     * the expected bucket ('-' for none).
     */
    static Worked worked(String capacity, String table) {
        List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
        int[] release = new int[lines.size()];
        int[] promise = new int[lines.size()];
        int[] weight = new int[lines.size()];
        List<Integer> expected = new ArrayList<>();
        for (int o = 0; o < lines.size(); o++) {
            int[] cells = numbers(lines.get(o).replace("->", " "));
            release[o] = cells[0];
            promise[o] = cells[1];
            weight[o] = cells[2];
            expected.add(cells[3]);
        }
        return new Worked(new ReassignmentProblem(release, promise, weight, numbers(capacity)), expected);
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.trim().split("\\s+", -1))
                .mapToInt(cell -> cell.equals("-") ? -1 : Integer.parseInt(cell))
                .toArray();
    }

    /**
     * A small book without any pattern: releases may lie past the horizon or after the promise, some orders have no
     * promise, capacity may be far too short or ample, and few different weights make for many ties.
     */
    static ReassignmentProblem anything(Random random, int ordersMax, int bucketsMax) {
        int orders = random.nextInt(ordersMax + 1);
        int buckets = random.nextInt(bucketsMax + 1);
        int weights = random.nextInt(4) == 0 ? 1_000_000_000 : 1 + random.nextInt(3);
        int capacityMax = 1 + random.nextInt(Math.max(1, 2 * orders / Math.max(1, buckets)) + 1);
        int[] release = new int[orders];
        int[] promise = new int[orders];
        int[] weight = new int[orders];
        for (int o = 0; o < orders; o++) {
            release[o] = random.nextInt(8) == 0 ? random.nextInt(buckets + 2) : random.nextInt(buckets / 2 + 1);
            promise[o] = random.nextInt(6) == 0 || buckets == 0 ? -1 : random.nextInt(buckets);
            weight[o] = 1 + random.nextInt(weights);
        }
        int[] capacity = random.ints(buckets, 0, capacityMax + 1).toArray();
        return new ReassignmentProblem(release, promise, weight, capacity);
    }

    /**
     * A book as it is after a cut: three quarters of the horizon were promised full, many promises lie later than the
     * release, and from a fifth of the horizon on up to 30 % of the slots are gone.
     */
    static ReassignmentProblem afterCut(long seed, int orders, int buckets, int weights) {
        Random random = new Random(seed);
        int promised = Math.max(1, buckets * 3 / 4);
        int perBucket = (orders + promised - 1) / promised;
        int[] release = new int[orders];
        int[] promise = new int[orders];
        int[] weight = new int[orders];
        for (int o = 0; o < orders; o++) {
            promise[o] = o % promised;
            release[o] = Math.max(0, promise[o] - (random.nextBoolean() ? random.nextInt(buckets) : 0));
            weight[o] = 1 + random.nextInt(weights);
        }
        shuffle(random, release, promise);
        int[] capacity = new int[buckets];
        for (int b = 0; b < buckets; b++) {
            capacity[b] = b < buckets / 5 ? perBucket : perBucket * (100 - random.nextInt(31)) / 100;
        }
        return new ReassignmentProblem(release, promise, weight, capacity);
    }

    private static void shuffle(Random random, int[] release, int[] promise) {
        for (int i = release.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            swap(release, i, j);
            swap(promise, i, j);
        }
    }

    private static void swap(int[] values, int i, int j) {
        int value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    /** The problem as Java text, to be copied out of a failure. */
    static String describe(ReassignmentProblem problem) {
        StringBuilder text = new StringBuilder("capacity");
        for (int b = 0; b < problem.buckets(); b++) {
            text.append(' ').append(problem.capacity(b));
        }
        for (int o = 0; o < problem.orders(); o++) {
            text.append("\n%d %d %d".formatted(problem.release(o), problem.promise(o), problem.weight(o)));
        }
        return text.toString();
    }
}
