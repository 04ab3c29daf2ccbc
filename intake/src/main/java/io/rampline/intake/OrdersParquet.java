package io.rampline.intake;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowGroupPredicate;
import dev.hardwood.schema.FileSchema;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads {@code orders.parquet}: its row groups dealt to threads, the parts put together in order. In flaws a row stands
 * for a line, both counted from 1.
 */
final class OrdersParquet {
    static final String FILE = "orders.parquet";

    private static final Shape SHAPE = OrderRow.SHAPE.named(FILE);

    /** The library tells on standard error which instructions of the processor it can use. */
    private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    private final ParquetFileReader file;
    private final Folder folder;
    private final OrderRules rules;
    private final Threads threads;

    private OrdersParquet(ParquetFileReader file, Folder folder, OrderRules rules, Threads threads) {
        this.file = file;
        this.folder = folder;
        this.rules = rules;
        this.threads = threads;
    }

    static OrderColumns read(Folder folder, OrderRules rules, Threads threads) {
        try (ParquetFileReader file = ParquetFileReader.open(InputFile.of(folder.path(FILE)))) {
            return new OrdersParquet(file, folder, rules, threads).read();
        } catch (AccessDeniedException e) {
            folder.unreadable(FILE, e);
        } catch (IOException | RuntimeException e) {
            rethrowWantOfMemory(e);
            noParquet(folder, reason(e));
        }
        return new OrderColumns(0);
    }

    /** A thread of the library that ran out of memory says nothing about the file. */
    private static void rethrowWantOfMemory(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError want) {
                throw want;
            }
        }
    }

    /** The library's own words where it says what it found, which it begins with the name of the file. */
    private static String reason(Exception cause) {
        String message = cause.getMessage();
        if (message == null || !(message.startsWith("[") || cause instanceof IOException)) {
            return "its bytes make no sense";
        }
        return Wording.quoted(message);
    }

    private static void noParquet(Folder folder, String reason) {
        folder.flaws()
                .add(Folder.wholeFile(
                        FILE, "no valid Parquet file: " + reason, "a Parquet file", "write or copy it again"));
    }

    private OrderColumns read() throws IOException {
        FileMetaData footer = file.getFileMetaData();
        long rows = footer.numRows();
        if (rows > OrderRules.ORDERS_MAX) {
            folder.flaws()
                    .add(Folder.wholeFile(FILE, rows + " rows", "at most " + OrderRules.ORDERS_MAX, "split the book"));
            return new OrderColumns(0);
        }
        Optional<String> damage = ParquetPages.findDamage(folder.path(FILE), footer.rowGroups(), rows);
        if (damage.isPresent()) {
            noParquet(folder, damage.get());
            return new OrderColumns(0);
        }
        FileSchema schema = file.getFileSchema();
        List<String> names =
                schema.getRootNode().children().stream().map(SchemaNode::name).toList();
        Optional<Header> header = Header.of(SHAPE, folder.flaws(), 1, names);
        if (header.isEmpty() || names.stream().distinct().count() < names.size()) {
            return new OrderColumns(0);
        }
        ParquetColumns columns = columns(schema, header.get());
        for (int cell : columns.utcCells(schema)) {
            folder.flaws()
                    .note(new Flaw(
                            FILE, 1, cell + 1, "moments said to be UTC", "scenario local time", "nothing was shifted"));
        }
        return columns.names().isEmpty() ? new OrderColumns(0) : readRows(header.get(), schema);
    }

    private OrderColumns readRows(Header header, FileSchema schema) {
        long size = folder.size(FILE);
        int rows = (int) file.getFileMetaData().numRows();
        int parts = Math.min(
                threads.count(), Math.max(1, file.getFileMetaData().rowGroups().size()));
        List<Callable<OrderParquetPart>> tasks = new ArrayList<>();
        Gauge gauge = new Gauge(folder.progress(), FILE, rows);
        for (int part = 0; part < parts; part++) {
            RowGroupPredicate groups =
                    RowGroupPredicate.byteRange(size * part / parts, Math.max(1, size * (part + 1) / parts));
            Header partHeader = header.with(new FlawBook());
            // The first part's columns grow to hold all.
            int capacity = part == 0 ? rows : rows / parts;
            tasks.add(() -> new OrderParquetPart(rules, partHeader, columns(schema, partHeader), capacity)
                    .read(file, groups, gauge));
        }
        List<OrderParquetPart> read = threads.run(tasks);
        OrderColumns orders = read.getFirst().orders();
        int rowsBefore = 0;
        for (OrderParquetPart part : read) {
            folder.flaws().addPart(FILE, part.flaws(), rowsBefore);
            if (part != read.getFirst()) {
                orders.addPart(part.orders(), rowsBefore);
            }
            rowsBefore += part.rows();
        }
        return orders;
    }

    private ParquetColumns columns(FileSchema schema, Header header) {
        return ParquetColumns.of(schema, header, rules.basics().currency().minorUnits());
    }
}
