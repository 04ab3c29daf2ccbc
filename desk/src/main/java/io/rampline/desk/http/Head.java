package io.rampline.desk.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;

/** The headers that are read or written here. */
final class Head {
    static final Head ACCEPT = new Head("Accept");
    static final Head ACCEPT_ENCODING = new Head("Accept-Encoding");
    static final Head ALLOW = new Head("Allow");
    static final Head AUTHORIZATION = new Head("Authorization");
    static final Head CACHE_CONTROL = new Head("Cache-Control");
    static final Head CONTENT_ENCODING = new Head("Content-Encoding");
    static final Head CONTENT_LENGTH = new Head("Content-Length");
    static final Head CONTENT_SECURITY_POLICY = new Head("Content-Security-Policy");
    static final Head CONTENT_TYPE = new Head("Content-Type");
    static final Head COOKIE = new Head("Cookie");
    static final Head ETAG = new Head("ETag");
    static final Head HOST = new Head("Host");
    static final Head IDEMPOTENCY_KEY = new Head("Idempotency-Key");
    static final Head IF_NONE_MATCH = new Head("If-None-Match");
    static final Head LAST_EVENT_ID = new Head("Last-Event-ID");
    static final Head LINK = new Head("Link");
    static final Head LOCATION = new Head("Location");
    static final Head ORIGIN = new Head("Origin");
    static final Head REQUEST_ID = new Head("X-Request-Id");
    static final Head RETRY_AFTER = new Head("Retry-After");
    static final Head SEC_FETCH_SITE = new Head("Sec-Fetch-Site");
    static final Head SESSION_WORD = new Head("X-Session-Word");
    static final Head SET_COOKIE = new Head("Set-Cookie");
    static final Head VARY = new Head("Vary");
    static final Head WWW_AUTHENTICATE = new Head("WWW-Authenticate");

    private final HeaderName header;

    private Head(String text) {
        this.header = HeaderNames.create(text);
    }

    HeaderName header() {
        return header;
    }

    @Override
    public String toString() {
        return header.defaultCase();
    }
}
