package io.rampline.proving.fault;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.server.Credentials;
import io.rampline.proving.world.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A migration of the book's tables, statement by statement.
 *
 * @param name of its file
 * @param statements in order, each with its semicolon
 */
record Migration(String name, List<String> statements) {
    /** As many as a migration ever has open, and one. */
    private static final int CONNECTIONS = 4;

    private static final String DEATH = "\nselect pg_terminate_backend(pg_backend_pid());\n";

    /** The one that makes the tables, as the product brings it. */
    static Migration first() throws IOException {
        return read(BookDatabase.class, "record/migration/", "V1__the_book.sql");
    }

    /** One that may come, of this proof's own. */
    static Migration ofProof(String name) throws IOException {
        return read(Migration.class, "migration/", name);
    }

    private static Migration read(Class<?> beside, String folder, String name) throws IOException {
        try (InputStream file = beside.getResourceAsStream(folder + name)) {
            if (file == null) {
                throw new IOException("found no " + folder + name + " on the class path");
            }
            return new Migration(name, split(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /** At every semicolon that stands neither in a text nor in a comment nor between dollars. */
    private static List<String> split(String sql) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        boolean inDollars = false;
        boolean inText = false;
        for (String line : sql.split("\n", -1)) {
            int comment = !inText && !inDollars && line.strip().startsWith("--") ? 0 : line.length();
            for (int i = 0; i < comment; i++) {
                char at = line.charAt(i);
                statement.append(at);
                inText ^= at == '\'' && !inDollars;
                inDollars ^= at == '$' && !inText && i > 0 && line.charAt(i - 1) == '$';
                if (at == ';' && !inText && !inDollars) {
                    statements.add(statement.toString());
                    statement.setLength(0);
                }
            }
            statement.append('\n');
        }
        if (!statement.toString().isBlank()) {
            throw new IllegalStateException("found a statement without an end: " + statement);
        }
        return List.copyOf(statements);
    }

    /** Lays it into a folder of its own. */
    private static Path lay(Path folder, String name, String sql) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), sql);
        return folder;
    }

    /**
     * Runs it on a database until so many statements are done; there its connection is killed.
     *
     * @throws Violation when it went through nevertheless
     */
    void killedAfter(int done, Path folder, String jdbcUrl, Credentials owner) throws IOException {
        String sql = String.join("", statements.subList(0, done))
                + DEATH
                + String.join("", statements.subList(done, statements.size()));
        try {
            migrate(lay(folder, name, sql), jdbcUrl, owner);
        } catch (FlywayException killed) {
            return;
        }
        throw new Violation("found " + name + " done, though its connection was killed after " + done + " statements");
    }

    /** Runs it whole. */
    void run(Path folder, String jdbcUrl, Credentials owner) throws IOException {
        migrate(lay(folder, name, String.join("", statements)), jdbcUrl, owner);
    }

    /**
     * As the product does, with what lies in a folder. Out of a pool, because a migration that is killed leaves
     * connections open and a pool takes them along when it is closed.
     */
    private static void migrate(Path folder, String jdbcUrl, Credentials owner) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername(owner.user());
        pool.setPassword(owner.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        try (HikariDataSource connections = new HikariDataSource(pool)) {
            Flyway.configure()
                    .dataSource(connections)
                    .schemas("rampline")
                    .defaultSchema("rampline")
                    .ignoreMigrationPatterns("*:missing", "*:future")
                    .locations("filesystem:" + folder)
                    .load()
                    .migrate();
        }
    }
}
