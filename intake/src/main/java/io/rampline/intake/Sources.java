package io.rampline.intake;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code sources.csv}, and the {@code source} cells of all other files. */
record Sources(List<Source> list, Names names) {
    static final String FILE = "sources.csv";

    private static final Shape SHAPE = new Shape(FILE, List.of(new Shape.Column("note", false)), Shape.ROWS_MAX)
            .required("source", "url")
            .optional("published", "grade");

    static Sources read(Folder folder) {
        List<Source> sources = new ArrayList<>();
        Names names = new Names("source", FILE);
        if (folder.has(FILE)) {
            boolean isWhole = Table.read(folder, SHAPE, row -> {
                String key = row.name("source");
                row.define(names, "source", key);
                Source source = new Source(key, url(row), row.freeText("published"), row.grade("grade"));
                if (row.isSound()) {
                    sources.add(source);
                }
            });
            if (!isWhole) {
                names.spoil();
            }
        }
        return new Sources(sources, names);
    }

    private static String url(Row row) {
        if (row.isEmpty("url")) {
            row.flaw("url", "an address such as https://example.org/page", "");
        }
        return row.freeText("url");
    }

    /** The keys in the {@code source} cell of a row of another file. */
    List<String> of(Row row) {
        List<String> keys = row.list("source");
        keys.forEach(key -> row.mustBeIn(names, "source", key));
        return keys;
    }
}
