package io.rampline.desk.command.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import io.rampline.orderbook.server.ServerForTests;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCommandTest {
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

    @Test
    void aTokenIsMadeListedAndRevokedAndItsSecretIsNowhere() throws SQLException {
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
