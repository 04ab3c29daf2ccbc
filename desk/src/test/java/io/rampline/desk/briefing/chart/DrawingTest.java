package io.rampline.desk.briefing.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.briefing.Weekly;
import io.rampline.desk.briefing.chart.Layer.Anchor;
import io.rampline.desk.briefing.chart.Layer.Stroke;
import io.rampline.factory.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private static final Wording WORDS = new Wording(
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
            value -> Long.toString(Math.round(value)),
            "past",
            "today",
            "future");

    private static String draw(Layer... layers) {
        return new WeekChart(
                        "Title & more",
                        "Description",
                        Week.parse("2026-W02"),
                        4,
                        2,
                        List.of(new Panel.Plot("Panel", "unit", 10, 1, 100, 80, List.of(layers))),
                        WORDS,
                        List.of(1, 2),
                        3)
                .draw(Size.WIDE);
    }

    @Test
    void aDrawingNamesItselfAndWhereItsWeeksLie() {
        String svg = draw();

        assertThat(svg)
                .contains("<title>Title &amp; more</title>")
                .contains("data-n=\"4\" data-row=\"3\" data-cols=\"1 2\"")
                .endsWith("</svg>");
    }

    @Test
    void aGapInTheFiguresIsAGapInTheLine() {
        String svg = draw(new Layer.Line(Weekly.of(1, 2, Double.NaN, 4), Tone.INK, Stroke.SOLID, "", Anchor.MIDDLE));
        Matcher path =
                Pattern.compile("class=\"line solid l-ink\" d=\"([^\"]+)\"").matcher(svg);

        assertThat(path.find()).isTrue();
        assertThat(path.group(1).chars().filter(c -> c == 'M').count()).isEqualTo(2);
    }

    @Test
    void equalNeighboursStayTwoWeeksInBars() {
        String svg = draw(new Layer.Bars(Weekly.of(0, 0, 0, 0), Weekly.of(5, 5, 0, 5), Tone.INK, false));
        Matcher path = Pattern.compile("class=\"f-ink\" d=\"([^\"]+)\"").matcher(svg);

        assertThat(path.find()).isTrue();
        assertThat(path.group(1).chars().filter(c -> c == 'Z').count()).isEqualTo(3);
    }

    @Test
    void whatIsTooHighForTheAxisSaysItsValue() {
        assertThat(draw(new Layer.Bars(Weekly.of(0, 0, 0, 0), Weekly.of(1, 300, 1, 1), Tone.INK, false)))
                .contains("↑ 300");
    }

    @Test
    void aBandWithoutAnUpperEndGoesOnToTheTop() {
        Weekly low = Weekly.of(1, 2, 3, Double.NaN);
        Weekly high = Weekly.of(5, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        String svg = draw(new Layer.Band(low, high, Tone.INK, false, Anchor.MIDDLE));
        Matcher path = Pattern.compile("class=\"f-ink\" d=\"([^\"]+)\"").matcher(svg);

        assertThat(path.find()).isTrue();
        assertThat(path.group(1)).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(path.group(1).chars().filter(c -> c == 'Z').count()).isEqualTo(1);
    }

    @Test
    void theLabelOfAFallingLineStandsAboveAllOfItBelowTheWords() {
        String svg = draw(new Layer.Line(Weekly.of(8, 8, 2, 1), Tone.INK, Stroke.SOLID, "x".repeat(95), Anchor.MIDDLE));
        Matcher label = Pattern.compile("y=\"([0-9.]+)\"[^>]*>x+<").matcher(svg);
        Matcher start = Pattern.compile("class=\"line solid l-ink\" d=\"M[0-9.]+[ ,]([0-9.]+)")
                .matcher(svg);

        assertThat(label.find()).isTrue();
        assertThat(start.find()).isTrue();
        assertThat(Double.parseDouble(label.group(1))).isLessThan(Double.parseDouble(start.group(1)));
    }

    @Test
    void labelsNeverTouch() {
        Svg svg = new Svg("x", 400, 200, "t", "d", "");
        Labels labels = new Labels(0, 400, 0, 200);
        for (int i = 0; i < 12; i++) {
            labels.set(svg, 100, 100, "label", "label number " + i);
        }
        List<Double> baselines = new ArrayList<>();
        Matcher found = Pattern.compile("<text class=\"label\" x=\"[^\"]+\" y=\"([^\"]+)\"")
                .matcher(svg.finish());
        while (found.find()) {
            double baseline = Double.parseDouble(found.group(1));
            assertThat(baseline).isBetween(0.0, 200.0);
            assertThat(baselines).noneMatch(other -> Math.abs(other - baseline) < TextWidth.FONT_SIZE);
            baselines.add(baseline);
        }
        assertThat(baselines).hasSizeGreaterThan(5);
    }

    @Test
    void numbersInADrawingAreShort() {
        assertThat(Track.number(12.34)).isEqualTo("12.3");
        assertThat(Track.number(-0.04)).isEqualTo("0");
        assertThat(Track.number(-1.25)).isEqualTo("-1.2");
        assertThat(Track.number(7)).isEqualTo("7");
    }

    @Test
    void controlCharactersDoNotBreakTheMarkup() {
        assertThat(Markup.escape("a\u0001b<c>\"&\n")).isEqualTo("a\uFFFDb&lt;c&gt;&quot;&amp; ");
    }

    @Test
    void aHillIsDrawnForEachRow() {
        SpreadChart.Row row = new SpreadChart.Row("All", "5 orders", Weekly.of(0, 2, 2, 1), 2, Tone.INK);
        String svg = new SpreadChart("T", "D", 4, "weeks", List.of(row, row), WORDS, 4).draw(Size.NARROW);

        assertThat(svg.split("class=\"f-ink hill\"", -1)).hasSize(3);
        assertThat(svg).contains("class=\"median\"");
    }
}
