package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The record, and the files that people take from it. */
@ExtendWith(Visits.class)
class RecordPageTest {
    @Test
    void whatBecameOfACommitmentIsSaidInTheLanguageOfThePage(@At(ServedScenario.CROWDED) Visit visit) {
        visit.as(1024, "de", ColorScheme.LIGHT);
        visit.see("#/record");
        visit.page().locator("section:has(#said) tbody tr").first().waitFor();

        assertThat(visit.page().locator("section:has(#said) tbody").textContent())
                .contains("gehalten", "gebrochen")
                .doesNotContain("kept", "broken");
    }

    private static List<String> file(Visit visit, String name) throws IOException {
        Download download = visit.page()
                .waitForDownload(
                        () -> visit.page().locator("[data-file=" + name + "]").click());
        assertThat(download.suggestedFilename()).isEqualTo(name + ".csv");
        return Files.readAllLines(download.path());
    }

    @Test
    void everythingOnItCanBeTakenAlongAsCsv(@At(ServedScenario.CROWDED) Visit visit) throws IOException {
        visit.see("#/record");
        visit.page().locator("#by-week").waitFor();
        List<String> lines = file(visit, "promise-record");
        List<String> said = file(visit, "public-commitments");

        assertThat(lines.getFirst()).contains("market,model,trim,orders,kept,broken");
        assertThat(lines).anyMatch(line -> line.contains("HOME,City,Base,"));
        assertThat(file(visit, "promise-record-by-week").getFirst()).contains("lock_week");
        assertThat(said.getFirst()).contains("issuer,", "metric,", "target,", "outcome");
        assertThat(said).hasSize(3);
        assertThat(said).anyMatch(line -> line.contains("Example Motors") && line.contains("1200"));
        assertThat(said).anyMatch(line -> line.contains("Other Motors") && line.contains("50000-55000"));
    }
}
