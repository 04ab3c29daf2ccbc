package io.rampline.desk.briefing.file;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A table as Parquet, row by row and cell by cell in the order of its columns. An empty cell is null; the same rows
 * give the same bytes.
 *
 * <p>Not compressed: dictionaries and prefixes make it small already, and every codec would have to unpack a native
 * library into a temporary folder first.
 */
final class ParquetTable implements AutoCloseable {
    private final ParquetWriter<Cells> writer;
    private final Cells cells;

    /** What a column holds. */
    enum Holds {
        TEXT(BINARY),
        WHOLE(INT64),
        SHARE(DOUBLE);

        private final PrimitiveTypeName type;

        Holds(PrimitiveTypeName type) {
            this.type = type;
        }
    }

    /**
     * A column.
     *
     * @param once whether nearly every text of it is there once, so that a dictionary would only cost
     * @param always whether no cell of it is empty
     */
    record Column(String name, Holds holds, boolean once, boolean always) {
        Column(String name, Holds holds, boolean once) {
            this(name, holds, once, false);
        }

        static Column text(String name) {
            return new Column(name, Holds.TEXT, false);
        }

        static Column whole(String name) {
            return new Column(name, Holds.WHOLE, false);
        }

        static Column share(String name) {
            return new Column(name, Holds.SHARE, false);
        }
    }

    /**
     * Opens a table.
     *
     * @param name what a row is
     * @throws IOException when the file cannot be written
     */
    ParquetTable(Path file, String name, List<Column> columns) throws IOException {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (Column column : columns) {
            var type = column.always() ? Types.required(column.holds().type) : Types.optional(column.holds().type);
            schema.addField(
                    column.holds() == Holds.TEXT
                            ? type.as(stringType()).named(column.name())
                            : type.named(column.name()));
        }
        Builder builder = new Builder(new LocalOutputFile(file), schema.named(name));
        for (Column column : columns) {
            builder.withDictionaryEncoding(column.name(), !column.once());
        }
        this.writer = builder.build();
        this.cells = new Cells(columns);
    }

    /** The next cell of the row; an empty text is an empty cell. */
    ParquetTable text(String text) {
        return cell(text.isEmpty() ? null : cells.written.computeIfAbsent(text, Binary::fromString));
    }

    /** As {@link #text}, for what does not come again. */
    ParquetTable id(String text) {
        return cell(Binary.fromString(text));
    }

    ParquetTable whole(long number) {
        return cell(number);
    }

    ParquetTable whole(OptionalLong number) {
        return cell(number.isPresent() ? number.getAsLong() : null);
    }

    ParquetTable share(double share) {
        return cell(share);
    }

    ParquetTable share(OptionalDouble share) {
        return cell(share.isPresent() ? share.getAsDouble() : null);
    }

    /** As many empty cells. */
    ParquetTable empty(int count) {
        for (int i = 0; i < count; i++) {
            cell(null);
        }
        return this;
    }

    private ParquetTable cell(@Nullable Object value) {
        cells.row[cells.filled++] = value;
        return this;
    }

    /** Ends the row. */
    void endRow() throws IOException {
        if (cells.filled != cells.columns.size()) {
            throw new IllegalStateException(
                    "found " + cells.filled + " cells in a row, expected " + cells.columns.size());
        }
        writer.write(cells);
        cells.filled = 0;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** The row at hand. */
    private static final class Cells {
        private final List<Column> columns;
        private final @Nullable Object[] row;
        private final Map<String, Binary> written = new HashMap<>();
        private int filled;

        Cells(List<Column> columns) {
            this.columns = columns;
            this.row = new @Nullable Object[columns.size()];
        }
    }

    private static final class Builder extends ParquetWriter.Builder<Cells, Builder> {
        private final MessageType schema;

        Builder(OutputFile file, MessageType schema) {
            super(file);
            this.schema = schema;
            withConf(new PlainParquetConfiguration());
            withCompressionCodec(CompressionCodecName.UNCOMPRESSED);
            withWriterVersion(WriterVersion.PARQUET_2_0);
        }

        @Override
        protected Builder self() {
            return this;
        }

        // Deprecated and still abstract.
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<Cells> getWriteSupport(Configuration unused) {
            return new Rows(schema);
        }

        @Override
        protected WriteSupport<Cells> getWriteSupport(ParquetConfiguration unused) {
            return new Rows(schema);
        }
    }

    private static final class Rows extends WriteSupport<Cells> {
        private final MessageType schema;
        private @Nullable RecordConsumer consumer;

        Rows(MessageType schema) {
            this.schema = schema;
        }

        // Deprecated and still abstract.
        @Override
        @SuppressWarnings("deprecation")
        public WriteContext init(Configuration unused) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration unused) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(Cells cells) {
            RecordConsumer to = consumer;
            if (to == null) {
                throw new IllegalStateException("rows come only after the preparation");
            }
            to.startMessage();
            for (int column = 0; column < cells.row.length; column++) {
                Object value = cells.row[column];
                if (value != null) {
                    String name = cells.columns.get(column).name();
                    to.startField(name, column);
                    add(to, value);
                    to.endField(name, column);
                }
            }
            to.endMessage();
        }

        private static void add(RecordConsumer to, Object value) {
            switch (value) {
                case Binary text -> to.addBinary(text);
                case Long number -> to.addLong(number);
                case Double share -> to.addDouble(share);
                default -> throw new IllegalStateException("found " + value + ", expected a text or a number");
            }
        }
    }
}
