package io.rampline.desk.timetable;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rampline.desk.timetable.Proposal.Decision;
import io.rampline.desk.timetable.Proposal.State;
import io.rampline.desk.timetable.Proposal.Wanted;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.NoticeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Proposals and decisions about them as notices of the book. */
final class ProposalNotice {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProposalNotice() {}

    static Notice.Draft draft(String id, Wanted wanted) {
        ObjectNode body = JSON.createObjectNode();
        body.put("plan", wanted.plan());
        body.put("name", wanted.name());
        wanted.starts().forEach(body.putArray("starts")::add);
        wanted.openings().forEach(body.putArray("openings")::add);
        body.put("may_delay", wanted.mayDelay());
        body.put("seen", wanted.seen().seen());
        body.put("position", wanted.position());
        return new Notice.Draft(NoticeKind.PLAN_PROPOSED, id, body.toString());
    }

    static Notice.Draft draft(String id, State state, long position, OptionalLong replaced) {
        ObjectNode body = JSON.createObjectNode();
        body.put("decision", state.label());
        body.put("position", position);
        replaced.ifPresent(before -> body.put("replaced", before));
        return new Notice.Draft(NoticeKind.PLAN_DECIDED, id, body.toString());
    }

    /** @throws IllegalArgumentException when the notice is not understood; the message names it */
    static Wanted wanted(Notice notice) {
        JsonNode body = body(notice);
        return new Wanted(
                body.path("plan").asText(),
                body.path("name").asText(),
                texts(body.path("starts")),
                texts(body.path("openings")),
                body.path("may_delay").asBoolean(),
                Effect.find(body.path("seen").asText()).orElseThrow(() -> unknown(notice)),
                body.path("position").asLong());
    }

    /** @throws IllegalArgumentException when the notice is not understood; the message names it */
    static Decision decision(Notice notice) {
        JsonNode body = body(notice);
        return new Decision(
                State.find(body.path("decision").asText()).orElseThrow(() -> unknown(notice)),
                notice.actor(),
                notice.recordedAt(),
                notice.reason(),
                body.path("position").asLong(),
                body.has("replaced") ? OptionalLong.of(body.path("replaced").asLong()) : OptionalLong.empty());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode body(Notice notice) {
        try {
            return JSON.readTree(notice.body());
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "found notice " + notice.position() + " that is no JSON, expected a proposal", broken);
        }
    }

    private static IllegalArgumentException unknown(Notice notice) {
        return new IllegalArgumentException("found notice " + notice.position() + " of an unknown form: "
                + notice.body() + ", expected a proposal or what became of one");
    }
}
