package io.rampline.desk.briefing.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.BriefingCount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The summary is what {@code docs/summary-schema.json} says it is: no field missing, none unsaid. */
class SummarySchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static JsonNode schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void readSchema() throws IOException {
        Path docs = SmallScenario.example("tiny").getParent().resolveSibling("docs");
        schema = JSON.readTree(docs.resolve("summary-schema.json").toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "heat-pumps"})
    void ofTheExamples(String example) throws IOException {
        String summary = SummaryJson.of(BriefingCount.of(SmallScenario.bookOf(SmallScenario.example(example))));

        assertThat(faults(JSON.readTree(summary), schema, "$")).isEmpty();
    }

    @Test
    void theFirstFrozenDayOfEachLineStandsInIt() throws IOException {
        JsonNode days = JSON.readTree(
                        SummaryJson.of(BriefingCount.of(SmallScenario.bookOf(SmallScenario.example("heat-pumps")))))
                .get("line_days");

        assertThat(days).hasSize(2);
        assertThat(days.at("/0/line").asText()).isEqualTo("N1");
        assertThat(days.at("/0/date").asText()).isEqualTo("2026-03-02");
        assertThat(days.at("/0/orders")).hasSize(days.at("/0/cars").asInt()).hasSizeGreaterThan(50);
        assertThat(days.at("/1/line").asText()).isEqualTo("N2");
    }

    @Test
    void ofAScenarioWithoutCapacityAndWithPostedWaits() throws IOException {
        String summary = SummaryJson.of(SmallScenario.in(folder)
                .with("capacity.csv", "line,week,units\nL,2026-W02..,0\n")
                .with(
                        "outturn/posted_waits.csv",
                        "date,model,trim,weeks_low,weeks_high,grade\n2026-01-04,Car,Base,2,5,A\n")
                .with("demand.csv", "week,model,trim,mid\n2026-W02..,Car,Base,2\n")
                .briefing());

        assertThat(faults(JSON.readTree(summary), schema, "$")).isEmpty();
    }

    @Test
    void aFieldThatIsMissingOrUnsaidIsFound() throws IOException {
        var summary = (com.fasterxml.jackson.databind.node.ObjectNode)
                JSON.readTree(SummaryJson.of(SmallScenario.in(folder).briefing()));
        summary.remove("orders");
        summary.put("promised", "many");
        summary.put("surprise", 1);

        assertThat(faults(summary, schema, "$"))
                .containsExactlyInAnyOrder("$.orders is missing", "$.promised is no integer", "$.surprise is unsaid");
    }

    /** As much of JSON Schema as the schema uses. */
    private static List<String> faults(JsonNode value, JsonNode rule, String at) {
        List<String> faults = new ArrayList<>();
        if (rule.has("$ref")) {
            return faults(value, schema.at(rule.get("$ref").asText().substring(1)), at);
        }
        List<String> types = new ArrayList<>();
        if (rule.path("type").isArray()) {
            rule.get("type").forEach(type -> types.add(type.asText()));
        } else {
            types.add(rule.get("type").asText());
        }
        if (types.stream().noneMatch(type -> isOf(value, type))) {
            faults.add(at + " is no " + String.join(" or ", types));
        } else if (value.isObject() && rule.has("properties")) {
            rule.path("required").forEach(name -> {
                if (!value.has(name.asText())) {
                    faults.add(at + "." + name.asText() + " is missing");
                }
            });
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode inner = rule.get("properties").get(field.getKey());
                if (inner == null) {
                    faults.add(at + "." + field.getKey() + " is unsaid");
                } else {
                    faults.addAll(faults(field.getValue(), inner, at + "." + field.getKey()));
                }
            }
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                faults.addAll(faults(value.get(i), rule.get("items"), at + "[" + i + "]"));
            }
        }
        return faults;
    }

    private static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException(type);
        };
    }
}
