package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An order is changed and cancelled from its page, after a look at what would become of it. */
@ExtendWith(Visits.class)
class OrderChangeTest {
    private static final String CITY = "{\"model\":\"City\",\"trim\":\"Base\",\"deposit_minor\":50000}";
    private static final String SEND = ".doing button[type=submit]";

    private static void book(Visit visit, String id) {
        visit.go("#/board");
        assertThat(visit.ask("PUT", "/api/v1/orders/" + id, CITY)).startsWith("201");
        visit.see("#/orders/" + id);
    }

    @Test
    void aChangeShowsItsEffectBeforeItIsDone(Visit visit) {
        book(visit, "change-1");
        Page page = visit.page();
        page.locator("[data-do=change]").click();
        page.locator("select[name=model] option[value=Tour]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator("select[name=model]").selectOption("Tour");
        page.locator("input[name=reason]").fill("a larger family");
        page.locator(SEND).click();
        page.locator(".effect").waitFor();
        assertThat(page.locator(".effect").textContent()).contains("New date", "€30,000", "+€10,000");
        assertThat(visit.ask("GET", "/api/v1/orders/change-1", "")).contains("City");
        page.locator(SEND).click();
        page.locator(".said").waitFor();
        page.locator(".history li:has-text('a larger family')").waitFor();

        assertThat(page.locator(".said").textContent()).startsWith("Changed. Delivery: W");
        assertThat(visit.ask("GET", "/api/v1/orders/change-1", "")).contains("Tour");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void theKeyboardAloneCancelsAnOrder(Visit visit) {
        book(visit, "cancel-1");
        Page page = visit.page();
        page.locator("[data-do=cancel]").focus();
        page.keyboard().press("Enter");
        page.locator(".effect").waitFor();
        assertThat(page.locator(".effect").textContent()).contains("Paid back", "€500", "cooling-off");
        assertThat(page.locator(":focus").getAttribute("name")).isEqualTo("reason");
        page.keyboard().type("no longer needed");
        page.keyboard().press("Enter");
        page.locator(".said").waitFor();

        assertThat(page.locator(".said").textContent()).startsWith("Cancelled");
        assertThat(visit.ask("GET", "/api/v1/orders/cancel-1", "")).contains("\"cancelled\"");
        page.locator("[data-do=cancel]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Test
    void whatIsWrongIsSaidBesideItsField(Visit visit) {
        book(visit, "wrong-1");
        Page page = visit.page();
        page.locator("[data-do=change]").click();
        page.locator("select[name=model] option[value=Tour]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator(SEND).click();
        page.locator(".doing .fault").waitFor();
        assertThat(page.locator(".doing .fault").textContent()).contains("Nothing is changed yet");
        page.locator("input[name=earliest_week]").fill("soon");
        page.locator(SEND).click();
        page.locator("#earliest_week-fault").waitFor();
        assertThat(page.locator(":focus").getAttribute("name")).isEqualTo("earliest_week");
        assertThat(new Axe().flaws(page)).isEmpty();
        page.locator("input[name=earliest_week]").fill("");
        page.locator("select[name=market]").selectOption("NO");
        page.locator(SEND).click();
        page.locator(".effect, #market-fault, #trim-fault, .doing p.fault")
                .first()
                .waitFor();
        page.keyboard().press("Escape");

        assertThat(page.locator("[data-do=change]").isVisible()).isTrue();
        assertThat(visit.ask("GET", "/api/v1/orders/wrong-1", "")).contains("HOME");
    }

    @Test
    void whoMayNotChangeAnOrderIsToldSo(Visit visit) {
        visit.page().route("**/api/v1/session", route -> {
            String session = route.fetch().text();
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(session.replace("\"change_order\",", "").replace("\"cancel_order\",", "")));
        });
        visit.see("#/orders/T-03");
        visit.page().locator("#do").waitFor();

        assertThat(visit.page().locator("order-change").textContent()).contains("Your role reads orders");
        assertThat(visit.page().locator("order-change button").count()).isZero();
    }
}
