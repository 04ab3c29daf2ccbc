package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.desk.access.MemoryTokens;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import io.rampline.orderbook.Outcome;
import io.rampline.promise.Answer;
import io.rampline.promise.Binding;
import io.rampline.promise.Promise;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How the desk closes, and where it may be open without login. */
class ClosingTest {
    private static final String CITY = "{\"model\":\"City\",\"trim\":\"Base\"}";

    @Test
    void whoIsInsideIsAnsweredAndWhoComesIsToldToComeBack() throws Exception {
        OpenDesk desk = OpenDesk.tiny();
        OpenDesk.Asking shop = desk.as(Role.SALES);
        shop.get("/healthz");
        CompletableFuture<Outcome> slow = new CompletableFuture<>();
        desk.book.later = slow;
        CompletableFuture<Told> inside = CompletableFuture.supplyAsync(() -> shop.put("/api/v1/orders/N-1", CITY));
        desk.book.askedLater.get(60, TimeUnit.SECONDS);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(desk.desk()::close);
        Told refused = shop.put("/api/v1/orders/N-2", CITY);
        while (refused.status() != 503) {
            refused = shop.get("/readyz");
        }

        assertThat(refused.problem()).isEqualTo("shutting-down");
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        assertThat(closing).isNotDone();
        slow.complete(
                new Outcome.Answered(new Answer.Booked(11, new Promise.Dated("N1", 1, 1, Binding.NOTHING)), false));
        assertThat(inside.get(60, TimeUnit.SECONDS).status()).isEqualTo(201);
        closing.get(60, TimeUnit.SECONDS);
        assertThatThrownBy(() -> shop.get("/healthz")).isInstanceOf(java.io.UncheckedIOException.class);
    }

    @Test
    void withoutLoginTheDeskIsOpenOnThisMachineAlone() {
        HttpSettings demo = HttpSettings.usual(0, new MemoryTokens(), true);

        assertThatThrownBy(() -> demo.withHost("0.0.0.0")).hasMessageContaining("127.0.0.1");
        try (OpenDesk desk = OpenDesk.tiny(
                settings -> HttpSettings.usual(0, settings.tokens(), true).withLog(settings.log(), false))) {
            assertThat(desk.asNobody().put("/api/v1/orders/N-1", CITY).status()).isEqualTo(201);
            assertThat(desk.asNobody()
                            .with("Origin", "https://evil.example")
                            .put("/api/v1/orders/N-2", CITY)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aPortThatIsTakenIsToldAndNoDeskOpens() {
        try (OpenDesk desk = OpenDesk.tiny()) {
            assertThatThrownBy(() -> HttpDesk.open(desk.book, HttpSettings.usual(desk.port(), desk.tokens, false)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use");
        }
    }
}
