package io.rampline.intake;

import io.rampline.intake.csv.CellText;
import io.rampline.intake.csv.CsvLines;
import io.rampline.intake.csv.CsvLines.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One comma-separated file: its header held against a {@link Shape}, its records handed on one by one. */
final class Table {
    /** A column that the header does not have. */
    static final int ABSENT = -1;

    /** A column that the header lacks though it must not; that has been said, its cells are passed over. */
    static final int SPOILED = -2;

    /** Takes the records of a file. */
    interface Taker {
        void take(Row row);
    }

    private final Shape shape;
    private final FlawBook flaws;
    private final CsvLines lines;
    private final Map<String, Integer> cells = new HashMap<>();
    private int width;

    private Table(Shape shape, FlawBook flaws, CsvLines lines) {
        this.shape = shape;
        this.flaws = flaws;
        this.lines = lines;
    }

    /**
     * Reads a file that is there.
     *
     * @return whether every record could be told apart: when not, rows may be missing
     */
    static boolean read(Folder folder, Shape shape, Taker taker) {
        Optional<InputStream> in = folder.open(shape.file());
        if (in.isEmpty()) {
            return false;
        }
        try (CsvLines lines = new CsvLines(in.get())) {
            Optional<Table> table = open(lines, shape, folder.flaws());
            return table.isPresent() && table.get().readRows(taker);
        } catch (UncheckedIOException e) {
            folder.unreadable(shape.file(), e);
            return false;
        } catch (IOException e) {
            folder.unreadable(shape.file(), e);
            return false;
        }
    }

    /** Reads the header; empty, with a flaw, when the records cannot be made sense of. */
    static Optional<Table> open(CsvLines lines, Shape shape, FlawBook flaws) {
        Optional<Flaw> foreign = ForeignFile.recognise(shape.file(), lines.front(4096));
        if (foreign.isPresent()) {
            flaws.add(foreign.get());
            return Optional.empty();
        }
        if (!lines.next()) {
            flaws.add(Folder.wholeFile(
                    shape.file(), "an empty file", "a header with " + shape.requiredNames(), "delete the file"));
            return Optional.empty();
        }
        Table table = new Table(shape, flaws, lines);
        return table.readHeader() ? Optional.of(table) : Optional.empty();
    }

    Shape shape() {
        return shape;
    }

    FlawBook flaws() {
        return flaws;
    }

    CsvLines lines() {
        return lines;
    }

    /** The cell of a column, counted from 0, {@link #ABSENT} or {@link #SPOILED}. */
    int cell(String column) {
        return cells.getOrDefault(column, ABSENT);
    }

    /** How many cells a record has. */
    int width() {
        return width;
    }

    private boolean readHeader() {
        if (lines.damage() != Damage.NONE) {
            flaws.add(damage(shape.file(), lines));
            return false;
        }
        width = lines.cells();
        String[] names = new String[width];
        for (int cell = 0; cell < width; cell++) {
            names[cell] = text(cell);
        }
        Optional<Flaw> separator = ForeignFile.wrongSeparator(shape, lines.line(), names);
        if (separator.isPresent()) {
            flaws.add(separator.get());
            return false;
        }
        Set<String> lacking = new HashSet<>(shape.names());
        lacking.removeAll(Arrays.asList(names));
        boolean anyKnown = false;
        for (int cell = 0; cell < width; cell++) {
            anyKnown |= readColumn(names[cell], cell, lacking);
        }
        if (!anyKnown) {
            return false;
        }
        for (Shape.Column column : shape.columns()) {
            if (column.required() && !cells.containsKey(column.name())) {
                cells.put(column.name(), SPOILED);
                flaws.add(new Flaw(
                        shape.file(),
                        lines.line(),
                        width,
                        "no column " + column.name(),
                        "the columns " + shape.requiredNames(),
                        "add it to the header"));
            }
        }
        return true;
    }

    /** Takes a misspelt column for the one it was meant to be, so that only the spelling is reported. */
    private boolean readColumn(String name, int cell, Set<String> lacking) {
        Optional<String> known = shape.find(name).map(Shape.Column::name);
        if (known.isPresent()) {
            if (cells.putIfAbsent(known.get(), cell) != null) {
                headerFlaw(cell, "column " + name + " twice", "each column once", "delete one of them");
            }
            return true;
        }
        Optional<String> meant = Nearest.of(name, lacking);
        meant.ifPresent(column -> {
            lacking.remove(column);
            cells.put(column, cell);
        });
        headerFlaw(
                cell,
                name.isEmpty() ? "a column without a name" : "column " + Wording.quoted(name),
                "one of " + String.join(", ", shape.names()),
                meant.map(column -> "\"" + column + "\"").orElse("delete the column, or move the text into note"));
        return meant.isPresent();
    }

    private void headerFlaw(int cell, String found, String expected, String maybe) {
        flaws.add(new Flaw(shape.file(), lines.line(), cell + 1, found, expected, maybe));
    }

    private boolean readRows(Taker taker) {
        Row row = new Row(this);
        boolean isWhole = true;
        boolean isAfterOpenQuote = false;
        int rows = 0;
        while (lines.next()) {
            if (++rows > shape.rowsMax()) {
                tooManyRows();
                return false;
            }
            Optional<Flaw> flaw = brokenRecord();
            if (flaw.isEmpty()) {
                row.begin();
                taker.take(row);
                isAfterOpenQuote = false;
            } else {
                isWhole = false;
                // What follows a cell with a line break in it is the rest of that cell, not a flaw of its own.
                if (!isAfterOpenQuote) {
                    flaws.add(flaw.get());
                }
                isAfterOpenQuote |= lines.damage() == Damage.OPEN_QUOTE;
            }
        }
        return isWhole;
    }

    void tooManyRows() {
        flaws.add(new Flaw(
                shape.file(),
                lines.line(),
                1,
                "more than " + shape.rowsMax() + " rows",
                "at most " + shape.rowsMax(),
                "week ranges such as 2025-W28..2025-W39 in place of single weeks"));
    }

    /** What keeps the current record from being read as a row. */
    Optional<Flaw> brokenRecord() {
        if (lines.damage() != Damage.NONE) {
            return Optional.of(damage(shape.file(), lines));
        }
        if (lines.cells() == width) {
            return Optional.empty();
        }
        boolean isLong = lines.cells() > width;
        return Optional.of(new Flaw(
                shape.file(),
                lines.line(),
                Math.min(lines.cells(), width) + (isLong ? 1 : 0),
                lines.cells() + " cells",
                width + " as in the header",
                isLong ? "a comma inside a number or a text: put the cell in quotes" : "a comma is missing"));
    }

    private String text(int cell) {
        return CellText.decode(lines.bytes(), lines.from(cell), lines.to(cell))
                .orElse("\uFFFD")
                .strip();
    }

    private static Flaw damage(String file, CsvLines lines) {
        int line = lines.line();
        int column = lines.damagedCell() + 1;
        return switch (lines.damage()) {
            case NONE -> throw new IllegalStateException("found no damage in line " + line + " of " + file);
            case OPEN_QUOTE ->
                new Flaw(
                        file,
                        line,
                        column,
                        "a quote that its line does not close",
                        "a closing quote",
                        "a line break inside the cell, or a quote that should be doubled");
            case TEXT_AFTER_QUOTE ->
                new Flaw(
                        file,
                        line,
                        column,
                        "text behind a closing quote",
                        "a comma",
                        "a quote inside the cell: write it twice");
            case TOO_LONG ->
                new Flaw(
                        file,
                        line,
                        column,
                        "a line of more than " + CsvLines.RECORD_BYTES_MAX + " bytes",
                        "at most that",
                        "the file has no line ends");
            case TOO_MANY_CELLS ->
                new Flaw(
                        file,
                        line,
                        column,
                        "more than " + CsvLines.CELLS_MAX + " cells",
                        "at most that",
                        "the file has no line ends");
        };
    }
}
