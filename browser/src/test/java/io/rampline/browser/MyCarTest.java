package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The customer's page, by a link that the house made. */
@ExtendWith(Visits.class)
class MyCarTest {
    private static final String CITY = "{\"model\":\"City\",\"trim\":\"Base\",\"deposit_minor\":50000}";

    private static String book(Visit visit, String order) {
        visit.go("#/board");
        visit.ask("PUT", "/api/v1/orders/" + order, CITY);
        return visit.link(order);
    }

    @Test
    void aLinkShowsTheCarToWhoeverHasItAndNamesItToNobody(Visit visit) {
        String link = book(visit, "car-1");
        visit.as(1024, "en", ColorScheme.LIGHT);
        List<String> told = new ArrayList<>();
        String secret = link.substring(link.indexOf("rmc_"));
        visit.page().onRequest(request -> {
            told.add(request.url());
            told.add(request.headers().getOrDefault("referer", ""));
        });
        visit.see(link);
        Page page = visit.page();
        page.locator("#why, #instead").first().waitFor();

        assertThat(page.locator("h1").textContent()).startsWith("Your order comes");
        assertThat(page.locator("#paid ~ .scroll").textContent()).contains("Deposit", "€500");
        assertThat(page.locator("#next ~ ol").textContent()).contains("handed over to you");
        assertThat(page.locator("nav").count()).isZero();
        assertThat(told).isNotEmpty().noneMatch(one -> one.contains(secret));
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void theCarsPageIsSoundInEveryWidthThemeAndLanguage(Visit visit) {
        String link = book(visit, "car-2");
        visit.ask("POST", "/api/v1/orders/car-2/change", "{\"options\":[\"ROOF\"]}");
        Axe axe = new Axe();
        List<String> flaws = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (String language : List.of("en", "de", "zh")) {
                visit.as(scheme == ColorScheme.DARK ? 390 : 1024, language, scheme);
                visit.see(link);
                visit.page().locator("#why, #instead").first().waitFor();
                axe.flaws(visit.page()).forEach(flaw -> flaws.add(language + " " + scheme + ": " + flaw));
                if (visit.isWiderThanTheScreen()) {
                    flaws.add(language + " " + scheme + ": wider than the screen");
                }
            }
        }

        assertThat(flaws).isEmpty();
    }

    @Test
    void whyTheCountedWindowIsNotTheOneThatWasToldIsSaid(Visit visit) {
        String link = book(visit, "car-6");
        visit.page().route("**/api/v1/car", route -> {
            String window = "\"window\":{\"state\":\"counted\",\"early\":\"2026-W12\",\"late\":\"2026-W14\","
                    + "\"probability\":0.93,\"futures\":2000,\"as_of_entry\":1000000}";
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(route.fetch().text().replaceFirst("\"window\":\\{[^}]*}", window)));
        });
        visit.see(link);

        assertThat(visit.page().locator("main .figures").textContent()).contains("in 93% of 2,000 trial runs");
        assertThat(visit.page().locator("section:has(#told)").textContent())
                .contains("counted anew from 2,000 trial runs of today’s plan");
    }

    @Test
    void aDateThatMovedIsToldInHonestWords(Visit visit) {
        visit.go("#/board");
        visit.ask(
                "PUT", "/api/v1/orders/car-3", "{\"model\":\"Tour\",\"trim\":\"Long\",\"earliest_week\":\"2026-W18\"}");
        visit.ask(
                "POST",
                "/api/v1/capacity",
                "{\"changes\":[{\"kind\":\"line\",\"name\":\"S1\",\"from_week\":\"2026-W18\",\"to_week\":\"2026-W18\","
                        + "\"units\":0}],\"reason\":\"a flood\"}");
        String link = visit.link("car-3");
        visit.see(link);

        assertThat(visit.page().locator(".notice").textContent()).contains("We promised", "That is our doing");
        assertThat(visit.page().locator("car-view").textContent())
                .contains("1 week later", "gives less than we had counted on")
                .doesNotContain("a flood");
    }

    @Test
    void aCustomerWhoSignedInSeesEachOrderUnderItsOwnHeadlineAndNothingOfADepositThatWasNotPaid(
            @At(ServedScenario.LOGIN) Visit visit) {
        Axe axe = new Axe();
        List<String> flaws = new ArrayList<>();
        List<String> languages = List.of("en", "de", "zh");
        for (int width : List.of(1024, 390, 1920)) {
            ColorScheme scheme = width == 1024 ? ColorScheme.LIGHT : ColorScheme.DARK;
            String language = languages.get(width == 1024 ? 0 : width == 390 ? 1 : 2);
            visit.as(width, language, scheme);
            visit.page().navigate(visit.address());
            for (String order : List.of("mine-1", "mine-2")) {
                String booked = visit.askAs(
                        "carla",
                        "customer",
                        "PUT",
                        "/api/v1/orders/" + order,
                        "{\"model\":\"City\",\"trim\":\"Base\"}");
                assertThat(booked).matches("(?s)20[01] .*");
            }
            visit.signIn("carla", "customer");
            Page page = visit.page();
            page.locator("car-view h2.headline").nth(1).waitFor();
            page.locator("#why-2, #instead-2").first().waitFor();
            visit.settled();
            String at = width + " " + language + ": ";
            axe.flaws(page).forEach(flaw -> flaws.add(at + flaw));
            ((List<?>)
                            page.evaluate(
                                    "() => [...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) !== at)"))
                    .forEach(twice -> flaws.add(at + "two parts of the id " + twice));
            if (visit.isWiderThanTheScreen()) {
                flaws.add(at + "wider than the screen");
            }
            assertThat(page.locator("h1").count()).isEqualTo(1);
            visit.complaints().forEach(complaint -> flaws.add(at + complaint));
            if (language.equals("en")) {
                assertThat(page.locator("main").textContent())
                        .contains("Nothing is paid yet.")
                        .doesNotContain("deposit back", "deposit may still");
            }
        }

        assertThat(flaws).isEmpty();
    }

    @Test
    void aLinkThatIsNoGoodSaysSoInOneWayOnly(Visit visit) {
        String link = book(visit, "car-4");
        Matcher id =
                Pattern.compile("\"link_id\":\"([^\"]+)\"").matcher(visit.ask("GET", "/api/v1/orders/car-4/links", ""));
        assertThat(id.find()).isTrue();
        visit.ask("DELETE", "/api/v1/orders/car-4/links/" + id.group(1), "");
        List<String> said = new ArrayList<>();
        for (String place : List.of(link, "#/car/rmc_nonsense")) {
            visit.as(1024, "en", ColorScheme.LIGHT);
            visit.go(place);
            visit.page().locator("h1:text-is('This link opens nothing')").waitFor();
            said.add(visit.page().locator("main").textContent());
        }

        assertThat(said.stream().distinct()).hasSize(1);
    }

    @Test
    void theHouseMakesALinkOnThePageOfTheOrderAndTakesItBack(Visit visit) {
        visit.go("#/board");
        visit.ask("PUT", "/api/v1/orders/car-5", CITY);
        visit.see("#/orders/car-5");
        Page page = visit.page();
        page.locator("[data-do=link]").click();
        page.locator("order-links input").waitFor();
        String address = page.locator("order-links input").inputValue();
        assertThat(address).startsWith(visit.address() + "#/car/rmc_");
        page.locator("order-links li button").click();
        page.waitForFunction("() => document.querySelector('order-links li') === null");
        visit.as(1024, "en", ColorScheme.LIGHT);
        visit.see(address.substring(visit.address().length()));

        assertThat(visit.page().locator("h1").textContent()).isEqualTo("This link opens nothing");
    }
}
