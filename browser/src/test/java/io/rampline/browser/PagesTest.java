package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.rampline.proving.served.ServedBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages in a real browser, over a book that is served as a user serves it. */
class PagesTest {
    private static final Path SCENARIO = Path.of("..", "examples", "tiny");
    private static final List<String> JVM =
            List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:TieredStopAtLevel=1");
    private static final List<Integer> WIDTHS = List.of(390, 1024, 1920);
    private static final List<String> LANGUAGES = List.of("en", "de", "zh");
    private static final List<String> PAGES = List.of(
            "#/board", "#/orders", "#/orders/T-01", "#/levers", "#/futures", "#/record", "#/my-car", "#/nowhere");
    private static final String SHOWN = "main section, main .state, main .orders, main .figures";

    private static Path folder;
    private static ServedBook served;
    private static Chromium chromium;
    private static final Axe AXE = new Axe();

    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void serve() throws IOException {
        folder = java.nio.file.Files.createTempDirectory("rampline-pages");
        served = ServedBook.start(SCENARIO, folder.resolve("data"), JVM);
        chromium = Chromium.open();
    }

    @AfterAll
    static void end() throws IOException {
        chromium.close();
        served.close();
        try (Stream<Path> files = java.nio.file.Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @BeforeEach
    void open() {
        open(1024, "en", ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void open(int width, String language, ColorScheme scheme) {
        if (context != null) {
            context.close();
        }
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setLocale(language)
                        .setColorScheme(scheme));
        page = context.newPage();
        complaints.clear();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    private void go(String place) {
        page.navigate("http://127.0.0.1:" + served.port() + "/" + place);
        page.locator(SHOWN).first().waitFor();
    }

    private void settled() {
        page.locator("main .bones").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Test
    void everyPageIsSoundInEveryWidthThemeAndLanguage() {
        List<String> flaws = new ArrayList<>();
        int looked = 0;
        for (int width : WIDTHS) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                String language = LANGUAGES.get(looked++ % LANGUAGES.size());
                open(width, language, scheme);
                for (String place : PAGES) {
                    go(place);
                    settled();
                    String at = place + " " + width + " " + scheme + " " + language + ": ";
                    AXE.flaws(page).forEach(flaw -> flaws.add(at + flaw));
                    if (page.evaluate("document.documentElement.scrollWidth > innerWidth")
                            .equals(true)) {
                        flaws.add(at + "wider than the screen");
                    }
                    if (!String.valueOf(page.evaluate("document.documentElement.lang"))
                            .startsWith(language)) {
                        flaws.add(at + "in another language");
                    }
                }
                complaints.forEach(complaint -> flaws.add(width + " " + scheme + ": " + complaint));
            }
        }

        assertThat(flaws).isEmpty();
        assertThat(looked).isEqualTo(6);
    }

    @Test
    void whatIsWrongWithAPageIsFound() {
        go("#/board");
        page.evaluate("document.querySelector('main').append(document.createElement('img'))");

        assertThat(AXE.flaws(page)).anyMatch(flaw -> flaw.startsWith("image-alt"));
    }

    @Test
    void theKeyboardLeadsPastTheBarAndThroughAChart() {
        go("#/board");
        settled();
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").textContent()).isEqualTo("Skip to the content");
        page.keyboard().press("Enter");
        assertThat(page.locator(":focus").getAttribute("id")).isEqualTo("main");
        page.locator("week-chart .plot").first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.locator("week-chart .read-out").waitFor();

        assertThat(page.locator("week-chart .read-out b").textContent()).startsWith("W");
    }

    @Test
    void aChartHasItsFiguresAsATable() {
        go("#/board");
        settled();
        page.locator("week-chart summary").first().click();
        Locator rows = page.locator("week-chart table").first().locator("tbody tr");
        rows.first().waitFor();

        assertThat(rows.count()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void theBoardFollowsTheBook() {
        go("#/board");
        settled();
        int before = openOrders();
        page.evaluate("""
                () => fetch('/api/v1/orders/live-' + Date.now(), {method: 'PUT',
                    headers: {'Content-Type': 'application/json'}, body: '{"model":"City","trim":"Base"}'})
                """);
        page.waitForFunction(
                "before => Number(document.querySelector('.figures b').textContent) === before + 1", before);

        assertThat(openOrders()).isEqualTo(before + 1);
    }

    private int openOrders() {
        return Integer.parseInt(page.locator(".figures b").first().textContent());
    }

    @Test
    void aLostServerIsSaidWithTheAgeOfWhatIsSeenAndComesBack() {
        go("#/board");
        settled();
        page.locator(".connection.live").waitFor();
        page.route("**/api/v1/pulse", Route::abort);
        page.evaluate("() => location.reload()");
        page.locator(".connection.lost").waitFor();
        page.locator("p.warning").waitFor();
        assertThat(page.locator("p.warning").textContent()).contains("seconds old");
        page.unroute("**/api/v1/pulse");
        page.locator(".connection.live").waitFor();

        assertThat(page.locator("p.warning").count()).isZero();
    }

    @Test
    void anOrderIsFoundAndSaysWhyItComesWhenItComes() {
        go("#/orders");
        settled();
        page.locator("input[type=search]").fill("t-0");
        page.waitForFunction("() => location.hash.includes('find=t-0')");
        page.locator(".orders a:text-is('T-02')").click();
        page.locator("h1:text-is('T-02')").waitFor();
        page.locator("#why").waitFor();
        page.locator(".history li").first().waitFor();

        assertThat(page.locator(".history li").first().textContent()).contains("Taken over");
    }

    @Test
    void aWeekThatIsNoneIsSaidBesideItsField() {
        go("#/orders");
        settled();
        Locator field = page.locator("input.week").first();
        field.fill("soon");
        field.press("Enter");
        page.locator("#from_week-fault").waitFor();

        assertThat(field.getAttribute("aria-invalid")).isEqualTo("true");
    }

    @Test
    void aLeverMovesTheWholeBookAndWritesNothing() {
        go("#/levers");
        settled();
        Object before = page.evaluate("() => fetch('/readyz').then(r => r.json()).then(j => j.position)");
        page.locator(".lever input[type=checkbox]").first().check();
        page.locator("#outcome").waitFor();
        page.locator(".lever input[type=range]").first().focus();
        page.keyboard().press("ArrowRight");
        page.waitForFunction("() => document.querySelectorAll('.line.l-ghost').length > 0");

        assertThat(page.locator(".at-a-glance").textContent()).contains("Come earlier");
        assertThat(page.evaluate("() => fetch('/readyz').then(r => r.json()).then(j => j.position)"))
                .isEqualTo(before);
    }

    @Test
    void languageAndColoursStayAsChosen() {
        go("#/board");
        page.locator("select.choice").first().selectOption("de");
        page.locator("nav a:text-is('Übersicht')").waitFor();
        page.locator("select.choice").nth(1).selectOption("dark");
        page.reload();
        page.locator("nav a:text-is('Übersicht')").waitFor();

        assertThat(page.evaluate("document.documentElement.dataset.theme")).isEqualTo("dark");
    }

    @Test
    void whoIsNotKnownIsAskedForATokenAndHearsWhatIsWrongWithIt() {
        page.route(
                "**/api/v1/session",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(401)
                        .setContentType("application/problem+json")
                        .setBody("{\"type\":\"urn:rampline:problem:who-are-you\",\"detail\":\"no\"}")));
        page.navigate("http://127.0.0.1:" + served.port() + "/");
        page.locator("#token").waitFor();
        page.locator("#token").fill("two words");
        page.keyboard().press("Enter");
        page.locator("#token-fault").waitFor();
        assertThat(page.locator("#token-fault").textContent()).contains("visible characters");
        page.locator("#token").fill("rmp_wrong");
        page.keyboard().press("Enter");
        page.locator("#token-fault:has-text('not known')").waitFor();

        assertThat(page.locator("#token").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(AXE.flaws(page)).isEmpty();
    }
}
