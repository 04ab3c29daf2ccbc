package io.rampline.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What happened after all, from one file: in the form of {@code outturn/deliveries.csv}, of
 * {@code outturn/posted_waits.csv} or of a forecast ({@code kind}, {@code date}, {@code model}, {@code trim} and the
 * figure as {@code value}, {@code units} or {@code p50}). Rows of grade D are left out.
 */
public final class LaterOutturn {
    private static final double VALUE_MAX = 100_000_000;

    private static final Shape SHAPE = Shape.of("outturn")
            .optional("as_of", "kind", "date", "from", "to", "model", "trim", "value", "units")
            .optional("weeks_low", "weeks_high", "p10", "p50", "p90", "grade");

    private final List<OutturnRow> rows = new ArrayList<>();

    private LaterOutturn() {}

    /**
     * A figure.
     *
     * @param line of the file, from 1
     * @param isWait a posted wait in weeks; deliveries in units otherwise
     * @param from first day
     * @param to last day
     * @param model empty for all
     * @param trim empty for all
     */
    public record OutturnRow(
            int line,
            boolean isWait,
            LocalDate from,
            LocalDate to,
            Optional<String> model,
            Optional<String> trim,
            double value) {}

    /** What came of it. */
    public sealed interface Read {
        record Sound(List<OutturnRow> rows) implements Read {
            public Sound {
                rows = List.copyOf(rows);
            }
        }

        record Flawed(Reading.Flawed flaws) implements Read {}
    }

    /** Reads a file. */
    public static Read read(Path file) {
        FlawBook flaws = new FlawBook();
        LaterOutturn read = new LaterOutturn();
        Folder.readAlone(file, flaws, (folder, name) -> Table.read(folder, SHAPE.named(name), read::take));
        return flaws.hasFlaws() ? new Read.Flawed(flaws.flawed()) : new Read.Sound(read.rows);
    }

    private void take(Row row) {
        boolean isWait = isWait(row);
        OptionalDouble value = value(row);
        if (value.isEmpty()) {
            row.flaw("value", "a number here, in units, in weeks_low and weeks_high or in p50", "");
        }
        boolean isPeriod = !row.isEmpty("from") || !row.isEmpty("to");
        LocalDate from = row.date(isPeriod ? "from" : "date");
        LocalDate to = isPeriod ? row.date("to") : from;
        if (!isWait && !isPeriod) {
            from = YearMonth.from(to).atDay(1);
            to = YearMonth.from(to).atEndOfMonth();
        }
        boolean isWeak = row.grade("grade").equals(Optional.of(Grade.D));
        if (row.isSound() && value.isPresent() && !isWeak) {
            rows.add(new OutturnRow(
                    row.line(), isWait, from, to, named(row, "model"), named(row, "trim"), value.getAsDouble()));
        }
    }

    private static boolean isWait(Row row) {
        return switch (row.raw("kind")) {
            case "posted_wait" -> true;
            case "deliveries" -> false;
            case "" -> !row.isEmpty("weeks_low") || !row.isEmpty("weeks_high");
            default -> {
                row.flaw("kind", "deliveries or posted_wait", "");
                yield false;
            }
        };
    }

    private static OptionalDouble value(Row row) {
        OptionalDouble low = row.findDecimal("weeks_low", 0, VALUE_MAX);
        OptionalDouble high = row.findDecimal("weeks_high", 0, VALUE_MAX);
        if (low.isPresent() || high.isPresent()) {
            double first = low.orElse(high.orElse(0));
            return OptionalDouble.of((first + high.orElse(first)) / 2);
        }
        for (String column : List.of("value", "units", "p50")) {
            OptionalDouble value = row.findDecimal(column, 0, VALUE_MAX);
            if (value.isPresent()) {
                return value;
            }
        }
        return OptionalDouble.empty();
    }

    private static Optional<String> named(Row row, String column) {
        String raw = row.raw(column);
        return raw.isEmpty() || raw.equals("*") || raw.equals("all") ? Optional.empty() : Optional.of(raw);
    }
}
