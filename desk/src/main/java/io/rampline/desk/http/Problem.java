package io.rampline.desk.http;

import io.rampline.desk.timetable.MistakenQuestion;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Ends a request with a problem document. Carries no stack trace: it is an answer, not a fault. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<Head, String> headers = new LinkedHashMap<>();

    Problem(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    /** A field of the body, with what is wrong. */
    static Problem field(String field, String found, String expected) {
        return new Problem(
                        ProblemType.MALFORMED_BODY,
                        "found " + clipped(found) + " in " + clipped(field) + ", expected " + expected)
                .with("field", clipped(field));
    }

    /** A parameter of the path or query, with what is wrong. */
    static Problem parameter(String name, String found, String expected) {
        return new Problem(
                        ProblemType.MALFORMED_REQUEST,
                        "found " + clipped(found) + " as " + clipped(name) + ", expected " + expected)
                .with("parameter", clipped(name));
    }

    /** A day that is none, or out of a range. */
    static Problem dayOutside(String parameter, String found, LocalDate first, LocalDate last) {
        return parameter(parameter, found, "a date from " + first + " to " + last)
                .with("code", "DAY_OUTSIDE")
                .with("found", clipped(found))
                .with("from", first.toString())
                .with("to", last.toString());
    }

    /** A question that cannot be read, with its code and values where it has some. */
    static Problem mistaken(ProblemType type, MistakenQuestion mistaken) {
        Problem problem = new Problem(type, String.valueOf(mistaken.getMessage()));
        mistaken.code().ifPresent(code -> problem.with("code", code));
        mistaken.values().forEach(problem::with);
        return problem;
    }

    static Problem unknownOrder(String orderId) {
        return new Problem(ProblemType.UNKNOWN_ORDER, "no order " + clipped(orderId));
    }

    /** Another member of the document: a text, number or flag. */
    Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    Problem with(Head header, String value) {
        headers.put(header, value);
        return this;
    }

    /** When it is worth asking again; rounded up to whole seconds. */
    Problem retryAfter(long nanos) {
        return with(Head.RETRY_AFTER, Long.toString(Math.max(1, -Math.floorDiv(-nanos, 1_000_000_000L))));
    }

    ProblemType type() {
        return type;
    }

    /** Names what is wrong, so that it can be said in other words. */
    Optional<String> code() {
        return Optional.ofNullable(members.get("code")).map(Object::toString);
    }

    /** For counting refusals: what was mistyped is none. */
    Optional<String> refusal() {
        return type.status() == 400 ? Optional.empty() : code();
    }

    /** The members beside the detail, as they are told. */
    Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    Reply reply(String requestId) {
        byte[] body = Json.object(json -> {
            json.writeStringField("type", type.uri());
            json.writeStringField("title", type.title());
            json.writeNumberField("status", type.status());
            json.writeStringField("detail", String.valueOf(getMessage()));
            json.writeStringField("instance", "urn:rampline:request:" + requestId);
            for (Map.Entry<String, Object> member : members.entrySet()) {
                json.writeObjectField(member.getKey(), member.getValue());
            }
        });
        Reply.Whole reply = new Reply.Whole(type.status(), Reply.PROBLEM, body);
        for (Map.Entry<Head, String> header : headers.entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    /** What somebody sent, short enough to be sent back. */
    static String clipped(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
