package io.rampline.desk.command;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: columns as wide as their widest cell, numbers to the right. */
public final class Columns {
    private static final String GAP = "  ";

    private final List<String> heads;
    private final List<Boolean> toTheRight;
    private final List<List<String>> rows = new ArrayList<>();

    /** Heads that begin with {@code >} stand over columns of numbers. */
    public Columns(List<String> heads) {
        this.heads = heads.stream()
                .map(head -> head.startsWith(">") ? head.substring(1) : head)
                .toList();
        this.toTheRight = heads.stream().map(head -> head.startsWith(">")).toList();
    }

    public void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    public List<String> lines() {
        int[] widths = new int[heads.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(heads.get(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(heads, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String gap = " ".repeat(widths[column] - width(cells.get(column)));
            line.append(column == 0 ? "" : GAP);
            line.append(toTheRight.get(column) ? gap + cells.get(column) : cells.get(column) + gap);
        }
        return line.toString().stripTrailing();
    }

    /** Cells of a terminal: an ideograph takes two. */
    private static int width(String text) {
        return text.codePoints()
                .map(character -> character >= 0x2E80 && character <= 0xFFEF ? 2 : 1)
                .sum();
    }
}
