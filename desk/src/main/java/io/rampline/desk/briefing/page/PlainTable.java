package io.rampline.desk.briefing.page;

import java.util.List;

/** A table of words; on a phone each row becomes a card. */
final class PlainTable {
    private PlainTable() {}

    /**
     * Writes it.
     *
     * @param title for those who hear the page
     * @param heads one for each cell of a row, whose first names it
     */
    static void write(Html html, String title, List<String> heads, List<List<String>> rows) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", title);
        html.open("table", "class", "limits").words("caption", "hidden", title);
        html.open("thead").open("tr");
        heads.forEach(head -> html.open("th", "scope", "col").text(head).close());
        html.close().close().open("tbody");
        for (List<String> row : rows) {
            html.open("tr").open("th", "scope", "row").text(row.getFirst()).close();
            for (int i = 1; i < row.size(); i++) {
                // On a phone the rows become cards, and each figure needs its name beside it.
                html.open("td", "data-head", heads.get(i)).text(row.get(i)).close();
            }
            html.close();
        }
        html.close().close().close();
    }
}
