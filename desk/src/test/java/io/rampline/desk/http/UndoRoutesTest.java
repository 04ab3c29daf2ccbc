package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was adopted can be undone for a day. */
class UndoRoutesTest extends TwoPlanners {
    @Test
    void whenAPlanIsUndoneTheStepsOfTheOneBeforeAreInForceAgain() {
        adopted();
        JsonNode first = ann.get("/api/v1/adoption").body().path("plan");
        Told second = ann.post(
                "/api/v1/proposals",
                "{\"starts\":[\"battery contract=2026-W11\",\"N1 second day=2026-W12\"],\"name\":\"two days\"}");
        Told approved =
                bob.post("/api/v1/proposals/2/approve", agreeing(second.body().path("effect_now")));
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        JsonNode both = ann.get("/api/v1/adoption").body().path("plan");

        ann.post(
                "/api/v1/adoption/undo",
                "{\"position\":" + both.path("position").asLong() + ",\"dry_run\":false}");
        JsonNode undone = ann.get("/api/v1/adoption").body().path("plan");

        assertThat(first.path("starts")).extracting(JsonNode::asText).containsExactly("battery contract=2026-W11");
        assertThat(both.path("starts")).hasSize(2);
        assertThat(undone.path("is_undo").asBoolean()).isTrue();
        assertThat(undone.path("starts")).isEqualTo(first.path("starts"));
    }

    @Test
    void anAdoptionIsUndoneAndTheCapacitiesAreBack() {
        JsonNode before = ann.get("/api/v1/buckets?resource=part%20BATTERY-L").body();
        adopted();
        JsonNode plan = ann.get("/api/v1/adoption").body().path("plan");
        assertThat(plan.path("undo_open").asBoolean()).isTrue();
        assertThat(plan.path("adopted_by").asText()).isEqualTo("planner:bob");
        String undo = "{\"position\":" + plan.path("position").asLong() + ",\"dry_run\":%s,\"reason\":\"too soon\"}";

        Told dry = ann.post("/api/v1/adoption/undo", undo.formatted(true));
        Told undone = ann.post("/api/v1/adoption/undo", undo.formatted(false));
        Told again = ann.post("/api/v1/adoption/undo", undo.formatted(false));

        assertThat(dry.status()).as(dry.text()).isEqualTo(200);
        assertThat(dry.body().path("later").asInt()).isPositive();
        assertThat(undone.status()).as(undone.text()).isEqualTo(200);
        assertThat(undone.body().path("later")).isEqualTo(dry.body().path("later"));
        assertThat(again.body().path("code").asText()).isEqualTo("ANOTHER_PLAN");
        assertThat(units(ann.get("/api/v1/buckets?resource=part%20BATTERY-L").body()))
                .isEqualTo(units(before));
        assertThat(ann.get("/api/v1/proposals/1").body().path("state").asText()).isEqualTo("undone");
        JsonNode after = ann.get("/api/v1/adoption").body().path("plan");
        assertThat(after.path("is_undo").asBoolean()).isTrue();
        assertThat(after.path("starts")).isEmpty();
        assertThat(after.path("starts").isArray()).isTrue();
        assertThat(ann.post(
                                "/api/v1/adoption/undo",
                                "{\"position\":" + after.path("position").asLong() + "}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("IS_UNDO");
    }

    private static List<String> units(JsonNode buckets) {
        List<String> units = new ArrayList<>();
        buckets.path("buckets")
                .forEach(bucket -> units.add(bucket.path("week").asText() + " "
                        + bucket.path("capacity").asText()));
        return units;
    }

    @Test
    void whatWasSetSinceStaysWhenAnAdoptionIsUndone() {
        adopted();
        JsonNode plan = ann.get("/api/v1/adoption").body().path("plan");
        desk.as(Role.PLANT)
                .put("/api/v1/resources/part/BATTERY-L/weeks/2026-W18", "{\"units\":77,\"reason\":\"a gift\"}");

        Told undone = ann.post(
                "/api/v1/adoption/undo",
                "{\"position\":" + plan.path("position").asLong() + ",\"dry_run\":false}");

        assertThat(undone.status()).as(undone.text()).isEqualTo(200);
        assertThat(undone.body().path("kept").asInt()).isEqualTo(1);
    }

    @Test
    void afterItsWindowAnAdoptionStays() {
        adopted();
        JsonNode plan = ann.get("/api/v1/adoption").body().path("plan");
        desk.book.advance(Duration.ofHours(25));
        int before = desk.book.entries().size();

        Told late = ann.post(
                "/api/v1/adoption/undo",
                "{\"position\":" + plan.path("position").asLong() + ",\"dry_run\":false}");

        assertThat(late.body().path("code").asText()).isEqualTo("TOO_LATE");
        assertThat(desk.book.entries()).hasSize(before);
        assertThat(ann.get("/api/v1/adoption").body().at("/plan/undo_open").asBoolean())
                .isFalse();
    }
}
