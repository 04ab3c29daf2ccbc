package io.rampline.intake;

import io.rampline.factory.Currency;
import io.rampline.factory.Week;
import io.rampline.intake.csv.CellNumber;
import io.rampline.intake.csv.CellText;
import io.rampline.intake.csv.CellTime;
import io.rampline.intake.csv.Cells;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The current record of a file.
 *
 * <p>Each question names a column and answers with a value of the right type. When the cell holds none, the flaw is
 * noted, the answer is a stand-in and {@link #isSound()} is false from then on: whoever asks reads all cells first, so
 * that all flaws of a row show, and uses the values only when the row is sound.
 */
final class Row {
    /** Amounts are summed over millions of orders in a {@code long}. */
    static final long MONEY_MINOR_MAX = 1_000_000_000_000L;

    /**
     * Amounts of which a scenario has a few thousand at most: a plant may cost more than all of a customer's orders.
     */
    static final long INVESTMENT_MINOR_MAX = 100_000_000_000_000L;

    private static final int TEXT_LENGTH_MAX = 4_096;
    private static final int LIST_MAX = 1_000;

    /** Advice on longer cells is not worth the search. */
    private static final int ADVISED_LENGTH_MAX = 64;

    private final Header header;
    private final Cells cells;
    private int troubles;

    Row(Header header, Cells cells) {
        this.header = header;
        this.cells = cells;
    }

    void begin() {
        troubles = 0;
        freeText("note");
    }

    /** Whether every cell asked for so far could be read. */
    boolean isSound() {
        return troubles == 0;
    }

    /** A point in the reading of this row, for {@link #isSoundSince}. */
    int mark() {
        return troubles;
    }

    /** Whether every cell asked for after that point could be read, whatever came before it. */
    boolean isSoundSince(int mark) {
        return troubles == mark;
    }

    int line() {
        return cells.line();
    }

    String file() {
        return header.shape().file();
    }

    boolean isEmpty(String column) {
        int cell = header.cell(column);
        return cell < 0 || cells.from(cell) == cells.to(cell);
    }

    /** Whether the header lacks a column that it must have. */
    boolean isSpoiled(String column) {
        return header.cell(column) == Header.SPOILED;
    }

    /** The cell as it stands; empty when it is absent or no text. */
    String raw(String column) {
        int cell = header.cell(column);
        return cell < 0
                ? ""
                : CellText.decode(cells.bytes(cell), cells.from(cell), cells.to(cell))
                        .orElse("\uFFFD");
    }

    void flaw(String column, String expected, String maybe) {
        String raw = raw(column);
        boolean isNoText = raw.equals("\uFFFD");
        flaw(
                column,
                isNoText ? "bytes that are not UTF-8" : Wording.quoted(raw),
                expected,
                isNoText ? "save the file as CSV UTF-8" : maybe);
    }

    void flaw(String column, String found, String expected, String maybe) {
        troubles++;
        int cell = header.cell(column);
        if (cell != Header.SPOILED) {
            header.flaws().add(new Flaw(file(), line(), Math.max(0, cell) + 1, found, expected, maybe));
        }
    }

    /** Something that follows from a flaw reported elsewhere. */
    void unsoundWithoutFlaw() {
        troubles++;
    }

    /** Free text, empty when absent. */
    String freeText(String column) {
        String raw = raw(column);
        if (!CellText.isPrintable(raw.replace('\t', ' ')) || raw.length() > TEXT_LENGTH_MAX) {
            flaw(column, "printable text of at most " + TEXT_LENGTH_MAX + " characters", "");
        }
        return raw;
    }

    /** A name that must be there. */
    String name(String column) {
        String raw = raw(column);
        if (!Spelling.isName(raw)) {
            flaw(column, Spelling.EXPECTED, Spelling.maybeName(raw));
        }
        return raw;
    }

    /** A name, or empty for an empty cell. */
    Optional<String> findName(String column) {
        return isEmpty(column) ? Optional.empty() : Optional.of(name(column));
    }

    /** A name, or empty for {@code *} or an empty cell. */
    Optional<String> selected(String column) {
        return isEmpty(column) || raw(column).equals("*") ? Optional.empty() : Optional.of(name(column));
    }

    /** Names between {@code |}; none for an empty cell. */
    List<String> list(String column) {
        if (isEmpty(column)) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        for (String part : raw(column).split("\\|", -1)) {
            if (!Spelling.isName(part) || names.size() == LIST_MAX) {
                flaw(column, "names separated by |", Spelling.maybeList(raw(column)));
                return List.of();
            }
            if (!names.add(part)) {
                flaw(column, "each name once", "delete the second " + part);
                return List.of();
            }
        }
        return new ArrayList<>(names);
    }

    /** Trims between {@code |}; none, meaning any, for {@code *} or an empty cell. */
    List<String> selectedList(String column) {
        return raw(column).equals("*") ? List.of() : list(column);
    }

    /** A whole number that must be there. */
    int whole(String column, int min, int max) {
        long value = CellNumber.NOT_A_NUMBER;
        int cell = header.cell(column);
        if (cell >= 0) {
            value = CellNumber.whole(cells.bytes(cell), cells.from(cell), cells.to(cell));
        }
        if (value < min || value > max) {
            boolean isNumber = value != CellNumber.NOT_A_NUMBER;
            flaw(
                    column,
                    String.format(Locale.ROOT, "a whole number from %d to %d", min, max),
                    isNumber ? maybeInRange(column, value < min) : advised(column, Advice::number));
            return min;
        }
        return (int) value;
    }

    int whole(String column, int min, int max, int ifAbsent) {
        return isEmpty(column) && !isSpoiled(column) ? ifAbsent : whole(column, min, max);
    }

    /** A number that must be there. */
    double decimal(String column, double min, double max) {
        double value = Double.NaN;
        int cell = header.cell(column);
        if (cell >= 0) {
            value = CellNumber.decimal(cells.bytes(cell), cells.from(cell), cells.to(cell));
        }
        if (!(value >= min && value <= max)) {
            flaw(
                    column,
                    "a number from " + plain(min) + " to " + plain(max),
                    Double.isNaN(value) ? advised(column, Advice::number) : maybeInRange(column, value < min));
            return min;
        }
        return value;
    }

    OptionalDouble findDecimal(String column, double min, double max) {
        return isEmpty(column) ? OptionalDouble.empty() : OptionalDouble.of(decimal(column, min, max));
    }

    /** An amount that must be there, in minor units. */
    long money(String column, Currency currency) {
        return amount(column, currency, MONEY_MINOR_MAX);
    }

    /** An amount of the size of a plant that must be there, in minor units. */
    long investment(String column, Currency currency) {
        return amount(column, currency, INVESTMENT_MINOR_MAX);
    }

    long investment(String column, Currency currency, long ifAbsent) {
        return isEmpty(column) && !isSpoiled(column) ? ifAbsent : investment(column, currency);
    }

    private long amount(String column, Currency currency, long max) {
        int cell = header.cell(column);
        long value = cell < 0
                ? CellNumber.NOT_A_NUMBER
                : CellNumber.money(cells.bytes(cell), cells.from(cell), cells.to(cell), currency.minorUnits());
        if (value < 0 || value > max) {
            flaw(column, moneyExpected(currency), maybeMoney(column, value, currency));
            return 0;
        }
        return value;
    }

    long money(String column, Currency currency, long ifAbsent) {
        return isEmpty(column) && !isSpoiled(column) ? ifAbsent : money(column, currency);
    }

    OptionalLong findMoney(String column, Currency currency) {
        return isEmpty(column) ? OptionalLong.empty() : OptionalLong.of(money(column, currency));
    }

    /** A date that must be there. */
    LocalDate date(String column) {
        int cell = header.cell(column);
        long day = cell < 0 ? CellTime.NO_TIME : CellTime.date(cells.bytes(cell), cells.from(cell), cells.to(cell));
        if (day == CellTime.NO_TIME) {
            flaw(column, "a date such as 2025-07-06", advised(column, Advice::date));
            return LocalDate.EPOCH;
        }
        return LocalDate.ofEpochDay(day);
    }

    /** Microseconds since 1970-01-01T00:00 of a date or moment that must be there. */
    long moment(String column) {
        int cell = header.cell(column);
        long micros =
                cell < 0 ? CellTime.NO_TIME : CellTime.moment(cells.bytes(cell), cells.from(cell), cells.to(cell));
        if (micros == CellTime.NO_TIME) {
            flaw(column, "a date or moment such as 2025-07-06T22:00:00", advised(column, Advice::moment));
            return 0;
        }
        return micros;
    }

    /** A week that must be there. */
    Week week(String column) {
        int cell = header.cell(column);
        int week = cell < 0 ? CellTime.NO_WEEK : CellTime.week(cells.bytes(cell), cells.from(cell), cells.to(cell));
        if (week == CellTime.NO_WEEK) {
            flaw(column, "an ISO week such as 2025-W27", advised(column, Advice::week));
            return new Week(0);
        }
        return new Week(week);
    }

    /** A week or range of weeks that must be there. */
    WeekRange weeks(String column) {
        int cell = header.cell(column);
        long weeks = cell < 0 ? CellTime.NO_WEEK : CellTime.weeks(cells.bytes(cell), cells.from(cell), cells.to(cell));
        int first = CellTime.first(weeks);
        int last = CellTime.last(weeks);
        if (cell < 0 || first == CellTime.NO_WEEK) {
            flaw(column, "a week or range such as 2025-W28..2025-W39", advised(column, Advice::weeks));
            return WeekRange.ALL;
        }
        if (last < first) {
            flaw(column, "a range from the earlier to the later week", maybeTurned(raw(column)));
        }
        return new WeekRange(first, last);
    }

    /** All weeks for an empty cell. */
    WeekRange weeksOrAll(String column) {
        return isEmpty(column) && !isSpoiled(column) ? WeekRange.ALL : weeks(column);
    }

    Optional<Grade> grade(String column) {
        String raw = raw(column);
        for (Grade grade : Grade.values()) {
            if (grade.name().equals(raw)) {
                return Optional.of(grade);
            }
        }
        if (!raw.isEmpty()) {
            flaw(column, "a grade A, B, C or D", "");
        }
        return Optional.empty();
    }

    /** Checks a name against those that a file defines; one that is no name has been reported. */
    void mustBeIn(Names names, String column, String name) {
        if (Spelling.isName(name) && !names.has(name)) {
            if (names.isLeaky()) {
                unsoundWithoutFlaw();
            } else {
                flaw(column, Wording.quoted(name), names.expected(), names.maybe(name));
            }
        }
    }

    /** Notes a name that this file defines; a second row with it is a flaw. */
    void define(Names names, String column, String name) {
        if (Spelling.isName(name)) {
            names.define(name, line())
                    .ifPresent(first -> flaw(column, "each name once; it is on line " + first + " too", "delete one"));
        } else {
            names.spoil();
        }
    }

    /** Where a cell stands, for what can only be checked once other files are read. */
    Cell cell(String column) {
        return new Cell(file(), line(), Math.max(0, header.cell(column)) + 1);
    }

    /** The place of a cell, counted as in a {@link Flaw}. */
    record Cell(String file, int line, int column) {
        Flaw flaw(String found, String expected, String maybe) {
            return new Flaw(file, line, column, found, expected, maybe);
        }
    }

    private String maybeInRange(String column, boolean isBelow) {
        if (isBelow) {
            return raw(column).startsWith("-") ? "without the minus sign" : "";
        }
        boolean isShare = header.shape().find(column).isPresent() && (column.equals("oee") || column.equals("share"));
        return isShare ? "a percentage: divide it by 100" : "";
    }

    static String moneyExpected(Currency currency) {
        return currency.minorUnits() == 0
                ? "an amount of 0 or more without decimals"
                : "an amount of 0 or more with at most " + Wording.counted(currency.minorUnits(), "decimal");
    }

    private String maybeMoney(String column, long value, Currency currency) {
        if (value == CellNumber.NOT_A_NUMBER) {
            int cell = header.cell(column);
            boolean isNumber =
                    cell >= 0 && !Double.isNaN(CellNumber.decimal(cells.bytes(cell), cells.from(cell), cells.to(cell)));
            return isNumber
                    ? "round to " + currency.minorUnits() + " decimals, or raise minor_units"
                    : advised(column, Advice::number);
        }
        return value < 0 ? "without the minus sign" : "major units in place of minor units";
    }

    private static String maybeTurned(String raw) {
        String[] ends = raw.split("\\.\\.", -1);
        return ends.length == 2 ? "\"" + ends[1] + ".." + ends[0] + "\"" : "";
    }

    private String advised(String column, java.util.function.UnaryOperator<String> advice) {
        String raw = raw(column);
        return raw.length() > ADVISED_LENGTH_MAX ? "" : advice.apply(raw);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
