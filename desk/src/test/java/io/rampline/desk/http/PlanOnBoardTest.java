package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import org.junit.jupiter.api.Test;

/** What the plan in force decides stands on the board, for everybody who sees it. */
class PlanOnBoardTest extends TwoPlanners {
    private static JsonNode step(JsonNode board, String name) {
        for (JsonNode step : board.path("steps")) {
            if (step.path("step").asText().equals(name)) {
                return step;
            }
        }
        throw new AssertionError("found no step " + name + " in " + board.path("steps"));
    }

    @Test
    void theStepsOfAnAdoptedPlanStandOnTheBoardUntilItIsUndone() {
        Told before = ann.get("/api/v1/board");
        adopted();
        Told after = ann.with("If-None-Match", before.header("ETag")).get("/api/v1/board");
        long position = ann.get("/api/v1/adoption").body().at("/plan/position").asLong();
        ann.post("/api/v1/adoption/undo", "{\"position\":" + position + ",\"dry_run\":false}");
        Told undone = ann.with("If-None-Match", after.header("ETag")).get("/api/v1/board");

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body().path("plan").asText()).isEqualTo("more batteries");
        assertThat(after.body().path("plan_noted").asBoolean()).isTrue();
        JsonNode batteries = step(after.body(), "battery contract");
        assertThat(batteries.path("start_week").asText()).isEqualTo("2026-W11");
        assertThat(batteries.path("effect_week").asText()).isEqualTo("2026-W14");
        assertThat(batteries.path("decided").asBoolean(true)).isFalse();
        assertThat(step(after.body(), "roof fitter").path("start_week").isNull())
                .isTrue();
        assertThat(step(before.body(), "battery contract").path("start_week").isNull())
                .isTrue();
        assertThat(undone.status()).isEqualTo(200);
        assertThat(step(undone.body(), "battery contract").path("start_week").isNull())
                .isTrue();
    }

    @Test
    void aBoardIsToldWhileTheRecordCannotBeReadAndKnowsTheStepsWhenItIsBack() {
        adopted();
        try (OpenDesk anew = OpenDesk.over(desk, settings -> settings)) {
            OpenDesk.Asking asking = anew.as(Role.SALES);
            desk.book.house.isAway = true;
            Told away = asking.get("/api/v1/board");
            desk.book.house.isAway = false;
            Told back = asking.with("If-None-Match", away.header("ETag")).get("/api/v1/board");

            assertThat(away.status()).isEqualTo(200);
            assertThat(away.body().path("plan").asText()).isEqualTo("more batteries");
            assertThat(away.body().path("plan_noted").asBoolean(true)).isFalse();
            assertThat(back.status()).isEqualTo(200);
            assertThat(step(back.body(), "battery contract").path("start_week").asText())
                    .isEqualTo("2026-W11");
        }
    }
}
