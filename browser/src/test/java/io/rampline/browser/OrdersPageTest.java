package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of orders, and the page of one. */
@ExtendWith(Visits.class)
class OrdersPageTest {
    @Test
    void anOrderIsFoundAndSaysWhyItComesWhenItComes(Visit visit) {
        visit.see("#/orders");
        visit.page().locator("input[type=search]").fill("t-0");
        visit.page().waitForFunction("() => location.hash.includes('find=t-0')");
        visit.page().locator(".orders a:text-is('T-02')").click();
        visit.page().locator("h1:text-is('T-02')").waitFor();
        visit.page().locator("#why").waitFor();
        visit.page().locator(".history li").first().waitFor();

        assertThat(visit.page().locator(".history li").first().textContent()).contains("Taken over");
    }

    @Test
    void aWeekThatIsNoneIsSaidBesideItsField(Visit visit) {
        visit.see("#/orders");
        Locator field = visit.page().locator("input.week").first();
        field.fill("soon");
        field.press("Enter");
        visit.page().locator("#from_week-fault").waitFor();

        assertThat(field.getAttribute("aria-invalid")).isEqualTo("true");
    }

    @Test
    void aListThatFitsWholeBeginsUnderItsHeadings(@At(ServedScenario.STILL) Visit visit) {
        visit.as(1440, "en", ColorScheme.LIGHT);
        visit.see("#/orders");
        visit.page().locator(".orders .seen a").first().waitFor();
        Object gap = visit.page().evaluate("""
                () => document.querySelector('.orders .seen').getBoundingClientRect().top
                    - document.querySelector('.orders .row.head').getBoundingClientRect().bottom
                """);

        assertThat(Double.parseDouble(String.valueOf(gap))).isBetween(-1.0, 1.0);
    }
}
