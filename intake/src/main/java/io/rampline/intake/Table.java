package io.rampline.intake;

import io.rampline.intake.csv.CellText;
import io.rampline.intake.csv.CsvLines;
import io.rampline.intake.csv.CsvLines.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One comma-separated file: its header held against a {@link Shape}, its records handed on one by one. */
final class Table {
    /** Takes the records of a file. */
    interface Taker {
        void take(Row row);
    }

    /** Takes those records of a file that it knows how to read without looking closely. */
    interface FastTaker {
        FastTaker NONE = () -> false;

        /** Whether the current record, which has as many cells as the header, was taken. */
        boolean take();
    }

    private final Header header;
    private final CsvLines lines;

    Table(Header header, CsvLines lines) {
        this.header = header;
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
            return table.isPresent() && table.get().readRows(FastTaker.NONE, taker);
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
        if (lines.damage() != Damage.NONE) {
            flaws.add(damage(shape.file(), lines));
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (int cell = 0; cell < lines.cells(); cell++) {
            names.add(text(lines, cell));
        }
        List<Flaw> notOurs = ForeignFile.header(shape, lines, names);
        if (!notOurs.isEmpty()) {
            notOurs.forEach(flaws::add);
            return Optional.empty();
        }
        return Header.of(shape, flaws, lines.line(), names).map(header -> new Table(header, lines));
    }

    Header header() {
        return header;
    }

    CsvLines lines() {
        return lines;
    }

    /** Hands on all records; false when some could not be told apart. */
    boolean readRows(FastTaker fast, Taker taker) {
        Row row = new Row(header, lines);
        boolean isWhole = true;
        boolean isAfterOpenQuote = false;
        int rows = 0;
        while (lines.next()) {
            if (++rows > header.shape().rowsMax()) {
                tooManyRows();
                return false;
            }
            if (lines.damage() == Damage.NONE && lines.cells() == header.width() && fast.take()) {
                isAfterOpenQuote = false;
                continue;
            }
            Optional<Flaw> flaw = brokenRecord();
            if (flaw.isEmpty()) {
                if (Totals.isLine(lines)) {
                    takeTotals(taker);
                } else {
                    row.begin();
                    taker.take(row);
                }
                isAfterOpenQuote = false;
            } else {
                isWhole = false;
                // What follows a cell with a line break in it is the rest of that cell, not a flaw of its own.
                if (!isAfterOpenQuote) {
                    header.flaws().add(flaw.get());
                }
                isAfterOpenQuote |= lines.damage() == Damage.OPEN_QUOTE;
            }
        }
        return isWhole;
    }

    /** A line of totals that no row may be has one flaw, not one in each of its empty cells. */
    private void takeTotals(Taker taker) {
        FlawBook aside = new FlawBook();
        Row row = new Row(header.with(aside), lines);
        row.begin();
        taker.take(row);
        if (aside.hasFlaws()) {
            header.flaws().add(Totals.flaw(header.shape(), lines.line()));
        }
    }

    private void tooManyRows() {
        header.flaws()
                .add(new Flaw(
                        header.shape().file(),
                        lines.line(),
                        1,
                        "more than " + header.shape().rowsMax() + " rows",
                        "at most " + header.shape().rowsMax(),
                        "week ranges such as 2025-W28..2025-W39 in place of single weeks"));
    }

    /** What keeps the current record from being read as a row. */
    private Optional<Flaw> brokenRecord() {
        if (lines.damage() != Damage.NONE) {
            return Optional.of(damage(header.shape().file(), lines));
        }
        int width = header.width();
        if (lines.cells() == width) {
            return Optional.empty();
        }
        boolean isLong = lines.cells() > width;
        return Optional.of(new Flaw(
                header.shape().file(),
                lines.line(),
                Math.min(lines.cells(), width) + (isLong ? 1 : 0),
                Wording.counted(lines.cells(), "cell"),
                width + " as in the header",
                isLong ? "a comma inside a number or a text: put the cell in quotes" : "a comma is missing"));
    }

    private static String text(CsvLines lines, int cell) {
        byte[] bytes = lines.bytes(cell);
        int from = lines.from(cell);
        int to = lines.to(cell);
        return CellText.decode(bytes, from, to)
                .orElseGet(() -> new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
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
