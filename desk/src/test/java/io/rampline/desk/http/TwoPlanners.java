package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** examples/tiny with a contract for batteries, and two planners who may propose and approve it. */
abstract class TwoPlanners {
    static final String BATTERIES = "{\"starts\":[\"battery contract=2026-W11\"],\"name\":\"more batteries\"}";

    OpenDesk desk;
    OpenDesk.Asking ann;
    OpenDesk.Asking bob;

    @BeforeEach
    void open() {
        desk = OpenDesk.tiny();
        ann = desk.as(Role.PLANNER, "ann");
        bob = desk.as(Role.PLANNER, "bob");
    }

    @AfterEach
    void close() {
        assertThat(desk.book.verify()).isEmpty();
        desk.close();
    }

    Told proposed() {
        Told proposed = ann.post("/api/v1/proposals", BATTERIES);
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        return proposed;
    }

    static String agreeing(JsonNode effect) {
        return "{\"seen\":\"" + effect.path("seen").asText() + "\",\"reason\":\"as talked about\"}";
    }

    Told adopted() {
        Told approved = bob.post(
                "/api/v1/proposals/1/approve", agreeing(proposed().body().path("effect_now")));
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        return approved;
    }
}
