package io.rampline.intake;

import io.rampline.factory.BillLine;
import io.rampline.factory.Need;
import io.rampline.factory.Part;
import io.rampline.factory.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code parts.csv}, {@code supply.csv} and {@code bill.csv}; the products and options have been read. */
record Parts(List<Part> parts, List<BillLine> bill, Names names) {
    static final String PARTS = "parts.csv";
    static final String SUPPLY = "supply.csv";
    static final String BILL = "bill.csv";

    private static final int PIECES_MAX = 100_000_000;
    private static final int QUANTITY_MAX = 1_000;

    private static final Shape PARTS_SHAPE = Shape.of(PARTS).required("part").optional("opening_stock", "unit_cost");

    private static final Shape SUPPLY_SHAPE =
            Shape.of(SUPPLY).required("part", "week", "units").rowsMax(Shape.WEEK_ROWS_MAX);

    private static final Shape BILL_SHAPE =
            Shape.of(BILL).required("part").optional("model", "trim", "option", "quantity", "offset_weeks");

    private record PartRow(String name, OptionalLong unitCostMinor, int openingStock) {}

    private record BillKey(Selector products, Optional<String> option, String part, int offsetWeeks) {}

    static Parts read(Folder folder, Basics basics, Sources sources, Catalogue catalogue, Names options) {
        Names names = new Names("part", PARTS);
        List<PartRow> rows = new ArrayList<>();
        if (folder.has(PARTS)) {
            boolean isWhole = Table.read(folder, PARTS_SHAPE, row -> {
                String name = row.name("part");
                row.define(names, "part", name);
                int stock = row.whole("opening_stock", 0, PIECES_MAX, 0);
                OptionalLong cost = row.findMoney("unit_cost", basics.currency());
                sources.of(row);
                if (row.isSound()) {
                    rows.add(new PartRow(name, cost, stock));
                }
            });
            if (!isWhole) {
                names.spoil();
            }
        }
        Map<String, WeekGrid> arrivals = readSupply(folder, basics, sources, names);
        List<Part> parts = new ArrayList<>();
        for (PartRow row : rows) {
            WeekGrid grid = arrivals.getOrDefault(row.name(), new WeekGrid(basics.horizon()));
            parts.add(new Part(row.name(), row.unitCostMinor(), row.openingStock(), grid.units(0)));
        }
        return new Parts(parts, readBill(folder, sources, catalogue, options, names), names);
    }

    private static Map<String, WeekGrid> readSupply(Folder folder, Basics basics, Sources sources, Names parts) {
        Map<String, WeekGrid> arrivals = new HashMap<>();
        if (folder.has(SUPPLY)) {
            Table.read(folder, SUPPLY_SHAPE, row -> {
                String part = row.name("part");
                row.mustBeIn(parts, "part", part);
                WeekRange weeks = row.weeks("week");
                int units = row.whole("units", 0, PIECES_MAX);
                sources.of(row);
                if (row.isSound()) {
                    arrivals.computeIfAbsent(part, _ -> new WeekGrid(basics.horizon()))
                            .add(row, "units", weeks, units, PIECES_MAX);
                }
            });
        }
        return arrivals;
    }

    private static List<BillLine> readBill(
            Folder folder, Sources sources, Catalogue catalogue, Names options, Names parts) {
        List<BillLine> bill = new ArrayList<>();
        if (!folder.has(BILL)) {
            return bill;
        }
        Map<BillKey, Integer> lines = new HashMap<>();
        Table.read(folder, BILL_SHAPE, row -> {
            Selector products = catalogue.selector(row, "model", "trim");
            Optional<String> option = row.findName("option");
            option.ifPresent(name -> row.mustBeIn(options, "option", name));
            String part = row.name("part");
            row.mustBeIn(parts, "part", part);
            int quantity = row.whole("quantity", 1, QUANTITY_MAX, 1);
            int offset = row.whole("offset_weeks", -Need.OFFSET_WEEKS_MAX, 0, 0);
            sources.of(row);
            if (row.isSound()) {
                Integer first = lines.putIfAbsent(new BillKey(products, option, part, offset), row.line());
                if (first != null) {
                    row.flaw("part", "each need once; it is on line " + first + " too", "one row with the sum");
                }
                bill.add(new BillLine(products, option, part, quantity, offset));
            }
        });
        return bill;
    }
}
