package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that come late, or not at all, when people have gone on meanwhile; and addresses that were cut short. */
@ExtendWith(Visits.class)
class StaleAnswersTest {
    private static final String DRAWN =
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

    /** Keeps the first request of a kind back; whatever comes after it passes. */
    private static List<Route> holdTheFirst(Page page, String pattern) {
        List<Route> held = new ArrayList<>();
        page.route(pattern, route -> {
            if (held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        return held;
    }

    private static void goOn(Page page, String place) {
        page.evaluate("(place) => { location.hash = place; }", place);
    }

    /** Lets go what was kept back, and waits until the page has drawn what it makes of it. */
    private static void letGo(Page page, Route held) {
        page.waitForResponse(response -> response.request().equals(held.request()), held::resume);
        page.evaluate(DRAWN);
    }

    @Test
    void theOrderOfTheAddressIsShownAndNoneThatIsAnsweredLate(Visit visit) {
        visit.see("#/board");
        Page page = visit.page();
        List<Route> held = holdTheFirst(page, "**/api/v1/orders/T-02");
        goOn(page, "#/orders/T-02");
        page.waitForCondition(() -> !held.isEmpty());
        goOn(page, "#/orders/T-03");
        page.locator("h1:text-is('T-03')").waitFor();
        page.locator(".history li").first().waitFor();
        letGo(page, held.getFirst());

        assertThat(page.locator("h1").innerText()).isEqualTo("T-03");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void theCarOfTheLinkIsShownAndNoneThatIsAnsweredLate(Visit visit) {
        visit.go("#/board");
        String first = visit.link("T-02");
        String second = visit.link("T-03");
        visit.as(1024, "en", ColorScheme.LIGHT);
        Page page = visit.page();
        List<Route> held = holdTheFirst(page, "**/api/v1/car");
        page.navigate(visit.address() + first);
        page.waitForCondition(() -> !held.isEmpty());
        goOn(page, "#" + second.substring(second.indexOf('#') + 1));
        page.locator("car-view .lead:has-text('T-03')").first().waitFor();
        letGo(page, held.getFirst());

        assertThat(page.locator("car-view .lead").first().innerText()).contains("T-03");
    }

    @Test
    void aLeverMovedWhileATrialFailsIsTriedAllTheSame(Visit visit) {
        visit.see("#/levers");
        Page page = visit.page();
        List<Route> held = holdTheFirst(page, "**/api/v1/lever-trials");
        page.locator(".lever input[type=checkbox]").first().check();
        page.waitForCondition(() -> !held.isEmpty());
        page.locator(".lever input[type=range]").first().focus();
        page.keyboard().press("ArrowRight");
        held.getFirst()
                .fulfill(new Route.FulfillOptions()
                        .setStatus(500)
                        .setContentType("application/problem+json")
                        .setBody("{\"type\":\"urn:rampline:problem:internal-fault\",\"detail\":\"a fault\"}"));
        page.locator("#outcome").waitFor();

        assertThat(page.locator("p.fault:has-text('a fault')").count()).isZero();
    }

    @Test
    void anAddressWithABrokenPercentSignSaysThatThereIsNoSuchOrder(Visit visit) {
        visit.see("#/board");
        goOn(visit.page(), "#/orders/50%");
        visit.page().locator("main .state h1:has-text('50%')").waitFor();

        assertThat(visit.page().locator("main .state a").getAttribute("href")).isEqualTo("#/orders");
    }
}
