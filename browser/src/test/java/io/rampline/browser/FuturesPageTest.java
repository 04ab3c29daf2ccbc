package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The futures: fans, guarantees, and what was stated against what came. */
@ExtendWith(Visits.class)
class FuturesPageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long COUNTED_MILLIS = 120_000;

    private static void counted(Visit visit) {
        visit.see("#/futures");
        visit.page().locator("#fan-output").waitFor(new Locator.WaitForOptions().setTimeout(COUNTED_MILLIS));
    }

    @Test
    void theFansAreReadByKeyAndHaveTheirRangeInTheTable(Visit visit) {
        counted(visit);
        Page page = visit.page();
        assertThat(page.locator("path.band").count()).isEqualTo(2);
        page.locator("week-chart .plot").first().focus();
        page.keyboard().press("ArrowRight");
        page.locator("week-chart .read-out").waitFor();
        assertThat(page.locator("week-chart .read-out .value").textContent())
                .matches("[\\d,.]+ \\([\\d,.]+ – [\\d,.]+\\)");
        page.locator("week-chart summary").first().click();
        page.locator("week-chart tbody td").first().waitFor();

        assertThat(page.locator("week-chart tbody td").first().textContent()).contains(" – ");
        assertThat(page.locator("#reliability ~ p").first().textContent()).contains("Nothing that was stated is over");
    }

    /** A book that has been in use for some weeks, which a test cannot wait for. */
    private static void afterSomeWeeks(Route route) {
        try {
            ObjectNode told = (ObjectNode) JSON.readTree(route.fetch().body());
            told.putObject("revision")
                    .put("weeks", 9)
                    .put("mean_drift", -0.021)
                    .put("falling_p", 0.004)
                    .put("warns", true);
            ObjectNode reliability = told.putObject("reliability");
            reliability.put("weeks", 9).put("statements", 60).put("windows", 40).put("windows_held", 35);
            ArrayNode bins = reliability.putArray("bins");
            for (int bin = 0; bin < 10; bin++) {
                bins.addObject()
                        .put("from", bin / 10.0)
                        .put("to", (bin + 1) / 10.0)
                        .put("statements", bin < 4 ? 0 : 10)
                        .put("stated", (bin + 0.5) / 10)
                        .put("came", bin < 4 ? 0 : bin);
            }
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(told.toString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Everybody who waits ordered within three weeks of one month. */
    private static void withinOneMonth(Route route) {
        try {
            ObjectNode told = (ObjectNode) JSON.readTree(route.fetch().body());
            for (JsonNode wait : told.path("summary").path("fans").path("waits")) {
                ObjectNode fan = (ObjectNode) wait;
                ArrayNode weeks = fan.putArray("weeks");
                for (int week = 7; week < 10; week++) {
                    weeks.add("2026-W0" + week);
                    for (String line : List.of("low", "middle", "high")) {
                        (week == 7 ? fan.putArray(line) : (ArrayNode) fan.path(line)).add(week);
                    }
                }
            }
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(told.toString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void anAxisInWhichNoMonthBeginsHasItsFirstWeekAndItsLast(Visit visit) {
        counted(visit);
        visit.page().route("**/api/v1/windows", FuturesPageTest::withinOneMonth);
        visit.page().reload();
        Locator axis = visit.page().locator("section[aria-labelledby=fan-wait] svg.chart text:has-text('2026')");
        axis.last().waitFor();

        assertThat(axis.allTextContents()).containsExactly("W7 2026", "W9 2026");
    }

    @Test
    void whatWasStatedStandsAgainstWhatCameWithItsCountsAndADriftIsAWarning(Visit visit) {
        counted(visit);
        visit.page().route("**/api/v1/windows", FuturesPageTest::afterSomeWeeks);
        visit.page().reload();
        visit.page().locator(".diagram").waitFor();
        Page page = visit.page();

        assertThat(page.locator(".diagram circle").count()).isEqualTo(6);
        assertThat(page.locator(".diagram tbody tr").count()).isEqualTo(6);
        assertThat(page.locator(".diagram tbody").textContent()).contains("90% – 100%", "9 of 10");
        assertThat(page.locator("main").textContent()).contains("35 of 40 windows held");
        assertThat(page.locator("p.notice[role=alert]").textContent()).contains("9 weeks", "2.1 points");
        assertThat(new Axe().flaws(page)).isEmpty();
    }
}
