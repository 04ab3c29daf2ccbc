package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.file.MoneySheet.Amount;
import io.rampline.desk.briefing.file.MoneySheet.Cell;
import io.rampline.desk.briefing.file.MoneySheet.Day;
import io.rampline.desk.briefing.file.MoneySheet.Empty;
import io.rampline.desk.briefing.file.MoneySheet.Text;
import io.rampline.desk.briefing.file.MoneySheet.Whole;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.money.DailyJournal.Voucher;
import io.rampline.factory.Currency;
import io.rampline.treasury.ledger.Account;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The journal, two lines for each voucher, as accounting systems take it: one debits, one credits. */
public final class JournalTable {
    private JournalTable() {}

    /** Writes vouchers as CSV, amounts in major units. */
    public static void write(List<Voucher> vouchers, Currency currency, Speech speech, OutputStream out)
            throws IOException {
        MoneyTables.write(of(vouchers, currency, speech), out);
    }

    static MoneySheet of(List<Voucher> vouchers, Currency currency, Speech speech) {
        List<List<Cell>> rows = new ArrayList<>();
        long number = 0;
        for (Voucher voucher : vouchers) {
            number++;
            rows.add(row(number, voucher, true, currency, speech));
            rows.add(row(number, voucher, false, currency, speech));
        }
        List<String> heads =
                List.of("voucher", "date", "account", "name", "debit", "credit", "currency", "cause", "orders");
        return MoneySheet.of("journal", "money.journal.title", heads, speech, Set.of(4, 5), rows);
    }

    private static List<Cell> row(long number, Voucher voucher, boolean debit, Currency currency, Speech speech) {
        Account account = debit ? voucher.debit() : voucher.credit();
        Cell amount = Amount.of(voucher.amountMinor(), currency.minorUnits());
        return List.of(
                new Whole(number),
                new Day(LocalDate.ofEpochDay(voucher.day())),
                new Text(account.number()),
                new Text(speech.say("account." + account.name())),
                debit ? amount : new Empty(),
                debit ? new Empty() : amount,
                new Text(currency.code()),
                new Text(speech.say("cause." + voucher.cause().name())),
                new Whole(voucher.lines()));
    }
}
