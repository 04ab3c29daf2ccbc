package io.rampline.desk.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.rampline.orderbook.DurableBook;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The book over HTTP. A virtual thread for each request waits for the book's answer, so thousands may wait for one
 * commit.
 *
 * <p>Closing: whoever is inside is answered, whoever comes is told to come back; then the listener goes. The book is
 * closed by whoever opened it, afterwards.
 */
public final class HttpDesk implements AutoCloseable {
    /** Held on to, because a logger that nobody holds forgets its level. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(2);
    private static final int HEADERS_MAX = 16 * 1024;
    private static final int PROLOGUE_MAX = 4 * 1024;
    private static final int CONNECTIONS_MAX = 20_000;
    private static final int BACKLOG = 1_024;
    private static final long PAYLOAD_MAX = Route.Entity.bytesMaxOfAll() + 1L;

    private static final Header NOSNIFF = HeaderValues.createCached("X-Content-Type-Options", "nosniff");
    private static final Header CSP = HeaderValues.createCached(
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    private static final Header NO_STORE = HeaderValues.createCached("Cache-Control", "no-store");
    private static final Header NO_REFERRER = HeaderValues.createCached("Referrer-Policy", "no-referrer");
    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, Reply.JSON);

    private final Desks desks;
    private final Duration patience;
    private final WebServer server;

    private HttpDesk(Desks desks, HttpSettings settings) {
        this.desks = desks;
        this.patience = settings.patience();
        this.server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .backlog(BACKLOG)
                .maxPayloadSize(PAYLOAD_MAX)
                .maxTcpConnections(CONNECTIONS_MAX)
                .idleConnectionTimeout(IDLE_TIMEOUT)
                .shutdownHook(false)
                .connectionOptions(SocketOptions.builder()
                        .readTimeout(READ_TIMEOUT)
                        .tcpNoDelay(true)
                        .build())
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(HEADERS_MAX)
                        .maxPrologueLength(PROLOGUE_MAX)
                        .build())
                .directHandlers(directHandlers())
                .routing(HttpRouting.builder().any(this::handle))
                .build();
    }

    /**
     * Opens the desk. From its return on requests are answered.
     *
     * @throws IllegalStateException when the address cannot be listened on
     */
    public static HttpDesk open(DurableBook book, HttpSettings settings) {
        return open(Book.of(book), settings);
    }

    static HttpDesk open(Book book, HttpSettings settings) {
        HELIDON.setLevel(Level.WARNING);
        Desks desks = Desks.of(book, settings, InstantSource.system(), System::nanoTime);
        mustBeFree(settings.host(), settings.port());
        HttpDesk desk = new HttpDesk(desks, settings);
        desk.server.start();
        // The server tells a failed start in its log alone.
        if (!desk.server.isRunning()) {
            throw new IllegalStateException("the server did not start");
        }
        desks.journal().said("open on port " + desk.port());
        desks.windows().open();
        return desk;
    }

    private static void mustBeFree(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException | IllegalArgumentException taken) {
            throw new IllegalStateException(String.valueOf(taken.getMessage()), taken);
        }
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** Answers whoever is inside, refuses whoever comes, and closes. */
    @Override
    public void close() {
        desks.journal().said("closing");
        try {
            if (!desks.door().close(patience)) {
                desks.journal().said("closed with " + desks.door().inside() + " requests unanswered");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        server.stop();
        desks.journal().close();
    }

    private void handle(ServerRequest request, ServerResponse response) {
        long start = System.nanoTime();
        HelidonIncoming incoming = new HelidonIncoming(request);
        desks.door().enter();
        try {
            Reception.Answered answered = desks.reception().answer(incoming);
            int status = answered.reply().status();
            try {
                send(answered, incoming, response);
            } finally {
                long micros = (System.nanoTime() - start) / 1_000;
                desks.metrics().count(answered.routeNumber(), status, micros);
                desks.journal().answered(incoming, answered.requestId(), label(answered), status, micros);
            }
        } finally {
            desks.door().leave();
        }
    }

    private String label(Reception.Answered answered) {
        return answered.routeNumber() == Reception.NO_ROUTE
                ? "none"
                : desks.table().routes().get(answered.routeNumber()).label();
    }

    private void send(Reception.Answered answered, HelidonIncoming incoming, ServerResponse response) {
        Reply reply = answered.reply();
        response.status(Status.create(reply.status()));
        response.header(NOSNIFF);
        response.header(CSP);
        response.header(NO_STORE);
        response.header(NO_REFERRER);
        response.header(Head.REQUEST_ID.header(), answered.requestId());
        if (desks.door().isClosing()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        switch (reply) {
            case Reply.Whole whole -> sendWhole(whole, incoming, response);
            case Reply.Stream stream -> sendStream(stream, incoming, response);
        }
    }

    private static void sendWhole(Reply.Whole whole, HelidonIncoming incoming, ServerResponse response) {
        for (Reply.HeaderLine line : whole.headers()) {
            response.header(line.head().header(), line.value());
        }
        boolean hasBody = whole.body().length > 0;
        if (hasBody) {
            response.header(
                    whole.type().equals(Reply.JSON)
                            ? JSON
                            : HeaderValues.create(HeaderNames.CONTENT_TYPE, whole.type()));
        }
        if (!hasBody || incoming.method().equals("HEAD")) {
            if (hasBody) {
                response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, whole.body().length));
            }
            response.send();
        } else {
            response.send(whole.body());
        }
    }

    private static void sendStream(Reply.Stream stream, HelidonIncoming incoming, ServerResponse response) {
        try {
            response.header(HeaderNames.CONTENT_TYPE, stream.type());
            if (incoming.method().equals("HEAD")) {
                response.send();
            } else {
                write(stream.course(), response);
            }
        } finally {
            stream.over().run();
        }
    }

    private static void write(Reply.Course course, ServerResponse response) {
        try (OutputStream out = response.outputStream()) {
            course.write(out);
        } catch (IOException | UncheckedIOException gone) {
            // Whoever listened has left: nobody is there to be told.
        }
    }

    /** What is wrong before there is a request: told in the same form. */
    private static DirectHandlers directHandlers() {
        DirectHandler handler = (_, event, status, headers, _) -> {
            ProblemType type = event == DirectHandler.EventType.PAYLOAD_TOO_LARGE
                    ? ProblemType.TOO_LARGE
                    : event == DirectHandler.EventType.INTERNAL_ERROR
                            ? ProblemType.INTERNAL_FAULT
                            : ProblemType.MALFORMED_REQUEST;
            Problem problem =
                    new Problem(type, "the request is no sound HTTP, or has longer parts than are taken here");
            Reply.Whole whole = (Reply.Whole) problem.reply(RequestIds.of(""));
            return DirectHandler.TransportResponse.builder()
                    .status(Status.create(type.status()))
                    .headers(headers)
                    .header(HeaderNames.CONTENT_TYPE, Reply.PROBLEM)
                    .header(NOSNIFF)
                    .header(CSP)
                    .header(NO_STORE)
                    .keepAlive(false)
                    .entity(whole.body())
                    .build();
        };
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, handler);
        }
        return handlers.build();
    }
}
