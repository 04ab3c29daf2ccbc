package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A list of orders with more rows than a browser has pixels to scroll by. The book behind has a few: the answers to the
 * list's questions say that there are very many, and give each row its number.
 */
@ExtendWith(Visits.class)
class LongListTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 441_929;
    private static final int PAGE = 100;

    /** The numbers of the first and the last row that are wholly in sight. */
    private static final String IN_SIGHT = """
            () => {
              const list = document.querySelector('.orders .list');
              const top = list.querySelector('.head').getBoundingClientRect().bottom;
              const bottom = list.getBoundingClientRect().bottom;
              const whole = [...list.querySelectorAll('.seen .row')].filter(row => {
                const box = row.getBoundingClientRect();
                return box.top >= top - 1 && box.bottom <= bottom + 1;
              }).map(row => Number(row.getAttribute('aria-rowindex')) - 1);
              return [whole[0] ?? -1, whole[whole.length - 1] ?? -1];
            }
            """;

    /** Notes when the list stands still again. */
    private static final String STANDS = """
            () => {
              const list = document.querySelector('.orders .list');
              window.stands = false;
              list.addEventListener('scrollend', () => { window.stands = true }, {once: true});
            }
            """;

    private record Sight(int first, int last) {}

    private static Sight sight(Page page) {
        List<?> rows = (List<?>) page.evaluate(IN_SIGHT);
        return new Sight((Integer) rows.getFirst(), (Integer) rows.getLast());
    }

    /** As if there were very many orders: each row has its own number as the number of its order. */
    private static void manyOrders(Route route) {
        try {
            ObjectNode found = (ObjectNode) JSON.readTree(route.fetch(new Route.FetchOptions()
                            .setUrl(route.request().url().replaceFirst("offset=\\d+", "offset=0")))
                    .body());
            int offset = Integer.parseInt(route.request().url().replaceFirst(".*offset=(\\d+).*", "$1"));
            ObjectNode one = (ObjectNode) found.path("orders").path(0);
            ArrayNode orders = JSON.createArrayNode();
            for (int row = offset; row < Math.min(ROWS, offset + PAGE); row++) {
                orders.add(one.deepCopy().put("order_id", "order-" + (row + 1)));
            }
            found.put("total", ROWS).put("offset", offset).set("orders", orders);
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(found.toString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Page open(Visit visit) {
        Page page = visit.page();
        page.route("**/api/v1/order-search?**", LongListTest::manyOrders);
        visit.see("#/orders");
        page.locator(".seen a:text-is('order-1')").waitFor();
        return page;
    }

    private static void scroll(Page page, Runnable how) {
        page.evaluate(STANDS);
        how.run();
        page.waitForFunction("() => window.stands");
    }

    private static Sight press(Page page, String key) {
        page.locator(".orders .list").focus();
        scroll(page, () -> page.keyboard().press(key));
        return sight(page);
    }

    private static Sight jump(Page page, int pixels) {
        scroll(page, () -> page.evaluate("to => { document.querySelector('.orders .list').scrollTop = to }", pixels));
        return sight(page);
    }

    @Test
    void noRowIsPassedOverByKeyOrByWheel(@At(ServedScenario.STILL) Visit visit) {
        Page page = open(visit);
        page.locator(".orders .list").hover();
        for (int place : List.of(500, 1_000_100, 4_000_000, 6_999_600, 7_990_000)) {
            Sight before = jump(page, place);
            Sight down = press(page, "PageDown");
            assertThat(down.first()).as("Page Down at " + place).isGreaterThan(before.first());
            assertThat(down.first()).as("Page Down at " + place).isLessThanOrEqualTo(before.last() + 1);
            Sight up = press(page, "PageUp");
            assertThat(up.last()).as("Page Up at " + place).isLessThan(down.last());
            assertThat(up.last()).as("Page Up at " + place).isGreaterThanOrEqualTo(down.first() - 1);
            assertThat(press(page, "ArrowDown").first() - up.first())
                    .as("Arrow Down at " + place)
                    .isBetween(0, 1);
            Sight still = sight(page);
            scroll(page, () -> page.mouse().wheel(0, 132));
            assertThat(sight(page).first() - still.first())
                    .as("three rows by wheel at " + place)
                    .isEqualTo(3);
        }
    }

    @Test
    void itsEndsAreReachedAndTheBarSaysTheShare(@At(ServedScenario.STILL) Visit visit) {
        Page page = open(visit);

        assertThat(jump(page, 4_000_000).first()).isBetween(ROWS / 2 - 50, ROWS / 2 + 50);
        assertThat(press(page, "End").last()).isEqualTo(ROWS);
        page.locator(".seen a:text-is('order-" + ROWS + "')").waitFor();
        assertThat(press(page, "PageUp").last()).isBetween(ROWS - 15, ROWS - 5);
        assertThat(press(page, "Home").first()).isEqualTo(1);
        page.locator(".seen a:text-is('order-1')").waitFor();
    }

    @Test
    void sortedOtherwiseOrClearedItBeginsAnew(@At(ServedScenario.STILL) Visit visit) {
        Page page = open(visit);
        jump(page, 4_000_000);
        scroll(page, () -> page.locator(".filters select").last().selectOption("delivery-"));
        page.locator(".seen a:text-is('order-1')").waitFor();
        assertThat(sight(page).first()).isEqualTo(1);
        assertThat(page.evaluate("() => document.querySelector('.orders .list').scrollTop"))
                .isEqualTo(0);

        jump(page, 4_000_000);
        scroll(page, () -> page.locator("button:text-is('Clear')").click());
        page.locator(".seen a:text-is('order-1')").waitFor();
        assertThat(page.evaluate("() => document.querySelector('.orders .list').scrollTop"))
                .isEqualTo(0);
        assertThat(press(page, "ArrowDown").first()).isBetween(1, 2);
    }
}
