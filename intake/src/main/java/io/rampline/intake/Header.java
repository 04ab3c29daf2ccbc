package io.rampline.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns that a file has, held against the {@link Shape} it should have. */
final class Header {
    /** A column that the file does not have. */
    static final int ABSENT = -1;

    /** A column that the file lacks though it must not; that has been said, its cells are passed over. */
    static final int SPOILED = -2;

    private final Shape shape;
    private final FlawBook flaws;
    private final Map<String, Integer> cells;
    private final int width;

    private Header(Shape shape, FlawBook flaws, Map<String, Integer> cells, int width) {
        this.shape = shape;
        this.flaws = flaws;
        this.cells = cells;
        this.width = width;
    }

    /** Tells which column is which; empty, with flaws, when none is known. */
    static Optional<Header> of(Shape shape, FlawBook flaws, int line, List<String> names) {
        if (areData(shape, names)) {
            flaws.add(new Flaw(
                    shape.file(),
                    line,
                    1,
                    "no name of a column in " + Wording.quoted(String.join(",", names)),
                    "a header with " + shape.requiredNames(),
                    "the header is missing: put it above the first row"));
            return Optional.empty();
        }
        Header header = new Header(shape, flaws, new HashMap<>(), names.size());
        Set<String> lacking = new HashSet<>(shape.names());
        names.forEach(lacking::remove);
        for (int cell = 0; cell < names.size(); cell++) {
            header.read(names.get(cell), line, cell, lacking);
        }
        if (header.cells.isEmpty()) {
            return Optional.empty();
        }
        for (Shape.Column column : shape.columns()) {
            if (column.required() && !header.cells.containsKey(column.name())) {
                header.cells.put(column.name(), SPOILED);
                flaws.add(new Flaw(
                        shape.file(),
                        line,
                        Math.max(1, names.size()),
                        "no column " + column.name(),
                        "the columns " + shape.requiredNames(),
                        "add it to the header"));
            }
        }
        return Optional.of(header);
    }

    /**
     * Whether this is a row of the table rather than what stands above it: no name is known, and some cell is a number,
     * a date or nothing.
     */
    private static boolean areData(Shape shape, List<String> names) {
        return names.stream()
                        .noneMatch(name -> shape.find(name).isPresent()
                                || Nearest.of(name, shape.names()).isPresent())
                && names.stream()
                        .anyMatch(name -> name.isEmpty() || name.chars().anyMatch(Character::isDigit));
    }

    Shape shape() {
        return shape;
    }

    FlawBook flaws() {
        return flaws;
    }

    /** The cell of a column, counted from 0, {@link #ABSENT} or {@link #SPOILED}. */
    int cell(String column) {
        return cells.getOrDefault(column, ABSENT);
    }

    /** How many cells a record has. */
    int width() {
        return width;
    }

    /** Says that the cells of a column cannot be read; that has been told. */
    void spoil(String column) {
        cells.put(column, SPOILED);
    }

    /** The same columns for a part of the file whose flaws are gathered apart. */
    Header with(FlawBook partFlaws) {
        return new Header(shape, partFlaws, new HashMap<>(cells), width);
    }

    /** Takes a misspelt column for the one it was meant to be, so that only the spelling is reported. */
    private void read(String name, int line, int cell, Set<String> lacking) {
        if (shape.find(name).isPresent()) {
            if (cells.putIfAbsent(name, cell) != null) {
                flaw(line, cell, "column " + name + " twice", "each column once", "delete one of them");
            }
            return;
        }
        Optional<String> meant = Nearest.of(name, inShapeOrder(lacking));
        meant.ifPresent(column -> {
            lacking.remove(column);
            cells.put(column, cell);
        });
        flaw(
                line,
                cell,
                name.isEmpty() ? "a column without a name" : "column " + Wording.quoted(name),
                "one of " + String.join(", ", shape.names()),
                meant.map(Wording::quoted).orElseGet(() -> unmeant(lacking)));
    }

    private String unmeant(Set<String> lacking) {
        List<String> required = shape.columns().stream()
                .filter(column -> column.required() && lacking.contains(column.name()))
                .map(Shape.Column::name)
                .toList();
        return (required.isEmpty() ? "" : "rename it " + String.join(" or ", required) + ", which is missing; or ")
                + "delete the column, or move the text into note";
    }

    private List<String> inShapeOrder(Set<String> names) {
        return shape.names().stream().filter(names::contains).toList();
    }

    private void flaw(int line, int cell, String found, String expected, String maybe) {
        flaws.add(new Flaw(shape.file(), line, cell + 1, found, expected, maybe));
    }

    /** The columns a record must have to be of any use. */
    boolean hasAll(String... columns) {
        return Arrays.stream(columns).allMatch(column -> cell(column) >= 0);
    }
}
