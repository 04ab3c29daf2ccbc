package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.page.Speech;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One table of money, for a CSV file and for a sheet of a workbook.
 *
 * @param name of the file, without its ending
 * @param title of the sheet
 * @param heads names of the columns: stable in files
 * @param words names of the columns in the language of the report
 * @param summed columns that a total makes sense of
 * @param across a column that is the sum of others in its row
 */
record MoneySheet(
        String name,
        String title,
        List<String> heads,
        List<String> words,
        Set<Integer> summed,
        Optional<Across> across,
        List<List<Cell>> rows) {
    MoneySheet {
        heads = List.copyOf(heads);
        words = List.copyOf(words);
        summed = Set.copyOf(summed);
        rows = List.copyOf(rows);
    }

    /**
     * A table whose words are texts of their names.
     *
     * @param title name of a text
     */
    static MoneySheet of(
            String name, String title, List<String> heads, Speech speech, Set<Integer> summed, List<List<Cell>> rows) {
        List<String> words =
                heads.stream().map(head -> speech.say("money.column." + head)).toList();
        return new MoneySheet(name, speech.say(title), heads, words, summed, Optional.empty(), rows);
    }

    /**
     * A sum of a row.
     *
     * @param from first column that is summed
     * @param at the column behind the last one, which holds the sum
     */
    record Across(int from, int at) {}

    /** What stands in a cell. */
    sealed interface Cell {
        /** As a CSV file has it. */
        byte[] csv();
    }

    record Text(String text) implements Cell {
        @Override
        public byte[] csv() {
            return CsvText.cell(text);
        }
    }

    record Whole(long number) implements Cell {
        @Override
        public byte[] csv() {
            return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
        }
    }

    record Day(LocalDate date) implements Cell {
        @Override
        public byte[] csv() {
            return date.toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** An amount in major units, with the decimals of its currency. */
    record Amount(BigDecimal amount) implements Cell {
        static Amount of(long minor, int minorUnits) {
            return new Amount(BigDecimal.valueOf(minor, minorUnits));
        }

        @Override
        public byte[] csv() {
            return amount.toPlainString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Nothing. */
    record Empty() implements Cell {
        @Override
        public byte[] csv() {
            return new byte[0];
        }
    }
}
