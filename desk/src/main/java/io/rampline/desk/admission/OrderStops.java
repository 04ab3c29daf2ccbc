package io.rampline.desk.admission;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rampline.factory.Week;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.NoticeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All order stops in force from a moment on, as a notice of the book. */
public final class OrderStops {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OrderStops() {}

    /** What is to be noted when these come into force and no others. */
    public static Notice.Draft draft(List<OrderStop> stops) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode rules = body.putArray("order_stops");
        for (OrderStop stop : stops) {
            ObjectNode rule = rules.addObject();
            rule.put("market", stop.market().orElse(null));
            rule.put("model", stop.model().orElse(null));
            rule.put("trim", stop.trim().orElse(null));
            rule.put("last_delivery_week", stop.lastDeliveryWeek().toString());
        }
        return new Notice.Draft(NoticeKind.ORDER_STOPS, "", body.toString());
    }

    /**
     * What a notice says.
     *
     * @throws IllegalArgumentException when it is not understood; the message names it
     */
    public static List<OrderStop> read(Notice notice) {
        try {
            List<OrderStop> stops = new ArrayList<>();
            for (JsonNode rule : JSON.readTree(notice.body()).path("order_stops")) {
                stops.add(new OrderStop(
                        text(rule, "market"),
                        text(rule, "model"),
                        text(rule, "trim"),
                        Week.parse(rule.path("last_delivery_week").asText())));
            }
            return stops;
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "found notice " + notice.position() + " that is no JSON, expected order stops", broken);
        }
    }

    private static Optional<String> text(JsonNode rule, String field) {
        return Optional.ofNullable(rule.path(field).textValue());
    }
}
