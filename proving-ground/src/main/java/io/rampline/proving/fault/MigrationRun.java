package io.rampline.proving.fault;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.SteppedBook;
import io.rampline.orderbook.Surroundings;
import io.rampline.orderbook.server.DatabaseUnavailable;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.proving.world.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A migration is killed after each of its statements and started again: the one that makes the tables, on an empty
 * database; one that adds to them and one that takes away, on a book with orders. Nothing of a killed one may stay, the
 * next start must finish it, and no order may be lost or changed. Tables of a later version must be refused.
 */
public final class MigrationRun {
    private static final int UNITS_A_WEEK = 2_000;
    private static final int ORDERS_BETWEEN = 20;

    private static final String TABLES = """
            select string_agg(line, E'\\n' order by line) from (
                select format('%s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                        a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) as line
                    from pg_attribute a join pg_class c on c.oid = a.attrelid
                        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                    where c.relnamespace = 'rampline'::regnamespace and a.attnum > 0 and not a.attisdropped
                        and c.relname not like 'flyway%'
                union all select format('%s %s', c.relname, c.relacl) from pg_class c
                    where c.relnamespace = 'rampline'::regnamespace and c.relname not like 'flyway%'
                union all select conname || pg_get_constraintdef(oid) from pg_constraint
                    where connamespace = 'rampline'::regnamespace and conname not like 'flyway%'
                union all select pg_get_functiondef(oid) || proacl::text from pg_proc
                    where pronamespace = 'rampline'::regnamespace
                union all select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
                    where c.relnamespace = 'rampline'::regnamespace and not t.tgisinternal
                union all select indexdef from pg_indexes where schemaname = 'rampline' and indexname not like 'flyway%'
            ) as lines
            """;

    private final RunningServer server;
    private final Path folder;
    private int kills;
    private int databases;

    /** What came of it. */
    public record Count(int kills, int migrations, long orders) {}

    private MigrationRun(RunningServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /**
     * Kills and looks, so many times over.
     *
     * @param folder for files, empty
     * @throws Violation when something was lost or left behind
     */
    public static Count run(RunningServer server, Path folder, int rounds, Consumer<String> news)
            throws SQLException, IOException {
        MigrationRun run = new MigrationRun(server, folder);
        long orders = 0;
        for (int round = 0; round < rounds; round++) {
            run.whereThereIsNothing();
            news.accept(run.kills + " kills, an empty database so far");
            orders += run.whereThereIsABook();
            news.accept(run.kills + " kills, " + orders + " orders in books that were migrated");
        }
        return new Count(run.kills, 3 * rounds, orders);
    }

    private String newDatabase() throws SQLException {
        String name = "migration_" + ProcessHandle.current().pid() + "_" + databases++;
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0");
        }
        return server.jdbcUrl(name);
    }

    private Path file() {
        return folder.resolve("migration-" + kills);
    }

    private void whereThereIsNothing() throws SQLException, IOException {
        Migration first = Migration.first();
        String undisturbed = newDatabase();
        BookDatabase.open(undisturbed, server.owner()).close();
        String expected = tables(undisturbed);
        String disturbed = newDatabase();
        String empty = tables(disturbed);
        for (int done = 0; done <= first.statements().size(); done++) {
            first.killedAfter(done, file(), disturbed, server.owner());
            kills++;
            mustBe(tables(disturbed), empty, "what a killed migration left, after " + done + " statements");
        }
        BookDatabase.open(disturbed, server.owner()).close();
        mustBe(tables(disturbed), expected, "the tables after " + kills + " killed starts");
    }

    private long whereThereIsABook() throws SQLException, IOException {
        Network network = PlainFactory.network(UNITS_A_WEEK);
        String url = newDatabase();
        try (BookDatabase database = BookDatabase.open(url, server.owner())) {
            Books.makeAnew(database, network);
        }
        String before = tables(url);
        long orders = book(url, network, 0);
        for (String name : List.of("V3__expand.sql", "V4__contract.sql")) {
            Migration migration = Migration.ofProof(name);
            boolean serves = name.startsWith("V3");
            for (int done = 0; done <= migration.statements().size(); done++) {
                String tables = tables(url);
                migration.killedAfter(done, file(), url, server.owner());
                kills++;
                mustBe(tables(url), tables, "what a killed " + name + " left, after " + done + " statements");
                orders = serves ? book(url, network, orders) : orders;
                mustBeSound(url, network, orders);
            }
            migration.run(file().resolveSibling(name), url, server.owner());
            mustBeSound(url, network, orders);
            mustRefuse(url);
        }
        mustBe(tables(url), before, "the tables after adding and taking away");
        return orders;
    }

    /** Opens the book as this version does, books some orders, and has everything audited. */
    private long book(String url, Network network, long before) throws SQLException {
        try (BookDatabase database = BookDatabase.open(url, server.owner())) {
            SteppedBook book = SteppedBook.open(database.ledger(), network, BookSettings.USUAL, Surroundings.REAL);
            long known = before;
            for (long number = Math.max(0, before - 1); number < before + ORDERS_BETWEEN; number++) {
                CompletableFuture<Outcome> outcome =
                        book.submit(Request.of("client", new Command.Book(PlainFactory.order("m-" + number))));
                book.turn();
                boolean repeated = number < before;
                if (!(outcome.getNow(new Outcome.Busy(0)) instanceof Outcome.Answered(Answer.Booked _, boolean again))
                        || again != repeated) {
                    throw new Violation("found " + outcome + " for order " + number
                            + " of a migrated book, expected it " + (repeated ? "to be known" : "to be booked"));
                }
                known = number + 1;
            }
            return known;
        }
    }

    private void mustBeSound(String url, Network network, long orders) throws SQLException {
        Books.audit(url, server.owner(), network);
        KeptBook kept = new KeptBook();
        kept.follow(url, server.owner());
        if (kept.position() != orders) {
            throw new Violation("found " + kept.position() + " entries, expected " + orders);
        }
    }

    /** This version does not know what a later one needs written, so it must not serve its tables. */
    private void mustRefuse(String url) {
        try (BookDatabase _ = BookDatabase.open(url, server.owner())) {
            throw new Violation("found tables of a later version opened, expected a refusal");
        } catch (DatabaseUnavailable expected) {
            // So it is.
        }
    }

    private String tables(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url, server.owner().user(), server.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists rampline");
            try (ResultSet row = statement.executeQuery(TABLES)) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }

    private static void mustBe(String found, String expected, String what) {
        if (!found.equals(expected)) {
            throw new Violation("found another " + what + " than expected:\n" + found + "\nexpected:\n" + expected);
        }
    }
}
