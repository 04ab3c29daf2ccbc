package io.rampline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who looks at the pages of one book: a window of its own, with a memory of its own. */
final class Visit implements AutoCloseable {
    private static final String SHOWN = "main section, main .state, main .orders, main .figures";
    private static final int HEIGHT = 900;
    private static final Pattern PATH = Pattern.compile("\"path\":\"/([^\"]+)\"");

    private final Browser browser;
    private final ServedHouse house;
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    Visit(Browser browser, ServedHouse house) {
        this.browser = browser;
        this.house = house;
        this.context = context(1024, "en", ColorScheme.LIGHT);
        this.page = open();
    }

    private BrowserContext context(int width, String language, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setLocale(language)
                .setColorScheme(scheme));
    }

    private Page open() {
        Page opened = context.newPage();
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    /** Begins anew, as somebody with another screen. The window is 1024 wide, English and light to begin with. */
    void as(int width, String language, ColorScheme scheme) {
        context.close();
        complaints.clear();
        context = context(width, language, scheme);
        page = open();
    }

    Page page() {
        return page;
    }

    /** What stood on the console since the window was opened: warnings and errors. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** {@code http://127.0.0.1:40123/}. */
    String address() {
        return house.address();
    }

    /** Goes to a page and waits until something of it is there. */
    void go(String place) {
        page.navigate(house.address() + place);
        page.locator(SHOWN).first().waitFor();
    }

    /** Signs in as a planner of that name. */
    void signIn(String planner) {
        signIn(planner, "planner");
    }

    /** Signs in in a role. */
    void signIn(String name, String role) {
        page.navigate(house.address());
        page.locator("#token").fill(house.token(name, role));
        page.keyboard().press("Enter");
        page.locator("nav a").first().waitFor();
        // Until then the server knew nobody, and the browser complained of that.
        complaints.clear();
    }

    /** Goes to a page and waits until nothing of it is being fetched any more. */
    void see(String place) {
        go(place);
        settled();
    }

    void settled() {
        page.locator("main .bones").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Beside the room that a scroll bar takes, drawn or not: the body ends where that begins. */
    boolean isWiderThanTheScreen() {
        return page.evaluate("document.documentElement.scrollWidth > document.body.clientWidth")
                .equals(true);
    }

    /** The number in front of the figures of a page. */
    int number(String selector) {
        return Integer.parseInt(page.locator(selector).first().textContent().replaceAll("\\D", ""));
    }

    /** Asks the server from within the page: the status and the text of the answer. */
    String ask(String method, String path, String body) {
        return String.valueOf(page.evaluate("""
                async ([method, path, body]) => {
                  const init = {method, headers: {'Content-Type': 'application/json'}};
                  const answer = await fetch(path, body === '' ? {method} : {...init, body});
                  return answer.status + ' ' + await answer.text();
                }
                """, List.of(method, path, body)));
    }

    /** Makes a link to an order, for its customer: a place of this book. */
    String link(String order) {
        String made = ask("POST", "/api/v1/orders/" + order + "/links", "{}");
        Matcher path = PATH.matcher(made);
        if (!path.find()) {
            throw new IllegalStateException("found " + made + ", expected the path of a link to " + order);
        }
        return path.group(1);
    }

    /** Asks the server from within the page with somebody's token: the status and the text of the answer. */
    String askAs(String name, String role, String method, String path, String body) {
        return String.valueOf(page.evaluate("""
                async ([token, method, path, body]) => {
                  const headers = {'Content-Type': 'application/json', Authorization: 'Bearer ' + token};
                  const answer = await fetch(path, {method, headers, body});
                  return answer.status + ' ' + await answer.text();
                }
                """, List.of(house.token(name, role), method, path, body)));
    }

    @Override
    public void close() {
        context.close();
    }
}
