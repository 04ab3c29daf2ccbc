package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.CarLink;
import io.rampline.desk.access.CarLinks;
import io.rampline.desk.access.Permission;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes, lists and revokes the links with which customers see their cars. */
final class LinkDesk {
    /** Longer than most waits; whoever waits longer gets another link. */
    private static final int DAYS_DEFAULT = 180;

    private final Book book;
    private final CarLinks links;

    LinkDesk(Book book, CarLinks links) {
        this.book = book;
        this.links = links;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/v1/orders/{order_id}/links", Permission.MAKE_LINK, this::make)
                        .aboutOrder()
                        .taking(Route.Entity.OPTIONAL_JSON),
                Route.get("/api/v1/orders/{order_id}/links", Permission.MAKE_LINK, this::list)
                        .aboutOrder(),
                Route.delete("/api/v1/orders/{order_id}/links/{link_id}", Permission.MAKE_LINK, this::revoke)
                        .aboutOrder());
    }

    private Reply make(Call call) {
        Fields fields = call.fields("days");
        int days = fields.has("days") ? fields.whole("days", 1, CarLinks.DAYS_MAX) : DAYS_DEFAULT;
        String id = known(call);
        CarLinks.Made made = links.make(id, Duration.ofDays(days), call.actor());
        return new Reply.Whole(Reply.CREATED, Reply.JSON, Json.object(json -> {
            members(json, made.link());
            // Behind the number sign: browsers send that part to no server, nor tell it to the next page.
            json.writeStringField("path", "/#/car/" + made.text());
        }));
    }

    private Reply list(Call call) {
        List<CarLink> all = links.ofOrder(known(call));
        return Reply.ok(json -> {
            json.writeArrayFieldStart("links");
            for (CarLink link : all) {
                json.writeStartObject();
                members(json, link);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private Reply revoke(Call call) {
        String id = known(call);
        String typed = call.parameter(1);
        try {
            if (links.revoke(id, UUID.fromString(typed))) {
                return Reply.empty(Reply.NO_CONTENT);
            }
        } catch (IllegalArgumentException noNumber) {
            // Said below, as for a link that is not there.
        }
        throw new Problem(ProblemType.NOT_FOUND, "no link " + Problem.clipped(typed) + " of this order that is open");
    }

    private String known(Call call) {
        String id = call.orderId();
        if (book.reader().order(id).isEmpty()) {
            throw Problem.unknownOrder(id);
        }
        return id;
    }

    private static void members(JsonGenerator json, CarLink link) throws IOException {
        json.writeStringField("link_id", link.id().toString());
        json.writeStringField("order_id", link.orderId());
        json.writeStringField("made_by", link.madeBy());
        json.writeStringField("created_at", link.createdAt().toString());
        json.writeStringField("expires_at", link.expiresAt().toString());
        json.writeStringField(
                "revoked_at", link.revokedAt().map(Instant::toString).orElse(null));
    }
}
