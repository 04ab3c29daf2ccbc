package io.rampline.desk.command.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.TwoMarkets;
import io.rampline.desk.access.BookTokens;
import io.rampline.desk.access.Principal;
import io.rampline.desk.access.Role;
import io.rampline.desk.access.TokenMint;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import io.rampline.desk.http.AdoptionRule;
import io.rampline.desk.http.HttpDesk;
import io.rampline.desk.http.HttpSettings;
import io.rampline.desk.timetable.Proposal;
import io.rampline.desk.timetable.Proposals;
import io.rampline.orderbook.OrderRecord;
import io.rampline.orderbook.server.ServerForTests;
import io.rampline.promise.AdoptedPlan;
import io.rampline.promise.Promise;
import io.rampline.promise.PromiseEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A plan from the command line into the book of {@link TwoMarkets}. */
class AdoptCommandTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();
    private final Terminal terminal = screen.terminal();

    private String address = "";
    private Path plan = Path.of("");

    @BeforeEach
    void makeBookAndPlan() throws SQLException, IOException {
        ServerForTests.Database database = ServerForTests.newDatabase();
        String user = database.owner().user() + ":" + database.owner().password();
        address = database.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + user + "@");
        open(Optional.of(TwoMarkets.full(folder.resolve("plant")).folder())).close();
        plan = folder.resolve("timetable.json");
        Files.writeString(plan, """
                {"verdict": "planned", "steps": [{"step": "second shift", "start_week": "2026-W03"}],
                 "openings": [{"opening": "abroad Car", "opens_week": "2026-W12", "units_per_week": 1}]}
                """);
    }

    private OpenBook open(Optional<Path> makeFrom) {
        BookPlace place = new BookPlace();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("place", CommandLine.Model.CommandSpec.forAnnotatedObject(place)))
                .parseArgs("--database", address);
        return OpenBook.open(place, makeFrom, terminal, new Steps(terminal, true));
    }

    private int adopt(String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "adopt";
        arguments[1] = plan.toString();
        arguments[2] = "--database";
        arguments[3] = address;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandDesk.run(terminal, "test", BookCommands.all(terminal), arguments);
    }

    private String said() {
        return screen.out();
    }

    private Optional<String> built(String order) {
        try (OpenBook book = open(Optional.empty())) {
            OrderRecord record = book.book().reader().order(order).orElseThrow();
            return record.now() instanceof Promise.Dated dated
                    ? Optional.of(book.scenario()
                            .scenario()
                            .horizon()
                            .week(dated.buildBucket())
                            .toString())
                    : Optional.empty();
        }
    }

    @Test
    void withoutGoItSaysWhoWouldGainAndLoseAndDoesNothing() {
        assertThat(adopt("--name", "spring")).as(screen.err()).isEqualTo(ExitCode.OK);

        assertThat(said()).contains("Car Base, home", "Car Base, abroad", "0 later", "Nothing was done");
        assertThat(said())
                .containsPattern("\\d+ orders earlier, 0 later, \\d+ as before; 2 get a date for the first time");
        assertThat(built("E0")).isEmpty();
    }

    @Test
    void withGoTheMarketOpensInTheBookAndStaysOpenWhenItIsOpenedAgain() {
        assertThat(adopt("--go")).as(screen.err()).isEqualTo(ExitCode.OK);

        assertThat(said()).containsPattern("Adopted as plan [0-9a-f]{32}, entry \\d+");
        assertThat(built("E0")).contains("2026-W12");
        assertThat(built("E1")).contains("2026-W13");
        assertThat(adopt("--go")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("the book has all that the plan gives already");
        assertThat(CommandDesk.run(terminal, "test", BookCommands.all(terminal), "audit", "--database", address))
                .as(said() + screen.err())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void whatIsAdoptedWithGoIsNotedWithItsStepsForDesks() {
        adopt("--go", "--name", "spring");

        try (OpenBook book = open(Optional.empty())) {
            Proposal noted = new Proposals(book.book().notices()).all().getFirst();
            assertThat(noted.state()).isEqualTo(Proposal.State.ADOPTED);
            assertThat(noted.by()).isEqualTo("adopt");
            assertThat(noted.wanted().name()).isEqualTo("spring");
            assertThat(noted.wanted().starts()).containsExactly("second shift=2026-W03");
            assertThat(noted.wanted().openings()).containsExactly("abroad Car=2026-W12:1");
            assertThat(book.book().view().ask(PromiseEngine::planInForce).orElseThrow())
                    .isEqualTo(new AdoptedPlan(
                            noted.wanted().plan(),
                            "spring",
                            noted.decisions().getLast().position()));
        }
    }

    @Test
    void aPlanThatTakesAwayWhatIsPromisedIsRefusedUnlessItMayDelay() throws IOException {
        adopt("--go");
        Files.writeString(plan, "{\"verdict\": \"planned\", \"steps\": [], \"openings\": []}");

        assertThat(adopt("--go")).isEqualTo(ExitCode.NO_PLAN);
        assertThat(said()).contains("Refused, and nothing was done");
        assertThat(built("E0")).contains("2026-W12");
        assertThat(adopt("--go", "--may-delay")).isEqualTo(ExitCode.OK);
        assertThat(built("E0")).isEmpty();
    }

    @Test
    void aBookThatIsServedTakesThePlanThroughItsDesk() {
        try (OpenBook book = open(Optional.empty())) {
            BookTokens tokens = new BookTokens(book.database());
            String secret = new TokenMint(tokens)
                    .mint("test", new Principal("ann", Role.PLANNER), Optional.empty())
                    .secret();
            HttpSettings settings = HttpSettings.usual(0, tokens, false).withLog(terminal.err(), false);
            try (HttpDesk two = HttpDesk.open(book.book(), settings)) {
                AdoptionByDesk there = new AdoptionByDesk(
                        terminal, "http://127.0.0.1:" + two.port(), Map.of(DistantDesk.TOKEN, secret));
                assertThat(there.adopt(plan, "spring", false, true)).isEqualTo(ExitCode.NO_PLAN);
                assertThat(said()).contains("a second person must agree", "rampline adopt --propose");
                assertThat(there.propose(plan, "spring", false)).isEqualTo(ExitCode.OK);
                assertThat(said()).contains("Proposed as number 1");
            }
            try (HttpDesk desk = HttpDesk.open(book.book(), settings.withAdoption(AdoptionRule.ALONE))) {
                AdoptionByDesk there = new AdoptionByDesk(
                        terminal, "http://127.0.0.1:" + desk.port() + "/", Map.of(DistantDesk.TOKEN, secret));
                assertThat(there.adopt(plan, "spring", false, false)).isEqualTo(ExitCode.OK);
                assertThat(said()).contains("Car Base, abroad", "Nothing was done");
                assertThat(there.adopt(plan, "spring", false, true)).isEqualTo(ExitCode.OK);
                assertThat(said()).containsPattern("Adopted as plan [0-9a-f]{32}, entry \\d+");
                assertThat(there.adopt(plan, "spring", false, true)).isEqualTo(ExitCode.NO_PLAN);
                assertThat(said()).contains("the book has all that the plan gives already");
                AdoptionByDesk stranger = new AdoptionByDesk(terminal, "http://127.0.0.1:" + desk.port(), Map.of());
                assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                CommandFault.class, () -> stranger.adopt(plan, "spring", false, true)))
                        .hasMessageContaining("RAMPLINE_TOKEN");
            }
        }
        assertThat(built("E0")).contains("2026-W12");
    }

    @Test
    void mistakesAreTold() throws IOException {
        assertThat(adopt("--go", "--dry-run")).isEqualTo(ExitCode.USAGE);
        assertThat(adopt("--propose")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found --propose without --at");
        Files.writeString(plan, "{\"steps\": [{\"step\": \"magic\", \"start_week\": \"2026-W03\"}]}");
        assertThat(adopt()).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found step magic, expected one of: second shift");
    }
}
