package io.rampline.intake;

/**
 * Something wrong with the input, and where.
 *
 * @param file path inside the scenario folder, with {@code /}
 * @param line counted from 1; in a Parquet file the row, counted from 1; 1 when the whole file is meant
 * @param column the cell, counted from 1; in a TOML file the character; 1 when the whole line is meant
 * @param found what stands there, or {@code nothing}
 * @param expected what could stand there
 * @param maybe what to try; empty when there is nothing better to say than what is expected
 */
public record Flaw(String file, int line, int column, String found, String expected, String maybe) {
    /** {@code file:line:column: found ..., expected ..., maybe ...}. */
    @Override
    public String toString() {
        String text = file + ":" + line + ":" + column + ": found " + found + ", expected " + expected;
        return maybe.isEmpty() ? text : text + ", maybe " + maybe;
    }
}
