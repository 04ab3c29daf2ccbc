package io.rampline.desk.command.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import io.rampline.desk.command.timetable.TimetableCommand;
import io.rampline.factory.Week;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line builds two cars a week; forty are ordered with 500 each, eight of them a few days ago. */
class MoneyCommandTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    @BeforeEach
    void writeScenario() {
        StringBuilder orders = new StringBuilder("order_id,locked_at,model,trim,delivered_on,cancelled_on\n");
        for (int i = 0; i < 40; i++) {
            orders.append("o")
                    .append(i)
                    .append(i < 32 ? ",2025-12-01" : ",2026-01-02")
                    .append(",Car,Base,,\n");
        }
        orders.append("d1,2025-10-01,Car,Base,2025-12-20,\n");
        orders.append("d2,2025-10-01,Car,Base,2025-12-21,\n");
        orders.append("c1,2025-11-01,Car,Base,,2025-11-04\n");
        orders.append("c2,2025-11-01,Car,Base,,2025-11-20\n");
        SmallScenario.in(folder.resolve("plant"))
                .with("scenario.toml", """
                        name = "Small"
                        start_week = "2026-W02"
                        horizon_weeks = 60
                        as_of = 2026-01-04
                        currency = "EUR"
                        home_market = "home"
                        """)
                .with("capacity.csv", "line,week,units\nL,2026-W02..,2\n")
                .with("demand.csv", "week,model,trim,low,mid,high\n2026-W02..2026-W30,Car,Base,0,1,2\n")
                .with("planning.toml", "cancellations_percent_per_month = 1\n")
                .with("deposits.toml", """
                        deposit = 500
                        cooling_off_days = 7
                        [slip]
                        compensation_per_week = 10
                        """)
                .with("orders.csv", orders.toString());
    }

    private int run(String directory, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "money",
                                folder.resolve("plant").toString(),
                                "--out",
                                folder.resolve(directory).toString(),
                                "--futures",
                                "30"),
                        Stream.of(more))
                .toArray(String[]::new);
        return asked(MoneyCommand::new, arguments);
    }

    private int asked(Command command, String... arguments) {
        Terminal terminal = screen.terminal();
        return CommandDesk.run(terminal, "1.2.3", List.of(command.of(terminal)), arguments);
    }

    private interface Command {
        Object of(Terminal terminal);
    }

    private JsonNode said(String directory) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(directory).resolve("money.json").toFile());
    }

    @Test
    void theBooksCloseToZeroAndHoldWhatCustomersPaid() throws Exception {
        assertThat(run("out")).as(screen::err).isEqualTo(ExitCode.OK);

        JsonNode said = said("out");
        assertThat(said.path("trial_balance_total").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(said.path("deposits_held").decimalValue()).isEqualByComparingTo("20000");
        assertThat(said.path("contract_liability").decimalValue()).isEqualByComparingTo("16000");
        assertThat(said.path("refund_liability").decimalValue()).isEqualByComparingTo("4000");
        assertThat(said.path("claimable_today").decimalValue()).isEqualByComparingTo("4000");
        assertThat(said.path("refund_at_risk_95").decimalValue())
                .isBetween(new BigDecimal("500"), new BigDecimal("4000"));
        assertThat(said.path("slip_provision").decimalValue()).isPositive();
        said.path("roll_forward")
                .forEach(period -> assertThat(period.path("contract_liability")
                                .path("difference")
                                .decimalValue())
                        .isEqualByComparingTo(BigDecimal.ZERO));
        assertThat(account(said, "forfeited_deposits"))
                .as("c2 left after the lock")
                .isEqualByComparingTo("500");
        assertThat(screen.out())
                .contains("EUR 20,000", "Expected cost of late deliveries", "money.html")
                .doesNotContain("?");
    }

    private static BigDecimal account(JsonNode said, String name) {
        for (JsonNode account : said.path("trial_balance")) {
            if (account.path("name").asText().equals(name)) {
                return account.path("balance").decimalValue();
            }
        }
        throw new AssertionError("found no account " + name);
    }

    @Test
    void anEarlierDayKnowsOnlyWhatWasBookedUntilThen() throws Exception {
        run("out", "--as-of", "2025-12-20");

        JsonNode said = said("out");
        assertThat(said.path("as_of").asText()).isEqualTo("2025-12-20");
        assertThat(said.path("open_orders").asInt())
                .as("32, and d2 until tomorrow")
                .isEqualTo(33);
        assertThat(said.path("deposits_held").decimalValue()).isEqualByComparingTo("16500");
    }

    @Test
    void theJournalHasAsMuchDebitAsCredit() throws Exception {
        run("out");

        List<String> lines = Files.readAllLines(folder.resolve("out/journal.csv"));
        BigDecimal difference = BigDecimal.ZERO;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            difference = difference.add(amount(cells[4])).subtract(amount(cells[5]));
        }
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(difference).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void theOpenItemsAddUpToTheLiabilities() throws Exception {
        run("out");

        List<String> lines = Files.readAllLines(folder.resolve("out/open_items.csv"));
        List<String> heads = List.of(lines.getFirst().split(",", -1));
        JsonNode said = said("out");
        for (String figure : List.of("contract_liability", "refund_liability")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String line : lines.subList(1, lines.size())) {
                sum = sum.add(amount(line.split(",", -1)[heads.indexOf(figure)]));
            }
            assertThat(sum).as(figure).isEqualByComparingTo(amount(said, figure));
        }
        assertThat(lines).hasSize(1 + said.path("open_orders").asInt());
        long beyond = lines.stream().filter(line -> line.endsWith(",yes")).count();
        assertThat(beyond)
                .isEqualTo(said.at("/remaining_performance_obligations/contracts_beyond_expedient")
                        .asLong());
    }

    private static BigDecimal amount(String cell) {
        return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
    }

    @Test
    void totalsOfTheWorkbookAreFormulas() throws Exception {
        run("out");

        assertThat(workbook("out", "worksheets/sheet1.xml")).contains("SUM(C2:C13)", "SUM(D2:D13)");
    }

    private String workbook(String directory, String part) throws IOException {
        try (ZipFile workbook =
                new ZipFile(folder.resolve(directory).resolve("money.xlsx").toFile())) {
            return new String(
                    workbook.getInputStream(workbook.getEntry("xl/" + part)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theWorkbookHasTheDecimalsOfTheCurrency() throws Exception {
        Path scenario = folder.resolve("plant").resolve("scenario.toml");
        String euro = Files.readString(scenario);
        Map<Integer, String> formats = new TreeMap<>();
        for (int minorUnits : List.of(0, 2, 3)) {
            Files.writeString(scenario, euro + "minor_units = " + minorUnits + "\n");
            String directory = "decimals" + minorUnits;
            assertThat(run(directory)).as(screen::err).isEqualTo(ExitCode.OK);
            Matcher amounts = Pattern.compile("\"(#,##0\\.?0*)\"").matcher(workbook(directory, "styles.xml"));
            formats.put(
                    minorUnits,
                    amounts.results().map(found -> found.group(1)).sorted().collect(Collectors.joining(" ")));
        }

        assertThat(formats)
                .as("counts have no decimals in any of them")
                .isEqualTo(Map.of(0, "#,##0", 2, "#,##0 #,##0.00", 3, "#,##0 #,##0.000"));
    }

    @Test
    void theSameQuestionGivesTheSameBytes() throws Exception {
        run("one");
        run("two");

        try (Stream<Path> files = Files.list(folder.resolve("one"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readAllBytes(file))
                        .as(file.getFileName().toString())
                        .isEqualTo(Files.readAllBytes(folder.resolve("two").resolve(file.getFileName())));
            }
        }
    }

    @Test
    void thePageIsWellFormedInBothLanguages() throws Exception {
        for (String language : List.of("en", "de")) {
            run(language, "--lang", language);
            String page = Files.readString(folder.resolve(language).resolve("money.html"));
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(
                            page.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
            assertThat(page).contains(language.equals("en") ? "Trial balance" : "Saldenliste");
        }
    }

    @Test
    void theTermsAsTheyAreLetTheSameBeClaimedAsTheExposureSays() throws Exception {
        Path plant = folder.resolve("plant");
        StringBuilder orders = new StringBuilder("order_id,locked_at,model,trim,promised_week\n");
        for (int i = 0; i < 40; i++) {
            orders.append("o").append(i).append(",2025-12-01,Car,Base,2026-W02\n");
        }
        Files.writeString(plant.resolve("orders.csv"), orders);
        Files.writeString(plant.resolve("deposits.toml"), """
                deposit = 500
                cooling_off_days = 7
                [refund]
                slip_weeks = 4
                default_weeks = 12
                """);
        assertThat(run("out")).as(screen::err).isEqualTo(ExitCode.OK);

        JsonNode said = said("out");
        JsonNode asItIs = said.path("levers").get(0);
        assertThat(said.path("claimable_today").decimalValue()).isPositive();
        assertThat(asItIs.path("claimable_today").decimalValue()).isEqualByComparingTo(amount(said, "claimable_today"));
    }

    @Test
    void theBriefingSaysTheSameFigures() throws Exception {
        run("out");
        String plant = folder.resolve("plant").toString();
        String brief = folder.resolve("brief").toString();
        assertThat(asked(MoneyCommand::new, "brief", plant, "--out", brief, "--futures", "30"))
                .as(screen::err)
                .isEqualTo(ExitCode.OK);

        JsonNode said = said("out");
        JsonNode summary = new ObjectMapper()
                .readTree(folder.resolve("brief/summary.json").toFile())
                .path("deposits");
        for (String figure : List.of(
                "claimable_today",
                "claimable_tomorrow",
                "contract_liability",
                "refund_liability",
                "refund_at_risk_95",
                "refund_at_risk_99")) {
            assertThat(summary.path(figure).decimalValue()).as(figure).isEqualByComparingTo(amount(said, figure));
        }
        assertThat(summary.path("held").decimalValue()).isEqualByComparingTo(amount(said, "deposits_held"));
        assertThat(summary.path("refundable").decimalValue())
                .isEqualByComparingTo(amount(said, "claimable_cooling_off"));
        // Charts and tables of weeks are the same to the last digit.
        String page = Files.readString(folder.resolve("brief/briefing.html"));
        String money = Files.readString(folder.resolve("out/money.html"));
        for (String picture : List.of("money-own", "money-paid")) {
            assertThat(page).contains(picture(money, picture));
        }
    }

    private static BigDecimal amount(JsonNode said, String name) {
        return said.path(name).decimalValue();
    }

    private static String picture(String page, String id) {
        int from = page.indexOf("<figure class=\"picture\" id=\"" + id + "\"");
        assertThat(from).as(id).isPositive();
        return page.substring(from, page.indexOf("</figure>", from));
    }

    @Test
    void whatAFoundPlanCostsIsPaidOutOfCash() throws Exception {
        Path plant = folder.resolve("plant");
        Files.writeString(
                plant.resolve("steps.csv"),
                "step,lead_weeks,one_off_cost,running_cost_per_week\nsecond shift,3,5000,10\n");
        Files.writeString(plant.resolve("gains.csv"), "step,kind,resource,units_per_week\nsecond shift,line,L,2\n");
        String plan = folder.resolve("plan").toString();
        assertThat(asked(
                        TimetableCommand::new,
                        "timetable",
                        plant.toString(),
                        "--wait",
                        "8",
                        "--from",
                        "2026-W12",
                        "--plan-only",
                        "--out",
                        plan))
                .as(screen::err)
                .isEqualTo(ExitCode.OK);
        run("without");
        run("with", "--plan", plan + "/timetable.json");

        BigDecimal paid = amount(said("with").path("cash"), "steps").negate();
        assertThat(amount(said("without").path("cash"), "steps")).isEqualByComparingTo(BigDecimal.ZERO);
        JsonNode step = new ObjectMapper()
                .readTree(folder.resolve("plan/timetable.json").toFile())
                .path("steps")
                .path(0);
        assertThat(step.path("step").asText()).isEqualTo("second shift");
        int effective = 3 + Week.parse(step.path("start_week").asText()).since(Week.parse("2026-W02"));
        assertThat(paid)
                .as("one-off, and running in every week that it works: %s", step)
                .isEqualByComparingTo(BigDecimal.valueOf(5000 + 10L * (60 - effective)));
        assertThat(amount(said("with").path("cash"), "balances"))
                .as("more cars are handed over within the plan")
                .isGreaterThan(amount(said("without").path("cash"), "balances"));
        assertThat(amount(said("with"), "deposits_held"))
                .as("a plan does not move what has been paid")
                .isEqualByComparingTo(amount(said("without"), "deposits_held"));
    }

    @Test
    void tablesOfThePageHaveOneUnitAndFiguresToTheRight() throws Exception {
        run("out");

        String page = Files.readString(folder.resolve("out/money.html"));
        assertThat(page)
                .contains("Amounts in EUR<")
                .contains("<th scope=\"col\" class=\"number\">Debit</th>")
                .contains(">20,000.00<");
    }

    @Test
    void jsonIsPrintedAloneWhenAskedFor() throws Exception {
        run("out", "--json");

        assertThat(new ObjectMapper().readTree(screen.out())).isEqualTo(said("out"));
    }

    @Test
    void aMistakenDayIsToldWithWhatWasExpected() {
        assertThat(run("out", "--as-of", "soon")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("--as-of soon").contains("2026-03-31");
    }
}
