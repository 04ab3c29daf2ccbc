package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people read on a phone, and in their own language. */
@ExtendWith(Visits.class)
class NarrowTest {
    private static final String TABLES = "table.cards:visible, .orders:visible";
    private static final double DRAWN_MILLIS = 30_000;

    /** How many tables stand on each page of the crowded book once all of it is there; with a plan to compare. */
    private static final Map<String, Integer> DRAWN =
            new TreeMap<>(Map.of("#/board", 2, "#/orders", 1, "#/record", 3, "#/levers", 2, "#/money", 7));

    /** What of a table, or of the frame that it scrolls in, lies beyond the edge of the screen. */
    private static final String BEYOND = """
            () => [...document.querySelectorAll('table.cards, .orders')].flatMap(table => {
              const frame = table.closest('.scroll') ?? table;
              const hidden = frame.scrollWidth > frame.clientWidth + 1 || table.getBoundingClientRect().right > document.body.clientWidth;
              return hidden ? [table.textContent.trim().slice(0, 60)] : [];
            })
            """;

    @Test
    void onAPhoneEveryTableOfWaitsOrdersGainsPlansMoneyAndTheRecordIsThereAndNoneIsScrolledSideways(
            @At(ServedScenario.CROWDED) Visit visit) {
        Axe axe = new Axe();
        List<String> flaws = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            visit.as(390, scheme == ColorScheme.LIGHT ? "de" : "zh", scheme);
            for (var drawn : DRAWN.entrySet()) {
                String place = drawn.getKey();
                visit.see(place);
                Page page = visit.page();
                if (place.equals("#/levers")) {
                    compare(page);
                }
                page.locator("section > details > summary").all().forEach(Locator::click);
                drawn(page, drawn.getValue());
                for (Object beyond : (List<?>) page.evaluate(BEYOND)) {
                    flaws.add(place + " " + scheme + ": " + beyond);
                }
                axe.flaws(page).forEach(flaw -> flaws.add(place + " " + scheme + ": " + flaw));
            }
        }

        assertThat(flaws).isEmpty();
    }

    /** Of the names of strips those that reach into them, or that are cut to nothing. */
    private static final String UNDER_STRIPS = """
            () => [...document.querySelectorAll('load-strips svg.chart')].flatMap(chart => {
              const strips = Math.min(...[...chart.querySelectorAll('path[class^=cell-]')].map(one => one.getBoundingClientRect().left));
              return [...chart.querySelectorAll('.row-label')].filter(label => {
                const box = label.getBoundingClientRect();
                return box.right > strips || label.textContent.includes('…') && box.width < 60;
              }).map(label => label.textContent);
            })
            """;

    @Test
    void onAPhoneTheNameOfAStripEndsBeforeTheStrip(@At(ServedScenario.STILL) Visit visit) {
        for (String language : List.of("en", "de", "zh")) {
            visit.as(390, language, ColorScheme.LIGHT);
            visit.page().route("**/api/v1/board", route -> {
                String board = route.fetch().text().replace("\"line S1\"", "\"mix limit WWW MMMMMM at Works F1 SU7\"");
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(board));
            });
            visit.see("#/board");
            visit.page().locator("load-strips .row-label:has-text('SU7')").waitFor();

            assertThat((List<?>) visit.page().evaluate(UNDER_STRIPS))
                    .as(language)
                    .isEmpty();
        }
    }

    /** Takes a step, which shows who gains, and keeps the plan beside today's. */
    private static void compare(Page page) {
        page.locator(".lever:has-text('battery contract') input[type=checkbox]").check();
        drawn(page, 1);
        page.locator("section[aria-labelledby=outcome] .head button").click();
    }

    private static void drawn(Page page, int tables) {
        PlaywrightAssertions.assertThat(page.locator(TABLES))
                .hasCount(tables, new LocatorAssertions.HasCountOptions().setTimeout(DRAWN_MILLIS));
    }

    @Test
    void whatKeptACountFromComingAboutIsToldInTheLanguageOfThePage(Visit visit) {
        visit.as(1024, "de", ColorScheme.LIGHT);
        for (String path : List.of("**/api/v1/windows", "**/api/v1/cash-outlook")) {
            visit.page()
                    .route(
                            path,
                            route -> route.fulfill(
                                    new Route.FulfillOptions()
                                            .setContentType("application/json")
                                            .setBody(
                                                    "{\"state\":\"failed\",\"done\":0,\"most\":60,\"why\":\"the desk closes\",\"why_code\":\"closing\","
                                                            + "\"outlook\":null,\"summary\":null,\"revision\":null,\"reliability\":null,\"calibration\":null}")));
        }
        for (String place : List.of("#/futures", "#/money")) {
            visit.see(place);
            visit.page()
                    .locator("main :text-is('Der Server schließt gerade.')")
                    .first()
                    .waitFor();

            assertThat(visit.page().locator("main").textContent()).as(place).doesNotContain("the desk closes");
        }
    }

    @Test
    void whyTheBookWouldRefuseAProposalIsToldInTheLanguageOfThePage(Visit visit) {
        visit.as(1024, "de", ColorScheme.LIGHT);
        String proposal =
                "\"proposal_id\":\"7\",\"state\":\"open\",\"open\":true,\"own\":false,\"name\":\"Plan\",\"starts\":[],"
                        + "\"openings\":[],\"proposed_by\":\"planner:b\",\"proposed_at\":\"2026-03-02T08:00:00Z\",\"reason\":\"\","
                        + "\"proposed_effect\":{\"seen\":\"\",\"earlier\":1,\"later\":0,\"shortages\":0},\"decisions\":[]";
        answer(visit, "**/api/v1/proposals", "{\"proposals\":[{" + proposal + "}]}");
        answer(
                visit,
                "**/api/v1/proposals/7",
                "{" + proposal + ",\"effect_now\":null,\"refusal_now\":\"the book has it\","
                        + "\"refusal_now_problem\":{\"type\":\"urn:rampline:problem:refused\",\"code\":\"NOTHING_TO_ADOPT\"}}");
        visit.see("#/levers");
        visit.page().locator("plan-adoption tbody button").first().click();
        visit.page().locator("plan-adoption .fault").first().waitFor();

        assertThat(visit.page().locator("plan-adoption .fault").first().textContent())
                .isEqualTo("Das Buch hat bereits alles, was der Plan gibt.");
    }

    private static void answer(Visit visit, String path, String body) {
        visit.page()
                .route(
                        path,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody(body)));
    }

    @Test
    void aWeekIsWrittenAsItIsSpokenInChinese(Visit visit) {
        visit.as(1024, "zh", ColorScheme.LIGHT);
        visit.see("#/orders/T-02");

        assertThat(visit.page().locator("main .figures").textContent()).containsPattern("2026年第\\d+周");
    }

    @Test
    void aRefusalIsToldInTheLanguageOfThePage(Visit visit) {
        visit.as(1024, "de", ColorScheme.LIGHT);
        visit.page()
                .route(
                        "**/api/v1/lever-trials",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(422)
                                .setContentType("application/problem+json")
                                .setBody("{\"type\":\"urn:rampline:problem:refused\",\"code\":\"PLAN_CHANGED\","
                                        + "\"detail\":\"the book has moved\",\"earlier\":1234,\"later\":5}")));
        visit.see("#/levers");
        visit.page()
                .locator(".lever:has-text('battery contract') input[type=checkbox]")
                .check();
        visit.page().locator("p.fault[role=alert]").waitFor();

        assertThat(visit.page().locator("p.fault[role=alert]").textContent())
                .contains("1.234 Aufträge früher und 5 später")
                .doesNotContain("moved");
    }
}
