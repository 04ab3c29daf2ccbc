package io.rampline.desk.futures;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rampline.factory.Week;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.NoticeKind;
import io.rampline.simulation.window.Calibration;
import io.rampline.simulation.window.StatedWeek;
import io.rampline.simulation.window.Statement;
import io.rampline.simulation.window.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was stated in a week as a notice of the book: said once, it stays. One list an order: key, promised week,
 * probability that it is kept, first and last week of the window, middle week; weeks as {@code 2026-W10}, null beyond
 * the horizon.
 */
final class StatedNotice {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHARE_DIGITS = 4;
    private static final int COLUMNS = 6;

    private StatedNotice() {}

    static Notice.Draft draft(StatedWeek stated, LiveCount count) {
        ObjectNode body = JSON.createObjectNode();
        body.put("week", new Week(stated.week()).toString());
        body.put("as_of_entry", count.line().position());
        body.put("plan", stated.plan());
        body.put("seed", count.asked().seed());
        body.put("futures", count.futures());
        body.put("hash", String.format(Locale.ROOT, "%016x", count.hash()));
        body.put("confidence", count.confidence());
        ArrayNode levels = body.putArray("levels");
        for (Calibration level : count.levels().byLead()) {
            levels.add(share(level.level()));
        }
        body.put("cohorts", count.levels().cohorts());
        ArrayNode all = body.putArray("stated");
        for (Statement statement : stated.statements()) {
            ArrayNode one = all.addArray();
            one.add(statement.orderId());
            week(one, statement.promisedWeek());
            one.add(share(statement.keptProbability()));
            week(one, statement.early());
            week(one, statement.late());
            week(one, statement.middle());
        }
        return new Notice.Draft(NoticeKind.WINDOWS_STATED, new Week(stated.week()).toString(), body.toString());
    }

    private static BigDecimal share(double share) {
        return BigDecimal.valueOf(Math.round(share * Math.pow(10, SHARE_DIGITS)), SHARE_DIGITS);
    }

    private static void week(ArrayNode to, int week) {
        if (week == Window.BEYOND_HORIZON) {
            to.addNull();
        } else {
            to.add(new Week(week).toString());
        }
    }

    /**
     * What a notice says.
     *
     * @throws IllegalArgumentException when it is not understood; the message names it
     */
    static StatedWeek read(Notice notice) {
        try {
            JsonNode body = JSON.readTree(notice.body());
            List<Statement> statements = new ArrayList<>();
            for (JsonNode one : body.path("stated")) {
                if (one.size() != COLUMNS) {
                    throw new IllegalArgumentException("found " + one.size() + " columns in notice " + notice.position()
                            + ", expected " + COLUMNS);
                }
                statements.add(new Statement(
                        one.get(0).asText(),
                        week(one.get(1)),
                        one.get(2).asDouble(),
                        week(one.get(3)),
                        week(one.get(4)),
                        week(one.get(5))));
            }
            return new StatedWeek(
                    Week.parse(body.path("week").asText()).number(),
                    body.path("plan").asText(),
                    statements);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "found notice " + notice.position() + " that is no JSON, expected stated windows", broken);
        }
    }

    private static int week(JsonNode week) {
        return week.isNull() ? Window.BEYOND_HORIZON : Week.parse(week.asText()).number();
    }
}
