package io.rampline.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Deals lines of {@code orders.csv}, each once and none next to another: a broken quote may hide the line behind it.
 */
final class Rows {
    private final List<Integer> lines = new ArrayList<>();

    Rows(Random random, int orders) {
        for (int line = 2; line <= orders; line += 2) {
            lines.add(line);
        }
        Collections.shuffle(lines, random);
    }

    int next() {
        return lines.removeLast();
    }
}
