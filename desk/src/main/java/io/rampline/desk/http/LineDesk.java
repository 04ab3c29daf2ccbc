package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.desk.briefing.file.LineDaysJson;
import io.rampline.desk.briefing.file.ShopFloorCsv;
import io.rampline.desk.briefing.page.DayStrip;
import io.rampline.desk.briefing.page.LineDayPage;
import io.rampline.desk.briefing.page.ShopFloorPage;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.lineday.CarColours;
import io.rampline.desk.lineday.DayPlan;
import io.rampline.desk.lineday.DaysInOrder;
import io.rampline.desk.lineday.LineCalendar;
import io.rampline.desk.lineday.LineDaysReport;
import io.rampline.desk.lineday.LineDaysReport.OrderedWeek;
import io.rampline.desk.lineday.LineWeek;
import io.rampline.desk.scenario.LaidOut;
import io.rampline.factory.Horizon;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.intake.LineRules;
import io.rampline.intake.Progress;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioFolder;
import io.rampline.sequence.search.NoSequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The cars of a day in the order in which they go down a line: for programs, as a picture, as pages. */
final class LineDesk {
    private static final Duration OLDEST = Duration.ofSeconds(1);
    private static final String SVG = "image/svg+xml";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String DAY = "/api/v1/lines/{line}/days/{date}";

    private final Book book;
    private final ReentrantLock seeking = new ReentrantLock();
    private final DaysInOrder days = new DaysInOrder();
    private @Nullable LineRules rules;

    LineDesk(Book book) {
        this.book = book;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/lines", Permission.SEE_LINE_DAY, this::calendar)
                        .costing(Route.Cost.COSTLY),
                day("", this::see),
                day("/strip", this::strip),
                day("/why/{order_id}", this::why),
                day("/table", this::table).producing(CSV),
                day("/picture", this::picture).asking("lang").producing(SVG),
                day("/page", call -> page(call, LineDayPage::of)).asking("lang").producing(HTML),
                day("/shop-floor", call -> page(call, ShopFloorPage::of))
                        .asking("lang")
                        .producing(HTML));
    }

    private static Route day(String of, Route.Handler handler) {
        return Route.get(DAY + of, Permission.SEE_LINE_DAY, handler).costing(Route.Cost.COSTLY);
    }

    private Reply calendar(Call call) {
        LineRules said = rules();
        LineCalendar calendar = book.view(OLDEST).ask(engine -> LineCalendar.of(engine, said));
        return Reply.ok(json -> LineStripJson.calendar(json, calendar));
    }

    private Reply see(Call call) {
        DayPlan day = day(call).days().getFirst();
        return Reply.ok(json -> LineDaysJson.write(json, day));
    }

    private Reply strip(Call call) {
        LineDaysReport report = day(call);
        return Reply.ok(json -> LineStripJson.strip(json, report));
    }

    private Reply why(Call call) {
        DayPlan day = day(call).days().getFirst();
        OptionalInt place = day.place(call.parameter(2));
        if (place.isEmpty()) {
            throw new Problem(
                    ProblemType.NOT_FOUND,
                    "order " + Problem.clipped(call.parameter(2)) + " is not built on line " + day.line() + " on "
                            + day.date() + ". Maybe its date moved");
        }
        return Reply.ok(json -> LineStripJson.why(json, day, place.getAsInt()));
    }

    private Reply table(Call call) {
        String rows = ShopFloorCsv.of(day(call).days());
        return new Reply.Whole(Reply.OK, CSV, rows.getBytes(StandardCharsets.UTF_8));
    }

    private Reply picture(Call call) {
        Speech speech = new Speech(texts(call));
        LineDaysReport report = day(call);
        String svg = new DayStrip(report.days().getFirst(), report.colours(), speech).alone();
        return new Reply.Whole(Reply.OK, SVG, svg.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a page. */
    private interface Pages {
        String of(LineDaysReport report, Texts texts);
    }

    private Reply page(Call call, Pages pages) {
        Texts texts = texts(call);
        return new Reply.Whole(Reply.OK, HTML, pages.of(day(call), texts).getBytes(StandardCharsets.UTF_8));
    }

    private static Texts texts(Call call) {
        String lang = call.query().find("lang").orElse("en");
        return switch (lang) {
            case "en" -> Texts.english();
            case "de" -> Texts.german();
            default -> throw Problem.parameter("lang", lang, "en or de");
        };
    }

    private LineDaysReport day(Call call) {
        Scenario scenario = book.network().scenario();
        Horizon horizon = scenario.horizon();
        String line = call.parameter(0);
        if (scenario.findLine(line).isEmpty()) {
            throw new Problem(
                    ProblemType.NOT_FOUND, "no line " + Problem.clipped(line) + "; /api/v1/resources lists those");
        }
        LocalDate date = date(call.parameter(1), horizon);
        int bucket = horizon.bucket(Week.of(date));
        LineRules said = rules();
        List<LineWeek> weeks = book.view(OLDEST).ask(engine -> LineWeek.upTo(engine, said, line, bucket));
        OrderedWeek ordered = ordered(weeks, date.getDayOfWeek().getValue(), scenario, said);
        List<DayPlan> asked =
                ordered.days().stream().filter(plan -> plan.date().equals(date)).toList();
        if (asked.isEmpty()) {
            throw new Problem(
                    ProblemType.NOT_FOUND, "no car is built on line " + line + " on " + date + ". Maybe it rests");
        }
        return new LineDaysReport(
                scenario,
                new CarColours(said),
                DaysInOrder.SEED,
                List.of(new OrderedWeek(ordered.week(), ordered.rules(), false, asked)));
    }

    private static LocalDate date(String text, Horizon horizon) {
        LocalDate first = horizon.week(0).monday();
        LocalDate last = horizon.week(horizon.weeks() - 1).sunday();
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(first) && !date.isAfter(last)) {
                return date;
            }
        } catch (DateTimeException noDay) {
            // Said below, as for a day out of range.
        }
        throw Problem.dayOutside("date", text, first, last);
    }

    private OrderedWeek ordered(List<LineWeek> weeks, int day, Scenario scenario, LineRules said) {
        if (!seeking.tryLock()) {
            throw new Problem(ProblemType.BUSY, "another day is being put in order; maybe ask again")
                    .retryAfter(TimeUnit.SECONDS.toNanos(2));
        }
        try {
            return days.last(weeks, scenario, said, day);
        } catch (NoSequence none) {
            throw new Problem(ProblemType.REFUSED, String.valueOf(none.getMessage())).with("code", "NO_SEQUENCE");
        } finally {
            seeking.unlock();
        }
    }

    private synchronized LineRules rules() {
        LineRules read = rules;
        if (read == null) {
            read = read().orElseThrow(() -> new Problem(
                            ProblemType.REFUSED, "the scenario of this book has flaws, so its rules are not known")
                    .with("code", "SCENARIO_FLAWED"));
            rules = read;
        }
        return read;
    }

    private Optional<LineRules> read() {
        try {
            return LaidOut.with(book.scenarioFiles(), folder -> switch (ScenarioFolder.read(folder, Progress.NONE)) {
                case Reading.Sound sound -> Optional.of(sound.contents().lineRules());
                case Reading.Flawed _ -> Optional.empty();
            });
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
