package io.rampline.intake;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.RowGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks whether the pages of a Parquet file lie where its footer says, before anybody decodes them: a reader that
 * trusts a length that is wrong reads for ever, or asks for more memory than there is. O(pages).
 *
 * <p>Structures and field numbers are those of parquet-format's {@code parquet.thrift}.
 */
final class ParquetPages {
    private static final int MAGIC_BYTES = 4;
    private static final int FOOTER_BYTES_MIN = 8;
    /** A page header holds numbers and the least and greatest value of the page. */
    private static final int HEADER_BYTES_MAX = 64 * 1024;

    private static final long PAGE_BYTES_MAX = 256L * 1024 * 1024;
    /** A value is a name, a number or a short text. */
    private static final long VALUE_BYTES_MAX = 8 * 1024;

    private static final long PAGE_BYTES_FREE = 1024 * 1024;

    /** Thrown to leave the walk at the first thing that is wrong. */
    private static final class BrokenPages extends Exception {
        private static final long serialVersionUID = 1;

        BrokenPages(String what) {
            super(what);
        }
    }

    private record PageHeader(int type, long uncompressed, long compressed, long values, int bytes) {
        static final int DATA = 0;
        static final int DATA_V2 = 3;

        boolean hasRows() {
            return type == DATA || type == DATA_V2;
        }
    }

    /** A page by its place: its bytes with the header, and the rows before it. */
    private record PagePlace(long bytes, long rowsBefore) {}

    private final FileChannel channel;
    private final long size;

    private ParquetPages(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    /** What is wrong with the pages of the file; empty when nothing is. */
    static Optional<String> findDamage(Path file, List<RowGroup> groups, long rows) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            new ParquetPages(channel, channel.size()).check(groups, rows);
            return Optional.empty();
        } catch (BrokenPages e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private void check(List<RowGroup> groups, long rows) throws IOException, BrokenPages {
        long counted = 0;
        int columns = groups.isEmpty() ? 0 : groups.getFirst().columns().size();
        for (int group = 0; group < groups.size(); group++) {
            RowGroup rowGroup = groups.get(group);
            counted += Math.max(0, rowGroup.numRows());
            require(rowGroup.columns().size() == columns, "a row group with other columns than the first");
            for (ColumnChunk chunk : rowGroup.columns()) {
                check(chunk, rowGroup.numRows());
            }
        }
        require(counted == rows, Wording.counted(counted, "row") + " in the row groups and " + rows + " in the footer");
    }

    private void check(ColumnChunk chunk, long rows) throws IOException, BrokenPages {
        ColumnMetaData column = chunk.metaData();
        long start = chunk.chunkStartOffset();
        long end = start + column.totalCompressedSize();
        boolean isInside = start >= MAGIC_BYTES
                && column.totalCompressedSize() > 0
                && column.totalCompressedSize() < Integer.MAX_VALUE
                && end <= size - FOOTER_BYTES_MIN;
        require(isInside || rows == 0, "a column that reaches beyond the file");
        require(column.numValues() == rows, "a column with more or fewer values than its row group has rows");
        Map<Long, PagePlace> pages = new TreeMap<>();
        long at = start;
        long values = 0;
        while (values < rows && at < end) {
            PageHeader page = readHeader(at, end);
            require(at + page.bytes() + page.compressed() <= end, "a page that reaches beyond its column");
            long fair = page.values() * VALUE_BYTES_MAX + PAGE_BYTES_FREE;
            require(page.uncompressed() <= Math.min(fair, PAGE_BYTES_MAX), "a page of unlikely size");
            if (page.hasRows()) {
                pages.put(at, new PagePlace(page.bytes() + page.compressed(), values));
                values += page.values();
            }
            at += page.bytes() + page.compressed();
        }
        require(values == rows, "pages with more or fewer values than their row group has rows");
        if (chunk.offsetIndexOffset() != null && chunk.offsetIndexLength() != null) {
            checkIndex(chunk.offsetIndexOffset(), chunk.offsetIndexLength(), pages);
        }
    }

    private PageHeader readHeader(long at, long end) throws IOException, BrokenPages {
        ThriftFields fields = new ThriftFields(read(at, (int) Math.min(HEADER_BYTES_MAX, end - at)));
        long type = -1;
        long uncompressed = -1;
        long compressed = -1;
        long values = 0;
        fields.enter();
        while (fields.next()) {
            switch (fields.id()) {
                case 1 -> type = fields.whole();
                case 2 -> uncompressed = fields.whole();
                case 3 -> compressed = fields.whole();
                case 5, 7, 8 -> values = firstNumber(fields);
                default -> fields.skip();
            }
        }
        boolean isWhole = !fields.isBroken()
                && type >= PageHeader.DATA
                && type <= PageHeader.DATA_V2
                && uncompressed >= 0
                && uncompressed <= Integer.MAX_VALUE
                && compressed >= 0
                && compressed <= Integer.MAX_VALUE
                && values >= 0
                && values <= Integer.MAX_VALUE;
        require(isWhole, "a page header that makes no sense");
        return new PageHeader((int) type, uncompressed, compressed, values, fields.position());
    }

    /** Field 1 of the structure in the current field: the number of values in all kinds of page header. */
    private static long firstNumber(ThriftFields fields) {
        if (!fields.isStruct()) {
            fields.skip();
            return -1;
        }
        int outer = fields.id();
        long number = -1;
        fields.enter();
        while (fields.next()) {
            if (fields.id() == 1) {
                number = fields.whole();
            } else {
                fields.skip();
            }
        }
        fields.resume(outer);
        return number;
    }

    /** An index of pages must name just those that are there. */
    private void checkIndex(long offset, int length, Map<Long, PagePlace> pages) throws IOException, BrokenPages {
        boolean isInside = offset >= MAGIC_BYTES && length > 0 && offset + length <= size - FOOTER_BYTES_MIN;
        require(isInside, "an index of pages beyond the file");
        ThriftFields fields = new ThriftFields(read(offset, length));
        int named = 0;
        fields.enter();
        while (fields.next()) {
            if (fields.id() == 1) {
                int outer = fields.id();
                int count = fields.structs();
                for (int i = 0; i < count && !fields.isBroken(); i++) {
                    checkPlace(fields, pages);
                    named++;
                }
                fields.resume(outer);
            } else {
                fields.skip();
            }
        }
        require(!fields.isBroken() && named == pages.size(), "an index that names other pages than there are");
    }

    private static void checkPlace(ThriftFields fields, Map<Long, PagePlace> pages) throws BrokenPages {
        long at = -1;
        long bytes = -1;
        long rowsBefore = -1;
        fields.enter();
        while (fields.next()) {
            switch (fields.id()) {
                case 1 -> at = fields.whole();
                case 2 -> bytes = fields.whole();
                case 3 -> rowsBefore = fields.whole();
                default -> fields.skip();
            }
        }
        PagePlace place = pages.get(at);
        boolean isThere = place != null && place.bytes() == bytes && place.rowsBefore() == rowsBefore;
        require(isThere, "an index that names a page that is not there");
    }

    private ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.max(0, length));
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) > 0) {
            // Until the buffer is full or the file ends.
        }
        return bytes.flip();
    }

    private static void require(boolean isRight, String found) throws BrokenPages {
        if (!isRight) {
            throw new BrokenPages(found);
        }
    }
}
