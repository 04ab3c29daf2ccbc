package io.rampline.intake;

import io.rampline.intake.csv.CsvLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Reads {@code orders.csv}: cut at line ends into one part for each thread, the parts read side by side and put
 * together in order. What comes out does not depend on the number of parts.
 */
final class OrdersCsv {
    static final String FILE = "orders.csv";

    /** A part smaller than this is read before another thread has started. */
    private static final long PART_BYTES_MIN = 1 << 20;

    private final Folder folder;
    private final OrderRules rules;
    private final Threads threads;
    private final Path path;
    private final long size;
    private final Gauge gauge;

    private OrdersCsv(Folder folder, OrderRules rules, Threads threads) {
        this.folder = folder;
        this.rules = rules;
        this.threads = threads;
        this.path = folder.path(FILE);
        this.size = folder.size(FILE);
        this.gauge = new Gauge(folder.progress(), FILE, size);
    }

    static OrderColumns read(Folder folder, OrderRules rules, Threads threads) {
        try {
            return new OrdersCsv(folder, rules, threads).read();
        } catch (IOException | UncheckedIOException e) {
            folder.unreadable(FILE, e);
            return new OrderColumns(0);
        }
    }

    private OrderColumns read() throws IOException {
        try (CsvLines front = new CsvLines(new FileRange(path, 0, size))) {
            Optional<Table> table = Table.open(front, OrderRow.SHAPE, folder.flaws());
            if (table.isEmpty()) {
                return new OrderColumns(0);
            }
            gauge.add(front.consumed());
            double rows = Math.min(OrderRules.ORDERS_MAX, size / front.meanLineBytes());
            List<OrderCsvPart> parts = readParts(table.get().header(), front.consumed(), (int) rows);
            return join(parts, front.line());
        }
    }

    /**
     * Reads what follows the header.
     *
     * @param rows how many orders there are, about
     */
    private List<OrderCsvPart> readParts(Header header, long begin, int rows) throws IOException {
        int count = (int) Math.max(1, Math.min(threads.count(), (size - begin) / PART_BYTES_MIN));
        List<Callable<OrderCsvPart>> tasks = new ArrayList<>();
        long from = begin;
        for (int part = 1; part <= count; part++) {
            long wanted = begin + (size - begin) * part / count;
            long to = part == count ? size : Math.max(from, FileRange.lineAfter(path, wanted, size));
            long partFrom = from;
            // The columns of the first part will take in those of the others.
            int capacity = rows / (part == 1 ? 1 : count) + rows / 32 + 16;
            tasks.add(() -> readPart(header, partFrom, to, capacity));
            from = to;
        }
        return threads.run(tasks);
    }

    private OrderCsvPart readPart(Header header, long from, long to, int capacity) throws IOException {
        try (CsvLines lines = CsvLines.within(new FileRange(path, from, to))) {
            return new OrderCsvPart(rules, header.with(new FlawBook()), lines, capacity, gauge).read();
        }
    }

    private OrderColumns join(List<OrderCsvPart> parts, int headerLine) {
        OrderColumns orders = parts.getFirst().orders();
        int lines = headerLine;
        for (OrderCsvPart part : parts) {
            folder.flaws().addPart(FILE, part.flaws(), lines);
            if (part == parts.getFirst()) {
                orders.moveLines(lines);
            } else {
                orders.addPart(part.orders(), lines);
            }
            lines += part.lines();
        }
        if (orders.size() > OrderRules.ORDERS_MAX) {
            folder.flaws()
                    .add(new Flaw(
                            FILE,
                            orders.lines[OrderRules.ORDERS_MAX],
                            1,
                            "more than " + OrderRules.ORDERS_MAX + " orders",
                            "at most that",
                            "split the book by plant"));
        }
        return orders;
    }
}
