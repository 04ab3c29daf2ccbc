package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What customers have paid, what they could claim, and how cash runs. */
@ExtendWith(Visits.class)
class MoneyPageTest {
    private static final String CASH = "section[aria-labelledby=cash]";

    @Test
    void theMoneyFollowsTheBook(Visit visit) {
        visit.see("#/money");
        visit.page().locator(".connection.live").waitFor();
        String headline = visit.page().locator("h1").textContent();
        visit.ask(
                "PUT",
                "/api/v1/orders/paid-" + Integer.toHexString(headline.hashCode()),
                "{\"model\":\"City\",\"trim\":\"Base\",\"deposit_minor\":700000}");
        visit.page().waitForFunction("before => document.querySelector('h1').textContent !== before", headline);

        assertThat(visit.page().locator("h1").textContent()).contains("could be claimed today");
    }

    @Test
    void theFanHasItsFiguresAsATableAndTheArrowKeysReadIt(Visit visit) {
        visit.see("#/money");
        Locator chart = visit.page().locator(CASH + " week-chart").first();
        chart.locator(".plot").waitFor();
        assertThat(chart.locator("path.band").count()).isEqualTo(1);
        assertThat(chart.locator("path.line").count()).isGreaterThanOrEqualTo(1);
        chart.locator(".plot").focus();
        visit.page().keyboard().press("End");
        chart.locator(".read-out").waitFor();
        assertThat(chart.locator(".read-out").textContent()).contains("eight of ten futures");
        chart.locator("summary").click();
        chart.locator("tbody tr").first().waitFor();

        assertThat(chart.locator("tbody tr").count()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void everyLiabilityEndsWhereItsFigureStands(Visit visit) {
        visit.see("#/money");
        Locator rolls = visit.page().locator("section[aria-labelledby=roll] table");

        assertThat(rolls.count()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            Locator sums = rolls.nth(i).locator("tr.sum");
            assertThat(sums.count()).as("opening and closing").isEqualTo(2);
        }
        assertThat(visit.page()
                        .locator("section[aria-labelledby=balance] .lead")
                        .textContent())
                .contains("0.00");
    }

    @Test
    void aDayThatHasNotComeIsSaidBesideItsField(Visit visit) {
        visit.see("#/money");
        Locator day = visit.page().locator("input[type=date]");
        day.fill("2099-01-01");
        visit.page().locator("#as-of-fault").waitFor();
        assertThat(day.getAttribute("aria-invalid")).isEqualTo("true");
        visit.page().locator("section[aria-labelledby=roll] button").click();
        visit.page().waitForFunction("() => document.querySelector('#as-of-fault') === null");

        assertThat(day.getAttribute("aria-invalid")).isNull();
    }

    @Test
    void aDayThatHasNotComeIsSaidInTheLanguageOfThePage(Visit visit) {
        visit.as(1024, "de", ColorScheme.LIGHT);
        visit.see("#/money");
        visit.page().locator("input[type=date]").fill("2099-01-01");
        visit.page().locator("#as-of-fault").waitFor();

        assertThat(visit.page().locator("#as-of-fault").textContent())
                .contains("01.01.2099", "01.01.1970")
                .doesNotContain("expected");
    }

    @Test
    void whoHasNoBusinessWithMoneyDoesNotSeeIt(Visit visit) {
        visit.page().route("**/api/v1/session", MoneyPageTest::withoutMoney);
        visit.see("#/money");

        assertThat(visit.page().locator("main").textContent()).contains("Your role does not see this page");
        assertThat(visit.page().locator("nav a:text-is('Money')").count()).isZero();
    }

    private static void withoutMoney(Route route) {
        String session = route.fetch().text().replace("\"see_money\",", "").replace(",\"see_money\"", "");
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(session));
    }
}
