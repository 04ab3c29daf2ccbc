package io.rampline.desk.briefing.file;

import io.rampline.desk.money.MoneyReport;
import io.rampline.factory.Configuration;
import io.rampline.factory.Scenario;
import io.rampline.treasury.ledger.MoneyState;
import io.rampline.treasury.ledger.OrderMoney;
import io.rampline.treasury.statement.Obligations;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * The open orders one by one, with what each has paid: the list that the liabilities are the sums of. Amounts are in
 * major units.
 */
final class OpenItems {
    private static final String HEADS = "order_id,market,model,trim,state,ordered_on,locks_on,promised_week,"
            + "deposit,prepayment,contract_liability,refund_liability,claimable,beyond_expedient";

    private final MoneyReport report;
    private final OrderMoney items;
    private final RowBuffer csv;
    private final int day;

    private OpenItems(MoneyReport report, OutputStream out) {
        this.report = report;
        this.items = report.items();
        this.csv = new RowBuffer(out);
        this.day = Math.toIntExact(report.asOf().toEpochDay());
    }

    static void write(MoneyReport report, OutputStream out) throws IOException {
        new OpenItems(report, out).write();
    }

    private void write() throws IOException {
        csv.text(HEADS).endRow();
        for (int row = 0; row < items.size(); row++) {
            if (items.state(row).isOpen()) {
                write(row);
            }
        }
        csv.flush();
    }

    private void write(int row) throws IOException {
        Scenario scenario = report.scenario();
        Configuration car = items.contract(row).configuration();
        int bucket = items.promisedBucket(row);
        long locked = items.state(row) == MoneyState.RESERVED ? 0 : items.lockedPartMinor(row);
        csv.bytes(CsvText.cell(items.id(row))).comma();
        csv.bytes(CsvText.cell(car.market())).comma();
        csv.bytes(CsvText.cell(car.model())).comma();
        csv.bytes(CsvText.cell(car.trim())).comma();
        csv.text(StatementsJson.name(items.state(row))).comma();
        csv.text(LocalDate.ofEpochDay(items.orderedDay(row)).toString()).comma();
        csv.text(LocalDate.ofEpochDay(items.lockDay(row)).toString()).comma();
        csv.text(
                        bucket == OrderMoney.NONE
                                ? ""
                                : scenario.horizon().week(bucket).toString())
                .comma();
        amount(items.depositMinor(row));
        amount(items.prepaidMinor(row));
        amount(locked + items.prepaidMinor(row));
        amount(items.depositMinor(row) - locked);
        amount(items.ifItEnded(row, day).refundMinor());
        int expedientDays = scenario.deposits().money().financing().expedientDays();
        csv.text(Obligations.isBeyondExpedient(items, row, expedientDays) ? "yes" : "no")
                .endRow();
    }

    private void amount(long minor) throws IOException {
        String text = BigDecimal.valueOf(minor, report.scenario().currency().minorUnits())
                .toPlainString();
        csv.bytes(text.getBytes(StandardCharsets.US_ASCII)).comma();
    }
}
