package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people meet besides a full page: nothing yet, not yet, not any more, not for them, and far too much. */
@ExtendWith(Visits.class)
class StatesTest {
    private static final double COUNTED_MILLIS = 120_000;

    private static final List<String> PAGES = List.of(
            "#/board", "#/orders", "#/levers", "#/markets", "#/futures", "#/line", "#/money", "#/record", "#/my-car");

    @Test
    void anEmptyBookSaysSoOnEveryPage(@At(ServedScenario.EMPTY) Visit visit) {
        Axe axe = new Axe();
        List<String> flaws = new ArrayList<>();
        for (String place : PAGES) {
            visit.see(place);
            axe.flaws(visit.page()).forEach(flaw -> flaws.add(place + ": " + flaw));
            if (visit.page().locator("main").textContent().matches("(?s).*(NaN|undefined|Infinity|null).*")) {
                flaws.add(place + ": " + visit.page().locator("main").textContent());
            }
        }
        assertThat(flaws).isEmpty();
        assertThat(visit.complaints()).isEmpty();
        visit.see("#/board");
        assertThat(visit.page().locator("main").textContent()).contains("The book is empty");
        visit.see("#/orders");
        assertThat(visit.page().locator("main").textContent()).contains("Orders appear here");
    }

    @Test
    void whatIsBeingFetchedIsSaid(Visit visit) {
        Map<String, String> asked = Map.of(
                "#/board", "**/api/v1/board",
                "#/orders", "**/api/v1/order-search*",
                "#/orders/T-01", "**/api/v1/orders/T-01",
                "#/markets", "**/api/v1/board",
                "#/futures", "**/api/v1/windows",
                "#/line", "**/api/v1/lines",
                "#/money", "**/api/v1/money",
                "#/record", "**/api/v1/promise-record*");
        for (var page : asked.entrySet()) {
            visit.as(1024, "en", ColorScheme.LIGHT);
            visit.page().route(page.getValue(), _ -> {});
            visit.page().navigate(visit.address() + page.getKey());
            visit.page().locator("main .bones").waitFor();

            assertThat(visit.page().locator("main [role=status]").textContent())
                    .as(page.getKey())
                    .contains("Being fetched");
        }
    }

    @Test
    void aPageWhoseServerIsGoneSaysSoAndComesBackWhenAsked(Visit visit) {
        for (String place : List.of("#/orders/T-01", "#/futures", "#/record")) {
            visit.as(1024, "en", ColorScheme.LIGHT);
            visit.see("#/board");
            visit.page().route("**/api/v1/{orders,windows,promise-record}**", Route::abort);
            visit.page().evaluate("place => { location.hash = place; }", place);
            visit.page().locator("h1:text-is('The server does not answer')").waitFor();
            assertThat(visit.page().locator("main [role=alert]").textContent()).contains("Nothing you did is lost");
            visit.page().unroute("**/api/v1/{orders,windows,promise-record}**");
            visit.page().locator("main button").click();
            visit.page().locator("main section").first().waitFor();
        }

        assertThat(visit.page().locator("main [role=alert]").count()).isZero();
    }

    @Test
    void whoMayNotSeeAPageIsToldSoOnIt(Visit visit) {
        visit.page().route("**/api/v1/session", route -> {
            String session = route.fetch().text().replaceAll("\"may\":\\[[^]]*]", "\"may\":[]");
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(session));
        });
        for (String place : PAGES) {
            visit.page().navigate(visit.address() + place);
            visit.page().locator("main .state .lead").waitFor();

            assertThat(visit.page().locator("main .state").textContent())
                    .as(place)
                    .contains("Your role does not see this page");
        }
        assertThat(visit.page().locator("nav a").count()).isZero();
    }

    /** Tables that only whoever scrolls sideways sees whole. */
    private static final String SIDEWAYS = """
            () => [...document.querySelectorAll('.scroll:has(> table.cards)')]
                .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent.trim().slice(0, 60))
            """;

    @Test
    void veryLongNamesAndMoreThanAHundredStepsFitOnAPhone(@At(ServedScenario.CROWDED) Visit visit) {
        for (int width : List.of(390, 1024, 1440)) {
            visit.as(width, "de", ColorScheme.LIGHT);
            for (String place : List.of(
                    "#/board",
                    "#/orders",
                    "#/orders/" + ServedScenario.LONG_NAME,
                    "#/levers",
                    "#/futures",
                    "#/money",
                    "#/record")) {
                visit.see(place);
                if (place.equals("#/futures")) {
                    visit.page().locator("#fan-wait").waitFor(new Locator.WaitForOptions().setTimeout(COUNTED_MILLIS));
                }
                assertThat(visit.page().evaluate(SIDEWAYS))
                        .as(place + " at " + width)
                        .isEqualTo(List.of());
                assertThat(visit.isWiderThanTheScreen())
                        .as(place + " at " + width)
                        .isFalse();
            }
            visit.see("#/levers");
            assertThat(visit.page().locator(".lever").count()).isGreaterThan(ServedScenario.STEPS);
            assertThat(new Axe().flaws(visit.page())).isEmpty();
        }
        Page page = visit.page();
        page.locator(".lever input[type=checkbox]").nth(100).check();
        page.locator("#outcome").waitFor();

        assertThat(visit.complaints()).isEmpty();
    }
}
