package io.rampline.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The orders of a folder before they are ranked, also of one with flaws. */
final class Orders {
    private Orders() {}

    static OrderRules rules(Folder folder) {
        Basics basics = BasicsFile.read(folder);
        Sources sources = Sources.read(folder);
        Markets markets = Markets.read(folder, basics, sources);
        LineRows lines = LineRows.read(folder, basics, sources, Ramps.read(folder, sources));
        Products products = Products.read(folder, basics, sources, lines);
        Limits limits = new Limits(folder, basics, sources, products.catalogue());
        return new OrderRules(
                basics,
                sources,
                markets,
                products.catalogue(),
                limits.readOptions(),
                Deposits.read(folder, basics, products.catalogue(), markets));
    }

    static Folder open(Path dir) {
        return Folder.open(dir, new FlawBook(), Progress.NONE).orElseThrow();
    }

    static OrderColumns read(Path dir) {
        Folder folder = open(dir);
        return OrdersCsv.read(folder, rules(folder), Threads.of(1));
    }

    /** Every row through the plain reading. */
    static OrderColumns readPlainly(Folder folder, OrderRules rules) {
        OrderColumns orders = new OrderColumns(0);
        Table.read(folder, OrderRow.SHAPE, row -> OrderRow.read(row, rules, orders));
        return orders;
    }

    /** The rows on lines that pass, each as text. */
    static List<String> rows(OrderColumns orders, IntPredicate lines) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < orders.size(); row++) {
            if (lines.test(orders.lines[row])) {
                rows.add(String.join(
                        " ",
                        "" + orders.lines[row],
                        orders.ids[row],
                        "" + orders.hashes[row],
                        "" + orders.lockedAtMicros[row],
                        "" + orders.priorityClasses[row],
                        "" + orders.configuration(orders.configurationNumbers[row]),
                        "" + orders.earliestBuckets[row],
                        "" + orders.promisedBuckets[row],
                        "" + orders.depositsMinor[row],
                        "" + orders.endDays[row],
                        "" + orders.cancelled[row]));
            }
        }
        return rows;
    }
}
