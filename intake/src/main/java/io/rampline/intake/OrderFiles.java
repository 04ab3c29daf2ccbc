package io.rampline.intake;

import io.rampline.intake.RepeatedIds.Repeated;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Reads the one file of orders that a folder has, in whichever form. */
final class OrderFiles {
    private static final List<String> FORMS = List.of(OrdersCsv.FILE, OrdersParquet.FILE, OrderCounts.FILE);

    /** Fewer are done before another thread has started. */
    private static final int ORDERS_WORTH_THREADS = 20_000;

    private final Folder folder;
    private final OrderRules rules;
    private final Threads threads;

    private OrderFiles(Folder folder, OrderRules rules, Threads threads) {
        this.folder = folder;
        this.rules = rules;
        this.threads = threads;
    }

    /** The book; empty when the folder has no orders, or any flaw. */
    static OrderBook read(Folder folder, OrderRules rules, Threads threads) {
        return new OrderFiles(folder, rules, threads).read();
    }

    private OrderBook read() {
        List<String> present = FORMS.stream().filter(folder::has).toList();
        if (present.size() > 1) {
            folder.flaws()
                    .add(Folder.wholeFile(
                            present.get(1),
                            String.join(" and ", present),
                            "one file of orders",
                            "move the others out of the folder"));
        }
        if (folder.has(OrderCounts.DELIVERIES) && !folder.has(OrderCounts.FILE)) {
            folder.flaws()
                    .add(Folder.wholeFile(
                            OrderCounts.DELIVERIES,
                            "no " + OrderCounts.FILE,
                            OrderCounts.DELIVERIES + " only beside it",
                            "the column delivered_on of the orders, or " + OutturnFiles.DELIVERIES));
        }
        OrderBook book = OrderBook.EMPTY;
        for (String file : present) {
            book = switch (file) {
                case OrdersCsv.FILE -> ranked(file, OrdersCsv.read(folder, rules, threads));
                case OrdersParquet.FILE -> ranked(file, OrdersParquet.read(folder, rules, threads));
                default -> book(OrderCounts.read(folder, rules));
            };
        }
        return book;
    }

    private OrderBook book(OrderColumns orders) {
        return folder.flaws().hasFlaws() ? OrderBook.EMPTY : OrderBook.of(orders, RankOrder.of(orders));
    }

    /** Looks for ids used twice while the rank order is found. */
    private OrderBook ranked(String file, OrderColumns orders) {
        List<Repeated> repeated = new ArrayList<>();
        List<Callable<int[]>> tasks = List.of(
                () -> {
                    repeated.addAll(RepeatedIds.find(orders));
                    return new int[0];
                },
                () -> folder.flaws().hasFlaws() ? new int[0] : RankOrder.of(orders));
        Threads sideBySide = orders.size() < ORDERS_WORTH_THREADS ? Threads.of(1) : threads;
        int[] rows = sideBySide.run(tasks).getLast();
        for (Repeated again : repeated) {
            folder.flaws()
                    .add(new Flaw(
                            file,
                            orders.lines[again.row()],
                            orders.idColumn(),
                            Wording.quoted(orders.ids[again.row()]),
                            "each id once; it is on line " + orders.lines[again.firstRow()] + " too",
                            "one order twice in the file"));
        }
        return folder.flaws().hasFlaws() ? OrderBook.EMPTY : OrderBook.of(orders, rows);
    }
}
