package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.chart.OpeningChart;
import io.rampline.desk.briefing.chart.OpeningChart.Mark;
import io.rampline.desk.briefing.chart.Size;
import io.rampline.desk.briefing.chart.Tone;
import io.rampline.desk.briefing.page.Picture.Drawing;
import io.rampline.desk.timetable.MarketFrontier;
import io.rampline.desk.timetable.MarketPoint;
import io.rampline.factory.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** From which week on a market can open: opening week, quota and wait at home in one picture. */
final class MarketPicture {
    /** Weeks shown before the first one in which it may open, so that the eye sees where the bars begin. */
    private static final int WEEKS_BEFORE = 4;

    private final Scenario scenario;
    private final MarketFrontier market;
    private final Speech speech;
    private final MarketWords words;
    private final int first;

    private MarketPicture(Scenario scenario, MarketFrontier market, Speech speech) {
        this.scenario = scenario;
        this.market = market;
        this.speech = speech;
        this.words = new MarketWords(scenario, market, speech);
        this.first = Math.max(0, market.grid().firstBucket() - WEEKS_BEFORE);
    }

    static Picture of(Scenario scenario, MarketFrontier market, Speech speech) {
        return new MarketPicture(scenario, market, speech).picture();
    }

    private Picture picture() {
        OpeningChart chart = new OpeningChart(
                words.title(),
                speech.say("export.description"),
                scenario.horizon().week(first),
                market.grid().lastBucket() + 1 - first,
                rows(),
                Wordings.of(scenario, speech));
        List<Drawing> drawings = new ArrayList<>();
        for (Size size : List.of(Size.WIDE, Size.MEDIUM, Size.NARROW)) {
            drawings.add(new Drawing("", chart.draw(size)));
        }
        List<Picture.Key> legend = new ArrayList<>();
        for (int i = 0; i < market.grid().waits().size(); i++) {
            int weeks = market.grid().waits().get(i);
            legend.add(new Picture.Key(
                    "box f-s" + (1 + i % Tone.SERIES_MAX), speech.say("legend.export", speech.weeks(weeks))));
        }
        legend.add(new Picture.Key("box f-ink", speech.say("legend.export-harm")));
        return new Picture("export", legend, drawings, false, table());
    }

    private List<OpeningChart.Row> rows() {
        List<OpeningChart.Row> rows = new ArrayList<>();
        for (MarketFrontier.Earliest row : market.earliest()) {
            List<Mark> marks = Stream.concat(
                            market.points().stream()
                                    .filter(point -> point.waitWeeks() == row.waitWeeks()
                                            && point.quota().equals(row.quota())),
                            row.point().stream())
                    .distinct()
                    .map(this::mark)
                    .toList();
            rows.add(new OpeningChart.Row(
                    speech.say("export.row", speech.number(row.quota().unitsPerWeek()), speech.weeks(row.waitWeeks())),
                    row.point().isPresent() ? speech.say("export.from", words.opens(row)) : words.opens(row),
                    row.point()
                            .map(point -> OptionalInt.of(point.bucket() - first))
                            .orElse(OptionalInt.empty()),
                    marks,
                    Tone.series(market.grid().waits().indexOf(row.waitWeeks()))));
        }
        return rows;
    }

    private Mark mark(MarketPoint point) {
        boolean priced = point.harmsNobody() && market.costMoreMinor(point).isPresent();
        return new Mark(point.bucket() - first, point.harmsNobody(), priced ? words.more(point) : "");
    }

    private DataTable table() {
        List<String> heads =
                words.pointHeads().stream().map(MarketPicture::plain).toList();
        List<DataTable.Row> rows = words.points().stream()
                .map(cells -> new DataTable.Row(cells.getFirst(), cells.subList(1, cells.size())))
                .toList();
        return new DataTable(
                words.title(), heads, heads.stream().skip(1).map(_ -> "").toList(), rows);
    }

    static String plain(String head) {
        return head.startsWith(">") ? head.substring(1) : head;
    }
}
