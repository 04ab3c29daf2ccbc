package io.rampline.desk.briefing.page;

import java.util.List;

/** A table of words and figures; on a phone each row becomes a list. */
final class WordTable {
    private WordTable() {}

    /**
     * Writes it.
     *
     * @param title name of a text, for those who hear the page
     * @param heads names of texts, one for each cell of a row
     */
    static void write(Html html, Speech speech, String title, List<String> heads, List<List<String>> rows) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", speech.say(title));
        html.open("table", "class", "limits").words("caption", "hidden", speech.say(title));
        html.open("thead").open("tr");
        heads.forEach(
                head -> html.open("th", "scope", "col").text(speech.say(head)).close());
        html.close().close().open("tbody");
        for (List<String> row : rows) {
            html.open("tr").open("th", "scope", "row").text(row.getFirst()).close();
            for (int i = 1; i < row.size(); i++) {
                html.open("td", "data-head", speech.say(heads.get(i)))
                        .text(row.get(i))
                        .close();
            }
            html.close();
        }
        html.close().close().close();
    }
}
