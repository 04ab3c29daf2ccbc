package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.access.Role;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** examples/tiny: ten open orders with 500 each, asked for by somebody of finance. */
class MoneyRoutesTest {
    private static final String CAR = "{\"model\":\"City\",\"trim\":\"Base\",\"deposit_minor\":50000}";
    private static final int ASKED_MOST = 200_000;

    private OpenDesk desk;
    private OpenDesk.Asking finance;

    @BeforeEach
    void open() {
        desk = OpenDesk.tiny();
        finance = desk.as(Role.FINANCE);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private JsonNode money() {
        return finance.get("/api/v1/money").body();
    }

    @Test
    void everyRollForwardLeadsFromItsOpeningToItsClosing() {
        desk.as(Role.PLANNER).put("/api/v1/orders/M-1", CAR);
        desk.as(Role.PLANT)
                .post(
                        "/api/v1/deliveries",
                        "{\"deliveries\":[{\"order_id\":\"T-01\",\"delivered_on\":\"2026-03-01\"}]}");
        JsonNode money = money();

        BigDecimal before = BigDecimal.ZERO;
        for (JsonNode period : money.path("roll_forward")) {
            JsonNode liability = period.path("contract_liability");
            BigDecimal sum = BigDecimal.ZERO;
            for (Iterator<Map.Entry<String, JsonNode>> members =
                            liability.properties().iterator();
                    members.hasNext(); ) {
                Map.Entry<String, JsonNode> member = members.next();
                if (!List.of("closing", "difference").contains(member.getKey())) {
                    sum = sum.add(member.getValue().decimalValue());
                }
            }
            assertThat(liability.path("opening").decimalValue()).isEqualByComparingTo(before);
            before = liability.path("closing").decimalValue();
            assertThat(sum).isEqualByComparingTo(before);
        }
        assertThat(before).isEqualByComparingTo(money.path("contract_liability").decimalValue());
    }

    @Test
    void exposuresOfModelsAddUpAndWhatIsFreeTodayIsLessTomorrow() {
        desk.as(Role.PLANNER).put("/api/v1/orders/M-1", CAR);
        JsonNode now = money().path("now");

        for (String figure : List.of("open_orders", "deposits_held", "claimable", "claimable_if_default")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode model : now.path("exposures")) {
                sum = sum.add(model.path(figure).decimalValue());
            }
            assertThat(sum).as(figure).isEqualByComparingTo(now.path(figure).decimalValue());
        }
        assertThat(now.path("claimable_tomorrow").decimalValue())
                .isLessThanOrEqualTo(now.path("claimable").decimalValue());
        assertThat(now.at("/refunds_at_risk/0/p99").decimalValue())
                .isGreaterThanOrEqualTo(now.at("/refunds_at_risk/0/p95").decimalValue())
                .isLessThanOrEqualTo(now.path("claimable").decimalValue());
        assertThat(now.at("/remaining_performance_obligations/contracts").asInt())
                .as("all but the one in its cooling-off days")
                .isEqualTo(10);
    }

    @Test
    void theJournalAddsUpToTheTrialBalance() {
        desk.as(Role.PLANNER).put("/api/v1/orders/M-1", CAR);
        desk.as(Role.PLANNER).delete("/api/v1/orders/T-03");
        String csv = finance.get("/api/v1/money-journal").text();

        Map<String, BigDecimal> balances = new TreeMap<>();
        for (String line : csv.lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            BigDecimal debit = amount(cells[4]).subtract(amount(cells[5]));
            balances.merge(cells[2], debit, BigDecimal::add);
        }
        for (JsonNode account : money().path("trial_balance")) {
            BigDecimal side = account.path("side").asText().equals("debit") ? BigDecimal.ONE : BigDecimal.ONE.negate();
            assertThat(balances.getOrDefault(account.path("account").asText(), BigDecimal.ZERO))
                    .as(account.path("name").asText())
                    .isEqualByComparingTo(account.path("balance").decimalValue().multiply(side));
        }
        assertThat(csv).startsWith("voucher,date,account,name,debit,credit,currency,cause,orders\n");
        assertThat(finance.get("/api/v1/money-journal?lang=de").text()).contains("Anzahlung");
    }

    private static BigDecimal amount(String cell) {
        return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
    }

    @Test
    void aDayThatNoBookCanHaveIsTheMistakeOfWhoAsks() {
        for (String day : List.of("-999999999-01-01", "1969-12-31", "+999999999-12-31", "yesterday")) {
            for (String question : List.of("/api/v1/money?as_of=", "/api/v1/money-journal?from=")) {
                assertThat(finance.get(question + day.replace("+", "%2B")).status())
                        .as(question + day)
                        .isEqualTo(400);
            }
        }
        assertThat(finance.get("/api/v1/money?as_of=1970-01-01").status()).isEqualTo(200);
    }

    @Test
    void aJournalOfSomeDaysHasThoseAlone() {
        desk.as(Role.PLANNER).put("/api/v1/orders/M-1", CAR);
        List<String> all =
                finance.get("/api/v1/money-journal").text().lines().skip(1).toList();
        String last = all.getLast().split(",", -1)[1];
        List<String> some = finance.get("/api/v1/money-journal?from=" + last)
                .text()
                .lines()
                .skip(1)
                .toList();

        assertThat(some).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(some).allMatch(line -> line.split(",", -1)[1].equals(last));
        assertThat(finance.get("/api/v1/money-journal?from=soon").status()).isEqualTo(400);
        assertThat(finance.get("/api/v1/money-journal?to=2036-01-01").status()).isEqualTo(400);
        assertThat(finance.get("/api/v1/money-journal?lang=fr").status()).isEqualTo(400);
    }

    @Test
    void cashIsCountedWhenSomebodyLooks() {
        JsonNode first = finance.get("/api/v1/cash-outlook").body();
        JsonNode told = first;
        for (int asked = 0; told.path("outlook").isNull() && asked < ASKED_MOST; asked++) {
            told = finance.get("/api/v1/cash-outlook").body();
        }

        assertThat(first.path("why").asText()).isEmpty();
        JsonNode outlook = told.path("outlook");
        assertThat(outlook.path("futures").asInt()).isEqualTo(LiveCash.FUTURES);
        JsonNode week = outlook.path("weeks").path(outlook.path("weeks").size() - 1);
        assertThat(week.path("own_p10").decimalValue())
                .isLessThanOrEqualTo(week.path("own_p50").decimalValue());
        assertThat(week.path("own_p50").decimalValue())
                .isLessThanOrEqualTo(week.path("own_p90").decimalValue());
        assertThat(week.path("own").decimalValue())
                .as("cars are handed over within the plan, and paid")
                .isPositive();
    }
}
