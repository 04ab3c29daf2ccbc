package io.rampline.desk.briefing.file;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;

import io.rampline.desk.briefing.PromisedBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * {@code promises.parquet}: the rows of {@code promises.csv}; what is empty there is null here, and ids stand as they
 * are.
 *
 * <p>Not compressed: dictionaries and prefixes make it small already, and every codec would have to unpack a native
 * library into a temporary folder first.
 */
final class PromisesParquet {
    private static final String ID = PromiseRows.COLUMNS.getFirst();
    private static final String BINDING = PromiseRows.COLUMNS.getLast();

    private PromisesParquet() {}

    static void write(PromisedBook book, Path file) throws IOException {
        PromiseRows rows = new PromiseRows(book);
        try (ParquetWriter<Integer> writer = new Builder(new LocalOutputFile(file), rows).build()) {
            for (int row = 0; row < rows.size(); row++) {
                writer.write(row);
            }
        }
    }

    private static MessageType schema() {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (String column : PromiseRows.COLUMNS) {
            boolean always = column.equals(ID) || column.equals(BINDING);
            schema.addField(
                    always
                            ? Types.required(BINARY).as(stringType()).named(column)
                            : Types.optional(BINARY).as(stringType()).named(column));
        }
        return schema.named("promise");
    }

    private static final class Builder extends ParquetWriter.Builder<Integer, Builder> {
        private final PromiseRows rows;

        Builder(OutputFile file, PromiseRows rows) {
            super(file);
            this.rows = rows;
            withConf(new PlainParquetConfiguration());
            withCompressionCodec(CompressionCodecName.UNCOMPRESSED);
            withWriterVersion(WriterVersion.PARQUET_2_0);
            // Every id is there once: a dictionary would only cost.
            withDictionaryEncoding(ID, false);
        }

        @Override
        protected Builder self() {
            return this;
        }

        // Deprecated and still abstract.
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<Integer> getWriteSupport(Configuration unused) {
            return new Rows(rows);
        }

        @Override
        protected WriteSupport<Integer> getWriteSupport(ParquetConfiguration unused) {
            return new Rows(rows);
        }
    }

    /** Writes a row by its number. */
    private static final class Rows extends WriteSupport<Integer> {
        private final PromiseRows rows;
        private final Map<String, Binary> written = new HashMap<>();
        private @Nullable RecordConsumer consumer;

        Rows(PromiseRows rows) {
            this.rows = rows;
        }

        // Deprecated and still abstract.
        @Override
        @SuppressWarnings("deprecation")
        public WriteContext init(Configuration unused) {
            return new WriteContext(schema(), Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration unused) {
            return new WriteContext(schema(), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(Integer row) {
            RecordConsumer to = consumer;
            if (to == null) {
                throw new IllegalStateException("rows come only after the preparation");
            }
            to.startMessage();
            cell(to, 0, Binary.fromString(rows.id(row)));
            if (rows.isPromised(row)) {
                cell(to, 1, text(rows.line(row)));
                cell(to, 2, text(rows.buildWeek(row)));
                cell(to, 3, text(rows.deliveryWeek(row)));
                cell(to, 4, text(rows.windowEarly(row)));
                cell(to, 5, text(rows.windowLate(row)));
                cell(to, 6, text(rows.windowProbability(row)));
            }
            cell(to, 7, text(rows.binding(row)));
            to.endMessage();
        }

        private static void cell(RecordConsumer to, int column, Binary value) {
            to.startField(PromiseRows.COLUMNS.get(column), column);
            to.addBinary(value);
            to.endField(PromiseRows.COLUMNS.get(column), column);
        }

        /** Lines, weeks and bindings come again and again. */
        private Binary text(String text) {
            return written.computeIfAbsent(text, Binary::fromString);
        }
    }
}
