package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.desk.briefing.file.LineDaysJson;
import io.rampline.desk.briefing.page.DayStrip;
import io.rampline.desk.briefing.page.LineDayPage;
import io.rampline.desk.briefing.page.ShopFloorPage;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.lineday.CarColours;
import io.rampline.desk.lineday.DayPlan;
import io.rampline.desk.lineday.DayRules;
import io.rampline.desk.lineday.LineDaysReport;
import io.rampline.desk.lineday.LineDaysReport.OrderedWeek;
import io.rampline.desk.lineday.LineWeek;
import io.rampline.desk.lineday.WeekOrdering;
import io.rampline.desk.scenario.LaidOut;
import io.rampline.factory.Horizon;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.intake.LineRules;
import io.rampline.intake.Progress;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioFolder;
import io.rampline.sequence.search.Budget;
import io.rampline.sequence.search.NoSequence;
import io.rampline.sequence.search.Search;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The cars of a day in the order in which they go down a line: for programs, as a picture, as pages. */
final class LineDesk {
    private static final Duration OLDEST = Duration.ofSeconds(1);
    /** A fraction of a second for a day of a thousand cars; the same on every machine. */
    private static final long MOVES = 500_000;

    private static final long SEED = 1;
    private static final int REMEMBERED_MOST = 30;
    private static final String SVG = "image/svg+xml";
    private static final String HTML = "text/html; charset=utf-8";

    private final Book book;
    private final ReentrantLock seeking = new ReentrantLock();
    private @Nullable LineRules rules;

    /** Days already sought, by the cars of their week: a book that changes elsewhere leaves them as they are. */
    private final Map<Asked, OrderedWeek> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, OrderedWeek> eldest) {
            return size() > REMEMBERED_MOST;
        }
    };

    private record Asked(LineWeek week, int day) {}

    LineDesk(Book book) {
        this.book = book;
    }

    List<Route> routes() {
        String day = "/api/v1/lines/{line}/days/{date}";
        return List.of(
                Route.get(day, Permission.SEE_LINE_DAY, this::see).costing(Route.Cost.COSTLY),
                Route.get(day + "/picture", Permission.SEE_LINE_DAY, this::picture)
                        .asking("lang")
                        .producing(SVG)
                        .costing(Route.Cost.COSTLY),
                Route.get(day + "/page", Permission.SEE_LINE_DAY, call -> page(call, LineDayPage::of))
                        .asking("lang")
                        .producing(HTML)
                        .costing(Route.Cost.COSTLY),
                Route.get(day + "/shop-floor", Permission.SEE_LINE_DAY, call -> page(call, ShopFloorPage::of))
                        .asking("lang")
                        .producing(HTML)
                        .costing(Route.Cost.COSTLY));
    }

    private Reply see(Call call) {
        DayPlan day = day(call).days().getFirst();
        return Reply.ok(json -> LineDaysJson.write(json, day));
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
        LineWeek week = book.view(OLDEST).ask(engine -> LineWeek.of(engine, said, line, bucket));
        OrderedWeek ordered = ordered(new Asked(week, date.getDayOfWeek().getValue()), scenario, said);
        List<DayPlan> days =
                ordered.days().stream().filter(plan -> plan.date().equals(date)).toList();
        if (days.isEmpty()) {
            throw new Problem(
                    ProblemType.NOT_FOUND, "no car is built on line " + line + " on " + date + ". Maybe it rests");
        }
        return new LineDaysReport(
                scenario,
                new CarColours(said),
                SEED,
                List.of(new OrderedWeek(ordered.week(), ordered.rules(), false, days)));
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
        throw Problem.parameter("date", text, "a day from " + first + " to " + last);
    }

    private OrderedWeek ordered(Asked asked, Scenario scenario, LineRules said) {
        if (!seeking.tryLock()) {
            throw new Problem(ProblemType.BUSY, "another day is being put in order; maybe ask again")
                    .retryAfter(TimeUnit.SECONDS.toNanos(2));
        }
        try {
            OrderedWeek found = known.get(asked);
            if (found == null) {
                DayRules byRules = DayRules.of(scenario, said, asked.week());
                WeekOrdering ordering = new WeekOrdering(asked.week(), byRules, said, List.of(), List.of());
                found = new OrderedWeek(
                        asked.week(),
                        byRules,
                        false,
                        ordering.seek(
                                asked.day(),
                                day -> Search.run(day, SEED, Budget.ofMoves(MOVES), (counts, moves) -> {})));
                known.put(asked, found);
            }
            return found;
        } catch (NoSequence none) {
            throw new Problem(ProblemType.REFUSED, String.valueOf(none.getMessage()));
        } finally {
            seeking.unlock();
        }
    }

    private synchronized LineRules rules() {
        LineRules read = rules;
        if (read == null) {
            read = read().orElseThrow(() -> new Problem(
                    ProblemType.REFUSED, "the scenario of this book has flaws, so its rules are not known"));
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
