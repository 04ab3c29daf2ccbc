package io.rampline.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.file.BriefingFiles;
import io.rampline.desk.command.pack.DemoCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user types, and what comes back. */
class CommandDeskTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    private int run(String... arguments) {
        return run(false, arguments);
    }

    private int run(boolean colours, String... arguments) {
        Terminal terminal = screen.terminal(colours);
        return CommandDesk.run(terminal, "1.2.3", List.of(new DemoCommand(terminal)), arguments);
    }

    private String tiny() {
        return SmallScenario.example("tiny").toString();
    }

    @Test
    void briefWritesAllFilesAndSaysWhereTheyLie() {
        int code = run("brief", tiny(), "--out", folder.toString());

        assertThat(code).isEqualTo(ExitCode.OK);
        for (String name : BriefingFiles.NAMES) {
            assertThat(folder.resolve(name)).isNotEmptyFile();
        }
        assertThat(screen.out())
                .contains("10 orders are waiting")
                .contains("City Base HOME")
                .contains(folder.resolve("briefing.html").toString())
                .doesNotContain("\u001b[");
    }

    @Test
    void briefInGermanSpeaksGerman() throws IOException {
        run("brief", tiny(), "--out", folder.toString(), "--lang", "de");

        assertThat(screen.out()).contains("10 Aufträge warten").contains("Aufgehalten durch");
        assertThat(Files.readString(folder.resolve("briefing.html"))).contains("lang=\"de\"");
    }

    @Test
    void jsonIsTheSummaryAndNothingElse() throws IOException {
        int code = run("brief", tiny(), "--out", folder.toString(), "--json");

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).isEqualTo(Files.readString(folder.resolve("summary.json")));
        assertThat(new ObjectMapper().readTree(screen.out()).get("orders").asInt())
                .isEqualTo(10);
    }

    @Test
    void quietSaysNothing() {
        run("brief", tiny(), "--out", folder.toString(), "--quiet");

        assertThat(screen.out()).isEmpty();
        assertThat(screen.err()).isEmpty();
    }

    @Test
    void coloursAppearOnlyOnATerminal() {
        run(true, "brief", tiny(), "--out", folder.toString());

        assertThat(screen.out()).contains("\u001b[1m");
    }

    @Test
    void aScenarioWithFlawsIsRefusedWithAllOfThem() throws IOException {
        Path scenario = Files.createDirectory(folder.resolve("flawed"));
        SmallScenario.in(scenario)
                .with("products.csv", "model,trim,price\nCar,Base,cheap\n")
                .with("orders.csv", "order_id,locked_at,model,trim\nA,2025-12-01,Car,Bsae\nA,2025-12-01,Car,Base\n");

        assertThat(run(
                        "brief",
                        scenario.toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isEqualTo(ExitCode.FLAWS);
        assertThat(screen.err())
                .contains("products.csv:2:3: found")
                .contains("orders.csv:")
                .contains("flaws");
        assertThat(screen.out()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void checkReportsFlawsWhereTheyStand() throws IOException {
        Path scenario = Files.createDirectory(folder.resolve("flawed"));
        SmallScenario.in(scenario).with("products.csv", "model,trim,price\nCar,Base,cheap\n");

        assertThat(run("check", scenario.toString())).isEqualTo(ExitCode.FLAWS);
        assertThat(screen.out()).startsWith(scenario.resolve("products.csv") + ":2:3: found \"cheap\", expected ");
    }

    @Test
    void checkAsJsonCanBeRead() throws IOException {
        Path scenario = Files.createDirectory(folder.resolve("flawed"));
        SmallScenario.in(scenario).with("products.csv", "model,trim,price\nCar,Base,cheap\n");

        assertThat(run("check", scenario.toString(), "--json")).isEqualTo(ExitCode.FLAWS);
        JsonNode flaws = new ObjectMapper().readTree(screen.out());
        assertThat(flaws.get("sound").asBoolean()).isFalse();
        assertThat(flaws.at("/flaws/0/file").asText()).isEqualTo("products.csv");
        assertThat(flaws.at("/flaws/0/line").asInt()).isEqualTo(2);
        assertThat(flaws.at("/flaws/0/column").asInt()).isEqualTo(3);
    }

    @Test
    void whoeverReadsAScenarioHearsOfAFileThatNobodyReads() throws IOException {
        SmallScenario scenario = SmallScenario.in(Files.createDirectory(folder.resolve("mine")))
                .with("supply.csv.txt", "part,week,units\n");
        String mine = scenario.folder().toString();
        String note = "note: " + scenario.folder().resolve("supply.csv.txt") + ":1:1: found a file that nobody reads";
        String[] brief = {"brief", mine, "--out", folder.resolve("out").toString()};

        assertThat(run(brief)).isEqualTo(ExitCode.OK);
        assertThat(screen.err()).contains(note).contains("maybe rename it supply.csv");
        assertThat(screen.out()).doesNotContain("note:");
        screen.clear();
        assertThat(run("why", mine, "A")).isEqualTo(ExitCode.OK);
        assertThat(screen.err()).contains(note);
        screen.clear();
        assertThat(run(with(brief, "--json"))).isEqualTo(ExitCode.OK);
        assertThat(new ObjectMapper().readTree(screen.out()).get("orders").asInt())
                .isEqualTo(5);
        screen.clear();
        assertThat(run(with(brief, "--quiet"))).isEqualTo(ExitCode.OK);
        assertThat(screen.err() + screen.out()).isEmpty();
        for (int i = 0; i < 7; i++) {
            scenario.with("notes-" + i + ".txt", "");
        }
        assertThat(run(brief)).isEqualTo(ExitCode.OK);
        assertThat(screen.err())
                .contains("notes-4.txt")
                .doesNotContain("notes-5.txt")
                .contains("note: 3 notes more: rampline check " + mine);
        screen.clear();
        assertThat(run("check", mine)).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("notes-6.txt").contains(note);
    }

    @Test
    void aFileThatNobodyReadsIsToldBesideFlaws() throws IOException {
        SmallScenario scenario = SmallScenario.in(Files.createDirectory(folder.resolve("mine")))
                .with("products.csv.txt", "model,trim,price\n")
                .without("products.csv");
        String note = "note: " + scenario.folder().resolve("products.csv.txt") + ":1:1:";

        assertThat(run("brief", scenario.folder().toString())).isEqualTo(ExitCode.FLAWS);
        assertThat(screen.err()).contains(note).contains("maybe rename it products.csv");
        screen.clear();
        assertThat(run("check", scenario.folder().toString())).isEqualTo(ExitCode.FLAWS);
        assertThat(screen.out()).contains("no such file").contains(note);
        screen.clear();
        assertThat(run("check", scenario.folder().toString(), "--json")).isEqualTo(ExitCode.FLAWS);
        assertThat(new ObjectMapper().readTree(screen.out()).at("/notes/0/file").asText())
                .isEqualTo("products.csv.txt");
    }

    @Test
    void noExampleHasANote() {
        for (String example : List.of("tiny", "heat-pumps", "flow-line")) {
            assertThat(run("why", SmallScenario.example(example).toString(), "nobody"))
                    .isEqualTo(ExitCode.UNKNOWN_ORDER);
        }
        assertThat(screen.err()).doesNotContain("note:");
    }

    private static String[] with(String[] arguments, String more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void checkOfASoundScenarioSaysWhatIsInIt() {
        assertThat(run("check", tiny())).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("no flaws").contains("10 open orders");
    }

    @Test
    void whyTellsTheWeeksAndWhatWouldHelp() {
        assertThat(run("why", tiny(), "T-10")).isEqualTo(ExitCode.OK);
        assertThat(screen.out())
                .contains("T-10: Tour Long for HOME")
                .contains("delivery in 2026-W16")
                .contains("2026-W14")
                .contains("One unit more would do, of:", "part BATTERY-L");
    }

    @Test
    void alternativesAreEarlierAndFree() {
        assertThat(run("alternatives", tiny(), "T-10")).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("City Base").contains("Weeks earlier");
    }

    @Test
    void anUnknownOrderIsToldApart() {
        assertThat(run("why", tiny(), "T-99")).isEqualTo(ExitCode.UNKNOWN_ORDER);
        assertThat(run("alternatives", tiny(), "T-99")).isEqualTo(ExitCode.UNKNOWN_ORDER);
        assertThat(screen.err()).contains("found no open order T-99").contains("Maybe");
    }

    @Test
    void wrongUsageSaysWhatToTry() {
        assertThat(run("brif")).isEqualTo(ExitCode.USAGE);
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(run("brief")).isEqualTo(ExitCode.USAGE);
        assertThat(run("brief", tiny(), "--lang", "fr")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("Maybe see: rampline").doesNotContain("\tat ");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(run("brief", folder.resolve("nowhere").toString())).isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("nowhere").contains("Maybe").doesNotContain("Exception");
    }

    @Test
    void anOutputThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThat(run("brief", tiny(), "--out", file.toString())).isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("cannot write to").contains("taken").contains("Maybe choose another");
        assertThat(screen.err()).doesNotContain("\tat ");
    }

    @Test
    void aFileWhereTheFolderShouldBeIsNamedBeforeAnythingIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThat(run("brief", "nowhere", "--out", file.resolve("below").toString()))
                .isEqualTo(ExitCode.FILES);
        assertThat(screen.err())
                .contains("taken: it is a file, expected a folder")
                .doesNotContain("nowhere");
    }

    @Test
    void helpNamesEveryCommandWithExamplesAndExitCodes() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("Exit codes:").contains("Examples:");
        for (String command : Stream.of("demo", "brief", "check", "new", "why", "alternatives", "completion")
                .toList()) {
            screen.clear();
            assertThat(run(command, "--help")).isEqualTo(ExitCode.OK);
            assertThat(screen.out()).as(command).contains("Example").contains("rampline " + command);
        }
    }

    @Test
    void theVersionIsTheOneOfTheProgram() {
        assertThat(run("--version")).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).isEqualToIgnoringNewLines("rampline 1.2.3");
    }

    @Test
    void completionsNameTheCommands() {
        assertThat(run("completion", "bash")).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("alternatives").contains("complete -F");
        screen.clear();
        assertThat(run("completion", "zsh")).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).startsWith("autoload");
        assertThat(run("completion", "fish")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theDemoWithoutItsExampleSaysSo() {
        String home = System.getProperty("rampline.home");
        try {
            System.setProperty("rampline.home", folder.toString());
            assertThat(run("demo", "--out", folder.resolve("out").toString())).isEqualTo(ExitCode.FILES);
            assertThat(screen.err()).contains("examples/xiaomi-2025").contains("Maybe");
        } finally {
            if (home == null) {
                System.clearProperty("rampline.home");
            } else {
                System.setProperty("rampline.home", home);
            }
        }
    }
}
