package io.rampline.desk.command.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.file.TimetableFiles;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import io.rampline.desk.command.simulate.SimulateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One line builds two cars a week, three are ordered a week; a second shift adds two more from the third week after its
 * start on.
 */
class TimetableCommandTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    @BeforeEach
    void writeScenario() {
        SmallScenario.in(folder.resolve("plant"))
                .with("scenario.toml", """
                        name = "Small"
                        start_week = "2026-W02"
                        horizon_weeks = 40
                        as_of = 2026-01-04
                        currency = "EUR"
                        home_market = "home"
                        [window]
                        early_weeks = 1
                        late_weeks = 2
                        """)
                .with("capacity.csv", "line,week,units\nL,2026-W02..,2\n")
                .with("demand.csv", "week,model,trim,low,mid,high\n2026-W02..2026-W35,Car,Base,2,3,4\n")
                .with("steps.csv", """
                        step,lead_weeks,one_off_cost,running_cost_per_week
                        second shift,3,5000,10
                        +press,5,90000,
                        """)
                .with("gains.csv", """
                        step,kind,resource,units_per_week
                        second shift,line,L,2
                        +press,line,L,5
                        """)
                .with("planning.toml", "wait_cost_per_week = 1\n");
    }

    private int run(String... more) {
        Terminal terminal = screen.terminal();
        String[] arguments = new String[more.length + 4];
        arguments[0] = "timetable";
        arguments[1] = folder.resolve("plant").toString();
        arguments[2] = "--out";
        arguments[3] = folder.resolve("out").toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandDesk.run(terminal, "1.2.3", List.of(new TimetableCommand(terminal)), arguments);
    }

    private JsonNode plan() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("out/timetable.json").toFile());
    }

    @Test
    void theCheapestStepIsTakenAndSaidInASentence() throws IOException {
        int code = run("--wait", "6", "--from", "2026-W10", "--frontier", "--waits", "4,6,9");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(screen.out())
                .contains("No one who orders from W10 2026 on waits longer than 6 weeks: 1 step for EUR 5,000.")
                .contains("second shift")
                .doesNotContain("+press");
        for (String name : TimetableFiles.NAMES) {
            assertThat(folder.resolve("out").resolve(name)).isNotEmptyFile();
        }
        JsonNode plan = plan();
        assertThat(plan.path("wait_weeks").asInt()).isEqualTo(6);
        assertThat(plan.path("from_week").asText()).isEqualTo("2026-W10");
        assertThat(plan.path("gap").asDouble()).isLessThanOrEqualTo(0.005);
        assertThat(plan.path("cost").asDouble())
                .isGreaterThanOrEqualTo(plan.path("bound").asDouble());
        assertThat(plan.path("bound_out_of_turn").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(plan.path("cost").asDouble());
        assertThat(plan.path("order_level_longest_wait_weeks").asInt()).isBetween(1, 7);
        assertThat(plan.path("steps")).hasSize(1);
        assertThat(plan.at("/steps/0/step").asText()).isEqualTo("second shift");
        assertThat(plan.at("/steps/0/cost").asLong()).isEqualTo(5000);
        assertThat(plan.at("/without_step/0/longest_wait_weeks").asInt()).isGreaterThan(7);
        assertThat(plan.path("frontier")).hasSize(3);
    }

    @Test
    void howSureAPlanIsAgreesWithTheFuturesInWhichItIsCarriedOut() throws IOException {
        run("--wait", "6", "--from", "2026-W10", "--plan-only");
        TestTerminal other = new TestTerminal();
        Terminal terminal = other.terminal();
        int code = CommandDesk.run(
                terminal,
                "1.2.3",
                List.of(new SimulateCommand(terminal)),
                "simulate",
                folder.resolve("plant").toString(),
                "--plan",
                folder.resolve("out/timetable.json").toString(),
                "--wait",
                "6",
                "--from",
                "2026-W10",
                "--futures",
                plan().path("futures").asText(),
                "--seed",
                plan().path("futures_seed").asText(),
                "--precision",
                "0",
                "--json",
                "--out",
                folder.resolve("futures").toString());

        assertThat(code).as(other.err()).isEqualTo(ExitCode.OK);
        double probability = new ObjectMapper()
                .readTree(other.out())
                .path("all_guarantees_probability")
                .asDouble();
        assertThat(plan().path("holds_probability").asDouble())
                .isEqualTo(probability)
                .isBetween(0.01, 0.99);
        assertThat(screen.out()).contains("It holds for everybody in ").contains(" of 1,000 futures");
    }

    @Test
    void nobodyKnowsHowSureAPlanIsThatGuaranteesNothingToAnybody() throws IOException {
        Files.delete(folder.resolve("plant/demand.csv"));

        run("--wait", "6", "--from", "2026-W10", "--plan-only");

        assertThat(plan().path("verdict").asText()).isEqualTo("planned");
        assertThat(plan().path("holds_probability").isNull()).isTrue();
    }

    @Test
    void whereNobodyIsExpectedToOrderNothingIsSaidToBeGuaranteed() throws IOException {
        Files.delete(folder.resolve("plant/demand.csv"));

        int code = run("--wait", "4", "--plan-only");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(screen.out())
                .contains("Nobody is expected to order from W2 2026 on, so nothing is guaranteed to anybody")
                .contains("Write into demand.csv")
                .doesNotContain("No one who orders");
        assertThat(folder.resolve("out/timetable.html")).content().contains("Write into demand.csv");
    }

    @Test
    void aNewScenarioHasSomethingToDecide() {
        Path mine = folder.resolve("mine");
        Terminal terminal = screen.terminal();
        List<Object> commands = List.of(new TimetableCommand(terminal));
        CommandDesk.run(terminal, "1.2.3", commands, "new", mine.toString());

        int code = CommandDesk.run(
                terminal,
                "1.2.3",
                commands,
                "timetable",
                mine.toString(),
                "--plan-only",
                "--out",
                folder.resolve("out").toString());

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(screen.out())
                .contains("No one who orders from W14 2026 on waits longer than 8 weeks: 1 step for EUR 250,000.")
                .contains("battery contract");
    }

    @Test
    void theSameQuestionGivesTheSameBytes() throws IOException {
        run("--wait", "6", "--frontier", "--waits", "6,9");
        byte[][] before = new byte[TimetableFiles.NAMES.size()][];
        for (int i = 0; i < before.length; i++) {
            before[i] = Files.readAllBytes(folder.resolve("out").resolve(TimetableFiles.NAMES.get(i)));
        }

        run("--wait", "6", "--frontier", "--waits", "6,9");

        for (int i = 0; i < before.length; i++) {
            assertThat(Files.readAllBytes(folder.resolve("out").resolve(TimetableFiles.NAMES.get(i))))
                    .as(TimetableFiles.NAMES.get(i))
                    .isEqualTo(before[i]);
        }
    }

    @Test
    void whereThereIsNoPlanItsReasonsAreToldAndTheExitCodeIsNotZero() throws IOException {
        int code = run("--wait", "1", "--from", "2026-W03");

        assertThat(code).isEqualTo(ExitCode.NO_PLAN);
        assertThat(screen.out())
                .contains("There is no such plan")
                .contains("waits longer than 1 week")
                .doesNotContain("1 weeks");
        assertThat(plan().path("verdict").asText()).isEqualTo("conflict");
        assertThat(plan().path("conflict")).isNotEmpty();
        assertThat(Files.readAllLines(folder.resolve("out/timetable.csv"))).hasSize(1);
    }

    @Test
    void whyThereIsNoPlanIsToldInTheReadersLanguageAndInTheFileInEnglishToo() throws IOException {
        run("--wait", "1", "--from", "2026-W03", "--lang", "de");

        assertThat(screen.out()).contains("wartet länger als 1 Woche").doesNotContain("waits longer");
        assertThat(plan().path("conflict"))
                .extracting(JsonNode::asText)
                .anyMatch(text -> text.contains("waits longer than 1 week"));
        assertThat(plan().path("conflict_reasons"))
                .hasSameSizeAs(plan().path("conflict"))
                .anyMatch(reason -> reason.path("kind").asText().equals("wait")
                        && reason.path("wait_weeks").asInt() == 1);
    }

    @Test
    void aFrozenStepStartsInItsWeekAndASpreadsheetSeesNoFormula() throws IOException {
        int code = run("--wait", "6", "--freeze", "+press=2026-W09", "--plan-only");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(folder.resolve("out/timetable.csv")))
                .anyMatch(line -> line.startsWith("step,'+press,2026-W09,2026-W14,,90000.00,"));
    }

    @Test
    void anEarlierPlanIsKeptWhereItHolds() throws IOException {
        run("--wait", "6", "--freeze", "second shift=2026-W05", "--plan-only");
        Files.move(folder.resolve("out/timetable.json"), folder.resolve("kept.json"));

        int code = run("--wait", "6", "--keep", folder.resolve("kept.json").toString(), "--plan-only");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(plan().path("question").asText()).isEqualTo("fewest_changes");
        assertThat(plan().at("/steps/0/start_week").asText()).isEqualTo("2026-W05");
    }

    @Test
    void theShortestWaitForABudgetNeedsNoWait() throws IOException {
        int code = run("--budget", "5000", "--from", "2026-W12", "--plan-only");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(plan().path("question").asText()).isEqualTo("shortest_wait");
        assertThat(plan().path("wait_weeks").asInt()).isBetween(1, 6);
    }

    @Test
    void theEarliestWeekOfAGuaranteeIsFound() throws IOException {
        int code = run("--earliest", "--wait", "4", "--plan-only");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(plan().path("question").asText()).isEqualTo("earliest_guarantee");
        assertThat(plan().path("from_week").asText()).matches("2026-W\\d\\d");
    }

    @Test
    void mistakesNameWhatWasFoundAndWhatIsExpected() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found no wait");
        assertThat(run("--wait", "6", "--freeze", "third shift=2026-W09")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found step third shift, expected one of: second shift, +press");
        assertThat(run("--wait", "6", "--from", "2026-W99")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("expected a week from 2026-W02 to 2026-W41");
        assertThat(run("--wait", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--earliest")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--wait", "6", "--keep", folder.resolve("none.json").toString()))
                .isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("none.json: there is no such file");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
