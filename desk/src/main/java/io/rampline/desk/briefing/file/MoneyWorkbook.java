package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.file.MoneySheet.Amount;
import io.rampline.desk.briefing.file.MoneySheet.Cell;
import io.rampline.desk.briefing.file.MoneySheet.Day;
import io.rampline.desk.briefing.file.MoneySheet.Empty;
import io.rampline.desk.briefing.file.MoneySheet.Text;
import io.rampline.desk.briefing.file.MoneySheet.Whole;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The tables as one workbook. Totals are formulas, so that they follow whoever filters or changes a row. The same
 * tables give the same bytes: the library writes the time of day into the file, which is taken out again.
 */
final class MoneyWorkbook {
    /** A sheet holds 1,048,576 rows; heads and totals need two of them. */
    private static final int ROWS_MAX = 1_048_574;

    private static final int WIDTH_OF_WORDS = 26;
    private static final int WIDTH_OF_NUMBERS = 18;
    private static final String NUMBERS = "#,##0";
    private static final String DAYS = "yyyy-mm-dd";

    /** A zip file knows no time before 1980. */
    private static final long NO_TIME = 315_619_200_000L;

    private MoneyWorkbook() {}

    static void write(List<MoneySheet> sheets, String total, OutputStream out) throws IOException {
        Path dated = Files.createTempFile("rampline-", ".xlsx");
        try {
            try (OutputStream bytes = Files.newOutputStream(dated);
                    Workbook workbook = new Workbook(bytes, "Rampline", "1.0")) {
                for (MoneySheet sheet : sheets) {
                    write(sheet, total, workbook.newWorksheet(sheet.title()));
                }
            }
            withoutTime(dated, out);
        } finally {
            Files.deleteIfExists(dated);
        }
    }

    private static void write(MoneySheet sheet, String total, Worksheet to) {
        int columns = sheet.words().size();
        for (int column = 0; column < columns; column++) {
            to.value(0, column, sheet.words().get(column));
            to.style(0, column).bold().wrapText(true).set();
        }
        to.freezePane(1, 1);
        int rows = Math.min(sheet.rows().size(), ROWS_MAX);
        for (int row = 0; row < rows; row++) {
            List<Cell> cells = sheet.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                put(to, row + 1, column, cells.get(column));
            }
            sumAcross(sheet, to, row + 1);
        }
        for (int column = 0; column < columns; column++) {
            boolean words = rows > 0 && sheet.rows().getFirst().get(column) instanceof Text;
            to.width(column, words ? WIDTH_OF_WORDS : WIDTH_OF_NUMBERS);
        }
        if (!sheet.summed().isEmpty() && rows > 0) {
            total(sheet, total, to, rows);
        }
        to.freezePane(1, 1);
    }

    private static void sumAcross(MoneySheet sheet, Worksheet to, int row) {
        sheet.across().ifPresent(across -> {
            String line = Integer.toString(row + 1);
            to.formula(
                    row,
                    across.at(),
                    "SUM(" + letters(across.from()) + line + ":" + letters(across.at() - 1) + line + ")");
            to.style(row, across.at()).bold().format(format(sheet, across.at())).set();
        });
    }

    /** As the column has its numbers: whole ones, or amounts with the decimals of their currency. */
    private static String format(MoneySheet sheet, int column) {
        return sheet.rows().stream()
                .map(row -> row.get(column))
                .filter(Amount.class::isInstance)
                .findFirst()
                .map(amount -> format((Amount) amount))
                .orElse(NUMBERS);
    }

    private static String format(Amount amount) {
        int decimals = amount.amount().scale();
        return decimals == 0 ? NUMBERS : NUMBERS + "." + "0".repeat(decimals);
    }

    private static void put(Worksheet to, int row, int column, Cell cell) {
        switch (cell) {
            case Text text -> to.value(row, column, text.text());
            case Whole whole -> to.value(row, column, whole.number());
            case Amount amount -> {
                to.value(row, column, amount.amount());
                to.style(row, column).format(format(amount)).set();
            }
            case Day day -> {
                to.value(row, column, day.date());
                to.style(row, column).format(DAYS).set();
            }
            case Empty _ -> {}
        }
    }

    private static void total(MoneySheet sheet, String total, Worksheet to, int rows) {
        int at = rows + 1;
        to.value(at, 0, total);
        to.style(at, 0).bold().set();
        for (int column : sheet.summed().stream().sorted().toList()) {
            String letter = letters(column);
            to.formula(at, column, "SUM(" + letter + "2:" + letter + (rows + 1) + ")");
            to.style(at, column).bold().format(format(sheet, column)).set();
        }
    }

    /** The name of a column: A to Z, then AA and so on. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /** What the library writes cannot be read as a stream, only by its directory. */
    private static void withoutTime(Path workbook, OutputStream out) throws IOException {
        try (ZipFile from = new ZipFile(workbook.toFile());
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTime(NO_TIME);
                to.putNextEntry(same);
                try (InputStream stream = from.getInputStream(entry)) {
                    byte[] content = stream.readAllBytes();
                    to.write(entry.getName().startsWith("docProps/") ? undated(content) : content);
                }
                to.closeEntry();
            }
        }
    }

    private static byte[] undated(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "1980-01-01T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
