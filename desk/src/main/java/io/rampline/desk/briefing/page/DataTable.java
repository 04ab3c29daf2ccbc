package io.rampline.desk.briefing.page;

import java.util.List;

/**
 * The numbers of a picture, for those who cannot see it or want to count.
 *
 * @param heads one more than a row has cells: the first is above the row names
 * @param keys style of the colour key of each column but the first; empty text for none
 */
record DataTable(String caption, List<String> heads, List<String> keys, List<Row> rows) {
    DataTable {
        heads = List.copyOf(heads);
        keys = List.copyOf(keys);
        rows = List.copyOf(rows);
    }

    record Row(String name, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    void write(Html html) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.open("table").words("caption", "", caption).open("thead").open("tr");
        for (int i = 0; i < heads.size(); i++) {
            String key = i == 0 ? "" : keys.get(i - 1);
            if (key.isEmpty()) {
                html.open("th", "scope", "col");
            } else {
                html.open("th", "scope", "col", "data-key", key);
            }
            html.text(heads.get(i)).close();
        }
        html.close().close().open("tbody");
        for (Row row : rows) {
            html.open("tr").open("th", "scope", "row").text(row.name()).close();
            row.cells().forEach(cell -> html.words("td", "", cell));
            html.close();
        }
        html.close().close().close();
    }
}
