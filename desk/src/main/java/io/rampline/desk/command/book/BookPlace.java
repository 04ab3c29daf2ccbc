package io.rampline.desk.command.book;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.server.Credentials;
import io.rampline.orderbook.server.DatabaseUnavailable;
import io.rampline.orderbook.server.EmbeddedPostgres;
import io.rampline.orderbook.server.RunningServer;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Where a book lies, as typed: a folder with a PostgreSQL of its own, or somebody's PostgreSQL. */
public final class BookPlace {
    private static final String USUAL = "rampline-data";
    private static final String PASSWORD = "RAMPLINE_DATABASE_PASSWORD";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of the book and its own PostgreSQL. Default: ${DEFAULT-VALUE}.",
            defaultValue = USUAL)
    private Path data = Path.of(USUAL);

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = {
                "A PostgreSQL of yours instead, 15 or newer: postgresql://USER@HOST:PORT/NAME.",
                "The password comes from the environment variable " + PASSWORD + "."
            })
    private String database = "";

    /** For people: the folder, or the address without a password. */
    String label() {
        return database.isEmpty() ? data.toString() : address().jdbcUrl();
    }

    /** What names this place to another command, in front of it a blank; without a password. */
    String asTyped() {
        if (!database.isEmpty()) {
            return " --database " + database.replaceFirst("//([^:@/]+):[^@/]*@", "//$1@");
        }
        return data.equals(Path.of(USUAL)) ? "" : " --data " + data;
    }

    /** A database and the server it runs on, where that is our own. */
    record Opened(BookDatabase database, Optional<RunningServer> server) implements AutoCloseable {
        @Override
        public void close() {
            database.close();
            server.ifPresent(RunningServer::close);
        }
    }

    /**
     * Starts the server where it is our own, and brings the tables up to date.
     *
     * @throws CommandFault when there is none to be had
     */
    Opened open(Steps steps) {
        if (!database.isEmpty()) {
            Address address = address();
            steps.begin("Connecting to " + address.jdbcUrl());
            return opened(
                    new Reached(address, Optional.empty()), () -> BookDatabase.open(address.jdbcUrl(), address.user()));
        }
        steps.begin("Starting PostgreSQL in " + data);
        try {
            RunningServer server = EmbeddedPostgres.start(data, steps::begin);
            return opened(
                    new Reached(new Address(server.jdbcUrl(), server.owner()), Optional.of(server)),
                    () -> BookDatabase.open(server.jdbcUrl(), server.owner()));
        } catch (DatabaseUnavailable unavailable) {
            throw new CommandFault(ExitCode.FILES, unavailable);
        }
    }

    /** Whether there is no database of our own yet, and so no book. */
    boolean isNew() {
        return database.isEmpty() && !EmbeddedPostgres.isThere(data);
    }

    /**
     * As {@link #open}, for those who leave the book to whoever serves it: beside a server of our own that runs
     * already. Nothing is made that is not there; tables that are there are left as they are.
     *
     * @param purpose what follows "nothing to"
     * @throws CommandFault also when there is no book
     */
    Opened look(Steps steps, String purpose) {
        if (database.isEmpty()) {
            expectData(data, purpose, ", or a database of yours with --database URL");
        }
        Reached reached = reach(steps);
        Opened opened = opened(
                reached,
                () -> BookDatabase.look(
                                reached.address().jdbcUrl(), reached.address().user())
                        .orElseThrow(() -> nothingTo(purpose)));
        try {
            if (opened.database().holdsBook()) {
                return opened;
            }
            throw nothingTo(purpose);
        } catch (SQLException failed) {
            opened.close();
            throw new CommandFault(ExitCode.FILES, "could not read the book: " + failed.getMessage(), failed);
        } catch (CommandFault none) {
            opened.close();
            throw none;
        }
    }

    /**
     * Refuses a folder without a database of ours.
     *
     * @param otherwise what may be named in place of the folder
     */
    static void expectData(Path data, String purpose, String otherwise) {
        if (!EmbeddedPostgres.isThere(data)) {
            throw new CommandFault(
                    ExitCode.FILES,
                    (Files.isDirectory(data) ? "found no book in " + data : "found no folder " + data)
                            + ", so nothing to " + purpose + ". Maybe name the folder with --data DIR" + otherwise
                            + "; the first rampline serve makes a book");
        }
    }

    private CommandFault nothingTo(String purpose) {
        return new CommandFault(ExitCode.FILES, "found no book in " + label() + ", so nothing to " + purpose);
    }

    /** A server that answers, and whether it was started for this. */
    private record Reached(Address address, Optional<RunningServer> server) {}

    private Reached reach(Steps steps) {
        try {
            if (!database.isEmpty()) {
                steps.begin("Connecting to " + address().jdbcUrl());
                return new Reached(address(), Optional.empty());
            }
            Optional<EmbeddedPostgres.Address> running = EmbeddedPostgres.find(data);
            if (running.isPresent()) {
                EmbeddedPostgres.Address there = running.get();
                return new Reached(new Address(there.jdbcUrl(), there.owner()), Optional.empty());
            }
            steps.begin("Starting PostgreSQL in " + data);
            RunningServer server = EmbeddedPostgres.start(data, steps::begin);
            return new Reached(new Address(server.jdbcUrl(), server.owner()), Optional.of(server));
        } catch (DatabaseUnavailable unavailable) {
            throw new CommandFault(ExitCode.FILES, unavailable);
        }
    }

    private static Opened opened(Reached reached, Supplier<BookDatabase> opening) {
        try {
            return new Opened(opening.get(), reached.server());
        } catch (DatabaseUnavailable unavailable) {
            reached.server().ifPresent(RunningServer::close);
            throw new CommandFault(ExitCode.FILES, unavailable);
        } catch (RuntimeException failed) {
            reached.server().ifPresent(RunningServer::close);
            throw failed;
        }
    }

    /** A database as JDBC names it. */
    record Address(String jdbcUrl, Credentials user) {}

    private Address address() {
        return address(database, System.getenv());
    }

    static Address address(String text, Map<String, String> environment) {
        try {
            URI uri = new URI(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
            boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!known || uri.getHost() == null || uri.getPath().length() < 2) {
                throw wrong(text);
            }
            String[] user = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
            String name = user[0].isEmpty() ? System.getProperty("user.name") : decoded(user[0]);
            String password = user.length > 1 ? decoded(user[1]) : environment.getOrDefault(PASSWORD, "");
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new Address(
                    "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options,
                    new Credentials(name, password));
        } catch (URISyntaxException broken) {
            throw wrong(text);
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private static CommandFault wrong(String text) {
        return new CommandFault(
                ExitCode.USAGE,
                "found database \"" + text.replaceAll(":[^:@/]*@", ":***@")
                        + "\", expected postgresql://USER@HOST:PORT/NAME");
    }
}
