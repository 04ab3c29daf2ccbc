package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.file.ParquetTable.Column;
import io.rampline.desk.briefing.file.ParquetTable.Holds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code promises.parquet}: the rows of {@code promises.csv}; what is empty there is null here, and ids stand as they
 * are.
 */
final class PromisesParquet {
    private static final String ID = PromiseRows.COLUMNS.getFirst();
    private static final String BINDING = PromiseRows.COLUMNS.getLast();
    private static final int CELLS_OF_A_PROMISE = PromiseRows.COLUMNS.size() - 2;

    private PromisesParquet() {}

    static void write(PromisedBook book, Path file) throws IOException {
        PromiseRows rows = new PromiseRows(book);
        try (ParquetTable table = new ParquetTable(file, "promise", columns())) {
            for (int row = 0; row < rows.size(); row++) {
                table.id(rows.id(row));
                if (rows.isPromised(row)) {
                    table.text(rows.line(row))
                            .text(rows.buildWeek(row))
                            .text(rows.deliveryWeek(row))
                            .text(rows.windowEarly(row))
                            .text(rows.windowLate(row))
                            .text(rows.windowProbability(row));
                } else {
                    table.empty(CELLS_OF_A_PROMISE);
                }
                table.text(rows.binding(row)).endRow();
            }
        }
    }

    private static List<Column> columns() {
        return PromiseRows.COLUMNS.stream()
                .map(name -> new Column(name, Holds.TEXT, name.equals(ID), name.equals(ID) || name.equals(BINDING)))
                .toList();
    }
}
