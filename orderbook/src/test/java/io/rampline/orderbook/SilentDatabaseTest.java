package io.rampline.orderbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.orderbook.server.ServerForTests;
import io.rampline.promise.Command;
import io.rampline.promise.Order;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that takes every connection and answers nothing, and one that comes and goes. */
class SilentDatabaseTest {
    private final SmallFactory factory = new SmallFactory();
    private SilentProxy proxy;
    private BookDatabase database;
    private DurableBook book;

    @BeforeEach
    void open() throws SQLException, IOException {
        ServerForTests.Database empty = ServerForTests.newDatabase();
        proxy = new SilentProxy(empty.jdbcUrl());
        database = BookDatabase.open(proxy.jdbcUrl(), empty.owner());
        database.make(factory.network(), factory.files(), factory.orders(3), factory.clockOffset());
        book = DurableBook.open(database, factory.network(), BookSettings.USUAL.withAnswerMost(Duration.ofMillis(700)));
    }

    @AfterEach
    void close() throws IOException {
        proxy.beSilent(false);
        book.close();
        database.close();
        proxy.close();
    }

    @Test
    void whoWaitsForASilentDatabaseIsToldAndFindsTheOrderAfterwards() throws Exception {
        assertThat(BookSettings.USUAL.answerMost()).isLessThan(Duration.ofSeconds(10));
        Order order = factory.order("A");
        long before = book.state().position();
        proxy.beSilent(true);
        CompletableFuture<Outcome> first = book.submit(Request.of("ann", new Command.Book(order)));
        assertThat(first.get(60, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unknown.class);
        assertThat(book.submit(Request.of("ann", new Command.Book(factory.order("B"))))
                        .get(60, TimeUnit.SECONDS))
                .isInstanceOf(Outcome.Unavailable.class);
        assertThat(book.state().condition()).isInstanceOf(BookState.Condition.Recovering.class);

        proxy.beSilent(false);
        assertThat(book.awaitBeyond(before, Duration.ofSeconds(60))).isTrue();
        Outcome again = book.ask(Request.of("ann", new Command.Book(order)));
        while (again instanceof Outcome.Unavailable) {
            again = book.ask(Request.of("ann", new Command.Book(order)));
        }
        assertThat(again)
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.repeated()).isTrue());
        assertThat(book.reader().order("A")).isPresent();
        assertThat(book.reader().order("B")).isEmpty();
    }

    @Test
    void aFollowerGoesOnWhereItWasWhenTheRecordCouldNotBeRead() throws Exception {
        BlockingQueue<Long> seen = new ArrayBlockingQueue<>(100);
        try (Following following = book.follow(0, entry -> seen.add(entry.position()))) {
            List<Long> all = new ArrayList<>();
            all.add(seen.poll(60, TimeUnit.SECONDS));
            proxy.cut();
            Outcome booked = book.ask(Request.of("ann", new Command.Book(factory.order("A"))));
            while (!(booked instanceof Outcome.Answered)) {
                booked = book.ask(Request.of("ann", new Command.Book(factory.order("A"))));
            }
            long last = book.state().position();
            while (all.getLast() != null && all.getLast() < last) {
                all.add(seen.poll(60, TimeUnit.SECONDS));
            }
            assertThat(all)
                    .doesNotContainNull()
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .endsWith(last);
            assertThat(following.isOver()).isFalse();
        }
    }
}
