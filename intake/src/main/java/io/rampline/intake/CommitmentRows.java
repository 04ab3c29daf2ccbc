package io.rampline.intake;

import io.rampline.intake.Outturn.Commitment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the maker committed itself to in public. */
final class CommitmentRows {
    static final String FILE = OutturnFiles.FOLDER + "/commitments.csv";

    private static final Shape SHAPE =
            Shape.of(FILE).required("issuer", "made", "metric", "target", "due").optional("actual", "actual_date");
    private static final Pattern MADE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final String NUMBER = "\\d{1,15}(?:\\.\\d{1,6})?";
    private static final Pattern TARGET = Pattern.compile("(" + NUMBER + ")(?:-(" + NUMBER + "))?");
    private static final Pattern ACTUAL = Pattern.compile("(?:>|about )?" + NUMBER);
    private static final String FIRST_OF_JANUARY = "-01-01";

    private CommitmentRows() {}

    static List<Commitment> read(Folder folder, Sources sources) {
        List<Commitment> commitments = new ArrayList<>();
        if (folder.has(FILE)) {
            Table.read(folder, SHAPE, row -> {
                Commitment commitment = commitment(row, sources);
                if (row.isSound()) {
                    commitments.add(commitment);
                }
            });
        }
        return commitments;
    }

    private static Commitment commitment(Row row, Sources sources) {
        String issuer = row.name("issuer");
        LocalDate made = made(row);
        if (row.isEmpty("metric")) {
            row.flaw("metric", "what is counted, such as deliveries 2025", "");
        }
        String metric = row.freeText("metric");
        target(row);
        int mark = row.mark();
        LocalDate due = row.date("due");
        if (row.isSoundSince(mark) && due.isBefore(made)) {
            row.flaw("due", "a day not before " + row.raw("made"), "made and due are swapped");
        }
        Optional<LocalDate> actualDate = actual(row);
        return new Commitment(
                issuer,
                row.raw("made"),
                metric,
                row.raw("target"),
                due,
                row.raw("actual"),
                actualDate,
                sources.of(row));
    }

    private static LocalDate made(Row row) {
        String made = row.raw("made");
        if (MADE.matcher(made).matches()) {
            try {
                return LocalDate.parse(made + FIRST_OF_JANUARY.substring(made.length() - "2017".length()));
            } catch (DateTimeParseException noSuchDay) {
                // Told below: the digits are right, the day is not.
            }
        }
        row.flaw("made", "a day, a month or a year such as 2017-11-01, 2017-11 or 2017", "");
        return LocalDate.MIN;
    }

    private static void target(Row row) {
        Matcher target = TARGET.matcher(row.raw("target"));
        if (!target.matches()) {
            row.flaw("target", "a number or a range such as 50000-55000", "");
        } else if (target.group(2) != null
                && new BigDecimal(target.group(2)).compareTo(new BigDecimal(target.group(1))) < 0) {
            row.flaw("target", "the lower end first", "\"" + target.group(2) + "-" + target.group(1) + "\"");
        }
    }

    private static Optional<LocalDate> actual(Row row) {
        if (row.isEmpty("actual") && row.isEmpty("actual_date")) {
            return Optional.empty();
        }
        if (!ACTUAL.matcher(row.raw("actual")).matches()) {
            row.flaw("actual", "a number, such as 5031, >135000 or about 4000", "");
        }
        return Optional.of(row.date("actual_date"));
    }
}
