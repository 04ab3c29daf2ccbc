package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.PromisedBook;
import java.io.IOException;
import java.io.OutputStream;

/** {@code promises.csv}: one row for each open order, in rank order. */
final class PromisesCsv {
    private PromisesCsv() {}

    static void write(PromisedBook book, OutputStream out) throws IOException {
        PromiseRows rows = new PromiseRows(book);
        RowBuffer csv = new RowBuffer(out);
        csv.text(String.join(",", PromiseRows.COLUMNS)).endRow();
        for (int row = 0; row < rows.size(); row++) {
            csv.bytes(CsvText.cell(rows.id(row))).comma();
            if (rows.isPromised(row)) {
                csv.bytes(CsvText.cell(rows.line(row))).comma();
                csv.text(rows.buildWeek(row)).comma();
                csv.text(rows.deliveryWeek(row)).comma();
                csv.text(rows.windowEarly(row)).comma();
                csv.text(rows.windowLate(row)).comma();
                csv.text(rows.windowProbability(row)).comma();
            } else {
                csv.text(",,,,,,");
            }
            csv.bytes(CsvText.cell(rows.binding(row))).endRow();
        }
        csv.flush();
    }
}
