package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** examples/tiny: S1 builds T-08 and T-01 in the first week, one a day. */
class LineRoutesTest {
    private static final String S1 = "/api/v1/lines/S1/days/";

    private OpenDesk desk;
    private OpenDesk.Asking plant;

    @BeforeEach
    void open() throws IOException {
        desk = OpenDesk.tiny();
        plant = desk.as(Role.PLANT);
        Path tiny = SmallScenario.example("tiny");
        for (String file : List.of(
                "scenario.toml",
                "products.csv",
                "lines.csv",
                "markets.csv",
                "options.csv",
                "line_rules.csv",
                "paint.csv",
                "colours.csv")) {
            desk.book.files.put(file, Files.readAllBytes(tiny.resolve(file)));
        }
    }

    @AfterEach
    void close() {
        assertThat(desk.book.verify()).isEmpty();
        desk.close();
    }

    @Test
    void aDayHasItsCarsInTheOrderOfTheLine() {
        JsonNode monday = plant.get(S1 + "2026-03-02").body();
        JsonNode tuesday = plant.get(S1 + "2026-03-03").body();

        assertThat(monday.at("/sequence/0/order_id").asText()).isEqualTo("T-08");
        assertThat(tuesday.at("/sequence/0/order_id").asText()).isEqualTo("T-01");
        assertThat(tuesday.get("cars_before").asInt()).isEqualTo(1);
        assertThat(monday.get("rules")).hasSize(1);
        assertThat(tuesday.get("rules"))
                .as("what its one car has no rule about")
                .isEmpty();
        assertThat(plant.get(S1 + "2026-03-03").body()).isEqualTo(tuesday);
    }

    @Test
    void aWeekGoesOnFromTheOneBeforeAsLongAsItIsSettled() {
        JsonNode second = plant.get(S1 + "2026-03-09").body();
        JsonNode first = plant.get(S1 + "2026-03-03").body();

        assertThat(second.get("cars_before").asInt())
                .isEqualTo(first.get("cars").asInt());
    }

    @Test
    void theLinesSayOnWhichDaysTheyBuildHowMany() {
        JsonNode lines = plant.get("/api/v1/lines").body().get("lines");

        assertThat(lines).hasSize(2);
        assertThat(lines.at("/1/line").asText()).isEqualTo("S1");
        assertThat(lines.at("/1/weeks/0").toString())
                .isEqualTo("{\"week\":\"2026-W10\",\"frozen\":false,\"cars_of_days\":[1,1]}");
    }

    @Test
    void aDayIsToldAsItIsDrawnAndTheTableIsThatOfTheCommand() {
        JsonNode strip = plant.get(S1 + "2026-03-02/strip").body();
        assertThat(strip.at("/cars_in_order/0/order_id").asText()).isEqualTo("T-08");
        assertThat(strip.at("/colours/1/fill").asText()).isEqualTo("#a4262c");
        assertThat(strip.at("/colours")
                        .get(strip.at("/cars_in_order/0/colour").asInt())
                        .get("name")
                        .asText())
                .isEqualTo("Red");
        assertThat(strip.at("/rules/0/carriers").toString()).isEqualTo("[1]");
        assertThat(strip.at("/rules/0/held").toString()).isEqualTo("[1]");

        Told table = plant.get(S1 + "2026-03-02/table");
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.text()).isEqualTo("""
                        line,date,week,day,place,order_id,market,model,trim,colour,options,violates
                        S1,2026-03-02,2026-W10,1,1,T-08,HOME,Tour,Long,Red,,
                        """);
    }

    @Test
    void aCarSaysWhyItStandsWhereItStands() {
        JsonNode why = plant.get(S1 + "2026-03-03/why/T-01").body();

        assertThat(why.get("place").asInt()).isEqualTo(1);
        assertThat(why.get("in_run").asText()).isEqualTo("alone");
        assertThat(why.at("/exchanges/better").asInt()).isZero();
        assertThat(plant.get(S1 + "2026-03-02/why/T-01").problem()).isEqualTo("not-found");
    }

    @Test
    void anOrderThatIsCancelledLeavesItsDay() {
        JsonNode before = plant.get(S1 + "2026-03-02").body();

        assertThat(desk.as(Role.PLANNER).delete("/api/v1/orders/T-01").status()).isEqualTo(200);

        JsonNode after = plant.get(S1 + "2026-03-02").body();
        assertThat(after.get("sequence")).isNotEqualTo(before.get("sequence"));
        assertThat(after.toString()).doesNotContain("T-01");
    }

    @Test
    void theDayIsAPictureAndAPageInBothLanguages() {
        Told picture = plant.get(S1 + "2026-03-02/picture?lang=de");
        assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(picture.text()).startsWith("<svg ").contains("Linie S1 am 2. März 2026");
        assertThat(plant.get(S1 + "2026-03-02/page").text()).contains("Line S1, 2 March 2026");
        assertThat(plant.get(S1 + "2026-03-02/shop-floor?lang=de").text()).contains("<th scope=\"row\">T-08</th>");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(plant.get("/api/v1/lines/S9/days/2026-03-02").problem()).isEqualTo("not-found");
        assertThat(plant.get(S1 + "2026-03-07").problem()).isEqualTo("not-found");
        assertThat(plant.get(S1 + "2026-02-30").status()).isEqualTo(400);
        assertThat(plant.get(S1 + "2036-03-02").status()).isEqualTo(400);
        assertThat(plant.get(S1 + "2026-03-02/picture?lang=fr").status()).isEqualTo(400);
    }
}
