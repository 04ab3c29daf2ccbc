package io.rampline.desk.briefing.page;

import io.rampline.factory.Currency;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A table of figures whose rows have names. All its amounts are in one unit, which stands above it. On a phone each row
 * becomes a list.
 */
final class WordTable {
    private final Html html;
    private final Speech speech;
    private final Currency currency;

    WordTable(Html html, Speech speech, Currency currency) {
        this.html = html;
        this.speech = speech;
        this.currency = currency;
    }

    /** What stands in a cell. */
    sealed interface Cell {}

    record Words(String text) implements Cell {}

    record Amount(long minor) implements Cell {}

    /** A row: its name, and a cell for each column but the first. */
    record Row(String name, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        private LongStream amounts() {
            return cells.stream()
                    .flatMapToLong(
                            cell -> cell instanceof Amount amount ? LongStream.of(amount.minor()) : LongStream.empty());
        }
    }

    /**
     * Writes it.
     *
     * @param title name of a text, for those who hear the page
     * @param heads names of texts, one for the names and one for each cell of a row
     */
    void write(String title, List<String> heads, List<Row> rows) {
        TableUnit unit = TableUnit.of(currency, rows.stream().flatMapToLong(Row::amounts));
        html.words("p", "unit", unit.name(speech));
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", speech.say(title));
        html.open("table", "class", "limits").words("caption", "hidden", speech.say(title));
        html.open("thead").open("tr");
        html.open("th", "scope", "col").text(speech.say(heads.getFirst())).close();
        for (String head : heads.subList(1, heads.size())) {
            html.open("th", "scope", "col", "class", "number")
                    .text(speech.say(head))
                    .close();
        }
        html.close().close().open("tbody");
        for (Row row : rows) {
            html.open("tr").open("th", "scope", "row").text(row.name()).close();
            for (int i = 0; i < row.cells().size(); i++) {
                html.open("td", "class", "number", "data-head", speech.say(heads.get(i + 1)))
                        .text(text(row.cells().get(i), unit))
                        .close();
            }
            html.close();
        }
        html.close().close().close();
    }

    private String text(Cell cell, TableUnit unit) {
        return switch (cell) {
            case Words words -> words.text();
            case Amount amount -> unit.amount(amount.minor(), speech);
        };
    }
}
