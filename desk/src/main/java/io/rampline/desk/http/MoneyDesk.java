package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.factory.Scenario;
import io.rampline.promise.TimeOfBook;
import io.rampline.treasury.ledger.Account;
import io.rampline.treasury.ledger.Journal;
import io.rampline.treasury.ledger.Ledger;
import io.rampline.treasury.ledger.TrialBalance;
import io.rampline.treasury.statement.Exposure;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The money of the book, as of now or of an earlier day. The ledger follows the book: see {@link EntryReading}. */
final class MoneyDesk {
    private final Book book;
    private final Scenario scenario;
    private final Ledger ledger;
    private final EntryReading reading;

    MoneyDesk(Book book, LongSupplier clockNanos) {
        this.book = book;
        this.scenario = book.network().scenario();
        this.ledger = new Ledger(scenario, Journal.NONE);
        this.reading = new EntryReading(
                book,
                clockNanos,
                (entry, atMicros) -> ledger.add(
                        entry, Math.toIntExact(TimeOfBook.day(atMicros).toEpochDay())));
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/money", Permission.SEE_MONEY, this::money)
                .asking("as_of")
                .costing(Route.Cost.COSTLY));
    }

    private Reply money(Call call) {
        LocalDate today = TimeOfBook.day(book.now());
        LocalDate asOf = asOf(call.query().find("as_of"), today);
        synchronized (this) {
            reading.follow();
            int day = Math.toIntExact(today.toEpochDay());
            ledger.closeTo(day);
            TrialBalance balance = ledger.balance(Math.toIntExact(asOf.toEpochDay()));
            Exposure exposure = Exposure.of(
                    ledger.orders(), day, scenario.deposits().money().refunds().defaultBasisPoints());
            long position = reading.position();
            return Reply.ok(json -> write(json, position, asOf, balance, exposure));
        }
    }

    private void write(JsonGenerator json, long position, LocalDate asOf, TrialBalance balance, Exposure exposure)
            throws IOException {
        json.writeNumberField("position", position);
        json.writeStringField("as_of", asOf.toString());
        json.writeStringField("currency", scenario.currency().code());
        amount(json, "trial_balance_total", balance.totalMinor());
        amount(json, "contract_liability", balance.contractLiabilityMinor());
        amount(json, "refund_liability", balance.refundLiabilityMinor());
        json.writeArrayFieldStart("trial_balance");
        for (Account account : Account.values()) {
            json.writeStartObject();
            json.writeStringField("account", account.number());
            json.writeStringField("name", account.name().toLowerCase(Locale.ROOT));
            json.writeStringField("side", account.isDebit() ? "debit" : "credit");
            amount(json, "balance", balance.of(account));
            json.writeEndObject();
        }
        json.writeEndArray();
        Exposure.Sums all = exposure.all();
        json.writeObjectFieldStart("now");
        json.writeNumberField("open_orders", all.orders());
        amount(json, "deposits_held", all.depositsMinor());
        amount(json, "prepayments_held", all.prepaidMinor());
        amount(json, "claimable", all.claimMinor());
        amount(json, "claimable_cooling_off", all.coolingOffMinor());
        amount(json, "claimable_after_slip", all.slipMinor());
        amount(json, "claimable_if_default", all.ifDefaultMinor());
        json.writeEndObject();
    }

    private static LocalDate asOf(Optional<String> text, LocalDate today) {
        if (text.isEmpty()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(text.get());
            if (!day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeParseException none) {
            // Said below, as for a day to come.
        }
        throw Problem.parameter("as_of", text.get(), "a date not after today, " + today);
    }

    private void amount(JsonGenerator json, String name, long minor) throws IOException {
        json.writeNumberField(
                name, BigDecimal.valueOf(minor, scenario.currency().minorUnits()));
    }
}
