package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import io.rampline.desk.page.Assets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages as a browser gets them, and how somebody signs in with one. */
class PageRoutesTest {
    private static final int FIRST_LOAD_BYTES_MAX = 300_000;
    private static final Pattern FILE = Pattern.compile("/assets/(?:scripts|styles)/[A-Za-z0-9.-]+");

    private static OpenDesk desk;

    @BeforeAll
    static void open() {
        desk = OpenDesk.tiny();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void theFirstPageNamesOnlyFilesOfThisServerAndHoldsNoScriptItself() {
        Told page = desk.asNobody().get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.text())
                .doesNotContain("//cdn")
                .doesNotContainPattern("<script[^>]*>[^<]")
                .doesNotContain("<style");
        assertThat(FILE.matcher(page.text()).results()).hasSize(2);
    }

    @Test
    void everyFileComesPackedAndIsKeptForGood() throws IOException {
        Matcher names = FILE.matcher(desk.asNobody().get("/").text());
        int all = 0;
        while (names.find()) {
            Told plain = desk.asNobody().get(names.group());
            Told packed = desk.asNobody().with("Accept-Encoding", "br, gzip").get(names.group());

            assertThat(plain.header("Content-Encoding")).isEmpty();
            assertThat(plain.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(packed.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(packed.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(new GZIPInputStream(
                                    new ByteArrayInputStream(packed.response().body()))
                            .readAllBytes())
                    .isEqualTo(plain.response().body());
            all += packed.response().body().length;
        }

        assertThat(all).isPositive().isLessThan(FIRST_LOAD_BYTES_MAX);
    }

    @Test
    void aFileThatIsNotThereIsNotFound() {
        assertThat(desk.asNobody().get("/assets/scripts/app-NOTTHERE.js").status())
                .isEqualTo(404);
        assertThat(desk.asNobody().get("/assets/scripts/made.json").status()).isEqualTo(404);
        assertThat(desk.asNobody()
                        .get("/assets/scripts/" + Assets.load().madeOf("page.css"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoSignsInIsKnownByACookieThatNoScriptReads() {
        Told signedIn = desk.as(Role.PLANNER).post("/api/v1/session", "{}");

        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.header("Set-Cookie"))
                .contains("; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Secure");
        Told seen = desk.asNobody().with("Cookie", cookie(signedIn)).get("/api/v1/session");
        assertThat(seen.body().path("role").asText()).isEqualTo("planner");
        assertThat(seen.body().path("word").asText())
                .isEqualTo(signedIn.body().path("word").asText())
                .doesNotContain(cookie(signedIn).replace("rampline=", ""));
        assertThat(seen.body().path("may").toString()).contains("promise_again").doesNotContain("wait_in_room");
    }

    @Test
    void aPageThatCameOverTlsGetsACookieThatGoesOverTlsAlone() {
        Told signedIn = desk.as(Role.PLANNER)
                .with("Origin", "https://127.0.0.1:" + desk.port())
                .post("/api/v1/session", "{}");

        assertThat(signedIn.header("Set-Cookie")).contains("; Secure");
    }

    @Test
    void aChangeWithACookieNeedsTheWordOfItsSession() {
        Told signedIn = desk.as(Role.PLANNER).post("/api/v1/session", "{}");
        OpenDesk.Asking page = desk.asNobody().with("Cookie", cookie(signedIn));
        String body = "{\"model\":\"City\",\"trim\":\"Base\"}";

        assertThat(page.put("/api/v1/orders/page-1", body).problem()).isEqualTo("foreign-origin");
        assertThat(page.with("X-Session-Word", "0".repeat(64))
                        .put("/api/v1/orders/page-1", body)
                        .problem())
                .isEqualTo("foreign-origin");
        assertThat(page.with("X-Session-Word", signedIn.body().path("word").asText())
                        .put("/api/v1/orders/page-1", body)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aCookieThatProvesNothingIsAsNone() {
        assertThat(desk.asNobody()
                        .with("Cookie", "rampline=rmp_nothing")
                        .get("/api/v1/board")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void signingOutTakesTheCookieAway() {
        Told signedIn = desk.as(Role.PLANNER).post("/api/v1/session", "{}");
        Told out = desk.asNobody()
                .with("Cookie", cookie(signedIn))
                .with("X-Session-Word", signedIn.body().path("word").asText())
                .delete("/api/v1/session");

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).startsWith("rampline=; Max-Age=0");
    }

    private static String cookie(Told signedIn) {
        String set = signedIn.header("Set-Cookie");
        return set.substring(0, set.indexOf(';'));
    }
}
