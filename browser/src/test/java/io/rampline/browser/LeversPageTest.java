package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page where planners try levers. */
@ExtendWith(Visits.class)
class LeversPageTest {
    private static final String POSITION = "() => fetch('/readyz').then(r => r.json()).then(j => j.position)";

    @Test
    void aLeverMovesTheWholeBookAndWritesNothing(Visit visit) {
        visit.see("#/levers");
        Object before = visit.page().evaluate(POSITION);
        visit.page().locator(".lever input[type=checkbox]").first().check();
        visit.page().locator("#outcome").waitFor();
        visit.page().locator(".lever input[type=range]").first().focus();
        visit.page().keyboard().press("ArrowRight");
        visit.page().waitForFunction("() => document.querySelectorAll('.line.l-ghost').length > 0");

        assertThat(visit.page().locator(".at-a-glance").textContent()).contains("Come earlier");
        assertThat(visit.page().evaluate(POSITION)).isEqualTo(before);
    }
}
