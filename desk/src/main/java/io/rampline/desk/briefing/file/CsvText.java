package io.rampline.desk.briefing.file;

import java.nio.charset.StandardCharsets;

/** Text as a cell of a CSV file that a spreadsheet may open. */
final class CsvText {
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

    private CsvText() {}

    /**
     * The cell in UTF-8. Text that a spreadsheet would take for a formula gets an apostrophe in front; text with a
     * comma, a quote or a line break is quoted.
     */
    static byte[] cell(String text) {
        String cell = !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quote = cell.chars().anyMatch(character -> character == ',' || character == '"' || character < ' ');
        String written = quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
        return written.getBytes(StandardCharsets.UTF_8);
    }
}
