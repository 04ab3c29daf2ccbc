package io.rampline.desk.command.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.TwoMarkets;
import io.rampline.desk.access.BookTokens;
import io.rampline.desk.access.Principal;
import io.rampline.desk.access.Role;
import io.rampline.desk.access.TokenMint;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import io.rampline.desk.command.simulate.SimulateCommand;
import io.rampline.desk.http.HttpDesk;
import io.rampline.desk.http.HttpSettings;
import io.rampline.desk.http.WindowSettings;
import io.rampline.orderbook.record.NoticeKind;
import io.rampline.orderbook.server.ServerForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The book of {@link TwoMarkets} in its futures, from its database and by the desk that serves it. */
class BookInFuturesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();
    private final Terminal terminal = screen.terminal();

    private String address = "";

    @BeforeEach
    void makeBook() throws SQLException {
        ServerForTests.Database database = ServerForTests.newDatabase();
        String user = database.owner().user() + ":" + database.owner().password();
        address = database.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + user + "@");
        open(Optional.of(TwoMarkets.full(folder.resolve("plant")).folder())).close();
    }

    private OpenBook open(Optional<Path> makeFrom) {
        BookPlace place = new BookPlace();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("place", CommandLine.Model.CommandSpec.forAnnotatedObject(place)))
                .parseArgs("--database", address);
        return OpenBook.open(place, makeFrom, terminal, new Steps(terminal, true));
    }

    private int simulate(String... arguments) {
        List<String> all = new ArrayList<>(List.of("simulate"));
        all.addAll(List.of(arguments));
        return CommandDesk.run(terminal, "test", List.of(new SimulateCommand(terminal)), all.toArray(String[]::new));
    }

    private String said() {
        return screen.out();
    }

    private String faults() {
        return screen.err();
    }

    @Test
    void everyOrderInLineGetsAWindowAndTheBookStaysAsItWas() throws IOException {
        Path files = folder.resolve("windows");

        int code = simulate("--database", address, "--futures", "60", "--out", files.toString());

        assertThat(code).as(faults()).isEqualTo(ExitCode.OK);
        assertThat(said()).contains("60 futures of ", "not calibrated: no history", "nothing stated before");
        List<String> rows = Files.readAllLines(files.resolve("windows.csv"));
        JsonNode told = JSON.readTree(files.resolve("windows.json").toFile());
        assertThat(rows).hasSize(1 + told.path("orders_in_line").asInt()).hasSizeGreaterThan(10);
        assertThat(told.path("calibrated").asBoolean()).isFalse();
        assertThat(told.path("revision").isNull()).isTrue();
        try (OpenBook open = open(Optional.empty())) {
            assertThat(open.book().state().position())
                    .isEqualTo(told.path("as_of_entry").asLong());
            assertThat(open.book().notices().latest(NoticeKind.WINDOWS_STATED)).isEmpty();
        }
    }

    @Test
    void germanIsSpokenOfABookToo() {
        int code = simulate(
                "--database",
                address,
                "--futures",
                "60",
                "--lang",
                "de",
                "--out",
                folder.resolve("windows").toString());

        assertThat(code).as(faults()).isEqualTo(ExitCode.OK);
        assertThat(said())
                .contains("60 Zukünfte; Buch: ", " Aufträge in der Reihe, Stand KW ")
                .contains("zugesagte Woche ", "Niveau ", "nicht kalibriert: keine Vergangenheit", "Fingerabdruck ")
                .contains("nichts früher genannt")
                .doesNotContain("futures", "windows hold", "level", "nothing");
    }

    @Test
    void theDeskThatServesItCountsTheSameFutures() throws Exception {
        simulate("--database", address, "--futures", "60", "--precision", "0", "--json");
        String hash = JSON.readTree(said()).path("hash").asText();
        screen.clear();
        try (OpenBook open = open(Optional.empty())) {
            BookTokens tokens = new BookTokens(open.database());
            String secret = new TokenMint(tokens)
                    .mint("test", new Principal("ann", Role.PLANNER), Optional.empty())
                    .secret();
            HttpSettings settings = HttpSettings.usual(0, tokens, false)
                    .withWindows(new WindowSettings(open.scenario().uncertainty(), 60, false));
            try (HttpDesk desk = HttpDesk.open(open.book(), settings)) {
                JsonNode told = new WindowsByDesk("http://127.0.0.1:" + desk.port(), Map.of("RAMPLINE_TOKEN", secret))
                        .count(new Steps(terminal, true), new Speech(Texts.english()));

                assertThat(told.at("/summary/hash").asText()).isEqualTo(hash);
                assertThat(told.path("futures").asInt()).isEqualTo(60);
            }
            assertThat(open.book().notices().latest(NoticeKind.WINDOWS_STATED)).isPresent();
        }
        assertThat(CommandDesk.run(terminal, "test", BookCommands.all(terminal), "audit", "--database", address))
                .as(said() + faults())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void questionsThatDoNotGoTogetherAreTold() {
        assertThat(simulate("--database", address, "--wait", "12")).isEqualTo(ExitCode.USAGE);
        assertThat(faults()).contains("--plan or --wait without a SCENARIO");
        assertThat(simulate("somewhere", "--at", "http://127.0.0.1:1")).isEqualTo(ExitCode.USAGE);
        assertThat(simulate("--at", "http://127.0.0.1:1")).isEqualTo(ExitCode.FILES);
        assertThat(faults()).contains("cannot reach the desk");
    }
}
