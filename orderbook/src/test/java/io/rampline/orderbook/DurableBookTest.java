package io.rampline.orderbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rampline.orderbook.server.ServerForTests;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Entry;
import io.rampline.promise.Level;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.Reason;
import io.rampline.promise.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The book on a real server. */
class DurableBookTest {
    private final SmallFactory factory = new SmallFactory();
    private BookDatabase database;
    private DurableBook book;

    @BeforeEach
    void open() throws SQLException {
        ServerForTests.Database empty = ServerForTests.newDatabase();
        database = BookDatabase.open(empty.jdbcUrl(), empty.owner());
        assertThat(database.holdsBook()).isFalse();
        database.make(factory.network(), factory.files(), factory.orders(3), factory.clockOffset());
        assertThat(database.holdsBook()).isTrue();
        book = DurableBook.open(database, factory.network(), BookSettings.USUAL);
    }

    @AfterEach
    void close() {
        book.close();
        database.close();
    }

    @Test
    void whatWasAnsweredIsThereAfterARestart() throws SQLException {
        Answer.Booked booked = (Answer.Booked) answer(new Command.Book(factory.order("A")));
        assertThat(booked.promise()).isInstanceOf(Promise.Dated.class);
        byte[] before = book.view().copy().image().bytes();
        book.close();
        book = DurableBook.open(database, factory.network(), BookSettings.USUAL);
        assertThat(Arrays.equals(book.view().copy().image().bytes(), before)).isTrue();
        OrderRecord found = book.reader().order("A").orElseThrow();
        assertThat(found.first()).isEqualTo(booked.promise());
        assertThat(found.state()).isEqualTo(OrderRecord.State.BOOKED);
        assertThat(found.bookedBy()).isEqualTo("ann");
    }

    @Test
    void theStateComesBackFromEntriesAloneWhenTheSnapshotIsBroken() throws SQLException {
        for (int i = 0; i < 30; i++) {
            answer(new Command.Book(factory.order("o" + i)));
        }
        answer(new Command.Cancel("o7"));
        byte[] before = book.view(Duration.ZERO).copy().image().bytes();
        book.close();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update rampline.snapshot set bytes = substr(bytes, 2)"))
                    .isPositive();
        }
        book = DurableBook.open(database, factory.network(), BookSettings.USUAL);
        assertThat(Arrays.equals(book.view().copy().image().bytes(), before)).isTrue();
    }

    @Test
    void bookingTwiceBooksOnce() {
        Command command = new Command.Book(factory.lockedNow("A"));
        Outcome first = ask(command);
        Outcome again = ask(command);
        assertThat(first)
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.repeated()).isFalse());
        assertThat(again).isInstanceOfSatisfying(Outcome.Answered.class, answered -> {
            assertThat(answered.repeated()).isTrue();
            assertThat(answered.answer()).isEqualTo(((Outcome.Answered) first).answer());
        });
        Order other = factory.order("A", "far");
        assertThat(answer(new Command.Book(other)))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.DUPLICATE_ID));
    }

    @Test
    void aRequestWithAnIdIsCarriedOutOnce() throws SQLException {
        answer(new Command.Book(factory.order("A")));
        Request cut = new Request(
                "pat",
                Optional.of("cut-1"),
                Optional.of("press line down"),
                new Command.SetCapacity(0, factory.firstWeek(), 1));
        Outcome first = book.ask(cut);
        Outcome again = book.ask(cut);
        assertThat(((Outcome.Answered) again).answer()).isEqualTo(((Outcome.Answered) first).answer());
        assertThat(((Outcome.Answered) again).repeated()).isTrue();
        Request other = new Request(
                "pat", Optional.of("cut-1"), Optional.empty(), new Command.SetCapacity(0, factory.firstWeek(), 2));
        assertThat(book.ask(other)).isEqualTo(new Outcome.RequestIdReused("cut-1"));
        book.close();
        book = DurableBook.open(database, factory.network(), BookSettings.USUAL);
        assertThat(((Outcome.Answered) book.ask(cut)).repeated()).isTrue();
        List<RecordedEntry> entries = book.reader().after(0, 1000);
        assertThat(entries)
                .filteredOn(entry -> entry.entry() instanceof Entry.CapacityChanged)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("pat");
                    assertThat(entry.reason()).isEqualTo("press line down");
                });
    }

    @Test
    void manyAskAtOnceAndNothingIsOversold() {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            outcomes.add(book.submit(Request.of("ann", new Command.Book(factory.lockedNow("o" + i)))));
        }
        outcomes.forEach(outcome -> assertThat(outcome.join()).isInstanceOf(Outcome.Answered.class));
        List<String> flaws = book.view(Duration.ZERO).ask(PromiseEngine::verify);
        assertThat(flaws).isEmpty();
        assertThat(book.state().batches()).isLessThan(500);
    }

    @Test
    void whoeverOpensTheBookLaterWritesAlone() throws SQLException {
        try (DurableBook second = DurableBook.open(database, factory.network(), BookSettings.USUAL)) {
            assertThat(ask(new Command.Book(factory.order("A")))).isInstanceOf(Outcome.Unavailable.class);
            assertThat(book.state().condition()).isInstanceOf(BookState.Condition.Fenced.class);
            assertThat(second.ask(Request.of("ann", new Command.Book(factory.order("B")))))
                    .isInstanceOf(Outcome.Answered.class);
        }
    }

    @Test
    void aCutMovesOrdersAndTheRecordTakesIt() {
        for (int i = 0; i < 60; i++) {
            answer(new Command.Book(factory.order("o" + i)));
        }
        Answer.CapacitySet set = (Answer.CapacitySet) answer(new Command.SetCapacity(0, factory.firstWeek() + 2, 0));
        assertThat(set.moved()).isPositive();
        Answer.CapacitySet parts =
                (Answer.CapacitySet) answer(new Command.SetCapacity(factory.part(), factory.firstWeek() + 3, 0));
        assertThat(parts.position()).isGreaterThan(set.position());
        answer(new Command.SetCapacity(factory.part(), factory.firstWeek() + 3, 50));
        List<String> flaws = book.view(Duration.ZERO).ask(PromiseEngine::verify);
        assertThat(flaws).isEmpty();
    }

    @Test
    void aRecordThatRefusesIsBelievedAndTheOthersAreServed() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            // Somebody else has used up the first free week, past the engine.
            statement.execute("update rampline.bucket set promised = capacity where resource = 0 and week <= "
                    + (factory.firstWeek() + 1));
        }
        assertThat(ask(new Command.Book(factory.order("A")))).isInstanceOf(Outcome.Unavailable.class);
        assertThat(book.state().condition()).isInstanceOf(BookState.Condition.Serving.class);
        assertThat(book.reader().order("A")).isEmpty();
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        outcomes.add(book.submit(Request.of("ann", new Command.Book(factory.order("A")))));
        outcomes.add(book.submit(Request.of("ann", new Command.Book(factory.later("B", 9)))));
        assertThat(outcomes.get(0).join()).isInstanceOf(Outcome.Unavailable.class);
        assertThat(outcomes.get(1).join()).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void anOrderTakenOverWithoutALockTimeGetsTheBooksOwn() {
        long before = book.now();
        answer(new Command.TakeOver(factory.lockedNow("A"), 3));
        OrderRecord found = book.reader().order("A").orElseThrow();
        assertThat(found.order().lockedAtMicros()).isBetween(before, book.now() + 1);
        assertThat(ask(new Command.TakeOver(factory.lockedNow("A"), 3)))
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.repeated()).isTrue());
    }

    @Test
    void anAdoptedPlanStandsInTheRecordAndIsRepeatedByItsRequestId() throws SQLException {
        for (int i = 0; i < 12; i++) {
            answer(new Command.Book(factory.order("o" + i)));
        }
        Request adopt = new Request(
                "pat",
                Optional.of("plan-1"),
                Optional.of("board of May"),
                new Command.AdoptPlan(
                        "c0ffee",
                        "second shift",
                        List.of(new Level(0, factory.firstWeek(), 9), new Level(0, factory.firstWeek() + 1, 0)),
                        true));
        Answer.PlanAdopted first = (Answer.PlanAdopted) ((Outcome.Answered) book.ask(adopt)).answer();
        assertThat(first.earlier()).isPositive();
        Outcome.Answered again = (Outcome.Answered) book.ask(adopt);
        assertThat(again.repeated()).isTrue();
        assertThat(again.answer()).isEqualTo(first);
        byte[] before = book.view(Duration.ZERO).copy().image().bytes();
        book.close();
        book = DurableBook.open(database, factory.network(), BookSettings.USUAL);
        PromiseEngine back = book.view().copy();
        assertThat(Arrays.equals(back.image().bytes(), before)).isTrue();
        assertThat(back.planInForce())
                .hasValueSatisfying(plan -> assertThat(plan.name()).isEqualTo("second shift"));
        long adoption = back.planInForce().orElseThrow().position();
        assertThat(book.reader().nextAdoption(0).orElseThrow().position()).isEqualTo(adoption);
        assertThat(book.reader().nextAdoption(adoption)).isEmpty();
        assertThat(book.reader().after(0, 1_000))
                .filteredOn(entry -> entry.entry() instanceof Entry.PromiseMoved)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(((Entry.PromiseMoved) entry.entry()).reason())
                        .isEqualTo(new Reason.PlanAdopted("c0ffee")));
    }

    @Test
    void followersSeeEveryEntryInOrder() throws Exception {
        BlockingQueue<Long> seen = new ArrayBlockingQueue<>(100);
        try (AutoCloseable _ = book.follow(0, entry -> seen.add(entry.position()))) {
            answer(new Command.Book(factory.order("A")));
            answer(new Command.Cancel("A"));
            for (long expected = 1; expected <= 5; expected++) {
                assertThat(seen.poll(60, TimeUnit.SECONDS)).isEqualTo(expected);
            }
        }
    }

    @Test
    void idsThatNoRecordCouldHoldAreRefused() {
        assertThat(answer(new Command.Book(factory.order("a\u0000b")))).isInstanceOf(Answer.Refused.class);
        assertThat(answer(new Command.Book(factory.order("a\ud800b")))).isInstanceOf(Answer.Refused.class);
        assertThat(answer(new Command.Book(factory.order("汽车 \"\\ü")))).isInstanceOf(Answer.Booked.class);
        assertThat(book.reader().order("汽车 \"\\ü")).isPresent();
    }

    @Test
    void theApplicationMayNotChangeEntries() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role rampline_application");
            for (String forbidden : List.of(
                    "update rampline.entry set body = '{}'",
                    "delete from rampline.entry",
                    "insert into rampline.entry select * from rampline.entry",
                    "update rampline.notice set body = '{}'",
                    "delete from rampline.notice",
                    "insert into rampline.notice select * from rampline.notice",
                    "update rampline.bucket set promised = 0",
                    "update rampline.head set position = 0")) {
                assertThat(catchThrowable(() -> statement.execute(forbidden)))
                        .as(forbidden)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private Outcome ask(Command command) {
        return book.ask(Request.of("ann", command));
    }

    private Answer answer(Command command) {
        Outcome outcome = ask(command);
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).answer();
    }
}
