package io.rampline.intake;

import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** The orders of a test folder as a Parquet file. */
final class OrdersFile {
    /** How {@code locked_at} is kept. */
    enum Moments {
        TEXT,
        MILLIS,
        MICROS,
        NANOS
    }

    /** How {@code deposit} is kept. */
    enum Amounts {
        TEXT,
        DECIMAL,
        SMALL_DECIMAL,
        DOUBLE
    }

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final String[] columns;
    private final List<String[]> rows;

    private OrdersFile(String[] columns, List<String[]> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static OrdersFile of(TestFolder folder) {
        List<String[]> rows = new ArrayList<>();
        for (byte[] line : folder.lines("orders.csv")) {
            String text = new String(line, StandardCharsets.UTF_8).replace("\"said, twice\"", "said twice");
            rows.add(text.split(",", -1));
        }
        return new OrdersFile(rows.getFirst(), rows.subList(1, rows.size()));
    }

    void write(Path file, Moments moments, Amounts amounts) throws IOException {
        List<org.apache.parquet.schema.Type> types = new ArrayList<>();
        for (String column : columns) {
            types.add(type(column, moments, amounts));
        }
        List<List<Object>> values = new ArrayList<>();
        for (String[] row : rows) {
            List<Object> converted = new ArrayList<>();
            for (int i = 0; i < columns.length; i++) {
                converted.add(value(columns[i], row[i], moments, amounts));
            }
            values.add(converted);
        }
        write(file, new MessageType("orders", types), values);
    }

    /** A null is left out. */
    static void write(Path file, MessageType schema, List<? extends List<?>> rows) throws IOException {
        try (ParquetWriter<List<?>> writer = ParquetWriter.writeFile(schema, file.toFile(), (row, out) -> {
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) != null) {
                    out.write(schema.getFieldName(i), row.get(i));
                }
            }
        })) {
            for (List<?> row : rows) {
                writer.write(row);
            }
        }
    }

    private static PrimitiveType type(String column, Moments moments, Amounts amounts) {
        if (column.equals("locked_at") && moments != Moments.TEXT) {
            return Types.optional(PrimitiveTypeName.INT64)
                    .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.valueOf(moments.name())))
                    .named(column);
        }
        if (column.equals("deposit") && amounts != Amounts.TEXT) {
            return switch (amounts) {
                case TEXT, DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(column);
                case DECIMAL ->
                    Types.optional(PrimitiveTypeName.INT64)
                            .as(LogicalTypeAnnotation.decimalType(4, 18))
                            .named(column);
                case SMALL_DECIMAL ->
                    Types.optional(PrimitiveTypeName.INT32)
                            .as(LogicalTypeAnnotation.decimalType(1, 9))
                            .named(column);
            };
        }
        if (column.endsWith("_on")) {
            return Types.optional(PrimitiveTypeName.INT32)
                    .as(LogicalTypeAnnotation.dateType())
                    .named(column);
        }
        return Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column);
    }

    private static Object value(String column, String text, Moments moments, Amounts amounts) {
        if (text.isEmpty()) {
            return null;
        }
        if (column.equals("locked_at") && moments != Moments.TEXT) {
            LocalDateTime moment =
                    text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
            return ChronoUnit.valueOf(moments.name()).between(EPOCH, moment);
        }
        if (column.equals("deposit") && amounts != Amounts.TEXT) {
            BigDecimal amount = new BigDecimal(text);
            return switch (amounts) {
                case TEXT, DOUBLE -> amount.doubleValue();
                case DECIMAL -> amount.movePointRight(4).longValueExact();
                case SMALL_DECIMAL -> amount.movePointRight(1).intValueExact();
            };
        }
        if (column.endsWith("_on")) {
            return (int) LocalDate.parse(text).toEpochDay();
        }
        return text;
    }

    @Override
    public String toString() {
        return rows.size() + " orders with " + Arrays.toString(columns);
    }
}
