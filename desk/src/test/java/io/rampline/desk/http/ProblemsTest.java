package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import io.rampline.orderbook.Outcome;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is wrong is told in one form, with a name that never changes. */
class ProblemsTest {
    private static OpenDesk desk;
    private static OpenDesk.Asking shop;

    @BeforeAll
    static void open() {
        desk = OpenDesk.tiny();
        shop = desk.as(Role.SALES);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void anUnknownPathIsNotFound() {
        Told told = shop.get("/api/v2/nothing");

        assertThat(told.status()).isEqualTo(404);
        assertThat(told.problem()).isEqualTo("not-found");
        assertThat(told.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void whatWasMistypedHasACodeAndTheValuesOfItsSentence() {
        Told week = desk.as(Role.PLANNER)
                .post(
                        "/api/v1/lever-trials",
                        "{\"changes\":[{\"kind\":\"line\",\"name\":\"S1\",\"from_week\":\"soon\",\"units\":1}]}");
        Told day = desk.as(Role.FINANCE).get("/api/v1/money?as_of=2099-01-01");

        assertThat(week.status()).isEqualTo(400);
        assertThat(week.body().path("code").asText()).isEqualTo("NO_WEEK");
        assertThat(week.body().path("found").asText()).isEqualTo("soon");
        assertThat(week.body().path("field").asText()).isEqualTo("changes[0].from_week");
        assertThat(day.body().path("code").asText()).isEqualTo("DAY_OUTSIDE");
        assertThat(day.body().path("found").asText()).isEqualTo("2099-01-01");
        assertThat(day.body().path("from").asText()).isEqualTo("1970-01-01");
        assertThat(desk.as(Role.PLANNER).get("/metrics").text()).doesNotContain("NO_WEEK");
    }

    @Test
    void anotherMethodIsToldWhichAreAllowed() {
        Told told = shop.ask("PATCH", "/api/v1/orders/N-1", null);

        assertThat(told.status()).isEqualTo(405);
        assertThat(told.header("Allow")).contains("GET, HEAD").contains("PUT").contains("DELETE");
        Told options = shop.ask("OPTIONS", "/api/v1/orders/N-1", null);
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void onlyJsonIsTakenAndGiven() {
        assertThat(shop.with("Content-Type", "text/plain")
                        .put("/api/v1/orders/N-1", "{}")
                        .status())
                .isEqualTo(415);
        assertThat(shop.with("Content-Type", "application/json; charset=UTF-8")
                        .put("/api/v1/orders/C-1", "{\"model\":\"City\",\"trim\":\"Base\"}")
                        .status())
                .isEqualTo(201);
        assertThat(shop.with("Accept", "text/html").get("/api/v1/resources").status())
                .isEqualTo(406);
        assertThat(shop.with("Accept", "text/html, application/*;q=0.5")
                        .get("/api/v1/resources")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void headIsGetWithoutABody() {
        Told head = shop.ask("HEAD", "/api/v1/resources", null);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.response().body()).isEmpty();
        assertThat(Integer.parseInt(head.header("Content-Length"))).isGreaterThan(100);
        Told stream = shop.ask("HEAD", "/api/v1/changes", null);
        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.response().body()).isEmpty();
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        Told told = shop.put("/api/v1/orders/N-1", "{\"model\":\"City\",\"trim\":\"Base\",\"colour\":\"red\"}");

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.body().path("field").asText()).isEqualTo("colour");
        assertThat(told.body().path("detail").asText()).contains("deposit_minor");
        assertThat(shop.post("/api/v1/orders/N-1/change", "{\"x\":1}").status()).isIn(400, 404);
        assertThat(desk.as(Role.PLANNER)
                        .post("/api/v1/what-if", "{\"changes\":[{\"kind\":\"line\",\"colour\":1}]}")
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("changes[0].colour");
    }

    @Test
    void brokenJsonIsToldWithLineAndColumn() {
        Told told = shop.put("/api/v1/orders/N-1", "{\"model\":\"City\",\n \"trim\":}");

        assertThat(told.problem()).isEqualTo("malformed-body");
        assertThat(told.body().path("line").asInt()).isEqualTo(2);
        assertThat(told.body().path("column").asInt()).isGreaterThan(5);
        for (String body : new String[] {
            "",
            "[]",
            "\"x\"",
            "{",
            "{\"model\":\"City\",\"model\":\"City\",\"trim\":\"Base\"}",
            "{\"model\":\"City\",\"trim\":\"Base\"}}",
            "{\"model\":\"City\",\"trim\":\"Base\"} 1",
            "{\"model\":null}",
            "{\"model\":{\"model\":1},\"trim\":\"Base\"}",
            "{\"model\":\"City\"}",
            "{\"options\":[[]]}",
            "nul"
        }) {
            assertThat(shop.put("/api/v1/orders/N-1", body).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        String deep = "[".repeat(100) + "]".repeat(100);
        assertThat(shop.put("/api/v1/orders/N-1", "{\"options\":" + deep + "}").status())
                .isEqualTo(400);
        assertThat(shop.put("/api/v1/orders/N-1", "{\"model\":\"" + "x".repeat(201) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(shop.put("/api/v1/orders/N-1", "{\"model\":\"" + "x".repeat(70_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(shop.put("/api/v1/orders/" + "x".repeat(65), "{}").status()).isEqualTo(400);
        assertThat(shop.get("/api/v1/orders/" + "x".repeat(10_000)).status()).isEqualTo(400);
    }

    @Test
    void anUnknownQueryParameterIsRefusedByName() {
        Told told = shop.get("/api/v1/orders?colour=red");

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.body().path("detail").asText()).contains("colour").contains("limit");
        assertThat(shop.get("/api/v1/orders?limit=0").status()).isEqualTo(400);
        assertThat(shop.get("/api/v1/orders?limit=5&limit=6").status()).isEqualTo(400);
        assertThat(shop.get("/api/v1/orders?cursor=zzz").status()).isEqualTo(400);
        assertThat(shop.get("/api/v1/orders/N-1?x=1").status()).isEqualTo(400);
        assertThat(shop.put("/api/v1/orders/N-1?x=1", "{\"model\":\"City\",\"trim\":\"Base\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theRequestIdIsEchoedWhenItIsSoundAndMadeWhenItIsNot() {
        assertThat(shop.with("X-Request-Id", "abc-1").get("/healthz").header("X-Request-Id"))
                .isEqualTo("abc-1");
        String made = shop.with("X-Request-Id", "a b<c>").get("/healthz").header("X-Request-Id");
        assertThat(made).isNotEmpty().doesNotContain("<");
        Told problem = shop.with("X-Request-Id", "abc-2").get("/nothing");
        assertThat(problem.body().path("instance").asText()).isEqualTo("urn:rampline:request:abc-2");
    }

    @Test
    void everyAnswerForbidsSniffingFramingAndStoring() {
        for (String path : List.of(
                "/healthz",
                "/nothing",
                "/api/v1/resources",
                "/api/v1/board",
                "/api/v1/lines/L1/days/2026-03-02/table",
                "/api/v1/lines/L1/days/2026-03-02/page",
                "/openapi.yaml",
                "/metrics")) {
            Told told = shop.get(path);
            assertThat(told.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(told.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
            assertThat(told.header("Cache-Control")).as(path).isEqualTo("no-store");
        }
    }

    @Test
    void pagesOfOtherSitesMayNotAsk() {
        assertThat(shop.with("Origin", "https://evil.example")
                        .get("/api/v1/resources")
                        .problem())
                .isEqualTo("foreign-origin");
        assertThat(shop.with("Sec-Fetch-Site", "cross-site")
                        .get("/api/v1/resources")
                        .problem())
                .isEqualTo("foreign-origin");
        assertThat(shop.with("Origin", "http://127.0.0.1:" + desk.port())
                        .get("/api/v1/resources")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFaultOfTheProgramShowsNoTrace() {
        desk.book.instead = new Outcome.Answered(new io.rampline.promise.Answer.Cancelled(1), false);
        Told told = shop.put("/api/v1/orders/N-9", "{\"model\":\"City\",\"trim\":\"Base\"}");
        desk.book.instead = null;

        assertThat(told.status()).isEqualTo(500);
        assertThat(told.problem()).isEqualTo("internal-fault");
        assertThat(told.text()).doesNotContain("Exception").doesNotContain("at io.");
    }

    @Test
    void whatIsNoHttpEndsInAProblemOrAClosedConnection() throws Exception {
        for (String sent : new String[] {
            "GARBAGE\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /api/v1/orders/%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "PUT /api/v1/orders/x HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "PUT /api/v1/orders/x HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(100_000) + "\r\n\r\n"
        }) {
            String answer = raw(sent);
            assertThat(answer)
                    .as(sent.substring(0, Math.min(40, sent.length())))
                    .doesNotContain("Exception");
            assertThat(answer.isEmpty() || answer.matches("(?s)HTTP/1.1 (4\\d\\d|505).*"))
                    .as(answer)
                    .isTrue();
        }
        assertThat(shop.get("/healthz").status()).isEqualTo(200);
    }

    private static String raw(String sent) throws Exception {
        try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), desk.port())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(sent.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }
}
