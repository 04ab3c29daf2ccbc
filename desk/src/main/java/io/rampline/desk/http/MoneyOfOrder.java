package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.factory.Scenario;
import io.rampline.orderbook.RecordedEntry;
import io.rampline.promise.TimeOfBook;
import io.rampline.treasury.ledger.Account;
import io.rampline.treasury.ledger.Cause;
import io.rampline.treasury.ledger.Ledger;
import io.rampline.treasury.ledger.OrderMoney;
import io.rampline.treasury.ledger.Settlement;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The money of one order: the ledger of its own entries alone, which are the same lines that the whole book's ledger
 * has of it. O(entries of the order).
 */
final class MoneyOfOrder {
    private static final int ROW = 0;

    private final Scenario scenario;
    private final OrderMoney money;
    private final List<Payment> payments;
    private final List<Payment> toCome;
    private final int today;

    /** Money that comes from the customer, or goes back to him where it is negative. */
    record Payment(LocalDate day, Cause cause, long amountMinor) {}

    private MoneyOfOrder(Scenario scenario, OrderMoney money, List<Payment> payments, int today) {
        this.scenario = scenario;
        this.money = money;
        LocalDate last = LocalDate.ofEpochDay(today);
        this.payments = payments.stream()
                .filter(payment -> !payment.day().isAfter(last))
                .toList();
        this.toCome =
                payments.stream().filter(payment -> payment.day().isAfter(last)).toList();
        this.today = today;
    }

    /** @param history every entry about the order, oldest first, one at least */
    static MoneyOfOrder of(Book book, List<RecordedEntry> history) {
        List<Payment> payments = new ArrayList<>();
        Scenario scenario = book.network().scenario();
        Ledger ledger = new Ledger(scenario, (day, _, _, cause, debit, credit, amountMinor) -> {
            if (debit == Account.CASH) {
                payments.add(new Payment(LocalDate.ofEpochDay(day), cause, amountMinor));
            } else if (credit == Account.CASH) {
                payments.add(new Payment(LocalDate.ofEpochDay(day), cause, -amountMinor));
            }
        });
        for (RecordedEntry entry : history) {
            ledger.add(entry.entry(), day(book.timeOf(entry.recordedAt())));
        }
        int today = day(book.now());
        ledger.closeTo(today);
        return new MoneyOfOrder(scenario, ledger.orders(), payments, today);
    }

    private static int day(long micros) {
        return Math.toIntExact(TimeOfBook.day(micros).toEpochDay());
    }

    /** What the customer has paid up to today, less what was paid back. */
    long paidMinor() {
        return payments.stream().mapToLong(Payment::amountMinor).sum();
    }

    /** What is booked already and paid on a later day: a refund that is granted. */
    List<Payment> toCome() {
        return toCome;
    }

    /** What the customer would get back today; empty while or when no money of his is held. */
    Optional<Settlement> ifItEnded() {
        return money.state(ROW).isOpen() ? Optional.of(money.ifItEnded(ROW, today)) : Optional.empty();
    }

    /** Until when the deposit may be taken back; empty when that is over, nothing is held or nothing was paid. */
    Optional<LocalDate> coolingOffUntil() {
        int lock = money.lockDay(ROW);
        return money.state(ROW).isOpen() && lock > today && paidMinor() > 0
                ? Optional.of(LocalDate.ofEpochDay(lock))
                : Optional.empty();
    }

    /** What the car costs beyond what is paid; 0 when nothing is due any more. */
    long balanceMinor() {
        return money.state(ROW).isOpen() ? Math.max(0, money.contract(ROW).priceMinor() - paidMinor()) : 0;
    }

    /** What is due before the handover beyond what is paid. */
    long prepaymentDueMinor() {
        return money.state(ROW).isOpen() ? Math.max(0, money.contract(ROW).prepaidMinor() - paidMinor()) : 0;
    }

    /** When the prepayment for a car of that week is due: not before the order is locked. */
    LocalDate prepaymentDay(LocalDate mondayOfDelivery) {
        LocalDate due = mondayOfDelivery.minusDays(
                scenario.deposits().money().prepayment().dueDays());
        LocalDate lock = LocalDate.ofEpochDay(money.lockDay(ROW));
        return due.isBefore(lock) ? lock : due;
    }

    /** As an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("money");
        json.writeStringField("state", money.state(ROW).name().toLowerCase(Locale.ROOT));
        json.writeNumberField("price_minor", money.contract(ROW).priceMinor());
        json.writeNumberField("paid_minor", paidMinor());
        json.writeNumberField("balance_minor", balanceMinor());
        json.writeStringField(
                "cooling_off_until", coolingOffUntil().map(LocalDate::toString).orElse(null));
        json.writeArrayFieldStart("payments");
        for (Payment payment : payments) {
            json.writeStartObject();
            json.writeStringField("day", payment.day().toString());
            json.writeStringField("what", payment.cause().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("amount_minor", payment.amountMinor());
            json.writeEndObject();
        }
        json.writeEndArray();
        settlement(json);
        json.writeEndObject();
    }

    /** What becomes of the money if the order is cancelled today; null when none is held. */
    void settlement(JsonGenerator json) throws IOException {
        Optional<Settlement> settlement = ifItEnded();
        if (settlement.isEmpty()) {
            json.writeNullField("if_cancelled");
            return;
        }
        json.writeObjectFieldStart("if_cancelled");
        json.writeStringField("cause", settlement.get().cause().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("paid_minor", paidMinor());
        json.writeNumberField("refund_minor", settlement.get().refundMinor());
        json.writeNumberField(
                "kept_minor",
                settlement.get().forfeitedMinor() + settlement.get().forfeitedPrepaymentMinor());
        json.writeNumberField("penalty_minor", settlement.get().penaltyMinor());
        json.writeNumberField("pay_days", scenario.deposits().money().refunds().payDays());
        json.writeEndObject();
    }
}
