package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.access.Role;
import io.rampline.factory.Uncertainty;
import io.rampline.factory.Week;
import io.rampline.promise.TimeOfBook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plant that is planned to build ten a week, week by week for a quarter, and what its desk learns. */
class StatedWindowsTest {
    private static final int WEEKS = 22;
    private static final int PLANNED = 10;

    @TempDir
    private Path folder;

    private JsonNode told;

    /** Weeks of counting, and of handing over so many cars a week, first come first served. */
    private void live(OpenDesk desk, int carsPerWeek) {
        OpenDesk.Asking planner = desk.as(Role.PLANNER);
        int delivered = 0;
        for (int week = 0; week < WEEKS; week++) {
            count(planner);
            desk.book.advance(Duration.ofDays(7));
            String day = TimeOfBook.day(desk.book.now()).minusDays(1).toString();
            List<String> cars = new ArrayList<>();
            for (int car = 0; car < carsPerWeek; car++) {
                cars.add("{\"order_id\":\"" + id(delivered) + "\",\"delivered_on\":\"" + day + "\"}");
                delivered++;
            }
            OpenDesk.Told handed = planner.with("Idempotency-Key", "week-" + week)
                    .post("/api/v1/deliveries", "{\"deliveries\":[" + String.join(",", cars) + "]}");
            assertThat(handed.body().path("delivered").asInt())
                    .as(handed.text())
                    .isEqualTo(carsPerWeek);
        }
        told = count(planner);
    }

    private static JsonNode count(OpenDesk.Asking planner) {
        planner.post("/api/v1/windows", "{}");
        planner.get("/api/v1/windows/progress");
        return planner.get("/api/v1/windows").body();
    }

    private static String id(int order) {
        return String.format(Locale.ROOT, "A-%04d", order);
    }

    private OpenDesk desk() {
        LocalDate first = LocalDate.of(2024, 11, 1);
        StringBuilder orders = new StringBuilder("order_id,locked_at,model,trim\n");
        for (int order = 0; order < 400; order++) {
            orders.append(id(order)).append(",").append(first.plusDays(order)).append(",Car,Base\n");
        }
        SmallScenario.in(folder)
                .with("scenario.toml", """
                        name = "Quarter"
                        start_week = "2026-W02"
                        horizon_weeks = 60
                        as_of = 2026-01-04
                        currency = "EUR"
                        home_market = "home"
                        """)
                .with("capacity.csv", "line,week,units\nL,2026-W02..," + PLANNED + "\n")
                .with("orders.csv", orders.toString());
        return OpenDesk.of(
                folder, settings -> settings.withWindows(new WindowSettings(Uncertainty.ASSUMED, 100, false)));
    }

    @Test
    void aPlantThatBuildsLessThanPlannedIsFoundOutAndItsWindowsGetWider() {
        try (OpenDesk desk = desk()) {
            live(desk, 6);

            assertThat(told.at("/revision/warns").asBoolean())
                    .as(told.toString())
                    .isTrue();
            assertThat(told.at("/revision/says").asText()).startsWith("stated probabilities drift: -");
            assertThat(told.at("/calibration/calibrated").asBoolean()).isTrue();
            assertThat(told.path("calibrated").asBoolean()).isTrue();
            assertThat(told.at("/calibration/levels/0/level").asDouble()).isGreaterThan(0.95);
            assertThat(desk.as(Role.PLANNER).get("/metrics").text()).contains("rampline_stated_probabilities_drift 1");
        }
    }

    @Test
    void aPlantThatBuildsWhatIsPlannedGivesNoWarningAndItsWindowsGetNarrower() {
        try (OpenDesk desk = desk()) {
            live(desk, PLANNED);

            assertThat(told.at("/revision/warns").asBoolean())
                    .as(told.toString())
                    .isFalse();
            assertThat(told.at("/calibration/levels/0/level").asDouble()).isLessThan(0.9);
            assertThat(told.at("/calibration/says").asText()).startsWith("calibrated on ");
            assertThat(TimeOfBook.week(desk.book.now()).since(Week.parse("2026-W01")))
                    .isEqualTo(WEEKS);
        }
    }
}
