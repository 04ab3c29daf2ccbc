package io.rampline.desk.command.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import io.rampline.orderbook.server.ServerForTests;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a book that is served says on the terminal it was started from. */
class ServeCommandTest {
    private static final String HINT = "Maybe make one in another shell: rampline token --make NAME --role admin";

    private final Path tiny = SmallScenario.example("tiny");
    private String address = "";
    private String password = "";

    @BeforeEach
    void emptyDatabase() throws SQLException {
        ServerForTests.Database empty = ServerForTests.newDatabase();
        password = empty.owner().password();
        String user = empty.owner().user() + ":" + password;
        address = empty.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + user + "@");
    }

    /** What is said by a server that is asked to end as soon as it says that it serves. */
    private List<String> said(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("serve", tiny.toString(), "--database", address, "--port", "0", "--futures", "0"),
                        Stream.of(more))
                .toArray(String[]::new);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream saying = new PrintStream(said, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                super.println(line);
                if (line.contains("Serving on")) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        Terminal terminal = new Terminal(saying, saying, false, false, false, false);
        CommandDesk.run(terminal, "test", BookCommands.all(terminal), arguments);
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void whoServesOthersWithoutATokenIsToldToMakeOne() {
        List<String> said = said("--host", "0.0.0.0");

        assertThat(said).anySatisfy(line -> assertThat(line).contains("Serving on http://0.0.0.0:"));
        assertThat(said)
                .anySatisfy(line -> assertThat(line)
                        .contains("every request needs a token, and there is none yet", HINT)
                        .contains(" --database postgresql://"))
                .allSatisfy(line -> assertThat(line).doesNotContain(password));
        assertThat(said("--login")).anySatisfy(line -> assertThat(line).contains(HINT));
    }

    @Test
    void nobodyElseIs() {
        assertThat(said())
                .anySatisfy(line -> assertThat(line).contains("Serving on"))
                .allSatisfy(line -> assertThat(line).doesNotContain(HINT));

        TestTerminal screen = new TestTerminal();
        assertThat(CommandDesk.run(
                        screen.terminal(),
                        "test",
                        BookCommands.all(screen.terminal()),
                        "token",
                        "--make",
                        "ann",
                        "--role",
                        "admin",
                        "--database",
                        address))
                .isEqualTo(ExitCode.OK);

        assertThat(said("--host", "0.0.0.0"))
                .allSatisfy(line -> assertThat(line).doesNotContain(HINT));
    }
}
