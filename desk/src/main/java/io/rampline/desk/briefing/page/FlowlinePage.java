package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.chart.HourRows;
import io.rampline.desk.briefing.chart.ShareBars;
import io.rampline.desk.briefing.chart.Size;
import io.rampline.desk.briefing.chart.Tone;
import io.rampline.desk.briefing.page.Picture.Drawing;
import io.rampline.desk.flowline.FlowlineReport;
import io.rampline.desk.flowline.FlowlineReport.OfLine;
import io.rampline.factory.Scenario;
import io.rampline.simulation.flowline.Change;
import io.rampline.simulation.flowline.Effect;
import io.rampline.simulation.flowline.LineResult.AtStation;
import io.rampline.simulation.flowline.LineStory;
import java.util.ArrayList;
import java.util.List;

/** Flow lines as one page: what they let through, what holds them back, and what would help. */
public final class FlowlinePage {
    private static final List<Size> SIZES = List.of(Size.WIDE, Size.MEDIUM, Size.NARROW);

    private final FlowlineReport report;
    private final Speech speech;
    private final Html html = new Html();
    private final PageParts parts;
    private final FlowlineWords words;

    private FlowlinePage(FlowlineReport report, Texts texts) {
        this.report = report;
        this.speech = new Speech(texts);
        this.parts = new PageParts(html, speech);
        this.words = new FlowlineWords(speech);
    }

    /** The page as HTML text. */
    public static String of(FlowlineReport report, Texts texts) {
        return new FlowlinePage(report, texts).write();
    }

    private String write() {
        PageFrame frame = new PageFrame(html, speech);
        frame.open(
                speech.say("flow.page.title", report.name()),
                speech.say("flow.page.kind"),
                report.name(),
                report.scenario().map(Scenario::asOf),
                "flow-0-section");
        html.open("main");
        html.words("h1", "", words.headline(report.lines().getFirst()));
        answers(report.lines().getFirst());
        for (int i = 0; i < report.lines().size(); i++) {
            line(i, report.lines().get(i));
        }
        parts.reading("flow-reading-section", List.of("flow-blocked", "flow-bottleneck", "flow-interval", "flow-oee"));
        html.close();
        return frame.close(speech.say("flow.page.footer", report.name(), Long.toString(report.seed())));
    }

    private void answers(OfLine line) {
        html.open("div", "class", "answers");
        parts.answer(
                "flow.question.rate",
                speech.decimal(line.result().jobsPerHour().value()),
                speech.say(
                        "flow.rate.sentence",
                        words.interval(line.result().jobsPerHour()),
                        speech.decimal(line.unlimited()),
                        speech.decimal(line.estimate())));
        line.oee()
                .ifPresent(oee -> parts.answer(
                        "flow.question.oee",
                        words.percent(oee.simulated().value()),
                        speech.say(
                                "flow.oee.sentence",
                                words.percent(oee.stated().oee()),
                                speech.number(Math.round(oee.weekSimulated().value())),
                                speech.number(Math.round(oee.weekStated())))));
        List<Effect> best = line.best();
        if (!best.isEmpty()) {
            Effect first = best.getFirst();
            parts.answer(
                    "flow.question.help",
                    speech.say("flow.more", words.hundredths(first.jobsPerHour().value())),
                    speech.say(
                            "flow.help.sentence",
                            words.change(first.change()),
                            FlowlineWords.station(line, first.change().station())));
        }
        html.close();
    }

    private void line(int position, OfLine line) {
        String id = "flow-" + position;
        html.open("section", "id", id + "-section");
        html.words("h2", "", speech.say("flow.line.title", line.line().name()));
        html.words(
                "p",
                "lead",
                speech.say(
                        "flow.line.lead",
                        words.interval(line.result().jobsPerHour()),
                        speech.number(line.result().replications()),
                        speech.number(line.result().span().hours()),
                        speech.number(line.result().span().warmUpHours())));
        shares(id, line).write(html, speech);
        html.words("h3", "", speech.say("flow.story.title"));
        html.words(
                "p",
                "lead",
                speech.say("flow.story.lead", speech.number(line.story().hours())));
        story(id, line).write(html, speech);
        if (!line.effects().isEmpty()) {
            html.words("h3", "", speech.say("flow.effects.title"));
            html.words("p", "lead", speech.say("flow.effects.lead"));
            effects(line);
        }
        html.close();
    }

    private Picture shares(String id, OfLine line) {
        List<ShareBars.Row> bars = new ArrayList<>();
        for (int i = 0; i < line.line().stations().size(); i++) {
            AtStation found = line.result().stations().get(i);
            bars.add(new ShareBars.Row(
                    FlowlineWords.station(line, i),
                    List.of(
                            new ShareBars.Part(found.working().value(), Tone.series(0), false),
                            new ShareBars.Part(found.down().value(), Tone.series(4), false),
                            new ShareBars.Part(found.blocked().value(), Tone.series(1), true),
                            new ShareBars.Part(found.starved().value(), Tone.QUIET, true))));
        }
        ShareBars chart = new ShareBars(
                speech.say("flow.shares.title"),
                speech.say("flow.shares.description", line.line().name()),
                bars,
                tick -> speech.say("percent", Integer.toString(tick)));
        return new Picture(
                id + "-shares",
                List.of(
                        new Picture.Key("box f-s1", speech.say("flow.working")),
                        new Picture.Key("box f-s5", speech.say("flow.down")),
                        new Picture.Key("box g-s2", speech.say("flow.blocked")),
                        new Picture.Key("box g-quiet", speech.say("flow.starved"))),
                SIZES.stream().map(size -> new Drawing("", chart.draw(size))).toList(),
                false,
                shareTable(line));
    }

    private DataTable shareTable(OfLine line) {
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < line.line().stations().size(); i++) {
            rows.add(new DataTable.Row(FlowlineWords.station(line, i), words.shares(line, i)));
        }
        return new DataTable(
                speech.say("flow.shares.title"),
                words.shareHeads(),
                List.of("f-s1", "f-s5", "g-s2", "g-quiet", "", "", ""),
                rows);
    }

    private Picture story(String id, OfLine line) {
        List<HourRows.Row> strips = new ArrayList<>();
        for (int i = 0; i < line.line().stations().size(); i++) {
            strips.add(strip(line, i));
        }
        HourRows chart = new HourRows(
                speech.say("flow.story.title"),
                speech.say("flow.story.description", line.line().name()),
                line.story().hours(),
                speech.say("flow.story.axis"),
                strips,
                speech::decimal);
        return new Picture(
                id + "-story",
                List.of(
                        new Picture.Key("box g-s1", speech.say("flow.legend.buffer")),
                        new Picture.Key("box f-s2", speech.say("flow.legend.bottleneck"))),
                SIZES.stream().map(size -> new Drawing("", chart.draw(size))).toList(),
                false,
                storyTable(line, strips));
    }

    private static HourRows.Row strip(OfLine line, int station) {
        LineStory story = line.story();
        int room = room(line, station);
        List<Double> fill = new ArrayList<>();
        for (int sample = 0; sample < story.hours() * story.samplesPerHour() && room > 0; sample++) {
            fill.add(1.0 * story.level(station, sample) / room);
        }
        return new HourRows.Row(
                FlowlineWords.station(line, station),
                fill,
                story.reigns().stream()
                        .filter(reign -> reign.station() == station)
                        .map(reign -> new HourRows.Reign(reign.fromHour(), reign.toHour()))
                        .toList());
    }

    private static int room(OfLine line, int station) {
        return station == 0 ? 0 : line.line().stations().get(station).bufferBefore();
    }

    private DataTable storyTable(OfLine line, List<HourRows.Row> strips) {
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < strips.size(); i++) {
            HourRows.Row strip = strips.get(i);
            int room = room(line, i);
            double hours = strip.reigns().stream()
                    .mapToDouble(reign -> reign.to() - reign.from())
                    .sum();
            double full = strip.fill().stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
            rows.add(new DataTable.Row(
                    strip.label(),
                    List.of(
                            speech.decimal(hours),
                            speech.number(strip.reigns().size()),
                            room == 0 ? "–" : speech.number(room),
                            room == 0 ? "–" : speech.decimal(room * full))));
        }
        return new DataTable(
                speech.say("flow.story.title"),
                List.of(
                        speech.say("flow.head.station"),
                        speech.say("flow.head.reign-hours"),
                        speech.say("flow.head.reigns"),
                        speech.say("flow.head.room"),
                        speech.say("flow.head.buffer")),
                List.of("f-s2", "", "", "g-s1"),
                rows);
    }

    private void effects(OfLine line) {
        List<String> heads = List.of("flow.head.station", "flow.head.cycle", "flow.head.repairs", "flow.head.places");
        html.open(
                "div",
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                speech.say("flow.effects.title"));
        html.open("table", "class", "limits").words("caption", "hidden", speech.say("flow.effects.title"));
        html.open("thead").open("tr");
        heads.forEach(
                head -> html.open("th", "scope", "col").text(speech.say(head)).close());
        html.close().close().open("tbody");
        for (int i = 0; i < line.line().stations().size(); i++) {
            html.open("tr")
                    .open("th", "scope", "row")
                    .text(FlowlineWords.station(line, i))
                    .close();
            String[] cells = {"–", "–", "–"};
            for (Effect effect : line.effects()) {
                if (effect.change().station() == i) {
                    cells[column(effect.change())] = effect(effect);
                }
            }
            for (int column = 0; column < cells.length; column++) {
                html.open("td", "data-head", speech.say(heads.get(column + 1)))
                        .text(cells[column])
                        .close();
            }
            html.close();
        }
        html.close().close().close();
    }

    private static int column(Change change) {
        return switch (change) {
            case Change.ShorterCycle _ -> 0;
            case Change.ShorterRepairs _ -> 1;
            case Change.LargerBuffer _ -> 2;
        };
    }

    private String effect(Effect effect) {
        String said = speech.say(
                "flow.effect",
                (effect.jobsPerHour().value() > -0.005 ? "+" : "")
                        + words.hundredths(effect.jobsPerHour().value()),
                words.hundredths(effect.jobsPerHour().halfWidth()));
        return effect.change() instanceof Change.ShorterCycle(int _, double seconds) && seconds != 1
                ? said + " (" + words.change(effect.change()) + ")"
                : said;
    }
}
