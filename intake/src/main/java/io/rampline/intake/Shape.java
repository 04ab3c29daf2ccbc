package io.rampline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a file and how many rows it may have. Every file may have {@code source} and {@code note} too. */
record Shape(String file, List<Column> columns, int rowsMax) {
    /** Rows of a file without weeks: people keep such files by hand. */
    static final int ROWS_MAX = 10_000;

    /** Rows of a file with a {@code week} column: 10,000 series would fill it with 20 ranges each. */
    static final int WEEK_ROWS_MAX = 200_000;

    record Column(String name, boolean required) {}

    static Shape of(String file) {
        return new Shape(file, List.of(), ROWS_MAX)
                .with(new Column("source", false))
                .with(new Column("note", false));
    }

    Shape required(String... names) {
        return with(true, names);
    }

    Shape optional(String... names) {
        return with(false, names);
    }

    Shape rowsMax(int rows) {
        return new Shape(file, columns, rows);
    }

    /** The same columns in another file. */
    Shape named(String otherFile) {
        return new Shape(otherFile, columns, rowsMax);
    }

    Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** {@code model, trim, price}: what a header must at least hold. */
    String requiredNames() {
        return String.join(
                ", ",
                columns.stream().filter(Column::required).map(Column::name).toList());
    }

    private Shape with(boolean required, String... names) {
        Shape shape = this;
        for (String name : names) {
            shape = shape.with(new Column(name, required));
        }
        return shape;
    }

    private Shape with(Column column) {
        List<Column> more = new ArrayList<>(columns);
        // What belongs to the file comes before what every file may have.
        more.add(Math.max(0, columns.size() - (columns.size() < 2 ? 0 : 2)), column);
        return new Shape(file, List.copyOf(more), rowsMax);
    }
}
