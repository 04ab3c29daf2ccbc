package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.chart.Size;
import io.rampline.desk.lineday.CarColours;
import io.rampline.desk.lineday.DayPlan;
import io.rampline.intake.LineRules.Priority;
import io.rampline.intake.LineRules.Spacing;
import io.rampline.sequence.shop.DayPicture;
import io.rampline.sequence.shop.PictureLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A day of a line as a picture: its colours, how full the windows are, and the rules as a table. */
public final class DayStrip {
    private static final int CARS_WIDE = 120;
    private static final int CARS_MEDIUM = 60;
    private static final int CARS_NARROW = 36;

    private final DayPlan day;
    private final CarColours colours;
    private final Speech speech;

    /** The picture of one day. */
    public DayStrip(DayPlan day, CarColours colours, Speech speech) {
        this.day = day;
        this.colours = colours;
        this.speech = speech;
    }

    /** A drawing that stands alone, as SVG text. */
    public String alone() {
        return DayPicture.of(day.day(), day.found().order(), look(Size.WIDE, CARS_WIDE, ""));
    }

    private PictureLook look(Size size, int cars, String styleClass) {
        return new PictureLook(
                speech.say("lineday.picture", day.line(), speech.date(day.date())),
                speech.say("lineday.picture.description"),
                speech.say("lineday.paint"),
                (from, to) -> speech.say("lineday.places", speech.number(from), speech.number(to)),
                number -> name(colours, number, speech),
                number -> rgb(colours, number),
                size.width(),
                cars,
                styleClass);
    }

    /** How cars of a colour are drawn, as SVG says it. */
    public static String fill(CarColours colours, int number) {
        return PictureLook.fill(number, rgb(colours, number));
    }

    private static Optional<String> rgb(CarColours colours, int number) {
        return number < colours.names().size() ? colours.rgb(colours.names().get(number)) : Optional.empty();
    }

    private static String name(CarColours colours, int number, Speech speech) {
        return number < colours.names().size() ? colours.names().get(number) : speech.say("lineday.no-colour");
    }

    void write(Html html) {
        html.open("div", "class", "picture").open("ul", "class", "legend");
        key(html, "cell-3", "lineday.legend.full");
        key(html, "f-ink", "lineday.legend.tick");
        key(html, "day-key-bad", "lineday.legend.bad");
        html.close().open("div", "class", "sizes");
        html.markup(drawing(Size.WIDE, CARS_WIDE));
        html.markup(drawing(Size.MEDIUM, CARS_MEDIUM));
        html.markup(drawing(Size.NARROW, CARS_NARROW));
        html.close();
        if (!day.rules().spacings().isEmpty()) {
            html.open("details").words("summary", "", speech.say("lineday.rules.show"));
            rules().write(html);
            html.close();
        }
        html.close();
    }

    /** A square of a colour: colours of cars stand in the scenario, not in the style sheet. */
    void swatch(Html html, int colour) {
        html.open("svg", "class", "day-swatch", "viewBox", "0 0 1 1", "aria-hidden", "true");
        html.single("rect", "width", "1", "height", "1", "fill", fill(colours, colour))
                .close();
    }

    private void key(Html html, String style, String words) {
        html.open("li").open("span", "class", "key box " + style).close();
        html.text(speech.say(words)).close();
    }

    private String drawing(Size size, int cars) {
        return DayPicture.of(day.day(), day.found().order(), look(size, cars, size.styleClass()));
    }

    private DataTable rules() {
        List<DataTable.Row> rows = new ArrayList<>();
        for (int r = 0; r < day.rules().spacings().size(); r++) {
            int ratio = r;
            Spacing spacing = day.rules().spacings().get(r);
            String most = speech.say(
                    spacing.most().isPresent() ? "lineday.most" : "lineday.most.even",
                    speech.number(day.day().ratios().get(r).most()),
                    speech.number(spacing.in()));
            long cars =
                    day.day().cars().stream().filter(car -> car.carries(ratio)).count();
            rows.add(new DataTable.Row(
                    spacing.name(),
                    List.of(
                            most,
                            speech.say(spacing.priority() == Priority.HIGH ? "lineday.rule.high" : "lineday.rule.low"),
                            speech.number(cars),
                            speech.number(day.verdict().violations().get(r)))));
        }
        return new DataTable(
                speech.say("lineday.rules.show"),
                List.of(
                        speech.say("lineday.rule"),
                        speech.say("lineday.rule.most"),
                        speech.say("lineday.rule.priority"),
                        speech.say("lineday.rule.cars"),
                        speech.say("lineday.rule.violations")),
                List.of("", "", "", ""),
                rows);
    }
}
