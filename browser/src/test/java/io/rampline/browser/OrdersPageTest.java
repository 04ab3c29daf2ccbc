package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
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
    void theHistorySaysHowFarADateMovedAndWhy(@At(ServedScenario.CROWDED) Visit visit) {
        visit.go("#/board");
        assertThat(visit.ask(
                        "PUT",
                        "/api/v1/orders/moved-1",
                        "{\"model\":\"Tour\",\"trim\":\"Long\",\"earliest_week\":\"2026-W20\"}"))
                .startsWith("201");
        visit.ask(
                "POST",
                "/api/v1/capacity",
                "{\"changes\":[{\"kind\":\"line\",\"name\":\"S1\",\"from_week\":\"2026-W20\",\"to_week\":\"2026-W20\","
                        + "\"units\":0}],\"reason\":\"a flood\"}");
        visit.see("#/orders/moved-1");
        Locator moved = visit.page().locator(".history li:has-text('Date moved')");
        moved.waitFor();

        assertThat(moved.textContent())
                .contains("1 week later: from W20 2026 to W21 2026", "In W20 2026 line S1 gives less", "a flood")
                .containsPattern("\\d UTC");
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

    /** Columns that lie beyond the edge of the list, and windows and dates that are cut. */
    private static final String CUT = """
            () => {
              const edge = document.querySelector('.orders .list').getBoundingClientRect().left
                  + document.querySelector('.orders .list').clientWidth;
              return [...document.querySelectorAll('.orders .row > span')].filter(one => one.offsetWidth > 0).filter(one =>
                  one.getBoundingClientRect().right > edge
                  || one.matches('.seen .window, .seen .delivery, .seen .locked') && one.scrollWidth > one.clientWidth
              ).map(one => one.className + ' ' + one.textContent.trim());
            }
            """;

    @Test
    void everyColumnIsInSightAndNoWindowIsCutInAnyWidthAndLanguage(@At(ServedScenario.STILL) Visit visit) {
        for (String language : List.of("en", "de", "zh")) {
            for (int width : List.of(390, 900, 901, 1024, 1140, 1210, 1211, 1440, 1920)) {
                visit.as(width, language, ColorScheme.LIGHT);
                visit.see("#/orders");
                visit.page().locator(".orders .seen a").first().waitFor();

                assertThat((List<?>) visit.page().evaluate(CUT))
                        .as(language + " at " + width)
                        .isEmpty();
            }
        }
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
