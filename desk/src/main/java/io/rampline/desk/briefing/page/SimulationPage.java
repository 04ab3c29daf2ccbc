package io.rampline.desk.briefing.page;

import io.rampline.desk.futures.FuturesReport;
import io.rampline.desk.futures.FuturesReport.KindRow;
import io.rampline.factory.Guarantee;
import io.rampline.simulation.window.Window;
import java.util.ArrayList;
import java.util.List;

/** The futures as one page, for those who must answer for dates. It loads nothing, and is well-formed as XML. */
public final class SimulationPage {
    private final FuturesReport report;
    private final Speech speech;
    private final Html html = new Html();
    private final PageParts parts;

    private SimulationPage(FuturesReport report, Texts texts) {
        this.report = report;
        this.speech = new Speech(texts);
        this.parts = new PageParts(html, speech);
    }

    /** The page as HTML text. */
    public static String of(FuturesReport report, Texts texts) {
        return new SimulationPage(report, texts).write();
    }

    private String write() {
        String scenario = report.scenario().name();
        PageFrame frame = new PageFrame(html, speech);
        frame.open(
                speech.say("futures.page.title", scenario),
                speech.say("futures.page.kind"),
                scenario,
                report.scenario().asOf(),
                "futures-output-section");
        html.open("main");
        html.words("h1", "", headline());
        answers();
        parts.section(
                "futures-output-section",
                "futures.output.title",
                "futures.output.lead",
                () -> FanPictures.output(report, speech).write(html, speech));
        if (!report.expected().isEmpty()) {
            parts.section(
                    "futures-waits-section",
                    "futures.waits.title",
                    "futures.waits.lead",
                    () -> FanPictures.waits(report, speech).write(html, speech));
        }
        parts.section("futures-products-section", "futures.products.title", "futures.products.lead", this::products);
        if (!report.tally().guarantees().list().isEmpty()) {
            parts.section(
                    "futures-guarantees-section",
                    "futures.guarantees.title",
                    "futures.guarantees.lead",
                    this::guarantees);
        }
        parts.reading(
                "futures-reading-section",
                List.of("futures-future", "futures-window", "futures-kept", "futures-assumed"));
        html.close();
        return frame.close(speech.say(
                "futures.page.footer",
                scenario,
                speech.number(report.tally().futures()),
                Long.toString(report.seed())));
    }

    private String headline() {
        long futures = report.tally().futures();
        return speech.say(
                "futures.headline",
                speech.percent(Math.round(report.windows().meanProbability() * futures), futures),
                weeks(report.windows().medianWeeks()));
    }

    private void answers() {
        long futures = report.tally().futures();
        html.open("div", "class", "answers");
        parts.answer(
                "futures.question.promise",
                speech.percent(Math.round(report.promiseKept() * futures), futures),
                speech.say("futures.promise.sentence"));
        parts.answer(
                "futures.question.window",
                weeks(report.windows().medianWeeks()),
                speech.say(
                        "futures.window.sentence",
                        speech.percent(Math.round(report.windows().confidence() * 1000), 1000)));
        if (!report.tally().guarantees().list().isEmpty()) {
            parts.answer(
                    "futures.question.guarantee",
                    speech.percent(report.tally().allKept(), futures),
                    speech.say("futures.guarantee.sentence", speech.number(futures)));
        }
        html.close();
    }

    private void products() {
        long futures = report.tally().futures();
        List<List<String>> rows = new ArrayList<>();
        for (KindRow row : report.kinds()) {
            Window last = report.windows().ofRow(row.lastRow());
            rows.add(List.of(
                    row.kind().product() + ", " + row.kind().market(),
                    speech.number(row.orders()),
                    speech.percent(Math.round(row.promiseKept() * futures), futures),
                    week(last.earlyBucket()) + " – " + week(last.lateBucket()),
                    speech.percent(Math.round(last.probability() * futures), futures)));
        }
        table(
                "futures.products.title",
                List.of(
                        "futures.head.product",
                        "futures.head.orders",
                        "futures.head.kept",
                        "futures.head.last-window",
                        "futures.head.probability"),
                rows);
    }

    private void guarantees() {
        List<List<String>> rows = new ArrayList<>();
        List<Guarantee> guarantees = report.tally().guarantees().list();
        for (int i = 0; i < guarantees.size(); i++) {
            Guarantee guarantee = guarantees.get(i);
            rows.add(List.of(
                    guarantee.model().orElse(speech.say("futures.any"))
                            + ", "
                            + guarantee.market().orElse(speech.say("futures.any")),
                    speech.weeks((long) guarantee.waitWeeks()),
                    week(guarantee.fromBucket()),
                    report.kept(i).isEmpty()
                            ? "–"
                            : speech.percent(
                                    report.tally().kept(i), report.tally().futures())));
        }
        table(
                "futures.guarantees.title",
                List.of("futures.head.product", "futures.head.wait", "futures.head.from", "futures.head.probability"),
                rows);
    }

    private void table(String title, List<String> heads, List<List<String>> rows) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", speech.say(title));
        html.open("table", "class", "limits").words("caption", "hidden", speech.say(title));
        html.open("thead").open("tr");
        heads.forEach(
                head -> html.open("th", "scope", "col").text(speech.say(head)).close());
        html.close().close().open("tbody");
        for (List<String> row : rows) {
            html.open("tr").open("th", "scope", "row").text(row.getFirst()).close();
            for (int i = 1; i < row.size(); i++) {
                html.open("td", "data-head", speech.say(heads.get(i)))
                        .text(row.get(i))
                        .close();
            }
            html.close();
        }
        html.close().close().close();
    }

    private String week(int bucket) {
        return bucket == Window.BEYOND_HORIZON
                ? speech.say("beyond")
                : speech.week(report.scenario().horizon().week(bucket));
    }

    private String weeks(int weeks) {
        return weeks > report.scenario().horizon().weeks() ? speech.say("beyond") : speech.weeks((long) weeks);
    }
}
