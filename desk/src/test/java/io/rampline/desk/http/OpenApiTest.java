package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.access.MemoryTokens;
import io.rampline.desk.access.Permission;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** openapi.yaml and the route table say the same. */
class OpenApiTest {
    private static final RouteTable TABLE = Desks.of(
                    OpenDesk.bookOf(SmallScenario.example("tiny")),
                    HttpSettings.usual(0, new MemoryTokens(), false),
                    InstantSource.system(),
                    System::nanoTime)
            .table();

    @Test
    void everyRouteIsDescribedAndNothingElseIs() {
        Set<String> described = new TreeSet<>();
        Description.ROOT
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        Set<String> routes = new TreeSet<>();
        TABLE.routes().forEach(route -> routes.add(route.label()));

        assertThat(described).isEqualTo(routes);
    }

    @Test
    void whatARouteTakesAndGivesIsDescribed() {
        for (Route route : TABLE.routes()) {
            JsonNode operation = Description.operation(route);
            String body = switch (route.entity()) {
                case NONE -> "none";
                case OPTIONAL_JSON -> "false";
                case JSON, BULK_JSON, ZIP, ORDERS -> "true";
            };
            assertThat(operation.path("requestBody").path("required").asText("none"))
                    .as("whether " + route.label() + " needs a body")
                    .isEqualTo(body);
            assertThat(operation.path("responses").path("default").path("$ref").asText())
                    .as(route.label())
                    .isEqualTo("#/components/responses/Problem");
            List<String> types = new ArrayList<>();
            operation
                    .path("responses")
                    .properties()
                    .forEach(response ->
                            response.getValue().path("content").fieldNames().forEachRemaining(types::add));
            String produced = route.produces().replaceAll(";.*", "");
            assertThat(types).as(route.label()).isNotEmpty().allMatch(produced::equals);
            assertThat(operation.has("security"))
                    .as("whether " + route.label() + " is for anybody")
                    .isEqualTo(route.permission() == Permission.ANYBODY);
        }
    }

    @Test
    void everyParameterOfAPathIsDescribed() {
        for (Route route : TABLE.routes()) {
            Set<String> inPath = new TreeSet<>();
            for (String segment : RouteTable.segments(route.path())) {
                if (segment.startsWith("{")) {
                    inPath.add(segment.substring(1, segment.length() - 1));
                }
            }
            Set<String> described = new TreeSet<>();
            for (JsonNode parameter :
                    Description.ROOT.path("paths").path(route.path()).path("parameters")) {
                described.add(Description.resolved(parameter).path("name").asText());
            }
            assertThat(described).as(route.label()).isEqualTo(inPath);
        }
    }

    @Test
    void everyQueryParameterIsDescribed() {
        for (Route route : TABLE.routes()) {
            Set<String> described = new TreeSet<>();
            for (JsonNode parameter : Description.operation(route).path("parameters")) {
                JsonNode resolved = Description.resolved(parameter);
                if (resolved.path("in").asText().equals("query")) {
                    described.add(resolved.path("name").asText());
                }
            }
            assertThat(described).as(route.label()).isEqualTo(new TreeSet<>(route.queries()));
        }
    }

    @Test
    void everySchemaIsUsedAndEveryReferenceLeadsSomewhere() {
        Set<String> used = new TreeSet<>();
        collect(Description.ROOT, used);
        Set<String> there = new TreeSet<>();
        for (String kind : List.of("schemas", "parameters", "responses", "headers")) {
            Description.ROOT
                    .path("components")
                    .path(kind)
                    .fieldNames()
                    .forEachRemaining(name -> there.add("#/components/" + kind + "/" + name));
        }

        assertThat(used).isEqualTo(there);
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asText());
        }
        node.forEach(child -> collect(child, references));
    }

    @Test
    void eachOperationHasANameOfItsOwn() {
        List<String> names = TABLE.routes().stream()
                .map(route -> Description.operation(route).path("operationId").asText())
                .toList();

        assertThat(names).doesNotHaveDuplicates().doesNotContain("");
    }
}
