package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that says when a market can open, over a book with one that could. */
@ExtendWith(Visits.class)
class MarketsPageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Goes there and waits for what is found, with a certificate. */
    static void seek(Visit visit) {
        visit.see("#/markets");
        Page page = visit.page();
        page.locator("markets-page input[name=waits]").fill("12");
        page.locator("markets-page input[name=quotas]").fill("1");
        page.locator("markets-page button[type=submit]").click();
        page.locator("markets-page h2#certificate").waitFor();
    }

    @Test
    void theEarliestOpeningComesWithItsCertificate(@At(ServedScenario.ABROAD) Visit visit) {
        seek(visit);
        Page page = visit.page();

        assertThat(page.locator("#earliest").innerText()).contains("AB");
        assertThat(page.locator("table:has(th:text-is('Why not sooner')) tbody tr")
                        .count())
                .isEqualTo(1);
        page.locator("button:text-is('Certificate')").first().click();
        page.locator("h2#certificate").waitFor();
        assertThat(page.locator("section:has(h2#certificate)").innerText())
                .contains("no order of the book comes later", "timetable", "--opening 'AB City=");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void whatEndedMeanwhileIsThereWithTheBookItWasMadeOf(@At(ServedScenario.ABROAD) Visit visit) {
        seek(visit);
        Page page = visit.page();
        visit.see("#/board");
        visit.see("#/markets");
        page.locator("markets-page h2#frontier").waitFor();

        assertThat(page.locator("markets-page .made-at").innerText())
                .matches("Sought by \\S+, of the book at entry [\\d,]+\\..*");
        assertThat(page.locator("h2#certificate").count()).isEqualTo(1);
    }

    @Test
    void whatWasFoundIsProposedWithItsOpening(@At(ServedScenario.ABROAD) Visit visit) {
        seek(visit);
        Page page = visit.page();
        page.locator("h2#certificate").waitFor();
        Request checked = page.waitForRequest(
                request -> request.url().endsWith("/api/v1/plans"),
                () -> page.locator("button:text-is('Check on the book as it is')")
                        .click());
        page.locator("plan-adoption [role=status]:has-text('earlier')").waitFor();

        assertThat(checked.postData()).containsPattern("\"openings\":\\[\"AB City=2026-W\\d\\d:1\"\\]");
        assertThat(page.locator("plan-adoption").innerText())
                .containsPattern("AB City opens in W\\d+ 2026 with 1 a week");
    }

    @Test
    void whatNoSearchCanTakeIsSaidAtItsField(@At(ServedScenario.ABROAD) Visit visit) {
        visit.see("#/markets");
        Page page = visit.page();
        page.locator("markets-page input[name=waits]").fill("12, soon");
        page.locator("markets-page input[name=quotas]").fill("viel");
        page.locator("markets-page button[type=submit]").click();
        Locator waits = page.locator("markets-page input[name=waits]");
        Locator quotas = page.locator("markets-page input[name=quotas]");

        assertThat(waits.getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(quotas.getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator("#" + waits.getAttribute("aria-describedby")).innerText())
                .isEqualTo("Expected a whole number from 1 to 520");
        assertThat(page.locator("#" + quotas.getAttribute("aria-describedby")).innerText())
                .isEqualTo("Expected shares from 1% to 100%, or units a week from 1 to 1");
        assertThat(new Axe().flaws(page)).isEmpty();
    }

    @Test
    void whatWasFoundIsSoundInEveryWidthThemeAndLanguage(@At(ServedScenario.ABROAD) Visit visit) {
        Axe axe = new Axe();
        List<String> flaws = new ArrayList<>();
        List<String> languages = List.of("en", "de", "zh");
        int looked = 0;
        for (int width : List.of(390, 1024, 1920)) {
            ColorScheme scheme = looked % 2 == 0 ? ColorScheme.DARK : ColorScheme.LIGHT;
            String language = languages.get(looked++);
            visit.as(width, language, scheme);
            seek(visit);
            String at = width + " " + scheme + " " + language + ": ";
            axe.flaws(visit.page()).forEach(flaw -> flaws.add(at + flaw));
            if (visit.isWiderThanTheScreen()) {
                flaws.add(at + "wider than the screen");
            }
            visit.complaints().forEach(complaint -> flaws.add(at + complaint));
        }

        assertThat(flaws).isEmpty();
        assertThat(looked).isEqualTo(3);
    }

    /** As if openings had been looked at in each of eight weeks. */
    private static void manyWeeks(Route route) {
        try {
            ObjectNode told = (ObjectNode) JSON.readTree(route.fetch().body());
            if (told.path("timetable").path("export").path("points") instanceof ArrayNode points) {
                ObjectNode one = (ObjectNode) points.get(0);
                points.removeAll();
                for (int week = 12; week < 20; week++) {
                    points.add(one.deepCopy().put("opens_week", "2026-W" + week));
                }
            }
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(told.toString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Pairs of weeks below the chart that lie over one another, and weeks that lie beyond the page. */
    private static final String OVER = """
            () => {
              const weeks = [...document.querySelectorAll('svg[role=img] text')].filter(one => one.textContent.includes('2026'));
              const boxes = weeks.map(one => one.getBoundingClientRect()).sort((a, b) => a.left - b.left);
              return [weeks.length, boxes.filter((box, at) => at > 0 && box.left < boxes[at - 1].right).length,
                  boxes.filter(box => box.right > document.body.clientWidth).length];
            }
            """;

    @Test
    void onAPhoneTheWeeksOfTheChartLeaveOneAnotherRoomAndNoTableIsScrolledSideways(
            @At(ServedScenario.ABROAD) Visit visit) {
        for (String language : List.of("en", "de", "zh")) {
            visit.as(390, language, ColorScheme.LIGHT);
            visit.page().route("**/api/v1/timetables/*", MarketsPageTest::manyWeeks);
            seek(visit);
            assertThat(visit.page().locator("#frontier ~ .scroll tbody tr").count())
                    .isEqualTo(8);
            List<?> weeks = (List<?>) visit.page().evaluate(OVER);

            assertThat((Integer) weeks.get(0)).as(language).isGreaterThanOrEqualTo(2);
            assertThat(weeks.subList(1, 3)).as(language).isEqualTo(List.of(0, 0));
            assertThat(visit.page()
                            .evaluate("() => [...document.querySelectorAll('div.scroll')]"
                                    + ".filter(one => one.scrollWidth > one.clientWidth + 1).length"))
                    .as(language)
                    .isEqualTo(0);
        }
    }

    /** A search that is under way for as long as somebody looks. */
    private static final String SEEKING =
            "{\"timetable_id\":\"7\",\"state\":\"seeking\",\"cancelled\":false,\"work\":\"market\",\"detail\":\"1 of 6: AB\","
                    + "\"point\":{\"market\":\"AB\",\"opens_week\":\"2026-W14\",\"units_per_week\":1,\"home_wait_weeks\":12,"
                    + "\"number\":1,\"all\":6},\"cost\":3600000,\"gap\":0.02,\"why\":\"\",\"why_code\":\"\",\"timetable\":null}";

    @Test
    void whatIsLookedAtAndAQuotaThatIsNoneAreSaidInTheLanguageOfThePage(@At(ServedScenario.ABROAD) Visit visit) {
        visit.as(1024, "de", ColorScheme.LIGHT);
        visit.see("#/markets");
        Page page = visit.page();
        page.locator("markets-page input[name=quotas]").fill("viel");
        page.locator("markets-page button[type=submit]").click();
        page.locator("markets-page .fault").first().waitFor();
        assertThat(page.locator("markets-page .fault").first().textContent())
                .startsWith("Erwartet werden Anteile von 1% bis 100%");
        page.route(
                "**/api/v1/timetables**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(SEEKING)));
        page.route(
                "**/api/v1/timetables/7**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(SEEKING)));
        page.locator("markets-page input[name=quotas]").fill("1");
        page.locator("markets-page button[type=submit]").click();
        page.locator("markets-page [role=status]:has-text('Öffnung 1 von 6')").waitFor();

        assertThat(page.locator("markets-page [role=status]").first().textContent())
                .contains("AB ab KW 14 2026, 1 je Woche, 12 Wochen zu Hause", "3,6", "€")
                .doesNotContain("1 of 6");
    }

    @Test
    void aBookWithoutSuchMarketsSaysSo(Visit visit) {
        visit.see("#/markets");

        assertThat(visit.page().locator("main").innerText()).contains("openings.csv");
    }
}
