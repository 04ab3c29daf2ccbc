package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a line's day. */
@ExtendWith(Visits.class)
class LinePageTest {
    private static final int CARS = 1_200;
    private static final String STATUS = ".zoom [role=status]";

    @Test
    void aDayIsReadCarByCarAndACarSaysWhyItStandsThere(Visit visit) {
        visit.see("#/line/S1/2026-03-02");
        Page page = visit.page();
        page.locator("line-strip .plot").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("line-strip .plot").getAttribute("aria-valuetext"))
                .startsWith("place 1, T-08, Tour Long, Red");
        page.keyboard().press("Enter");
        page.locator("#why-place").waitFor();
        assertThat(page.locator("#why-place").textContent()).isEqualTo("Why T-08 stands at place 1");
        page.locator("a:text-is('To the order')").click();
        page.locator("h1:text-is('T-08')").waitFor();

        assertThat(page.url()).endsWith("#/orders/T-08");
    }

    @Test
    void lineAndDayAreChosenAndTheAddressFollows(Visit visit) {
        visit.see("#/line");
        Page page = visit.page();
        page.locator("line-strip").waitFor();
        assertThat(page.url()).endsWith("#/line/N1/2026-03-02");
        page.locator(".filters select").first().selectOption("S1");
        page.waitForFunction("() => location.hash === '#/line/S1/2026-03-02'");
        page.getByLabel("Day after", new Page.GetByLabelOptions().setExact(true))
                .click();
        page.locator("h1:has-text('3 Mar 2026')").waitFor();

        assertThat(page.url()).endsWith("#/line/S1/2026-03-03");
        assertThat(page.locator("a[download]").getAttribute("href"))
                .isEqualTo("/api/v1/lines/S1/days/2026-03-03/table");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void theCarsStandInATableThatIsPrinted(Visit visit) {
        visit.see("#/line/S1/2026-03-02");
        Page page = visit.page();
        page.locator("line-strip").waitFor();
        page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".shop-floor tbody th").first().textContent()).isEqualTo("T-08");
        assertThat(page.locator(".shop-floor table").isVisible()).isTrue();
        assertThat(page.locator("line-strip").isVisible()).isFalse();
    }

    @Test
    void aDayOfTwelveHundredCarsIsZoomedByWheelAndKeysAndItsViolationsAreFound(Visit visit) {
        Page page = visit.page();
        dayOfMany(page);
        visit.see("#/line/L1/2026-03-02");
        page.locator("line-strip").waitFor();
        assertThat(page.locator(STATUS).textContent()).isEqualTo("Places 1 to 1,200 of 1,200");
        page.locator("line-strip .plot").focus();
        page.keyboard().press("+");
        assertThat(page.locator(STATUS).textContent()).isEqualTo("Places 301 to 900 of 1,200");
        Locator plot = page.locator("line-strip .plot");
        plot.hover();
        page.mouse().wheel(0, -300);
        page.waitForFunction("() => !document.querySelector('.zoom [role=status]').textContent.includes('301')");
        page.keyboard().press("0");
        assertThat(page.locator(STATUS).textContent()).isEqualTo("Places 1 to 1,200 of 1,200");
        Locator stretch = page.locator("button:text-is('700–704: 3 units')");
        assertThat(stretch.getAttribute("title")).isEqualTo("O-700, O-702, O-703");
        stretch.click();

        assertThat(page.locator(STATUS).textContent()).isEqualTo("Places 696 to 708 of 1,200");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void aDayOfTwelveHundredCarsIsSoundOnEveryScreen(Visit visit) {
        Axe axe = new Axe();
        List<String> flaws = new ArrayList<>();
        for (int width : List.of(390, 1920)) {
            visit.as(width, width == 390 ? "de" : "zh", width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT);
            dayOfMany(visit.page());
            visit.see("#/line/L1/2026-03-02");
            visit.page().locator("line-strip").waitFor();
            visit.page().locator(".shop-floor summary").click();
            visit.page().locator(".shop-floor tbody tr").first().waitFor();
            axe.flaws(visit.page()).forEach(flaw -> flaws.add(width + ": " + flaw));
            if (visit.isWiderThanTheScreen()) {
                flaws.add(width + ": wider than the screen");
            }
            flaws.addAll(visit.complaints());
        }

        assertThat(flaws).isEmpty();
    }

    /**
     * Answers with a long day instead of the server: every third car has a roof, and one stands where there is no room.
     */
    private static void dayOfMany(Page page) {
        List<Integer> roofs = new ArrayList<>(IntStream.rangeClosed(1, CARS)
                .filter(place -> place % 3 == 1)
                .boxed()
                .toList());
        roofs.add(roofs.indexOf(700) + 1, 702);
        List<Long> held = IntStream.range(0, CARS)
                .mapToObj(from -> roofs.stream()
                        .filter(place -> place > from && place <= from + 3)
                        .count())
                .toList();
        String violated = IntStream.range(0, CARS)
                .filter(from -> held.get(from) > 1)
                .mapToObj(from -> "{\"from\":" + (from + 1) + ",\"cars\":2}")
                .collect(Collectors.joining(","));
        String cars = IntStream.rangeClosed(1, CARS)
                .mapToObj(place -> """
                        {"order_id":"O-%d","market":"HOME","model":"City","trim":"Base","options":[%s],"colour":%d}""".formatted(place, roofs.contains(place) ? "\"ROOF\"" : "", place / 20 % 2))
                .collect(Collectors.joining(","));
        String counts = "{\"high_ratios\":3,\"low_ratios\":0,\"colour_changes\":60}";
        answer(page, "**/api/v1/lines", """
                {"lines":[{"line":"L1","models":["City"],"weeks":[
                  {"week":"2026-W10","frozen":true,"cars_of_days":[%d,%d]}]}]}""".formatted(CARS, CARS));
        answer(page, "**/api/v1/lines/L1/days/2026-03-02/strip", """
                {"line":"L1","date":"2026-03-02","week":"2026-W10","day":1,"frozen":true,"cars":%d,"units":1300,
                "fingerprint":"f","mark":1,"aims":[],"counts":%s,"lower_bounds":%s,"proven_optimal":false,"warnings":[],
                "cars_before":2,"rules_assumed":false,"colours_dealt":true,
                "colours":[{"name":"White","fill":"#e8e6df"},{"name":"Red","fill":"#a4262c"},{"name":"","fill":"hsl(1 60%% 45%%)"}],
                "rules":[{"rule":"ROOF","most":1,"in":3,"even":false,"priority":"high","weight":1,"violations":3,
                  "carriers":%s,"held":%s,"violated":[%s]}],
                "cars_in_order":[%s]}""".formatted(
                        CARS, counts, counts, roofs, held, violated, cars));
    }

    private static void answer(Page page, String path, String body) {
        page.route(
                path,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(body)));
    }
}
