package io.rampline.desk.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** openapi.yaml, and whether a value is as it says: as much of JSON Schema as stands in it. */
final class Description {
    static final JsonNode ROOT = read();

    private Description() {}

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(HouseDesk.openApi());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The operation that describes a route; missing when there is none. */
    static JsonNode operation(Route route) {
        return ROOT.path("paths").path(route.path()).path(route.method().name().toLowerCase(java.util.Locale.ROOT));
    }

    static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? ROOT.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What is wrong with an answer; empty when it is as described. */
    static List<String> flaws(Route route, int status, JsonNode body) {
        JsonNode responses = operation(route).path("responses");
        JsonNode response = resolved(
                responses.has(Integer.toString(status))
                        ? responses.get(Integer.toString(status))
                        : responses.get("default"));
        String type = status < 400 ? route.produces() : Reply.PROBLEM;
        JsonNode schema = response.path("content").path(type).path("schema");
        List<String> flaws = new ArrayList<>();
        if (schema.isMissingNode()) {
            flaws.add(route.label() + " " + status + " has no schema");
        } else {
            check(schema, body, "$", flaws);
        }
        return flaws;
    }

    static void check(JsonNode unresolved, JsonNode value, String at, List<String> flaws) {
        JsonNode schema = resolved(unresolved);
        if (schema.has("anyOf")) {
            boolean any = false;
            for (JsonNode one : schema.get("anyOf")) {
                List<String> tried = new ArrayList<>();
                check(one, value, at, tried);
                any |= tried.isEmpty();
            }
            if (!any) {
                flaws.add(at + " fits none of anyOf: " + value);
            }
            return;
        }
        if (!hasType(schema.path("type"), value)) {
            flaws.add(at + " is " + value + ", described as " + schema.path("type"));
            return;
        }
        if (schema.has("enum") && !value.isNull()) {
            boolean listed = false;
            for (JsonNode one : schema.get("enum")) {
                listed |= one.asText().equals(value.asText());
            }
            if (!listed) {
                flaws.add(at + " is " + value + ", not listed");
            }
        }
        if (schema.has("pattern")
                && !value.asText().matches(schema.get("pattern").asText())) {
            flaws.add(at + " is " + value + ", not of the pattern");
        }
        if (value.isObject()) {
            checkObject(schema, value, at, flaws);
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.get(i), at + "[" + i + "]", flaws);
            }
        }
    }

    private static void checkObject(JsonNode schema, JsonNode value, String at, List<String> flaws) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asText())) {
                flaws.add(at + "." + name.asText() + " is missing");
            }
        }
        value.properties().forEach(member -> {
            JsonNode described = schema.path("properties").path(member.getKey());
            JsonNode others = schema.path("additionalProperties");
            if (!described.isMissingNode()) {
                check(described, member.getValue(), at + "." + member.getKey(), flaws);
            } else if (others.isObject()) {
                check(others, member.getValue(), at + "." + member.getKey(), flaws);
            } else if (others.isBoolean() && !others.asBoolean()) {
                flaws.add(at + "." + member.getKey() + " is not described");
            }
        });
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (hasType(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}
