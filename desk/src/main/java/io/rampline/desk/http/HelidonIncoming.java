package io.rampline.desk.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import java.io.InputStream;

/** A request as Helidon has it. */
final class HelidonIncoming implements Incoming {
    private final ServerRequest request;

    HelidonIncoming(ServerRequest request) {
        this.request = request;
    }

    @Override
    public String method() {
        return request.prologue().method().text();
    }

    @Override
    public String rawPath() {
        return request.prologue().uriPath().rawPath();
    }

    @Override
    public String rawQuery() {
        return request.prologue().hasQuery() ? request.prologue().query().rawValue() : "";
    }

    @Override
    public String header(Head head) {
        Headers headers = request.headers();
        return headers.contains(head.header()) ? headers.get(head.header()).get() : "";
    }

    @Override
    public boolean hasBody() {
        return request.content().hasEntity()
                && (request.headers().contentLength().orElse(-1) != 0
                        || request.headers().contains(HeaderNames.TRANSFER_ENCODING));
    }

    @Override
    public int bodyLength() {
        long length = request.headers().contentLength().orElse(-1);
        return length > Integer.MAX_VALUE ? -1 : (int) length;
    }

    @Override
    public InputStream body() {
        return request.content().inputStream();
    }

    @Override
    public String peer() {
        return request.remotePeer().host();
    }
}
