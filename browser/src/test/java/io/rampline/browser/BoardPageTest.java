package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The board, and the charts that stand on it. */
@ExtendWith(Visits.class)
class BoardPageTest {
    @Test
    void theArrowKeysReadAChart(Visit visit) {
        visit.see("#/board");
        visit.page().locator("week-chart .plot").first().focus();
        visit.page().keyboard().press("ArrowRight");
        visit.page().keyboard().press("ArrowRight");
        visit.page().locator("week-chart .read-out").waitFor();

        assertThat(visit.page().locator("week-chart .read-out b").textContent()).startsWith("W");
    }

    @Test
    void aChartHasItsFiguresAsATable(Visit visit) {
        visit.see("#/board");
        visit.page().locator("week-chart summary").first().click();
        Locator rows = visit.page().locator("week-chart table").first().locator("tbody tr");
        rows.first().waitFor();

        assertThat(rows.count()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void theBoardFollowsTheBook(Visit visit) {
        visit.see("#/board");
        book(visit, "live-1");
        int before = visit.number(".figures b");
        book(visit, "live-2");

        assertThat(visit.number(".figures b")).isEqualTo(before + 1);
    }

    @Test
    void promisesKeptFollowTheBookTooThoughMoreRarely(Visit visit) {
        visit.page().clock().install();
        visit.see("#/board");
        book(visit, "handed-over-1");
        String kept =
                "() => [...document.querySelectorAll('.figures div')].find(one => one.textContent.includes('kept'))"
                        + ".textContent";
        Object before = visit.page().evaluate(kept);
        String today = String.valueOf(visit.page().evaluate("document.querySelector('board-page').board.day"));
        String delivered = visit.ask(
                "POST",
                "/api/v1/deliveries",
                "{\"deliveries\":[{\"order_id\":\"handed-over-1\",\"delivered_on\":\"" + today + "\"}]}");
        assertThat(delivered).startsWith("200");
        visit.page().clock().fastForward(60_000);
        visit.page().waitForFunction("before => (" + kept + ")() !== before", before);

        assertThat(String.valueOf(visit.page().evaluate(kept))).contains("that fell due");
    }

    /** Books an order and waits until the board knows of it. */
    private static void book(Visit visit, String id) {
        String answer = visit.ask("PUT", "/api/v1/orders/" + id, "{\"model\":\"City\",\"trim\":\"Base\"}");
        Matcher position = Pattern.compile("\"position\":(\\d+)").matcher(answer);
        assertThat(position.find()).as(answer).isTrue();
        visit.page()
                .waitForFunction(
                        "position => document.querySelector('board-page').board?.position >= position",
                        Integer.parseInt(position.group(1)));
    }
}
