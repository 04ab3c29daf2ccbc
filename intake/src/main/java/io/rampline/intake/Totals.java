package io.rampline.intake;

import io.rampline.intake.csv.CellNumber;
import io.rampline.intake.csv.CellText;
import io.rampline.intake.csv.CsvLines;
import java.util.Locale;
import java.util.Set;

/** The line of sums that spreadsheets have below a table. */
final class Totals {
    /** Longer than any of the words, with quotes, spaces and a colon. */
    private static final int BYTES_MAX = 32;

    private static final Set<String> WORDS = Set.of(
            "total",
            "totals",
            "grand total",
            "subtotal",
            "sum",
            "summe",
            "gesamtsumme",
            "zwischensumme",
            "gesamt",
            "insgesamt",
            "\u5408\u8BA1",
            "\u603B\u8BA1",
            "\u5C0F\u8BA1");

    private Totals() {}

    /** Whether the current record holds such a word, and else nothing but numbers and empty cells. */
    static boolean isLine(CsvLines lines) {
        boolean hasWord = false;
        boolean hasEmpty = false;
        for (int cell = 0; cell < lines.cells(); cell++) {
            int from = lines.from(cell);
            int to = lines.to(cell);
            if (from == to) {
                hasEmpty = true;
            } else if (Double.isNaN(CellNumber.decimal(lines.bytes(cell), from, to))) {
                if (!isWord(lines.bytes(cell), from, to)) {
                    return false;
                }
                hasWord = true;
            }
        }
        return hasWord && hasEmpty;
    }

    private static boolean isWord(byte[] bytes, int from, int to) {
        // Every row of a table comes here, and most are told by the digits of an order's name, without a text being
        // made.
        if (to - from > BYTES_MAX) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (bytes[at] >= '0' && bytes[at] <= '9') {
                return false;
            }
        }
        String text = CellText.decode(bytes, from, to).orElse("").strip().toLowerCase(Locale.ROOT);
        return WORDS.contains(text.endsWith(":") ? text.substring(0, text.length() - 1) : text);
    }

    static Flaw flaw(Shape shape, int line) {
        return new Flaw(
                shape.file(), line, 1, "a line of totals", "rows of the table alone", "delete the line of totals");
    }
}
