package io.rampline.desk.briefing.file;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;

import blue.strategic.parquet.Dehydrator;
import blue.strategic.parquet.ParquetWriter;
import io.rampline.desk.briefing.PromisedBook;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/**
 * {@code promises.parquet}: the rows of {@code promises.csv}; what is empty there is null here, and ids stand as they
 * are.
 */
final class PromisesParquet {
    private PromisesParquet() {}

    static void write(PromisedBook book, Path file) throws IOException {
        PromiseRows rows = new PromiseRows(book);
        Dehydrator<Integer> row = (number, cells) -> {
            cells.write("order_id", rows.id(number));
            if (rows.isPromised(number)) {
                cells.write("line", rows.line(number));
                cells.write("build_week", rows.buildWeek(number));
                cells.write("delivery_week", rows.deliveryWeek(number));
                cells.write("window_early", rows.windowEarly(number));
                cells.write("window_late", rows.windowLate(number));
            }
            cells.write("binding", rows.binding(number));
        };
        try (ParquetWriter<Integer> writer = ParquetWriter.writeFile(schema(), file.toFile(), row)) {
            for (int number = 0; number < rows.size(); number++) {
                writer.write(number);
            }
        }
    }

    private static MessageType schema() {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (String column : PromiseRows.COLUMNS) {
            boolean always = column.equals("order_id") || column.equals("binding");
            schema.addField(
                    always
                            ? Types.required(BINARY).as(stringType()).named(column)
                            : Types.optional(BINARY).as(stringType()).named(column));
        }
        return schema.named("promise");
    }
}
