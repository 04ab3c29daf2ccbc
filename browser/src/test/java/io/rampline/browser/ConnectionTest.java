package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people see when the server is gone, or does not know them. */
@ExtendWith(Visits.class)
class ConnectionTest {
    @Test
    void aLostServerIsSaidWithTheAgeOfWhatIsSeenAndComesBack(Visit visit) {
        visit.see("#/board");
        visit.page().locator(".connection.live").waitFor();
        visit.page().route("**/api/v1/pulse", Route::abort);
        visit.page().evaluate("() => location.reload()");
        visit.page().locator(".connection.lost").waitFor();
        visit.page().locator("p.warning").waitFor();
        assertThat(visit.page().locator("p.warning").textContent()).containsPattern("\\d+ seconds? old");
        visit.page().unroute("**/api/v1/pulse");
        visit.page().locator(".connection.live").waitFor();

        assertThat(visit.page().locator("p.warning").count()).isZero();
    }

    /** What each page that says "live" asks of the book. */
    private static final Map<String, String> ASKED = new TreeMap<>(Map.of(
            "#/board", "/api/v1/board",
            "#/orders", "/api/v1/order-search",
            "#/orders/T-01", "/api/v1/orders/T-01",
            "#/levers", "/api/v1/board",
            "#/markets", "/api/v1/board",
            "#/futures", "/api/v1/windows",
            "#/line", "/api/v1/lines",
            "#/money", "/api/v1/money",
            "#/record", "/api/v1/promise-record"));

    @Test
    void everyPageAsksAgainWhenTheBookHasMovedAndWhenTheServerIsHeardAgain(Visit visit) {
        for (var page : ASKED.entrySet()) {
            visit.as(1024, "en", ColorScheme.LIGHT);
            PulseInHand pulse = PulseInHand.of(visit.page());
            visit.see(page.getKey());
            pulse.beats(1);
            visit.page().locator(".connection.live").waitFor();
            visit.page().waitForRequest(request -> asks(request, page.getValue()), () -> {
                pulse.beats(2);
                pulse.muchLater();
            });
            pulse.isLostForAWhile();
            Request again = visit.page().waitForRequest(request -> asks(request, page.getValue()), () -> {
                pulse.beats(2);
                pulse.muchLater();
            });

            assertThat(again.method()).as(page.getKey()).isEqualTo("GET");
        }
    }

    private static boolean asks(Request request, String path) {
        return URI.create(request.url()).getPath().equals(path);
    }

    @Test
    void aBookThatStandsStillIsSaidWithTheAgeOfWhatIsSeen(Visit visit) {
        PulseInHand pulse = PulseInHand.of(visit.page());
        visit.see("#/board");
        pulse.beats(1);
        pulse.later(300_000);
        visit.page().locator(".connection.lost").waitFor();
        pulse.standsStill(1);
        visit.page().locator(".connection.halted").waitFor();

        assertThat(visit.page().locator("p.warning").textContent())
                .contains("the book stands still")
                .contains("5 minutes old");
    }

    @Test
    void futuresThatCouldNotBeFetchedAreAskedForAgain(Visit visit) {
        PulseInHand pulse = PulseInHand.of(visit.page());
        visit.see("#/futures");
        visit.page().route("**/api/v1/windows", Route::abort);
        for (int time = 0; time < 2; time++) {
            Request failed = visit.page().waitForRequest(request -> asks(request, "/api/v1/windows"), pulse::muchLater);
            visit.page().waitForCondition(() -> failed.failure() != null);
        }
        visit.page().unroute("**/api/v1/windows");

        assertThat(visit.page()
                        .waitForResponse("**/api/v1/windows", pulse::muchLater)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoIsNotKnownIsAskedForATokenAndHearsWhatIsWrongWithIt(Visit visit) {
        visit.page()
                .route(
                        "**/api/v1/session",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(401)
                                .setContentType("application/problem+json")
                                .setBody("{\"type\":\"urn:rampline:problem:who-are-you\",\"detail\":\"no\"}")));
        visit.page().navigate(visit.address());
        visit.page().locator("#token").waitFor();
        visit.page().locator("#token").fill("two words");
        visit.page().keyboard().press("Enter");
        visit.page().locator("#token-fault").waitFor();
        assertThat(visit.page().locator("#token-fault").textContent()).contains("visible characters");
        visit.page().locator("#token").fill("rmp_wrong");
        visit.page().keyboard().press("Enter");
        visit.page().locator("#token-fault:has-text('not known')").waitFor();

        assertThat(visit.page().locator("#token").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(new Axe().flaws(visit.page())).isEmpty();
    }
}
