package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps of examples/tiny, tried on a copy of the book. */
class LeverRoutesTest {
    private static final String BATTERIES = "{\"starts\":[\"battery contract=2026-W11\"]}";

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

    private Told tried(String body) {
        int before = desk.book.entries().size();
        Told told = planner.post("/api/v1/lever-trials", body);
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(desk.book.entries()).hasSize(before);
        return told;
    }

    @Test
    void aTrialSaysWhatAnAdoptionWouldDo() {
        Told dry = planner.post("/api/v1/plans", BATTERIES);

        Told told = tried(BATTERIES);

        assertThat(told.body().at("/gains/earlier")).isEqualTo(dry.body().path("earlier"));
        assertThat(told.body().path("levels")).isEqualTo(dry.body().path("levels"));
    }

    @Test
    void noStepsTakeBackWhatAPlanSetAndMissingStepsLeaveIt() {
        Told adopted = planner.post("/api/v1/plans", BATTERIES.replace("}", ",\"dry_run\":false}"));
        assertThat(adopted.status()).as(adopted.text()).isEqualTo(200);

        assertThat(tried("{}").body().path("levels").asInt(-1)).isZero();
        assertThat(tried(BATTERIES).body().path("levels").asInt(-1)).isZero();
        assertThat(tried("{\"starts\":[]}").body().path("levels"))
                .isEqualTo(adopted.body().path("levels"));
    }

    @Test
    void stepsThatTheScenarioHasDecidedNeedNotBeSaidAgain(@TempDir Path folder) throws IOException {
        copyTiny(folder);
        Files.writeString(folder.resolve("steps.csv"), """
                step,lead_weeks,one_off_cost,running_cost_per_week,after,exclusive,decided
                N1 second day,2,4000,900,,one of two,2026-W11
                roof fitter,1,1500,300,N1 second day+1,,
                battery contract,3,2500,,,one of two,
                """);
        try (OpenDesk decided = OpenDesk.of(folder)) {
            OpenDesk.Asking asking = decided.as(Role.PLANNER);

            assertThat(flaws(asking, "roof fitter=2026-W13")).isEmpty();
            assertThat(flaws(asking, "roof fitter=2026-W11"))
                    .containsExactly("roof fitter: expected N1 second day 1 weeks before it");
            assertThat(asking.post("/api/v1/lever-trials", "{\"starts\":[\"roof fitter=2026-W11\"]}")
                            .body()
                            .at("/step_flaws/0")
                            .toString())
                    .isEqualTo("{\"step\":\"roof fitter\",\"kind\":\"after\",\"other\":\"N1 second day\",\"weeks\":1}");
            assertThat(flaws(asking, "battery contract=2026-W12"))
                    .containsExactly("battery contract: expected it without N1 second day");
        }
    }

    private static List<String> flaws(OpenDesk.Asking asking, String start) {
        Told told = asking.post("/api/v1/lever-trials", "{\"starts\":[\"" + start + "\"]}");
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        List<String> flaws = new ArrayList<>();
        told.body().path("flaws").forEach(flaw -> flaws.add(flaw.asText()));
        return flaws;
    }

    @Test
    void howSureAPlanIsIsCountedInTheFuturesOfTheBook(@TempDir Path folder) throws IOException {
        copyTiny(folder);
        Files.writeString(folder.resolve("demand.csv"), """
                week,market,model,trim,low,mid,high
                2026-W12,HOME,City,Base,2,3,5
                2026-W14,HOME,Tour,Long,1,2,4
                """);
        try (OpenDesk expecting = OpenDesk.of(folder)) {
            OpenDesk.Asking asking = expecting.as(Role.PLANNER);
            int before = expecting.book.entries().size();

            Told sure = futures(asking, "\"wait_weeks\":520");
            Told rash = futures(asking, "\"wait_weeks\":1,\"from_week\":\"2026-W11\"");

            assertThat(sure.body().path("probability").asDouble()).isEqualTo(1);
            assertThat(sure.body().path("futures").asInt()).isEqualTo(500);
            assertThat(sure.body().path("levels").asInt()).isPositive();
            assertThat(rash.body().path("probability").asDouble(-1)).isBetween(0.0, 0.9);
            assertThat(futures(asking, "\"wait_weeks\":1,\"from_week\":\"2026-W11\"")
                            .body())
                    .isEqualTo(rash.body());
            assertThat(expecting.book.entries()).hasSize(before);
        }
    }

    @Test
    void whereNobodyOrdersNothingIsSaidOfHowSureAPlanIs() {
        assertThat(futures(planner, "\"wait_weeks\":12")
                        .body()
                        .path("probability")
                        .isNull())
                .isTrue();
        assertThat(futures(planner, "\"wait_weeks\":1,\"from_week\":\"1999-W01\"")
                        .status())
                .isEqualTo(400);
    }

    private static Told futures(OpenDesk.Asking asking, String more) {
        return asking.post("/api/v1/plan-futures", BATTERIES.replace("}", "," + more + "}"));
    }

    private static void copyTiny(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "examples", "tiny"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void hundredsOfStepsAreReadAndMoreThanFiveHundredAreNot() {
        assertThat(planner.post("/api/v1/lever-trials", starts(240)).text()).contains("each step once");
        Told tooMany = planner.post("/api/v1/lever-trials", starts(501));
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.text()).contains("at most 500");
    }

    private static String starts(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> "\"battery contract=2026-W11\"")
                .collect(Collectors.joining(",", "{\"starts\":[", "]}"));
    }
}
