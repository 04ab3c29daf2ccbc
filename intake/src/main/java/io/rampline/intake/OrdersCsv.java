package io.rampline.intake;

/** Reads {@code orders.csv}. */
final class OrdersCsv {
    static final String FILE = "orders.csv";

    private OrdersCsv() {}

    static OrderColumns read(Folder folder, OrderRules rules) {
        OrderColumns orders = new OrderColumns(1024);
        Table.read(folder, OrderRow.SHAPE, row -> OrderRow.read(row, rules, orders));
        findRepeatedIds(folder.flaws(), FILE, 1, orders);
        return orders;
    }

    /** @param column where the ids stand, counted from 1 */
    static void findRepeatedIds(FlawBook flaws, String file, int column, OrderColumns orders) {
        IdIndex index = new IdIndex(orders.ids, orders.size());
        for (int row = 0; row < orders.size(); row++) {
            int first = index.addOrFind(row);
            if (first >= 0) {
                flaws.add(new Flaw(
                        file,
                        orders.lines[row],
                        column,
                        Wording.quoted(orders.ids[row]),
                        "each id once; it is on line " + orders.lines[first] + " too",
                        "one order twice in the file"));
            }
        }
    }
}
