package io.rampline.intake;

import dev.hardwood.metadata.LogicalType.TimestampType;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.schema.ColumnSchema;
import dev.hardwood.schema.FileSchema;
import dev.hardwood.schema.SchemaNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The columns of a Parquet file that are read, by their cell; for one thread. */
final class ParquetColumns {
    private static final ParquetColumn NOT_READ = ParquetColumn.ofText();

    private final Map<Integer, String> names;
    private final ParquetColumn[] columns;

    private ParquetColumns(Map<Integer, String> names, ParquetColumn[] columns) {
        this.names = names;
        this.columns = columns;
    }

    /** Finds the columns; one that is kept in a way that nobody can read gets a flaw, and is spoiled in the header. */
    static ParquetColumns of(FileSchema schema, Header header, int minorUnits) {
        List<SchemaNode> fields = schema.getRootNode().children();
        ParquetColumns found = new ParquetColumns(new TreeMap<>(), new ParquetColumn[fields.size()]);
        Arrays.fill(found.columns, NOT_READ);
        for (Shape.Column column : header.shape().columns()) {
            int cell = header.cell(column.name());
            if (cell >= 0) {
                found.add(schema, fields.get(cell), header, column.name(), minorUnits);
            }
        }
        return found;
    }

    private void add(FileSchema schema, SchemaNode field, Header header, String name, int minorUnits) {
        int cell = header.cell(name);
        Optional<ColumnSchema> leaf = field instanceof SchemaNode.PrimitiveNode
                ? Optional.of(schema.getColumn(field.name()))
                : Optional.empty();
        Optional<ParquetColumn> column = leaf.flatMap(known -> ParquetColumn.of(known, minorUnits));
        if (column.isPresent() && column.get().fits(name)) {
            names.put(cell, field.name());
            columns[cell] = column.get();
            return;
        }
        String kind = leaf.map(known -> known.type() + (known.logicalType() == null ? "" : " " + known.logicalType()))
                .orElse("a group");
        header.spoil(name);
        header.flaws()
                .add(new Flaw(
                        header.shape().file(),
                        1,
                        cell + 1,
                        "column " + name + " as " + kind,
                        ParquetColumn.expected(name),
                        "cast the column when you write the file"));
    }

    /** Cells of columns whose moments are said to be UTC. */
    List<Integer> utcCells(FileSchema schema) {
        List<Integer> cells = new ArrayList<>();
        names.forEach((cell, name) -> {
            if (schema.getColumn(name).logicalType() instanceof TimestampType(boolean isUtc, var _) && isUtc) {
                cells.add(cell);
            }
        });
        return cells;
    }

    /** The names of the columns that are read. */
    List<String> names() {
        return List.copyOf(names.values());
    }

    /** Takes the values of the next batch. */
    void load(ColumnReaders readers) {
        names.forEach((cell, name) -> columns[cell].load(readers.getColumnReader(name)));
    }

    ParquetColumn get(int cell) {
        return columns[cell];
    }
}
