package io.rampline.intake;

/** Reads {@code orders.parquet}. */
final class OrdersParquet {
    static final String FILE = "orders.parquet";

    private OrdersParquet() {}

    static OrderColumns read(Folder folder, OrderRules rules) {
        folder.unreadable(FILE, new UnsupportedOperationException("Parquet is not read yet"));
        return new OrderColumns(rules.lastPriorityClass());
    }
}
