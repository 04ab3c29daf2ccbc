package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page where planners try levers. */
@ExtendWith(Visits.class)
class LeversPageTest {
    private static final String POSITION = "() => fetch('/readyz').then(r => r.json()).then(j => j.position)";

    /** Where the keyboard is; empty at the end. And whether the bar that stays in sight lies over it. */
    private static final String FOCUS = """
            () => {
              const at = document.activeElement;
              if (at === null || at === document.body) return ['', false];
              const box = at.getBoundingClientRect();
              const bar = document.querySelector('.at-a-glance').getBoundingClientRect();
              const behind = box.bottom > bar.top + 1 && box.top < bar.bottom - 1;
              return [at.outerHTML.slice(0, 120), behind];
            }
            """;

    @Test
    void theBarThatStaysInSightNeverLiesOverWhatTheKeyboardLeadsTo(@At(ServedScenario.CROWDED) Visit visit) {
        for (int width : List.of(390, 1280)) {
            visit.as(width, "de", ColorScheme.LIGHT);
            visit.see("#/levers");
            Page page = visit.page();
            page.locator(".lever input[type=checkbox]").first().check();
            page.locator("#outcome").waitFor();
            page.locator(".at-a-glance").waitFor();
            page.evaluate("document.querySelector('main').focus()");
            List<String> behind = new ArrayList<>();
            List<String> seen = new ArrayList<>();
            for (List<?> at = next(page); !at.getFirst().equals(""); at = next(page)) {
                seen.add(String.valueOf(at.getFirst()));
                if (at.get(1).equals(true)) {
                    behind.add(String.valueOf(at.getFirst()));
                }
            }

            assertThat(behind).as("at " + width).isEmpty();
            assertThat(seen).hasSizeGreaterThan(ServedScenario.STEPS).anyMatch(stop -> stop.contains("type=\"range\""));
        }
    }

    private static List<?> next(Page page) {
        page.keyboard().press("Tab");
        return (List<?>) page.evaluate(FOCUS);
    }

    @Test
    void aLeverMovesTheWholeBookAndWritesNothing(Visit visit) {
        visit.see("#/levers");
        Object before = visit.page().evaluate(POSITION);
        visit.page().locator(".lever input[type=checkbox]").first().check();
        visit.page().locator("#outcome").waitFor();
        visit.page().locator(".lever input[type=range]").first().focus();
        visit.page().keyboard().press("ArrowRight");
        visit.page().waitForFunction("() => document.querySelectorAll('.line.l-ghost').length > 0");

        assertThat(visit.page().locator(".at-a-glance").textContent()).contains("Come earlier");
        assertThat(visit.page().evaluate(POSITION)).isEqualTo(before);
    }

    @Test
    void whatBindsIsShownBesideWhatBoundBefore(Visit visit) {
        visit.see("#/levers");
        Page page = visit.page();
        page.locator(".lever:has-text('battery contract') input[type=checkbox]").check();
        page.locator("levers-page load-strips path.bound")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator("levers-page load-strips summary").click();
        Locator heads = page.locator("levers-page load-strips thead th");
        heads.first().waitFor();

        assertThat(page.locator("levers-page load-strips .legend").innerText()).contains("bound most before");
        assertThat(heads.allInnerTexts()).contains("binds most", "bound most before", "part BATTERY-L");
    }

    @Test
    void aChangeIsTypedBesideWhatTheBookHas(Visit visit) {
        visit.see("#/levers");
        Page page = visit.page();
        List<String> tried = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/api/v1/lever-trials")) {
                tried.add(request.postData());
            }
        });
        page.locator("button:text-is('Add a change')").click();
        page.locator("lever-changes select").selectOption("part BATTERY-L");
        page.locator("lever-changes .now").waitFor();
        String capacity =
                visit.ask("GET", "/api/v1/buckets?kind=part&name=BATTERY-L&from_week=2026-W11&to_week=2026-W11", "");
        String now = capacity.replaceAll("(?s).*\"capacity\":(\\d+).*", "$1");
        set(page, "from_week", "2026-W11");
        set(page, "to_week", "2026-W11");
        Locator units = page.locator("lever-changes input[name=units]");

        page.locator("lever-changes .now:text-is('now " + now + "')").waitFor();
        assertThat(units.getAttribute("aria-describedby")).isEqualTo("change-0-units-now");
        set(page, "units", "1.5");
        assertThat(units.inputValue()).isEqualTo("1.5");
        assertThat(flaw(page, "units")).isEqualTo("Expected a whole number from 0 to 1,000,000");
        page.waitForResponse("**/api/v1/lever-trials", () -> set(page, "units", "9"));
        assertThat(units.getAttribute("aria-invalid")).isEqualTo("false");
        assertThat(tried)
                .as("15 or 1 was never tried")
                .allMatch(body -> !body.contains("units") || body.contains(":9}"));
        assertThat(tried.getLast()).contains("\"units\":9}");
    }

    @Test
    void aWeekThatIsNoneIsSaidAtItsField(Visit visit) {
        visit.see("#/levers");
        Page page = visit.page();
        page.locator("button:text-is('Add a change')").click();
        page.locator("button:text-is('Add a change')").click();
        Locator second = page.locator("lever-changes fieldset").nth(1);
        second.locator("select").selectOption("line N1");
        second.locator("input[name=units]").fill("3");
        second.locator("input[name=from_week]").fill("bald");
        second.locator("input[name=from_week]").press("Tab");
        page.locator("#change-1-from_week-flaw").waitFor();
        assertThat(page.locator("#change-1-from_week-flaw").innerText()).isEqualTo("Expected a week such as 2026-W08");
        assertThat(new Axe().flaws(page)).isEmpty();

        second.locator("input[name=from_week]").fill("2041-W01");
        second.locator("input[name=from_week]").press("Tab");
        page.locator("#change-1-from_week-flaw:has-text('W1 2041')").waitFor();

        assertThat(second.locator("input[name=from_week]").getAttribute("aria-invalid"))
                .isEqualTo("true");
        assertThat(second.locator("input[name=from_week]").getAttribute("aria-describedby"))
                .isEqualTo("change-1-from_week-flaw");
        assertThat(page.locator("levers-page [role=alert]").count()).isEqualTo(1);
    }

    private static void set(Page page, String field, String typed) {
        Locator input = page.locator("lever-changes input[name=" + field + "]");
        input.fill(typed);
        input.press("Tab");
    }

    private static String flaw(Page page, String field) {
        Locator input = page.locator("lever-changes input[name=" + field + "]");
        assertThat(input.getAttribute("aria-invalid")).isEqualTo("true");
        return page.locator("#" + input.getAttribute("aria-describedby")).innerText();
    }

    @Test
    void aPlanThatSomebodyElseAdoptedIsShownAndTheLeversThatWereMovedStay(Visit visit) {
        PulseInHand pulse = PulseInHand.of(visit.page());
        Page page = visit.page();
        adopted(page, "null");
        visit.see("#/levers");
        pulse.beats(1);
        page.locator("#adoption").waitFor();
        assertThat(page.locator("plan-adoption").textContent()).contains("No plan has been adopted yet");
        page.locator(".lever:has-text('battery contract') input[type=checkbox]").check();
        page.locator("#outcome").waitFor();
        adopted(page, """
                {"name":"plan of another","position":9,"adopted_by":"planner:b","adopted_at":"2026-03-02T08:00:00Z",
                "starts":["N1 second day=2026-W14"],"is_undo":false,"undo_until":"2026-03-03T08:00:00Z","undo_open":false}""");
        pulse.beats(2);
        pulse.muchLater();
        page.locator("plan-adoption:has-text('plan of another')").waitFor();

        assertThat(page.locator(".lever:has-text('battery contract') input[type=checkbox]")
                        .isChecked())
                .isTrue();
    }

    private static void adopted(Page page, String plan) {
        page.unroute("**/api/v1/adoption");
        page.route(
                "**/api/v1/adoption",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"persons\":2,\"undo_hours\":24,\"plan\":" + plan + "}")));
    }
}
