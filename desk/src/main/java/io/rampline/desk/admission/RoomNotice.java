package io.rampline.desk.admission;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rampline.orderbook.NoticeBoard;
import io.rampline.orderbook.Visitors;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.NoticeKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Opens a waiting room in public: the hash of its seed and the moment of its draw are noted in the book before anybody
 * stands in it, so that neither can be chosen afterwards.
 */
public final class RoomNotice {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEED = "seed_sha256";
    private static final String OPENS = "opens_at";

    private RoomNotice() {}

    /**
     * Notes the room unless it is noted already, and opens its entrance.
     *
     * @param nowMicros wall clock
     * @throws IllegalArgumentException when a room of this seed has been drawn at another moment
     */
    public static Entrance opened(WaitingRoom room, NoticeBoard notices, Visitors visitors, LongSupplier nowMicros) {
        String body = body(room);
        Optional<Notice> before = notices.all().stream()
                .filter(notice -> notice.is(NoticeKind.WAITING_ROOM)
                        && field(notice, SEED).equals(room.commitment()))
                .reduce((_, later) -> later);
        if (before.isPresent()) {
            mustNotBeDrawnAnew(before.get(), room, nowMicros.getAsLong());
        }
        if (before.isEmpty() || !before.get().body().equals(body)) {
            notices.post("desk", "", List.of(new Notice.Draft(NoticeKind.WAITING_ROOM, "", body)));
        }
        return new Entrance(room, visitors, nowMicros);
    }

    private static void mustNotBeDrawnAnew(Notice before, WaitingRoom room, long nowMicros) {
        Instant noted = Instant.parse(field(before, OPENS));
        boolean isDrawn = !noted.isAfter(moment(nowMicros));
        if (isDrawn && !noted.equals(moment(room.opensAtMicros()))) {
            throw new IllegalArgumentException("found doors that open at " + moment(room.opensAtMicros())
                    + ", expected " + noted + ", the moment at which a room of this seed was drawn; maybe leave it so,"
                    + " or take a new seed for a new draw");
        }
    }

    private static String body(WaitingRoom room) {
        ObjectNode body = JSON.createObjectNode();
        body.put(SEED, room.commitment());
        body.put(OPENS, moment(room.opensAtMicros()).toString());
        body.put("let_in_per_second", room.perSecond());
        return body.toString();
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static String field(Notice notice, String name) {
        try {
            JsonNode body = JSON.readTree(notice.body());
            return body.path(name).asText();
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "found notice " + notice.position() + " that is no JSON, expected a waiting room", broken);
        }
    }
}
