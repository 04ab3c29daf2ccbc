package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds on every page. */
@ExtendWith(Visits.class)
class EveryPageTest {
    private static final List<Integer> WIDTHS = List.of(390, 1024, 1920);
    private static final List<String> LANGUAGES = List.of("en", "de", "zh");
    private static final List<String> PAGES = List.of(
            "#/board",
            "#/orders",
            "#/orders/T-01",
            "#/levers",
            "#/markets",
            "#/futures",
            "#/line",
            "#/money",
            "#/record",
            "#/my-car",
            "#/nowhere");

    @Test
    void everyPageIsSoundInEveryWidthThemeAndLanguage(Visit visit) {
        Axe axe = new Axe();
        List<String> flaws = new ArrayList<>();
        int looked = 0;
        for (int width : WIDTHS) {
            for (String language : LANGUAGES) {
                ColorScheme scheme = looked++ % 2 == 0 ? ColorScheme.LIGHT : ColorScheme.DARK;
                ColorScheme other = scheme == ColorScheme.LIGHT ? ColorScheme.DARK : ColorScheme.LIGHT;
                visit.as(width, language, scheme);
                for (String place : PAGES) {
                    visit.see(place);
                    String at = place + " " + width + " " + scheme + " " + language + ": ";
                    axe.flaws(visit.page()).forEach(flaw -> flaws.add(at + flaw));
                    if (visit.isWiderThanTheScreen()) {
                        flaws.add(at + "wider than the screen");
                    }
                    if (!String.valueOf(visit.page().evaluate("document.documentElement.lang"))
                            .startsWith(language)) {
                        flaws.add(at + "in another language");
                    }
                    // Nothing but colours depends on the theme.
                    visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(other));
                    axe.colourFlaws(visit.page()).forEach(flaw -> flaws.add(at + "in the other theme: " + flaw));
                    visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                }
                visit.complaints().forEach(complaint -> flaws.add(width + " " + language + ": " + complaint));
            }
        }

        assertThat(flaws).isEmpty();
        assertThat(looked).isEqualTo(9);
    }

    @Test
    void whatIsWrongWithAPageIsFound(Visit visit) {
        visit.go("#/board");
        visit.page().evaluate("document.querySelector('main').append(document.createElement('img'))");

        assertThat(new Axe().flaws(visit.page())).anyMatch(flaw -> flaw.startsWith("image-alt"));
    }

    @Test
    void aPageThatReachesUnderTheScrollBarIsFoundToBeTooWide(Visit visit) {
        visit.see("#/board");
        assertThat(visit.isWiderThanTheScreen()).isFalse();
        visit.page().evaluate("document.querySelector('main').style.width = document.body.clientWidth + 2 + 'px'");
        visit.page().evaluate("document.querySelector('main').style.marginInline = '0'");

        assertThat(visit.isWiderThanTheScreen()).isTrue();
    }

    @Test
    void theKeyboardLeadsPastTheBar(Visit visit) {
        visit.see("#/board");
        visit.page().keyboard().press("Tab");
        assertThat(visit.page().locator(":focus").textContent()).isEqualTo("Skip to the content");
        visit.page().keyboard().press("Enter");

        assertThat(visit.page().locator(":focus").getAttribute("id")).isEqualTo("main");
    }

    @Test
    void languageAndColoursStayAsChosen(Visit visit) {
        visit.go("#/board");
        visit.page().locator("select.choice").first().selectOption("de");
        visit.page().locator("nav a:text-is('Übersicht')").waitFor();
        visit.page().locator("select.choice").nth(1).selectOption("dark");
        visit.page().reload();
        visit.page().locator("nav a:text-is('Übersicht')").waitFor();

        assertThat(visit.page().evaluate("document.documentElement.dataset.theme"))
                .isEqualTo("dark");
    }
}
