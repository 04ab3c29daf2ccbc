package io.rampline.desk.briefing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.BriefingCount;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PageTest {
    private static final int BYTES_MAX = 1_500_000;

    @TempDir
    Path folder;

    private static Texts texts(String language) {
        return language.equals("de") ? Texts.german() : Texts.english();
    }

    private static String page(String example, String language) {
        Briefing briefing = BriefingCount.of(SmallScenario.bookOf(SmallScenario.example(example)));
        return Page.of(briefing, texts(language));
    }

    private static Document parse(String page) throws Exception {
        String xml = page.replace("<!DOCTYPE html>\n", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @ParameterizedTest
    @CsvSource({"tiny,en", "tiny,de", "heat-pumps,en", "heat-pumps,de"})
    void isWellFormedSmallAndNeedsNothingElse(String example, String language) throws Exception {
        String page = page(example, language);
        Document document = parse(page);

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(BYTES_MAX);
        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo(language);
        for (String element : List.of("link", "img", "iframe", "object", "embed", "base", "form", "image", "use")) {
            assertThat(elements(document, element)).as(element).isEmpty();
        }
        assertThat(elements(document, "a"))
                .allMatch(link -> link.getAttribute("href").startsWith("#"));
        assertThat(page).doesNotContain("style=").doesNotContainPattern("url\\(|@import|xlink|srcset");
        assertThat(page).doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void theContentPolicyAllowsExactlyTheStyleAndTheScriptOfThePage() throws Exception {
        Document document = parse(page("tiny", "en"));
        String policy = elements(document, "meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .findFirst()
                .orElseThrow()
                .getAttribute("content");

        assertThat(policy).startsWith("default-src 'none';");
        for (String name : List.of("style", "script")) {
            List<Element> found = elements(document, name);
            assertThat(found).hasSize(1);
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(found.getFirst().getTextContent().getBytes(StandardCharsets.UTF_8));
            assertThat(policy)
                    .contains(name + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
    }

    @Test
    void headingsStandInOrderAndIdsAreUnique() throws Exception {
        String page = page("heat-pumps", "en");
        Matcher headings = Pattern.compile("<h([1-6])").matcher(page);
        int last = 0;
        while (headings.find()) {
            int level = Integer.parseInt(headings.group(1));
            assertThat(level).isLessThanOrEqualTo(last + 1);
            last = level;
        }
        List<String> ids = new ArrayList<>();
        Matcher found = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
        while (found.find()) {
            ids.add(found.group(1));
        }
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void everyPictureIsNamedDescribedAndHasItsNumbersAsATable() throws Exception {
        Document document = parse(page("heat-pumps", "en"));
        assertThat(elements(document, "svg")).isNotEmpty().allSatisfy(svg -> {
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-label")).isNotBlank();
            assertThat(svg.getElementsByTagName("title").getLength()).isEqualTo(1);
            assertThat(svg.getElementsByTagName("desc").getLength()).isEqualTo(1);
        });
        assertThat(elements(document, "figure")).hasSize(5).allSatisfy(figure -> {
            int rows = ((Element) figure.getElementsByTagName("tbody").item(0))
                    .getElementsByTagName("tr")
                    .getLength();
            NodeList drawings = figure.getElementsByTagName("svg");
            for (int i = 0; i < drawings.getLength(); i++) {
                Element svg = (Element) drawings.item(i);
                int shown =
                        Integer.parseInt(svg.getAttribute("data-n")) + Integer.parseInt(svg.getAttribute("data-row"));
                assertThat(shown).isLessThanOrEqualTo(rows);
            }
        });
    }

    @Test
    void everyRowOfATableHasAsManyCellsAsTheHead() throws Exception {
        for (Element table : elements(parse(page("heat-pumps", "en")), "table")) {
            NodeList rows = table.getElementsByTagName("tr");
            int width = cells((Element) rows.item(0));
            for (int i = 1; i < rows.getLength(); i++) {
                assertThat(cells((Element) rows.item(i))).isEqualTo(width);
            }
        }
    }

    private static int cells(Element row) {
        return row.getElementsByTagName("th").getLength()
                + row.getElementsByTagName("td").getLength();
    }

    @Test
    void aNameOutOfTheInputIsTextAndNeverMarkup() throws Exception {
        String page = Page.of(
                SmallScenario.in(folder)
                        .with("scenario.toml", """
                                name = "</title><script>alert(1)</script> & 小米"
                                start_week = "2026-W02"
                                horizon_weeks = 8
                                as_of = 2026-01-04
                                currency = "EUR"
                                home_market = "home"
                                """)
                        .with("outturn/explanations.csv", "text_en\n<b onclick=alert(1)>bold</b>\n")
                        .briefing(),
                Texts.english());

        assertThat(elements(parse(page), "script")).hasSize(1);
        assertThat(page).contains("小米").doesNotContain("<script>alert").doesNotContain("<b onclick");
    }

    @Test
    void theWindowIsCalledNotYetCalibrated() {
        assertThat(page("tiny", "en")).contains("planning window, not yet calibrated");
        assertThat(page("tiny", "de")).contains("Planungsfenster, noch nicht kalibriert");
    }

    @Test
    void aNotableDifferenceIsExplainedByThePlannerAndThePlan() {
        String page = Page.of(
                SmallScenario.in(folder)
                        .with(
                                "outturn/posted_waits.csv",
                                "date,model,trim,weeks_low,weeks_high\n2026-01-04,Car,Base,9,11\n")
                        .with("outturn/explanations.csv", "model,trim,text_en\nCar,Base,A strike was feared.\n")
                        .briefing(),
                Texts.english());

        assertThat(page)
                .contains("Car Base: computed 6 weeks shorter than posted")
                .contains("A strike was feared. In the plan it is held back by: line L.");
    }
}
