package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** examples/tiny may take a second day on N1, a roof fitter and a contract for batteries. */
class TimetableRoutesTest {
    private OpenDesk desk;
    private OpenDesk.Asking planner;

    @BeforeEach
    void open() {
        desk = OpenDesk.tiny(settings -> settings.withAdoption(AdoptionRule.ALONE));
        planner = desk.as(Role.PLANNER);
    }

    @AfterEach
    void close() {
        assertThat(desk.book.verify()).isEmpty();
        desk.close();
    }

    private static final String TAKE_BATTERIES =
            "{\"wait_weeks\":30,\"starts\":[\"battery contract=2026-W11\"],\"plan_only\":true}";

    /** The stream ends when the search does. */
    private String done(String body) {
        Told begun = planner.post("/api/v1/timetables", body);
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String place = begun.header("Location");
        assertThat(planner.get(place + "/progress").text()).contains("event: end");
        return place;
    }

    @Test
    void aTimetableIsAskedForWatchedAndSeen() {
        String place = done(TAKE_BATTERIES);

        JsonNode told = planner.get(place).body();

        assertThat(told.path("state").asText()).isEqualTo("done");
        assertThat(told.at("/timetable/verdict").asText()).isEqualTo("planned");
        assertThat(told.at("/timetable/steps/0/step").asText()).isEqualTo("battery contract");
        assertThat(told.at("/timetable/steps/0/start_week").asText()).isEqualTo("2026-W11");
    }

    @Test
    void anAdoptedPlanMovesPromisesForwardAndHasItsNameInTheBook() {
        String place = done(TAKE_BATTERIES);
        int before = desk.book.entries().size();

        Told dry = planner.post(place + "/adopt", "{\"name\":\"more batteries\"}");
        assertThat(desk.book.entries()).hasSize(before);
        Told adopted = planner.post(place + "/adopt", "{\"name\":\"more batteries\",\"dry_run\":false}");

        assertThat(dry.status()).as(dry.text()).isEqualTo(200);
        assertThat(dry.body().path("dry_run").asBoolean()).isTrue();
        assertThat(adopted.body().path("earlier").asInt()).isPositive();
        assertThat(adopted.body().path("earlier")).isEqualTo(dry.body().path("earlier"));
        assertThat(adopted.body().path("later").asInt()).isZero();
        assertThat(desk.book.entries().size()).isGreaterThan(before);
        assertThat(planner.post(place + "/adopt", "{}").status()).isEqualTo(422);
    }

    @Test
    void aPlanThatWouldDelaySomebodyIsRefusedAndNothingIsDone() {
        String place = done("{\"wait_weeks\":30,\"without\":[\"battery contract\"],\"plan_only\":true}");
        planner.put("/api/v1/resources/part/BATTERY-L/weeks/2026-W12", "{\"units\":20,\"reason\":\"a gift\"}");
        planner.post("/api/v1/re-promise", "{\"strategy\":\"gain\",\"dry_run\":false,\"reason\":\"use it\"}");
        int before = desk.book.entries().size();

        Told refused = planner.post(place + "/adopt", "{\"dry_run\":false}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asText()).isEqualTo("PLAN_DELAYS");
        assertThat(desk.book.entries()).hasSize(before);
    }

    @Test
    void mistakesAreToldAndUnknownTimetablesAreNotFound() {
        Told noWait = planner.post("/api/v1/timetables", "{}");
        assertThat(noWait.status()).isEqualTo(400);
        assertThat(noWait.text()).contains("found no wait");
        Told step = planner.post("/api/v1/timetables", "{\"wait_weeks\":9,\"without\":[\"magic\"]}");
        assertThat(step.text()).contains("found step magic, expected one of: N1 second day");
        assertThat(planner.post("/api/v1/timetables", "{\"wait_weeks\":9,\"budget\":\"much\"}")
                        .status())
                .isEqualTo(400);
        assertThat(planner.get("/api/v1/timetables/7").status()).isEqualTo(404);
        assertThat(planner.delete("/api/v1/timetables/7").status()).isEqualTo(404);
    }

    @Test
    void aTimetableThatIsEndedSaysSo() {
        String place = done(TAKE_BATTERIES);

        Told ended = planner.delete(place);

        assertThat(ended.body().path("cancelled").asBoolean()).isTrue();
        assertThat(ended.body().path("state").asText()).isEqualTo("done");
    }
}
