package io.rampline.desk.command.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two orders, one of which has paid more than the terms ask for; a third has left and waits for its refund. */
class MoneyAlreadyAgreedTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    @BeforeEach
    void writeScenario() {
        SmallScenario.in(folder.resolve("plant"))
                .with("scenario.toml", """
                        name = "Small"
                        start_week = "2026-W02"
                        horizon_weeks = 20
                        as_of = 2026-01-04
                        currency = "EUR"
                        home_market = "home"
                        """)
                .with("capacity.csv", "line,week,units\nL,2026-W02..,2\n")
                .with("planning.toml", "cancellations_percent_per_month = 0\n")
                .with("deposits.toml", """
                        deposit = 500
                        cooling_off_days = 7
                        [refund]
                        pay_days = 14
                        """)
                .with("orders.csv", """
                        order_id,locked_at,model,trim,deposit,delivered_on,cancelled_on
                        o1,2025-12-01,Car,Base,700,,
                        o2,2025-12-01,Car,Base,,,
                        c1,2025-12-29,Car,Base,,,2025-12-31
                        """);
    }

    private JsonNode asked(String... more) throws IOException {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "money",
                                folder.resolve("plant").toString(),
                                "--out",
                                folder.resolve("out").toString(),
                                "--futures",
                                "5"),
                        Stream.of(more))
                .toArray(String[]::new);
        Terminal terminal = screen.terminal();
        int code = CommandDesk.run(terminal, "1.2.3", List.of(new MoneyCommand(terminal)), arguments);
        assertThat(code).as(screen::err).isEqualTo(ExitCode.OK);
        return new ObjectMapper().readTree(folder.resolve("out/money.json").toFile());
    }

    private Map<String, String> refundsByWeek() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("out/cash.csv"));
        int at = List.of(lines.getFirst().split(",", -1)).indexOf("refunds");
        Map<String, String> refunds = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (!cells[at].equals("0.00")) {
                refunds.put(cells[0], cells[at]);
            }
        }
        return refunds;
    }

    @Test
    void aRefundThatIsGrantedIsPaidOutOfCashOnItsDay() throws Exception {
        JsonNode said = asked();

        assertThat(refundsByWeek()).containsExactly(Map.entry("2026-W03", "-500.00"));
        assertThat(said.at("/cash/refunds").decimalValue()).isEqualByComparingTo("-500");
        assertThat(said.path("refund_liability").decimalValue())
                .as("granted, not paid")
                .isEqualByComparingTo("500");
        // Balances of another day do not move the cash that runs from the day of the scenario.
        asked("--as-of", "2025-12-30");
        assertThat(refundsByWeek()).containsExactly(Map.entry("2026-W03", "-500.00"));
        asked("--as-of", "2026-02-01");
        assertThat(refundsByWeek()).containsExactly(Map.entry("2026-W03", "-500.00"));
    }

    @Test
    void theTermsAsTheyAreHoldWhatWasReallyPaid() throws Exception {
        JsonNode said = asked();

        assertThat(said.path("deposits_held").decimalValue()).isEqualByComparingTo("1200");
        assertThat(said.at("/levers/0/terms").asText()).isEqualTo("as_it_is");
        assertThat(said.at("/levers/0/held").decimalValue()).isEqualByComparingTo("1200");
        assertThat(said.at("/levers/2/terms").asText()).isEqualTo("double_deposit");
        assertThat(said.at("/levers/2/held").decimalValue()).isEqualByComparingTo("2000");
    }

    @Test
    void depositsAreWeighedAgainstReceiptsAndPrices() throws Exception {
        JsonNode weight = asked().path("deposit_weight");

        assertThat(weight.path("deposits").decimalValue()).isEqualByComparingTo("1200");
        assertThat(weight.path("lost_once_locked").decimalValue()).isEqualByComparingTo("1200");
        BigDecimal receipts = weight.path("receipts").decimalValue();
        assertThat(receipts)
                .as("both are handed over within the plan; the forecast knows what the terms ask for")
                .isEqualByComparingTo(weight.path("prices").decimalValue().subtract(new BigDecimal("1000")));
        assertThat(weight.path("days_of_receipts").asLong())
                .isEqualTo(Math.round(1200 * 7.0 * weight.path("receipt_weeks").asInt() / receipts.doubleValue()));
        assertThat(Files.readString(folder.resolve("out/money.html"))).contains("What deposits weigh");
    }

    @Test
    void aPrepaymentIsComparedWithNoneAndNoneWithAPrepayment() throws Exception {
        assertThat(asked().path("levers").findValuesAsText("terms"))
                .contains("prepaid")
                .doesNotContain("not_prepaid");
        Path terms = folder.resolve("plant/deposits.toml");
        Files.writeString(terms, Files.readString(terms) + "[prepayment]\nshare_percent = 30\ndue_days = 14\n");

        JsonNode said = asked();
        assertThat(said.path("levers").findValuesAsText("terms"))
                .contains("not_prepaid")
                .doesNotContain("prepaid");
        assertThat(said.at("/levers/4/held").decimalValue())
                .as("the deposits as they were paid")
                .isEqualByComparingTo("1200");
    }
}
