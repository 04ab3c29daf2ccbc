package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page looks as it did when somebody looked at it. With {@code -Drampline.snapshots=make} what is kept is made
 * anew, to be looked at before it is committed.
 */
@ExtendWith(Visits.class)
class SnapshotsTest {
    private static final Path KEPT = Path.of("src", "test", "snapshots");
    private static final long BYTES_MAX = 600_000;
    private static final long COUNTED_MILLIS = 120_000;

    /** Each page with what is waited for on it. */
    private static final Map<String, String> PAGES = new TreeMap<>(Map.of(
            "board", "week-chart svg",
            "orders", ".orders a",
            "orders/T-02", "#instead",
            "levers", "#adoption",
            "futures", "#fan-output",
            "line", "line-strip svg",
            "money", "section[aria-labelledby=cash] week-chart svg",
            "record", "#by-week",
            "my-car", ".state",
            "nowhere", ".state"));

    /** A customer's order by its link, and a market that could open. */
    private static final int OTHERS = 2;

    @Test
    void everyPageLooksAsItDid(@At(ServedScenario.STILL) Visit visit, @At(ServedScenario.STILL_ABROAD) Visit abroad)
            throws IOException {
        List<String> differences = new ArrayList<>();
        visit.go("#/board");
        String link = visit.link("T-03");
        for (int width : List.of(390, 1440)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                visit.as(width, "en", scheme);
                for (var page : PAGES.entrySet()) {
                    visit.see("#/" + page.getKey());
                    visit.page()
                            .locator(page.getValue())
                            .first()
                            .waitFor(new Locator.WaitForOptions().setTimeout(COUNTED_MILLIS));
                    differences.addAll(differences(visit, page.getKey().replaceAll("\\W+", "-"), width, scheme));
                }
                visit.see(link);
                visit.page().locator("#instead").waitFor();
                differences.addAll(differences(visit, "car", width, scheme));
                abroad.as(width, "en", scheme);
                MarketsPageTest.seek(abroad);
                differences.addAll(differences(abroad, "markets", width, scheme));
            }
        }

        assertThat(differences).isEmpty();
    }

    private static List<String> differences(Visit visit, String page, int width, ColorScheme scheme)
            throws IOException {
        visit.settled();
        String name = page + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        Snapshot now = Snapshot.of(visit.page());
        if ("make".equals(System.getProperty("rampline.snapshots"))) {
            now.keep(KEPT, name);
        }
        return now.differences(KEPT, name);
    }

    @Test
    void aPageThatLostAPartLooksOtherwise(@At(ServedScenario.STILL) Visit visit) throws IOException {
        visit.as(1440, "en", ColorScheme.LIGHT);
        visit.see("#/board");
        visit.page().locator("week-chart svg").first().waitFor();
        visit.page().evaluate("document.querySelector('main section').remove()");
        List<String> lost = Snapshot.of(visit.page()).differences(KEPT, "board-1440-light");
        visit.page().evaluate("document.documentElement.dataset.theme = 'dark'");
        List<String> dark = Snapshot.of(visit.page()).differences(KEPT, "board-1440-light");

        assertThat(lost).anyMatch(one -> one.contains("board-1440-light.txt"));
        assertThat(dark).anyMatch(one -> one.contains("lighter or darker"));
    }

    @Test
    void whatIsKeptIsSmallAndNothingOfItIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(KEPT)) {
            List<Path> all = files.toList();
            long bytes = 0;
            for (Path file : all) {
                bytes += Files.size(file);
            }

            assertThat(bytes).isLessThan(BYTES_MAX);
            assertThat(all).hasSize((PAGES.size() + OTHERS) * 2 * 2 * 2);
        }
    }
}
