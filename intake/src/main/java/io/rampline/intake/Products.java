package io.rampline.intake;

import io.rampline.factory.Product;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code products.csv}; {@code lines.csv} has been read. */
record Products(List<Product> list, Catalogue catalogue) {
    private static final Shape SHAPE = Shape.of(Catalogue.FILE)
            .required("model", "trim", "price")
            .optional("unit_cost", "compensation_per_week", "lines");

    static Products read(Folder folder, Basics basics, Sources sources, LineRows lines) {
        List<Product> products = new ArrayList<>();
        Catalogue catalogue = new Catalogue();
        if (!folder.has(Catalogue.FILE)) {
            folder.missing(Catalogue.FILE, "the file with at least one product");
            catalogue.spoil();
            return new Products(products, catalogue);
        }
        boolean isWhole = Table.read(folder, SHAPE, row -> {
            Product product = read(row, basics, catalogue, lines);
            sources.of(row);
            if (row.isSound()) {
                products.add(product);
            }
        });
        if (!isWhole) {
            catalogue.spoil();
        } else if (catalogue.isEmpty()) {
            catalogue.spoil();
            folder.flaws().add(Folder.wholeFile(Catalogue.FILE, "no product", "at least one row", ""));
        }
        return new Products(products, catalogue);
    }

    private static Product read(Row row, Basics basics, Catalogue catalogue, LineRows lines) {
        String model = row.name("model");
        String trim = row.name("trim");
        catalogue
                .define(model, trim, row.line())
                .ifPresent(
                        first -> row.flaw("trim", "each product once; it is on line " + first + " too", "delete one"));
        return new Product(
                model,
                trim,
                row.money("price", basics.currency()),
                row.findMoney("unit_cost", basics.currency()),
                row.money("compensation_per_week", basics.currency(), 0),
                lines(row, model, lines));
    }

    private static List<String> lines(Row row, String model, LineRows lines) {
        if (!Spelling.isName(model)) {
            return List.of();
        }
        if (row.isEmpty("lines")) {
            List<String> all = lines.building(model);
            if (all.isEmpty() && lines.mayBuild()) {
                row.unsoundWithoutFlaw();
            } else if (all.isEmpty()) {
                row.flaw("model", "a model that some line of " + LineRows.FILE + " builds", lines.maybeModel(model));
            }
            return all;
        }
        List<String> named = row.list("lines");
        for (String line : named) {
            row.mustBeIn(lines.names(), "lines", line);
            if (lines.names().has(line) && !lines.builds(line, model)) {
                row.flaw(
                        "lines",
                        "lines that build " + model,
                        "add " + model + " to the models of " + line + " in " + LineRows.FILE);
            }
        }
        return named;
    }
}
