package io.rampline.desk.briefing.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.factory.Scenario;
import io.rampline.ramp.plan.Restriction;
import io.rampline.ramp.plan.Wait;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Over examples/tiny, whose first week is 2026-W10 and whose money is in euros and cents. */
class ConflictJsonTest {
    private final Scenario scenario = SmallScenario.bookOf(SmallScenario.example("tiny"))
            .engine()
            .network()
            .scenario();

    @Test
    void everyReasonHasItsSentenceAndTheSameAsAKindWithValues() throws IOException {
        List<Restriction> all = List.of(
                new Restriction.WaitOf("HOME City", new Wait(3, 1), "a"),
                new Restriction.LimitOf("part BATTERY-L", "b"),
                new Restriction.Spending(1, 0, 4, 12_050, "c"),
                new Restriction.SpendingInAll(10_000, "d"),
                new Restriction.CashFloor(-500, "e"),
                new Restriction.Crew("f"),
                new Restriction.LeadTimes("g"),
                new Restriction.StartWeeks("h"),
                new Restriction.Order("press", "hall", 2, "i"),
                new Restriction.OneOf("hall", "j"),
                new Restriction.Barred(List.of("press", "hall"), "k"));

        JsonNode told = new ObjectMapper().readTree(JsonText.of(json -> {
            json.writeStartObject();
            new ConflictJson(scenario, json).write(all);
            json.writeEndObject();
        }));

        assertThat(told.path("conflict"))
                .extracting(JsonNode::asText)
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
        assertThat(told.path("conflict_reasons"))
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"kind\":\"wait\",\"group\":\"HOME City\",\"from_week\":\"2026-W11\",\"wait_weeks\":3}",
                        "{\"kind\":\"limit\",\"resource\":\"part BATTERY-L\"}",
                        "{\"kind\":\"spending\",\"from_week\":\"2026-W10\",\"to_week\":\"2026-W13\",\"amount\":120.5}",
                        "{\"kind\":\"spending_in_all\",\"amount\":100.0}",
                        "{\"kind\":\"cash_floor\",\"amount\":-5.0}",
                        "{\"kind\":\"crew\"}",
                        "{\"kind\":\"lead_times\"}",
                        "{\"kind\":\"start_weeks\"}",
                        "{\"kind\":\"order\",\"step\":\"press\",\"after\":\"hall\",\"gap_weeks\":2}",
                        "{\"kind\":\"one_of\",\"choice\":\"hall\"}",
                        "{\"kind\":\"barred\",\"steps\":[\"press\",\"hall\"]}");
        assertThat(all.stream().map(Object::getClass).distinct())
                .hasSize(Restriction.class.getPermittedSubclasses().length);
    }
}
