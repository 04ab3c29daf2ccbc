package io.rampline.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.rampline.intake.csv.CsvLines.Damage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvLinesTest {
    private static final int TEXTS = Integer.getInteger("rampline.fuzz.csv", 20_000);
    private static final String[] PIECES = {
        "a",
        "YU7",
        ",",
        ",",
        ",",
        "\n",
        "\n",
        "\r\n",
        "\"x\"",
        "\"a,b\"",
        "\"say \"\"hi\"\"\"",
        "#",
        " ",
        "\"\"",
        "ü",
        "12.5"
    };

    private static CsvLines lines(String text) {
        return new CsvLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> record(CsvLines lines) {
        List<String> cells = new ArrayList<>();
        for (int cell = 0; cell < lines.cells(); cell++) {
            cells.add(CellText.decode(lines.bytes(cell), lines.from(cell), lines.to(cell))
                    .orElse("?"));
        }
        return cells;
    }

    private static List<String> records(CsvLines lines) {
        List<String> records = new ArrayList<>();
        while (lines.next()) {
            records.add(lines.line() + " " + (lines.damage() == Damage.NONE ? record(lines) : lines.damage()));
        }
        return records;
    }

    @Test
    void cellsAreCutAtCommas() {
        assertThat(records(lines("a,b,c\n1,,3\n"))).containsExactly("1 [a, b, c]", "2 [1, , 3]");
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(records(lines("a,b\r\n1,2\r"))).containsExactly("1 [a, b]", "2 [1, 2]");
        assertThat(records(lines("a,\""))).containsExactly("1 OPEN_QUOTE");
    }

    @Test
    void blankLinesAndCommentsAreSkippedButCounted() {
        assertThat(records(lines("# x\n\na\n,,\n\r\n#\nb"))).containsExactly("3 [a]", "7 [b]");
    }

    @Test
    void aByteOrderMarkIsNoText() {
        assertThat(records(lines("\uFEFFa,b"))).containsExactly("1 [a, b]");
    }

    @Test
    void quotesHoldCommasAndDoubledQuotes() {
        assertThat(records(lines("\"a,b\",\"say \"\"hi\"\"\",\"\"\n"))).containsExactly("1 [a,b, say \"hi\", ]");
    }

    @Test
    void aLoneQuoteCostsOneRecord() {
        assertThat(records(lines("a,\"b\nc,d\n"))).containsExactly("1 OPEN_QUOTE", "2 [c, d]");
    }

    @Test
    void textBehindAQuoteCostsOneRecord() {
        CsvLines lines = lines("a,\"b\"c\nd\n");

        assertThat(lines.next()).isTrue();
        assertThat(lines.damage()).isEqualTo(Damage.TEXT_AFTER_QUOTE);
        assertThat(lines.damagedCell()).isEqualTo(1);
        assertThat(lines.next()).isTrue();
        assertThat(record(lines)).containsExactly("d");
    }

    @Test
    void aLineMayBeTooLongOrTooWide() {
        String longLine = "x".repeat(CsvLines.RECORD_BYTES_MAX + 1);
        String wideLine = ",".repeat(CsvLines.CELLS_MAX);

        assertThat(records(lines("a\n" + longLine + "\nb\n" + wideLine + "\nc")))
                .containsExactly("1 [a]", "2 TOO_LONG", "3 [b]", "4 TOO_MANY_CELLS", "5 [c]");
    }

    @Test
    void aLongLineIsCalledThatWhateverElseIsWrongWithIt() {
        String line = "\"" + "x".repeat(100_000) + "\n";

        assertThat(records(lines(line.repeat(30)))).hasSize(30).allMatch(record -> record.endsWith("TOO_LONG"));
    }

    @Test
    void aLineLongerThanTheBufferIsSkipped() {
        assertThat(records(lines("\"" + "x".repeat(3_000_000) + "\nb\n" + "y".repeat(2_500_000) + "\nc")))
                .containsExactly("1 TOO_LONG", "2 [b]", "3 TOO_LONG", "4 [c]");
    }

    @Test
    void recordsAreWholeWhereverTheBufferEnds() {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        Random random = new Random(3);
        for (int line = 1; text.length() < 5_000_000; line++) {
            String name = "n".repeat(random.nextInt(90));
            text.append(line).append(",\"say \"\"").append(name).append("\"\", x\",end\n");
            expected.add(line + " [" + line + ", say \"" + name + "\", x, end]");
        }

        assertThat(records(lines(text.toString()))).isEqualTo(expected);
    }

    @Test
    void nothingDependsOnHowManyBytesComeAtATime() {
        String text = "a,\"b\"\"c\"\r\nd,e\n\"open\nlast,\"x\"";
        InputStream slow = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(1, length));
            }
        };

        assertThat(records(new CsvLines(slow))).isEqualTo(records(lines(text)));
    }

    /** Only texts without damage: what a quote may do to the lines behind it is decided differently there. */
    @Test
    void anotherReaderReadsTheSame() throws IOException {
        int compared = 0;
        for (long seed = 1; seed <= TEXTS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            List<String> ours = records(lines(text.toString()));
            boolean isDamaged = ours.stream().anyMatch(record -> record.endsWith("QUOTE"));
            if (!isDamaged) {
                compared++;
                assertThat(ours).as("seed " + seed + ": " + text).isEqualTo(others(text.toString()));
            }
        }
        assertThat(compared).isGreaterThan(TEXTS / 10);
    }

    private static List<String> others(String text) throws IOException {
        List<String> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (record.getFields().stream().anyMatch(cell -> !cell.isEmpty())) {
                    records.add(record.getStartingLineNumber() + " " + record.getFields());
                }
            }
        }
        return records;
    }
}
