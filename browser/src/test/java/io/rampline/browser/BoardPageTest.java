package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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
        int before = visit.number(".figures b");
        visit.ask("PUT", "/api/v1/orders/live-" + before, "{\"model\":\"City\",\"trim\":\"Base\"}");
        visit.page()
                .waitForFunction(
                        "before => Number(document.querySelector('.figures b').textContent) >= before + 1", before);

        assertThat(visit.number(".figures b")).isGreaterThan(before);
    }
}
