package io.rampline.proving.bench;

import io.rampline.promise.reassign.PlainRule;
import io.rampline.promise.reassign.Reassignment;
import io.rampline.promise.reassign.ReassignmentProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Solves the reference instances of re-promising and holds the optimum against the published one. */
final class ReferenceReassignments {
    private ReferenceReassignments() {}

    /** 0 when every instance came out as published or there are none on this machine, 1 when one did not. */
    static int run() {
        Path folder = BenchData.folder().resolve("repromise");
        Path optima = folder.resolve("reference_optima.csv");
        if (!Files.exists(optima)) {
            System.out.println(
                    "reference instances of re-promising: none here; set RAMPLINE_BENCH_DATA to the folder that holds repromise/");
            return 0;
        }
        try {
            int wrong = 0;
            for (List<String> row : rows(optima)) {
                wrong += holds(folder, row) ? 0 : 1;
            }
            return Math.min(1, wrong);
        } catch (IOException failed) {
            System.err.println("cannot read the reference instances: " + failed.getMessage());
            return 1;
        }
    }

    private static boolean holds(Path folder, List<String> optimum) throws IOException {
        String name = optimum.getFirst();
        ReassignmentProblem problem = read(folder, name);
        Reassignment best = Reassignment.solve(problem);
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            best = Reassignment.solve(problem);
        }
        double millis = (System.nanoTime() - start) / 20e6;
        String expected = whole(optimum.get(3)) + "|" + whole(optimum.get(4)) + "|" + whole(optimum.get(5));
        String found = best.weightedLateness() + "|" + best.changes() + "|" + best.drift();
        Reassignment greedy = PlainRule.KEEP_PROMISES_THEN_EARLIEST.apply(problem);
        System.out.printf(
                Locale.ROOT,
                "%-10s optimum %s, published %s: %s; keep-then-earliest %d|%d|%d; %.2f ms%n",
                name,
                found,
                expected,
                found.equals(expected) ? "equal" : "DIFFERENT",
                greedy.weightedLateness(),
                greedy.changes(),
                greedy.drift(),
                millis);
        return found.equals(expected);
    }

    private static long whole(String number) {
        return (long) Double.parseDouble(number);
    }

    private static ReassignmentProblem read(Path folder, String name) throws IOException {
        List<List<String>> orders = rows(folder.resolve(name + "_orders.csv"));
        List<List<String>> capacity = rows(folder.resolve(name + "_capacity.csv"));
        return new ReassignmentProblem(column(orders, 1), column(orders, 2), column(orders, 3), column(capacity, 1));
    }

    private static int[] column(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> Integer.parseInt(row.get(column))).toArray();
    }

    private static List<List<String>> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
