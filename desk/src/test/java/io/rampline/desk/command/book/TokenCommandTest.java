package io.rampline.desk.command.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import io.rampline.orderbook.server.ServerForTests;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TokenCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final TestTerminal screen = new TestTerminal();
    private ServerForTests.@Nullable Database database;
    private String address = "";

    @BeforeEach
    void emptyDatabase() throws SQLException {
        ServerForTests.Database empty = ServerForTests.newDatabase();
        database = empty;
        String user = empty.owner().user() + ":" + empty.owner().password();
        address = empty.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + user + "@");
    }

    private void makeABook() {
        BookPlace place = new BookPlace();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("place", CommandLine.Model.CommandSpec.forAnnotatedObject(place)))
                .parseArgs("--database", address);
        try (Steps steps = new Steps(screen.terminal(), true);
                OpenBook open =
                        OpenBook.open(place, Optional.of(SmallScenario.example("tiny")), screen.terminal(), steps)) {
            assertThat(open.book().state().position()).isPositive();
        }
    }

    @Test
    void aTokenIsMadeListedAndRevokedAndItsSecretIsNowhere() throws SQLException {
        makeABook();
        assertThat(run("--make", "web-shop", "--role", "sales", "--days", "30")).isEqualTo(ExitCode.OK);
        String secret = screen.out().strip();
        assertThat(secret).startsWith("rmp_").hasSizeGreaterThan(40);
        screen.clear();
        assertThat(run("--list")).isEqualTo(ExitCode.OK);
        String listed = screen.out();
        assertThat(listed).contains("web-shop  sales", "expires").doesNotContain(secret);
        String id = listed.substring(0, listed.indexOf(' '));
        assertThat(run("--revoke", id)).isEqualTo(ExitCode.OK);
        assertThat(run("--revoke", id)).isEqualTo(ExitCode.USAGE);
        screen.clear();
        run("--list");
        assertThat(screen.out()).contains("revoked");
        try (Connection connection = Objects.requireNonNull(database).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select t::text from rampline.token t")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).doesNotContain(secret);
        }
    }

    @Test
    void aDatabaseWithoutABookGetsNeitherTablesNorTokens() throws SQLException {
        assertThat(run("--make", "ann", "--role", "admin")).isEqualTo(ExitCode.FILES);
        assertThat(run("--list")).isEqualTo(ExitCode.FILES);
        assertThat(run("--revoke", "6f1c0d0e")).isEqualTo(ExitCode.FILES);

        assertThat(screen.out()).isEmpty();
        assertThat(screen.err()).contains("found no book in ", "so nothing to open with a token");
        try (Connection connection = Objects.requireNonNull(database).connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select count(*) from pg_namespace where nspname = 'rampline'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token --make ann --role admin",
                "token --list",
                "token --revoke 6f1c0d0e",
                "backup --to backup",
                "audit",
                "export --out record"
            })
    void aMistypedFolderIsNotMadeButTold(String command) {
        String typo = folder.resolve("typo").toString();
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--data", typo));
        Terminal terminal = screen.terminal();

        assertThat(CommandDesk.run(terminal, "test", BookCommands.all(terminal), words.toArray(String[]::new)))
                .isEqualTo(ExitCode.FILES);

        assertThat(screen.err())
                .contains("found no folder " + typo, "so nothing to ", "Maybe name the folder with --data DIR");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUnknownRoleIsRefusedWithThoseThereAre() {
        assertThat(run("--make", "ann", "--role", "king")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("\"king\"", "customer, sales");
    }

    private int run(String... arguments) {
        Terminal terminal = screen.terminal();
        String[] all = new String[arguments.length + 3];
        all[0] = "token";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--database";
        all[all.length - 1] = address;
        return CommandDesk.run(terminal, "test", BookCommands.all(terminal), all);
    }
}
