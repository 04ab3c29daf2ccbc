package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.briefing.file.JsonText;
import io.rampline.desk.scenario.OrderImport;
import io.rampline.desk.scenario.OrdersForBook;
import io.rampline.desk.scenario.PublicCommitments;
import io.rampline.intake.Flaw;
import io.rampline.intake.Progress;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioContents;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.orderbook.credibility.CommitmentLedger;
import io.rampline.promise.TimeOfBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One import, from its first byte to its last order; read by others while it runs. */
final class ImportRun {
    /** So that customers who book meanwhile do not stand behind a full queue. */
    private static final int UNDER_WAY_MOST = 1_000;

    private final String id;
    private final String actor;
    private final Instant startedAt;
    private final Book book;
    private final List<String> ignored;
    private volatile State state = State.READING;
    private volatile String why = "";
    private volatile Optional<OrderImport> taking = Optional.empty();
    private volatile int orders;
    private volatile int past;
    private volatile List<Flaw> flaws = List.of();
    private volatile int moreFlaws;
    private volatile List<String> differing = List.of();
    private volatile int noted;
    private volatile List<String> refusedCommitments = List.of();
    private Ending ending = new Ending(State.STOPPED, "a fault of the program; it stands in the log");

    private record Ending(State state, String why) {}

    /** How far it is. */
    enum State {
        READING,
        TAKING_OVER,
        DONE,
        /** Nothing was taken over: the files have flaws. */
        FLAWED,
        /** Ended before its end; what was taken over is in the book. */
        STOPPED
    }

    ImportRun(String id, String actor, Instant startedAt, Book book, List<String> ignored) {
        this.id = id;
        this.actor = actor;
        this.startedAt = startedAt;
        this.book = book;
        this.ignored = ignored;
    }

    String id() {
        return id;
    }

    /** Does it all. Others see that it has ended only when {@link #tellEnd} says so. */
    void carryOut(Path given, BooleanSupplier mayGoOn) {
        try {
            OrdersForBook.Read read =
                    OrdersForBook.read(book.scenarioFiles(), TimeOfBook.day(book.now()), given, Progress.NONE);
            differing = read.differing();
            switch (read.reading()) {
                case Reading.Flawed flawed -> {
                    flaws = flawed.flaws();
                    moreFlaws = flawed.more();
                    ending = new Ending(State.FLAWED, "the files have flaws; nothing was taken over");
                }
                case Reading.Sound sound -> takeOver(sound.contents(), mayGoOn);
            }
        } catch (OrderImport.Stopped | IOException | BookUnavailable stopped) {
            ending = new Ending(State.STOPPED, String.valueOf(stopped.getMessage()));
        }
    }

    private void takeOver(ScenarioContents contents, BooleanSupplier mayGoOn) throws OrderImport.Stopped {
        orders = contents.openOrders().size();
        past = contents.history().size();
        OrderImport run = new OrderImport(book::submit, actor, UNDER_WAY_MOST, mayGoOn);
        taking = Optional.of(run);
        state = State.TAKING_OVER;
        CommitmentLedger.Additions said = CommitmentLedger.additions(
                PublicCommitments.of(contents), book.notices().all());
        if (!said.notices().isEmpty()) {
            book.notices().post(actor, "", said.notices());
        }
        noted = said.notices().size();
        refusedCommitments =
                said.refused().stream().map(CommitmentLedger.Refusal::toString).toList();
        run.run(contents.openOrders(), _ -> {});
        ending = new Ending(State.DONE, "");
    }

    /**
     * To be called by who carried it out, when the next import may begin: whoever hears of the end may send another.
     */
    void tellEnd() {
        why = ending.why();
        state = ending.state();
    }

    void write(JsonGenerator json) throws IOException {
        State now = state;
        OrderImport.Count count = taking.map(OrderImport::count).orElse(new OrderImport.Count(0, 0, 0, 0, List.of()));
        json.writeStringField("import_id", id);
        json.writeStringField("state", now.name().toLowerCase(Locale.ROOT));
        json.writeStringField("why", why);
        json.writeStringField("started_by", actor);
        json.writeStringField("started_at", startedAt.toString());
        json.writeNumberField("orders", orders);
        json.writeNumberField("done", count.done());
        json.writeNumberField("taken_over", count.taken());
        json.writeNumberField("known", count.known());
        json.writeNumberField("beyond_horizon", count.beyondHorizon());
        json.writeNumberField("refused", count.refused());
        JsonText.texts(json, "refusals", count.refusals());
        json.writeNumberField("past_orders_left_out", past);
        json.writeNumberField("notices_of_commitments", noted);
        JsonText.texts(json, "refused_commitments", refusedCommitments);
        ScenarioDesk.flaws(json, "flaws", flaws);
        json.writeNumberField("more_flaws", moreFlaws);
        JsonText.texts(json, "files_not_used", differing);
        JsonText.texts(json, "ignored_files", ignored);
    }
}
