package io.rampline.desk.http;

import java.util.Locale;

/** What can be wrong with a request or its outcome. The names are part of the interface and never change. */
enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be understood"),
    MALFORMED_BODY(400, "The body cannot be understood"),
    WHO_ARE_YOU(401, "Nobody knows who is asking"),
    NOT_ALLOWED(403, "Your role may not do this"),
    FOREIGN_ORIGIN(403, "Pages of other sites may not ask"),
    NOT_FOUND(404, "There is nothing here"),
    UNKNOWN_ORDER(404, "No such order"),
    METHOD_NOT_ALLOWED(405, "Not with this method"),
    NOT_ACCEPTABLE(406, "None of the accepted types is there"),
    ORDER_ID_IN_USE(409, "The order id is in use with other content"),
    REQUEST_ID_REUSED(409, "The idempotency key was used for something else"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of another type"),
    REFUSED(422, "The book refuses"),
    ORDERS_STOPPED(422, "No more orders are taken for such a late delivery"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    WAITING_ROOM(429, "It is not your turn yet"),
    INTERNAL_FAULT(500, "A fault of the program itself"),
    BUSY(503, "Too many are waiting"),
    UNAVAILABLE(503, "The book cannot be written now"),
    OUTCOME_UNKNOWN(503, "It may or may not be done"),
    SHUTTING_DOWN(503, "The desk is closing");

    private static final String NAMESPACE = "urn:rampline:problem:";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** {@code urn:rampline:problem:unknown-order}. */
    String uri() {
        return NAMESPACE + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
