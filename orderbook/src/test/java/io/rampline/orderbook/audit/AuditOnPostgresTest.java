package io.rampline.orderbook.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.SmallFactory;
import io.rampline.orderbook.credibility.Commitment;
import io.rampline.orderbook.credibility.CommitmentLedger;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.server.ServerForTests;
import io.rampline.promise.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The audit on a real server, over a book that was written through the front door. */
class AuditOnPostgresTest {
    private static final int TAMPERS = Integer.getInteger("rampline.tampers.stored", 420);
    private static final long SEED = Long.getLong("rampline.seed", 1L);
    private static final SmallFactory FACTORY = new SmallFactory();

    private static BookDatabase database;
    private static Anchor anchor;
    private static Anchor noticeAnchor;

    /** One falsification each; {@code %1$d} is a position in the book, {@code %2$d} another one. */
    private static final List<String> WAYS = List.of(
            "update entry set body = replace(body, '\"priority\":1', '\"priority\":0') where position = 2",
            "update entry set actor = actor || ' ' where position = %1$d",
            "update entry set reason = 'none of your business' where position = %1$d",
            "update entry set recorded_at_us = recorded_at_us + 1 where position = %1$d",
            "update entry set order_id = coalesce(order_id, '') || 'x' where position = %1$d",
            "update entry set order_id = '' where position = (select min(position) from entry where order_id is null)",
            "update entry set kind = 'cancelled' where position = 1",
            "update entry set hash = sha256(hash) where position = %1$d",
            "update entry set position = position + 1000000 where position = %1$d",
            "delete from entry where position = %1$d",
            "delete from entry where position > %1$d",
            "delete from entry where position > %1$d; update head set position = %1$d,"
                    + " hash = (select hash from entry where position = %1$d)",
            "update entry a set body = b.body, kind = b.kind, order_id = b.order_id from entry b"
                    + " where a.position + b.position = %1$d + %2$d and a.position in (%1$d, %2$d)",
            "insert into entry select position + 1000000, kind, recorded_at_us, actor, reason, order_id, body, hash"
                    + " from entry where position = %1$d",
            "update head set position = position + 1",
            "update head set hash = sha256(hash)",
            "delete from head",
            "update bucket set promised = promised - 1 where (resource, week) ="
                    + " (select resource, week from bucket where promised > 0 order by random() limit 1)",
            "update bucket set capacity = capacity + 1 where week = %1$d %% 20",
            "update bucket set shortage = shortage + 1 where not storable and week = %1$d %% 20",
            "delete from bucket where week = %1$d %% 20",
            "update resource set shortage = shortage + 1 where storable",
            "update resource set opening_stock = opening_stock + 1 where storable",
            "update resource set label = label || ' B' where not storable",
            "update request set last_position = last_position + 1000000",
            "update request set first_position = 0",
            "update snapshot set bytes = bytes || '\\x00'::bytea where part = 0",
            "insert into bucket select resource, week + 1000, storable, capacity, promised, shortage from bucket"
                    + " where week = 0 and not storable",
            "update scenario_file set content = content || '\\x0a'::bytea",
            "delete from scenario_file",
            "insert into scenario_file values ('steps.csv', 'step')",
            "update notice set body = replace(body, '5000', '4000') where kind = 'commitment'",
            "update notice set actor = 'nobody' where position = 2",
            "update notice set subject = subject || '.' where position = 1",
            "update notice set recorded_at_us = recorded_at_us + 1 where position = 2",
            "update notice set hash = sha256(hash) where position = 1",
            "delete from notice where position = 1",
            "delete from notice where position = (select max(position) from notice)",
            "delete from notice where position > 1; update head set notice_position = 1,"
                    + " notice_hash = (select hash from notice where position = 1)",
            "update head set notice_position = 0",
            "update head set notice_hash = sha256(notice_hash)",
            "insert into notice select position + 1, kind, recorded_at_us, actor, reason, subject, body, hash"
                    + " from notice where position = (select max(position) from notice)");

    @BeforeAll
    static void writeABook() throws SQLException {
        ServerForTests.Database empty = ServerForTests.newDatabase();
        database = BookDatabase.open(empty.jdbcUrl(), empty.owner());
        database.make(FACTORY.network(), FACTORY.files(), FACTORY.orders(20), commitments(), FACTORY.clockOffset());
        try (DurableBook book = DurableBook.open(database, FACTORY.network(), BookSettings.USUAL)) {
            for (int i = 0; i < 40; i++) {
                book.ask(Request.of("ann", new Command.Book(FACTORY.order("o" + i, i % 5 == 0 ? "far" : "home"))));
            }
            book.ask(new Request(
                    "pat", Optional.of("cut-1"), Optional.of("press line down"), new Command.SetCapacity(0, 4, 1)));
            book.ask(new Request("pat", Optional.of("cut-2"), Optional.empty(), new Command.SetCapacity(0, 0, 1)));
            book.ask(new Request(
                    "pat", Optional.of("cut-3"), Optional.empty(), new Command.SetCapacity(FACTORY.part(), 1, 0)));
            book.ask(Request.of("ann", new Command.Cancel("o3")));
            book.ask(Request.of("ann", new Command.Cancel("open-1")));
            book.ask(Request.of("ann", new Command.Deliver("open-0", DurableBook.NOW)));
            book.ask(Request.of("ann", new Command.Hold(FACTORY.order("held"), book.now() + 3_600_000_000L)));
            book.view(Duration.ZERO);
        }
        AuditReport report = audit();
        anchor = report.end().orElseThrow();
        noticeAnchor = report.noticesEnd().orElseThrow();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<Notice.Draft> commitments() {
        return CommitmentLedger.additions(
                        List.of(new Commitment(
                                "Maker",
                                LocalDate.of(2017, 11, 1),
                                "cars per week",
                                Commitment.Target.parse("5000"),
                                LocalDate.of(2018, 6, 30),
                                Optional.of(Commitment.Actual.parse("5031", LocalDate.of(2018, 7, 1))),
                                List.of())),
                        List.of())
                .notices();
    }

    private static AuditReport audit(Anchor... anchors) throws SQLException {
        try (Connection reader = database.reader()) {
            return BookAudit.run(reader, FACTORY.network(), List.of(anchors), BookAudit.Progress.NONE);
        }
    }

    @Test
    void aBookWrittenThroughTheFrontDoorIsSound() throws SQLException {
        AuditReport report = audit(anchor, noticeAnchor);

        assertThat(report.differences()).isEmpty();
        assertThat(report.entries()).isGreaterThan(60);
        assertThat(report.checks())
                .allSatisfy(checked ->
                        assertThat(checked.count()).as(checked.check().name()).isPositive());
    }

    @Test
    void everythingAnOwnerOfTheDatabaseMayDoToItIsFound() throws SQLException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> missed = new ArrayList<>();
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (int i = 0; i < TAMPERS; i++) {
                int at = 1 + random.nextInt((int) anchor.position() - 1);
                int other = 1 + (at + random.nextInt((int) anchor.position() - 1)) % (int) anchor.position();
                String sql = String.format(WAYS.get(i % WAYS.size()), at, other);
                // Neither rights nor the checks of the tables are in the way of somebody who means it.
                statement.execute("set local search_path = rampline; set local session_replication_role = replica;"
                        + " alter table bucket drop constraint not_oversold; " + sql);
                AuditReport report =
                        BookAudit.run(owner, FACTORY.network(), List.of(anchor, noticeAnchor), BookAudit.Progress.NONE);
                if (report.clean()) {
                    missed.add("seed " + SEED + ", number " + i + ": " + sql);
                }
                owner.rollback();
            }
        }
        assertThat(missed).isEmpty();
        assertThat(audit(anchor).clean()).as("nothing of it stayed").isTrue();
    }

    @Test
    void theRoleOfTheApplicationMayNotChangeTheRecord() throws SQLException {
        List<String> forbidden = List.of(
                "update rampline.entry set actor = 'nobody'",
                "delete from rampline.entry",
                "truncate rampline.entry",
                "insert into rampline.entry select * from rampline.entry",
                "update rampline.head set position = 0",
                "delete from rampline.head",
                "update rampline.bucket set promised = 0",
                "update rampline.resource set shortage = 0",
                "update rampline.request set last_position = 0",
                "update rampline.scenario_file set content = ''",
                "update rampline.notice set actor = 'nobody'",
                "delete from rampline.notice",
                "insert into rampline.notice select * from rampline.notice",
                "update rampline.waiting set number = 0",
                "delete from rampline.waiting",
                "alter table rampline.entry disable trigger all",
                "drop table rampline.entry");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role rampline_application");
            for (String sql : forbidden) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    @Test
    void anAuditDoesNotSeeWhatIsWrittenWhileItRuns() throws SQLException {
        try (Connection reader = database.reader();
                Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            boolean[] changed = new boolean[1];
            AuditReport report = BookAudit.run(reader, FACTORY.network(), List.of(), (done, all) -> {
                assertThat(done).isEqualTo(all);
                changed[0] |= execute(statement, "update rampline.bucket set promised = promised + 1 where storable");
            });
            assertThat(report.differences()).isEmpty();
            assertThat(changed[0]).isTrue();
            assertThat(audit().clean()).isFalse();
            execute(statement, "update rampline.bucket set promised = promised - 1 where storable");
        }
        assertThat(audit().clean()).isTrue();
    }

    private static boolean execute(Statement statement, String sql) {
        try {
            return statement.executeUpdate("set session_replication_role = replica;" + sql) >= 0;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
