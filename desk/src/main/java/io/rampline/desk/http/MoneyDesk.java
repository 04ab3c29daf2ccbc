package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.desk.briefing.file.JournalTable;
import io.rampline.desk.briefing.file.StatementsJson;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.http.LiveCash.Outlook;
import io.rampline.desk.http.LiveCash.Progress;
import io.rampline.desk.money.CashFutures;
import io.rampline.desk.money.DailyJournal;
import io.rampline.desk.money.DailyJournal.Voucher;
import io.rampline.desk.money.MoneyCount;
import io.rampline.desk.money.Quarters;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.promise.TimeOfBook;
import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.cash.Flow;
import io.rampline.treasury.cash.GrantedRefunds;
import io.rampline.treasury.ledger.Ledger;
import io.rampline.treasury.ledger.OrderMoney;
import io.rampline.treasury.ledger.TrialBalance;
import io.rampline.treasury.statement.Exposure;
import io.rampline.treasury.statement.Obligations;
import io.rampline.treasury.statement.RefundRisk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The money of the book, as of now or of an earlier day. The ledger follows the book: see {@link EntryReading}. */
final class MoneyDesk {
    /** Two years of roll-forwards: the one that is told and the one it is compared with. */
    private static final int QUARTERS = 8;

    private final Book book;
    private final Scenario scenario;
    private final Uncertainty uncertainty;
    private final DailyJournal journal = new DailyJournal(Integer.MAX_VALUE);
    private final Ledger ledger;
    private final EntryReading reading;
    private final LiveCash cash;
    private Optional<Answered> last = Optional.empty();

    /** An answer that holds as long as neither the book moves nor the day ends. */
    private record Answered(long position, LocalDate today, LocalDate asOf, Reply reply) {}

    MoneyDesk(Book book, Uncertainty uncertainty, LiveCash cash, LongSupplier clockNanos) {
        this.book = book;
        this.scenario = book.network().scenario();
        this.uncertainty = uncertainty;
        this.cash = cash;
        this.ledger = new Ledger(scenario, journal);
        this.reading = new EntryReading(
                book,
                clockNanos,
                (entry, atMicros) -> ledger.add(
                        entry, Math.toIntExact(TimeOfBook.day(atMicros).toEpochDay())));
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/money", Permission.SEE_MONEY, this::money)
                        .asking("as_of")
                        .costing(Route.Cost.COSTLY),
                Route.get("/api/v1/money-journal", Permission.SEE_MONEY, this::journal)
                        .asking("from", "to", "lang")
                        .producing(MediaTypes.CSV)
                        .costing(Route.Cost.COSTLY),
                Route.get("/api/v1/cash-outlook", Permission.SEE_MONEY, this::outlook));
    }

    private Reply money(Call call) {
        LocalDate today = TimeOfBook.day(book.now());
        LocalDate asOf = day(call, "as_of", today, today);
        synchronized (this) {
            reading.follow();
            Optional<Answered> same = last.filter(known -> known.position() == reading.position()
                    && known.today().equals(today)
                    && known.asOf().equals(asOf));
            if (same.isEmpty()) {
                ledger.closeTo(Math.toIntExact(today.toEpochDay()));
                long position = reading.position();
                Reply reply = Reply.ok(json -> write(json, position, today, asOf));
                last = Optional.of(new Answered(position, today, asOf, reply));
            }
            return last.orElseThrow().reply();
        }
    }

    private void write(JsonGenerator json, long position, LocalDate today, LocalDate asOf) throws IOException {
        StatementsJson statements = new StatementsJson(json, scenario.currency());
        TrialBalance balance = ledger.balance(Math.toIntExact(asOf.toEpochDay()));
        json.writeNumberField("position", position);
        json.writeStringField("as_of", asOf.toString());
        json.writeStringField("currency", scenario.currency().code());
        statements.amount("trial_balance_total", balance.totalMinor());
        statements.amount("contract_liability", balance.contractLiabilityMinor());
        statements.amount("refund_liability", balance.refundLiabilityMinor());
        statements.trialBalance(balance);
        statements.rollForward(Quarters.upTo(ledger, asOf, QUARTERS));
        now(json, statements, Math.toIntExact(today.toEpochDay()));
    }

    private void now(JsonGenerator json, StatementsJson statements, int day) throws IOException {
        OrderMoney orders = ledger.orders();
        int defaultBasisPoints = scenario.deposits().money().refunds().defaultBasisPoints();
        Exposure exposure = Exposure.of(orders, day, defaultBasisPoints);
        RefundRisk risk = MoneyCount.risk(orders, day, scenario, uncertainty.leaving());
        json.writeObjectFieldStart("now");
        statements.exposure(exposure.all());
        statements.amount(
                "claimable_tomorrow",
                Exposure.of(orders, day + 1, defaultBasisPoints).all().claimMinor());
        statements.exposures(exposure.byModel());
        statements.risks(
                MoneyCount.RISK_WEEKS.stream().map(risk::within).toList(),
                RefundRisk.runs(orders, day, MoneyCount.RUNS));
        statements.obligations(
                Obligations.of(orders, scenario.deposits().money().financing().expedientDays()));
        json.writeEndObject();
    }

    private Reply journal(Call call) {
        LocalDate today = TimeOfBook.day(book.now());
        LocalDate to = day(call, "to", today, today);
        LocalDate from = day(call, "from", LocalDate.EPOCH, to);
        Speech speech = new Speech(texts(call));
        List<Voucher> vouchers;
        synchronized (this) {
            reading.follow();
            ledger.closeTo(Math.toIntExact(today.toEpochDay()));
            vouchers = journal.vouchers().stream()
                    .filter(voucher -> voucher.day() >= from.toEpochDay() && voucher.day() <= to.toEpochDay())
                    .toList();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JournalTable.write(vouchers, scenario.currency(), speech, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot fail", impossible);
        }
        return new Reply.Whole(Reply.OK, MediaTypes.CSV, bytes.toByteArray());
    }

    private static Texts texts(Call call) {
        String language = call.query().find("lang").orElse("en");
        return Stream.of(Texts.english(), Texts.german())
                .filter(texts -> texts.language().getLanguage().equals(language.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.parameter("lang", language, "en or de"));
    }

    private static LocalDate day(Call call, String name, LocalDate otherwise, LocalDate latest) {
        Optional<String> text = call.query().find(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(text.get());
            if (!day.isAfter(latest) && !day.isBefore(LocalDate.EPOCH)) {
                return day;
            }
        } catch (DateTimeParseException none) {
            // Said below, as for a day to come.
        }
        throw Problem.dayOutside(name, text.get(), LocalDate.EPOCH, latest);
    }

    private CashFutures.Granted granted() {
        int today = Math.toIntExact(TimeOfBook.day(book.now()).toEpochDay());
        synchronized (this) {
            reading.follow();
            long[] byBucket = GrantedRefunds.after(ledger, today, scenario.horizon());
            return bucket -> byBucket[bucket];
        }
    }

    private Reply outlook(Call call) {
        Optional<Outlook> known = cash.look(granted());
        Progress progress = cash.progress();
        return Reply.ok(json -> {
            json.writeStringField(
                    "state",
                    progress.isCounting()
                            ? "counting"
                            : known.isPresent() ? "counted" : progress.why().isEmpty() ? "not_yet_counted" : "failed");
            json.writeNumberField("done", progress.done());
            json.writeNumberField("most", LiveCash.FUTURES);
            json.writeStringField("why", progress.why());
            json.writeStringField("why_code", progress.hindrance().code());
            json.writeFieldName("outlook");
            if (known.isPresent()) {
                write(json, known.get());
            } else {
                json.writeNull();
            }
        });
    }

    private void write(JsonGenerator json, Outlook outlook) throws IOException {
        StatementsJson statements = new StatementsJson(json, scenario.currency());
        CashPlan plan = outlook.plan();
        json.writeStartObject();
        json.writeNumberField("position", outlook.position());
        json.writeNumberField("age_seconds", cash.age(outlook).toSeconds());
        json.writeNumberField("futures", outlook.spread().futures());
        json.writeBooleanField("opening_cash_known", scenario.planning().cash().isPresent());
        json.writeBooleanField("production_cost_known", outlook.productionKnown());
        json.writeNumberField("weeks_below_floor", plan.weeksBelowFloor());
        json.writeArrayFieldStart("flows");
        for (Flow flow : Flow.values()) {
            json.writeStartObject();
            json.writeStringField("flow", flow.name().toLowerCase(Locale.ROOT));
            statements.amount("sum", plan.sum(flow));
            json.writeEndObject();
        }
        json.writeEndArray();
        statements.cashByWeek(scenario.horizon(), plan, outlook.spread());
        json.writeEndObject();
    }
}
