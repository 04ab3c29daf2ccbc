package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.access.CarLinks;
import io.rampline.desk.access.IdentityCheck;
import io.rampline.desk.access.LinkStore;
import io.rampline.desk.access.MemoryLinks;
import io.rampline.desk.access.MemoryTokens;
import io.rampline.desk.access.Principal;
import io.rampline.desk.access.Role;
import io.rampline.desk.access.TokenMint;
import io.rampline.desk.admission.Rate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * No body, query, path or header crashes the desk: every answer is one of the documented kinds, and what is refused is
 * not done. The seed is printed on failure; another one and another count come by {@code -Drampline.fuzz.seed} and
 * {@code -Drampline.fuzz.count}.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("rampline.fuzz.seed", 20_260_301L);
    private static final int COUNT = Integer.getInteger("rampline.fuzz.count", 15_000);
    private static final Rate GENEROUS = new Rate(1_000_000, 1_000_000);
    private static final List<String> BODIES = List.of(
            "{\"model\":\"City\",\"trim\":\"Base\",\"market\":\"HOME\",\"options\":[\"ROOF\"],\"priority\":\"retail\","
                    + "\"deposit_minor\":50000,\"earliest_week\":\"2026-W12\",\"locked_at\":\"2026-02-01T10:00:00\"}",
            "{\"model\":\"Tour\",\"trim\":\"Long\",\"customer\":\"anna\"}",
            "{\"units\":3,\"reason\":\"a reason\"}",
            "{\"changes\":[{\"kind\":\"line\",\"name\":\"S1\",\"from_week\":\"2026-W10\",\"to_week\":\"2026-W12\","
                    + "\"units\":1}],\"strategy\":\"gain\",\"assign\":[{\"strategy\":\"win\",\"order_ids\":[\"T-01\"]}]}",
            "{\"strategy\":\"improve\",\"dry_run\":true}",
            "{\"deliveries\":[{\"order_id\":\"T-01\",\"delivered_on\":\"2026-03-05\"}]}",
            "{\"order_stops\":[{\"model\":\"City\",\"last_delivery_week\":\"2026-W52\"}]}",
            "{}");
    private static final List<String> QUERIES = List.of(
            "",
            "limit=5&cursor=YTM",
            "market=HOME&model=City",
            "hours=3",
            "reason=x%20y",
            "kind=line&name=N1",
            "after=3",
            "from_week=2026-W10&to_week=2026-W11");
    private static final List<String> PIECES = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-1",
            "1e999",
            "99999999999999999999",
            "\\u0000",
            "\\ud800",
            "2026-W53",
            "2026-W00",
            "9999-W52",
            "0000-W01",
            "\u0000",
            "\uffff",
            "%",
            "%00",
            "..",
            "/",
            "é",
            "'",
            "; drop table",
            "<script>",
            "=cmd|",
            "\n",
            " ",
            "😀",
            "1.5",
            "0x1",
            "NaN",
            "\"\"",
            "{}",
            "[[[[[[[[[[[[[[[[[[[[[");

    private final MemoryBook book = OpenDesk.bookOf(SmallScenario.example("tiny"));
    private final MemoryTokens tokens = new MemoryTokens();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Desks desks = Desks.of(
            book,
            HttpSettings.usual(0, tokens, false)
                    .withLinks(new MemoryLinks())
                    .withRates(new RequestRates(GENEROUS, GENEROUS, GENEROUS, GENEROUS, 8))
                    .withLog(new PrintStream(log, true, StandardCharsets.UTF_8), false),
            InstantSource.system(),
            System::nanoTime);

    private record Sent(String method, String rawPath, String rawQuery, Map<Head, String> headers, String text)
            implements Incoming {
        @Override
        public String header(Head head) {
            return headers.getOrDefault(head, "");
        }

        @Override
        public boolean hasBody() {
            return !text.isEmpty();
        }

        @Override
        public int bodyLength() {
            return -1;
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String peer() {
            return "127.0.0.1";
        }

        @Override
        public String toString() {
            return method + " " + rawPath + "?" + rawQuery + " " + headers + " " + text;
        }
    }

    @Test
    void noInputEndsInAFaultOrIsDoneAndRefused() throws Exception {
        Random random = new Random(SEED);
        List<String> secrets = new ArrayList<>();
        for (Role role : Role.values()) {
            secrets.add(new TokenMint(tokens)
                    .mint("fuzz", new Principal(role.label(), role), Optional.empty())
                    .secret());
        }
        int[] byFamily = new int[6];
        for (int i = 0; i < COUNT; i++) {
            Sent sent = sent(random, secrets);
            long before = book.state().position();
            Reception.Answered answered = desks.reception().answer(sent);
            if (answered.reply() instanceof Reply.Stream stream) {
                stream.over().run();
            }
            int status = answered.reply().status();
            byFamily[status / 100]++;
            String what = "seed " + SEED + ", input " + i + ": " + sent + " -> " + status;
            assertThat(status)
                    .as(what + " " + log)
                    .isIn(200, 201, 202, 204, 304, 400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 429);
            if (status >= 400) {
                assertThat(book.state().position()).as(what).isEqualTo(before);
                JsonNode problem = new ObjectMapper().readTree(((Reply.Whole) answered.reply()).body());
                assertThat(problem.path("status").asInt()).as(what).isEqualTo(status);
                assertThat(problem.path("detail").asText().length()).as(what).isLessThan(1_000);
            }
        }
        assertThat(book.verify()).isEmpty();
        // Otherwise the inputs would be too wild to get anywhere, or too tame to find anything.
        assertThat(byFamily[2]).isGreaterThan(COUNT / 100);
        assertThat(byFamily[4]).isGreaterThan(COUNT / 2);
    }

    @Test
    void noReaderOfInputEndsInAFault() {
        Random random = new Random(SEED + 1);
        IdentityCheck identities = new IdentityCheck(
                tokens,
                new CarLinks(LinkStore.NOWHERE, InstantSource.system()),
                Optional.empty(),
                Optional.empty(),
                InstantSource.system());
        int sound = 0;
        for (int i = 0; i < 20 * COUNT; i++) {
            String text = mangled(random, BODIES.get(random.nextInt(BODIES.size())), 2);
            String path = mangled(random, "/api/v1/orders/T%2F" + random.nextInt(9), 2);
            String what = "seed " + (SEED + 1) + ", input " + i + ": " + text + " " + path;
            try {
                desks.table().find("GET", path);
                MediaTypes.isAccepted(text, Reply.JSON);
                MediaTypes.isJson(path);
                identities.identify(mangled(random, "Bearer rmp_x.y.z", 2));
                byte[] body = text.getBytes(StandardCharsets.UTF_8);
                if (random.nextBoolean()) {
                    Fields.of(body, Set.of("units", "reason", "strategy")).findText("reason");
                } else {
                    OrderBody.read(body, true).order("x", book.network());
                }
                sound++;
            } catch (Problem refused) {
                assertThat(refused.type().status()).as(what).isEqualTo(400);
            } catch (RuntimeException fault) {
                throw new AssertionError(what, fault);
            }
        }
        assertThat(sound).isBetween(COUNT, 19 * COUNT);
    }

    private Sent sent(Random random, List<String> secrets) {
        Route route =
                desks.table().routes().get(random.nextInt(desks.table().routes().size()));
        String path = route.path()
                .replace("{order_id}", "T-" + String.format("%02d", random.nextInt(14)))
                .replace("{kind}", random.nextInt(4) == 0 ? "part" : "line")
                .replace("{name}", "N1")
                .replace("{week}", "2026-W1" + random.nextInt(10));
        Map<Head, String> headers = new HashMap<>();
        headers.put(Head.AUTHORIZATION, "Bearer " + mangled(random, secrets.get(random.nextInt(secrets.size())), 40));
        headers.put(Head.CONTENT_TYPE, mangled(random, "application/json", 40));
        for (Head head : List.of(
                Head.ACCEPT,
                Head.IF_NONE_MATCH,
                Head.IDEMPOTENCY_KEY,
                Head.LAST_EVENT_ID,
                Head.ORIGIN,
                Head.REQUEST_ID,
                Head.CONTENT_LENGTH)) {
            if (random.nextInt(12) == 0) {
                headers.put(head, mangled(random, random.nextBoolean() ? "12" : "application/json, */*;q=0.1", 2));
            }
        }
        String method = random.nextInt(30) == 0
                ? mangled(random, "GET", 1)
                : route.method().name();
        String query = random.nextInt(3) == 0 ? mangled(random, QUERIES.get(random.nextInt(QUERIES.size())), 2) : "";
        boolean hasBody = route.entity() != Route.Entity.NONE || random.nextInt(20) == 0;
        String body = hasBody ? mangled(random, BODIES.get(random.nextInt(BODIES.size())), 2) : "";
        return new Sent(method, mangled(random, path, 20), query, headers, body);
    }

    /** As it is, or, once in so many times, with some cuts, repetitions and strange pieces. */
    private static String mangled(Random random, String text, int oneIn) {
        if (random.nextInt(oneIn) != 0) {
            return text;
        }
        StringBuilder mangled = new StringBuilder(text);
        int turns = 1 + random.nextInt(3);
        for (int i = 0; i < turns; i++) {
            int at = random.nextInt(mangled.length() + 1);
            int to = Math.min(mangled.length(), at + random.nextInt(8));
            switch (random.nextInt(5)) {
                case 0 -> mangled.delete(at, to);
                case 1 -> mangled.insert(at, mangled.substring(at, to));
                case 2 -> mangled.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> mangled.insert(at, (char) random.nextInt(0x3000));
                default -> mangled.insert(at, "x".repeat(random.nextInt(random.nextInt(50) == 0 ? 100_000 : 300)));
            }
        }
        return mangled.toString();
    }
}
