package io.rampline.desk.briefing.page;

import io.rampline.desk.backtest.BacktestReport;
import io.rampline.desk.briefing.chart.FanChart;
import io.rampline.desk.briefing.chart.FanChart.Dot;
import io.rampline.desk.briefing.chart.FanChart.Spread;
import io.rampline.desk.briefing.chart.ReliabilityChart;
import io.rampline.desk.briefing.chart.ReliabilityChart.Point;
import io.rampline.desk.briefing.chart.Size;
import io.rampline.desk.briefing.chart.Tone;
import io.rampline.desk.briefing.page.Picture.Drawing;
import io.rampline.simulation.backtest.Actual;
import io.rampline.simulation.backtest.Comparison;
import io.rampline.simulation.backtest.Comparison.Pair;
import io.rampline.simulation.backtest.Forecast.Kind;
import io.rampline.simulation.backtest.Forecast.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A back-test as one page: what was forecast, what came, and how far such ranges can be believed. */
public final class BacktestPage {
    private static final Words DELIVERIES = new Words(
            "backtest.deliveries",
            "backtest.deliveries.lead",
            "backtest.deliveries.description",
            "backtest.deliveries.unit");

    private static final Words WAITS =
            new Words("backtest.waits", "backtest.waits.lead", "backtest.waits.description", "backtest.waits.unit");

    /** With fewer, tenths say nothing. */
    private static final int PAIRS_MIN = 10;

    private final BacktestReport report;
    private final Speech speech;
    private final BacktestWords words;
    private final Html html = new Html();

    /** Names of texts. */
    private record Words(String title, String lead, String description, String unit) {}

    private BacktestPage(BacktestReport report, Texts texts) {
        this.report = report;
        this.speech = new Speech(texts);
        this.words = new BacktestWords(report, speech);
    }

    /** The page as HTML text. */
    public static String of(BacktestReport report, Texts texts) {
        return new BacktestPage(report, texts).write();
    }

    private String write() {
        String name = report.scenario().name();
        PageFrame frame = new PageFrame(html, speech);
        frame.open(
                speech.say("backtest.title", name),
                speech.say("backtest.kind"),
                name,
                report.forecast().asOf(),
                "backtest-deliveries-section");
        html.open("main");
        html.words("h1", "", headline());
        html.words("p", "lead", words.basis());
        words.remarks().forEach(remark -> html.words("p", "lead", remark));
        fans(Kind.DELIVERIES, "backtest-deliveries", DELIVERIES);
        fans(Kind.POSTED_WAIT, "backtest-waits", WAITS);
        scores(
                "backtest-outturn",
                List.of("backtest.outturn", "backtest.outturn.lead", "backtest.outturn.none"),
                report.comparison());
        scores(
                "backtest-rolling",
                List.of("backtest.rolling", "backtest.rolling.lead", "backtest.rolling.none"),
                report.rolledTogether());
        calibration();
        html.close();
        return frame.close(speech.say("backtest.footer", name));
    }

    private String headline() {
        List<Row> totals = report.forecast().rows().stream()
                .filter(row -> row.kind() == Kind.DELIVERIES && row.model().isEmpty())
                .toList();
        Row last = totals.getLast();
        return speech.say(
                "backtest.headline",
                speech.date(report.forecast().asOf()),
                speech.date(last.date()),
                speech.number(Math.round(last.forecast().p10())),
                speech.number(Math.round(last.forecast().p90())));
    }

    private void fans(Kind kind, String id, Words texts) {
        Map<String, List<Row>> series = new LinkedHashMap<>();
        for (Row row : report.forecast().rows()) {
            if (row.kind() == kind) {
                series.computeIfAbsent(words.name(row), _ -> new ArrayList<>()).add(row);
            }
        }
        html.open("section", "id", id + "-section").words("h2", "", speech.say(texts.title()));
        html.words("p", "lead", speech.say(texts.lead()));
        int position = 0;
        for (Map.Entry<String, List<Row>> entry : series.entrySet()) {
            fan(id + "-" + position, texts, entry.getKey(), entry.getValue(), Tone.series(position));
            position++;
        }
        html.close();
    }

    private void fan(String id, Words texts, String name, List<Row> rows, Tone tone) {
        List<Spread> band = new ArrayList<>();
        List<DataTable.Row> table = new ArrayList<>();
        for (Row row : rows) {
            band.add(new Spread(
                    row.date(),
                    row.forecast().p10(),
                    row.forecast().p50(),
                    row.forecast().p90()));
            table.add(new DataTable.Row(
                    speech.date(row.date()),
                    List.of(
                            speech.decimal(rounded(row, row.forecast().p10())),
                            speech.decimal(rounded(row, row.forecast().p50())),
                            speech.decimal(rounded(row, row.forecast().p90())))));
        }
        FanChart chart = new FanChart(
                name,
                speech.say(texts.description(), name),
                speech.say(texts.unit()),
                report.forecast().asOf(),
                band,
                dots(rows.getFirst()),
                tone,
                Wordings.of(report.scenario(), speech));
        List<Drawing> drawings = new ArrayList<>();
        for (Size size : List.of(Size.WIDE, Size.MEDIUM, Size.NARROW)) {
            drawings.add(new Drawing("", chart.draw(size)));
        }
        DataTable data = new DataTable(
                name, List.of(speech.say("backtest.date"), "p10", "p50", "p90"), List.of("", "", ""), table);
        new Picture(id, List.of(), drawings, false, data).write(html, speech);
    }

    private static double rounded(Row row, double value) {
        return switch (row.kind()) {
            case DELIVERIES -> Math.round(value);
            case POSTED_WAIT -> Math.round(value * 10) / 10.0;
        };
    }

    /** What was known by then, and what came. */
    private List<Dot> dots(Row like) {
        List<Dot> dots = new ArrayList<>();
        for (Actual actual : report.known()) {
            boolean isWhole = actual.kind() == Kind.POSTED_WAIT || actual.from().getDayOfMonth() == 1;
            if (actual.kind() == like.kind()
                    && isWhole
                    && actual.model().equals(like.model())
                    && actual.trim().equals(like.trim())) {
                dots.add(new Dot(actual.until(), actual.value()));
            }
        }
        for (Comparison.Pair pair : report.comparison().pairs()) {
            if (pair.row().kind() == like.kind() && words.name(pair.row()).equals(words.name(like))) {
                dots.add(new Dot(pair.row().date(), pair.actual()));
            }
        }
        return dots;
    }

    private void scores(String id, List<String> texts, Comparison comparison) {
        html.open("section", "id", id + "-section").words("h2", "", speech.say(texts.getFirst()));
        if (comparison.pairs().isEmpty()) {
            html.words("p", "lead", speech.say(texts.get(2))).close();
            return;
        }
        html.words("p", "lead", speech.say(texts.get(1)));
        List<DataTable.Row> rows = words.scores(comparison.byModel()).stream()
                .map(cells -> new DataTable.Row(cells.getFirst(), cells.subList(1, cells.size())))
                .toList();
        List<String> heads = words.scoreHeads().stream()
                .map(head -> head.replaceFirst("^>", ""))
                .toList();
        new DataTable(speech.say(texts.getFirst()), heads, List.of("", "", "", ""), rows).write(html);
        html.close();
    }

    /** Stated quantiles of earlier days beside how often things came out at or below them. */
    private void calibration() {
        List<Drawing> drawings = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<List<Point>> series = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Pair> pairs = report.rolledTogether().pairs().stream()
                    .filter(pair -> pair.row().kind() == kind)
                    .toList();
            if (pairs.size() >= PAIRS_MIN) {
                String name = speech.say(
                        switch (kind) {
                            case DELIVERIES -> DELIVERIES.title();
                            case POSTED_WAIT -> WAITS.title();
                        });
                series.add(points(pairs));
                columns.add(name);
                ReliabilityChart chart = new ReliabilityChart(
                        "",
                        speech.say("backtest.calibration.description", name),
                        "",
                        series.getLast(),
                        Tone.series(series.size() - 1),
                        Wordings.of(report.scenario(), speech));
                drawings.add(new Drawing(name, chart.draw(Size.PANEL)));
            }
        }
        if (drawings.isEmpty()) {
            return;
        }
        html.open("section", "id", "backtest-calibration-section").words("h2", "", speech.say("backtest.calibration"));
        html.words("p", "lead", speech.say("backtest.calibration.lead"));
        DataTable data = calibrated(columns, series);
        new Picture("backtest-calibration", List.of(), drawings, true, data).write(html, speech);
        html.close();
    }

    private DataTable calibrated(List<String> columns, List<List<Point>> series) {
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < series.getFirst().size(); i++) {
            int at = i;
            rows.add(new DataTable.Row(
                    speech.percent(Math.round(series.getFirst().get(at).meant()), 100),
                    series.stream()
                            .map(points ->
                                    speech.percent(Math.round(points.get(at).came()), 100))
                            .toList()));
        }
        List<String> heads = new ArrayList<>(columns);
        heads.addFirst(speech.say("backtest.calibration.meant"));
        return new DataTable(
                speech.say("backtest.calibration"),
                heads,
                columns.stream().map(_ -> "").toList(),
                rows);
    }

    private static List<Point> points(List<Pair> pairs) {
        List<Point> points = new ArrayList<>();
        for (int tenth = 1; tenth < 10; tenth++) {
            double level = tenth / 10.0;
            long below = pairs.stream()
                    .filter(pair -> pair.actual() <= pair.row().forecast().quantile(level))
                    .count();
            points.add(new Point(100 * level, 100.0 * below / pairs.size()));
        }
        return points;
    }
}
