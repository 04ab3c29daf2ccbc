package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
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
