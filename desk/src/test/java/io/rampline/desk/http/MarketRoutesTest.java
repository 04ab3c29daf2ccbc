package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.TwoMarkets;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening the second of {@link TwoMarkets}, over HTTP. */
class MarketRoutesTest {
    @TempDir
    Path folder;

    private OpenDesk desk;
    private OpenDesk.Asking planner;

    @BeforeEach
    void open() {
        desk = OpenDesk.of(
                TwoMarkets.in(folder.resolve("plant")).folder(), settings -> settings.withAdoption(AdoptionRule.ALONE));
        planner = desk.as(Role.PLANNER);
    }

    @AfterEach
    void close() {
        assertThat(desk.book.verify()).isEmpty();
        desk.close();
    }

    /** The stream ends when the search does. */
    private String done(String body) {
        Told begun = planner.post("/api/v1/timetables", body);
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String place = begun.header("Location");
        assertThat(planner.get(place + "/progress").text()).contains("event: end");
        return place;
    }

    @Test
    void theEarliestOpeningIsToldWithItsCertificate() {
        String place = done("""
                {"plan_only": true, "export": {"market": "abroad", "quotas": ["1"], "opens_weeks": ["2026-W12"],
                 "home_waits": [{"weeks": 6}]}}""");

        JsonNode export = planner.get(place).body().at("/timetable/export");

        assertThat(export.at("/earliest/0/opens_week").asText()).isEqualTo("2026-W10");
        assertThat(export.at("/points/0/opens_week").asText()).isEqualTo("2026-W12");
        assertThat(export.at("/points/0/certificate/orders_later").asInt(-1)).isZero();
        assertThat(export.at("/points/0/certificate/repeat").asText()).contains("--opening 'abroad Car=2026-W12:1'");
    }

    @Test
    void whatIsLookedAtIsToldInMembersAndAQuotaThatIsNoneHasACode() {
        String place = done("""
                {"plan_only": true, "export": {"market": "abroad", "quotas": ["1"], "opens_weeks": ["2026-W12"],
                 "home_waits": [{"weeks": 6}]}}""");
        JsonNode point = planner.get(place).body().path("point");
        Told mistaken = planner.post("/api/v1/timetables", """
                {"plan_only": true, "export": {"market": "abroad", "quotas": ["many"], "home_waits": [{"weeks": 6}]}}""");

        assertThat(point.path("market").asText()).isEqualTo("abroad");
        assertThat(point.path("opens_week").asText()).matches("2026-W\\d\\d");
        assertThat(point.path("units_per_week").asInt()).isEqualTo(1);
        assertThat(point.path("home_wait_weeks").asInt()).isEqualTo(6);
        assertThat(point.path("all").asInt()).isEqualTo(1);
        assertThat(mistaken.status()).isEqualTo(400);
        assertThat(mistaken.body().path("code").asText()).isEqualTo("QUOTA_OUTSIDE");
        assertThat(mistaken.body().path("found").asText()).isEqualTo("many");
        assertThat(mistaken.body().path("most").asInt()).isPositive();
    }

    @Test
    void anAdoptedOpeningServesTheMarketFromItsWeekOn() {
        String body = "{\"openings\": [\"abroad Car=2026-W12:1\"], \"starts\": [\"second shift=2026-W03\"]%s}";
        assertThat(answer("E9").at("/promise/build_week").asText("")).isEmpty();

        Told dry = planner.post("/api/v1/plans", body.formatted(""));
        Told done = planner.post("/api/v1/plans", body.formatted(", \"dry_run\": false, \"name\": \"Europe\""));

        assertThat(dry.status()).as(dry.text()).isEqualTo(200);
        assertThat(dry.body().path("by_product")).isNotEmpty();
        assertThat(done.body().path("later").asInt(-1)).isZero();
        assertThat(planner.get("/api/v1/orders/E9").text()).contains("\"build_week\":\"2026-W12\"");
        assertThat(answer("E8").at("/promise/build_week").asText()).isEqualTo("2026-W13");
        assertThat(planner.post("/api/v1/plans", body.formatted("")).status()).isEqualTo(422);
        Told mistaken = planner.post("/api/v1/plans", "{\"openings\": [\"abroad Car=2026-W02:1\"]}");
        assertThat(mistaken.status()).isEqualTo(400);
        assertThat(mistaken.text()).contains("expected a week from 2026-W10 to 2026-W30");
    }

    @Test
    void anAdoptedOpeningStandsOnTheBoardAndStaysOpenWhileStepsAreTried() {
        assertThat(planner.get("/api/v1/board")
                        .body()
                        .at("/openings/0/opens_week")
                        .isNull())
                .isTrue();
        String plan = "\"openings\": [\"abroad Car=2026-W12:1\"], \"starts\": [\"second shift=2026-W03\"]";
        Told adopted = planner.post("/api/v1/plans", "{" + plan + ", \"dry_run\": false}");
        assertThat(adopted.status()).as(adopted.text()).isEqualTo(200);

        JsonNode opening = planner.get("/api/v1/board").body().at("/openings/0");
        JsonNode inForce = planner.get("/api/v1/adoption").body().path("plan");

        assertThat(opening.path("opens_week").asText()).isEqualTo("2026-W12");
        assertThat(opening.path("units_per_week").asInt()).isEqualTo(1);
        assertThat(inForce.path("openings")).extracting(JsonNode::asText).containsExactly("abroad Car=2026-W12:1");
        assertThat(levels("{" + plan + "}")).isZero();
        assertThat(levels("{\"starts\": [\"second shift=2026-W03\"]}")).isPositive();
        assertThat(planner.post("/api/v1/lever-trials", "{\"openings\": [\"moon=2026-W12:1\"]}")
                        .status())
                .isEqualTo(400);
    }

    private int levels(String levers) {
        return planner.post("/api/v1/lever-trials", levers)
                .body()
                .path("levels")
                .asInt(-1);
    }

    private JsonNode answer(String id) {
        Told told = desk.as(Role.SALES)
                .put("/api/v1/orders/" + id, "{\"market\": \"abroad\", \"model\": \"Car\", \"trim\": \"Base\"}");
        assertThat(told.status()).as(told.text()).isLessThan(300);
        return told.body();
    }

    @Test
    void severalFuturesShareWhatStartsBeforeTheGate() {
        String place = done("""
                {"futures": {"cases": ["low", "high"], "gate_week": "2026-W12", "late_price": "50",
                 "risk_permille": 500}}""");

        JsonNode told = planner.get(place).body().path("timetable");

        assertThat(told.path("verdict").asText()).isEqualTo("branched");
        assertThat(told.path("tail_weight").asDouble()).isEqualTo(0.5);
        assertThat(told.path("branches")).hasSize(2);
        Told refused = planner.post(place + "/adopt", "{}");
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void mistakesAreTold() {
        Told market = planner.post("/api/v1/timetables", "{\"export\": {\"market\": \"moon\"}}");
        assertThat(market.status()).isEqualTo(400);
        assertThat(market.text()).contains("found market moon, expected one that openings.csv says could open: abroad");
        Told field = planner.post("/api/v1/timetables", "{\"export\": {\"market\": \"abroad\", \"when\": \"soon\"}}");
        assertThat(field.status()).isEqualTo(400);
        assertThat(field.text()).contains("export.when");
        Told nothing = planner.post("/api/v1/timetables", "{\"export\": {}}");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.text()).contains("export.market");
    }
}
