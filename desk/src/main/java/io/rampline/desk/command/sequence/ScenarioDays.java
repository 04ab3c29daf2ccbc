package io.rampline.desk.command.sequence;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Interruption;
import io.rampline.desk.command.ScenarioInput;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.Unreadable;
import io.rampline.desk.lineday.CannotKeep;
import io.rampline.desk.lineday.CarColours;
import io.rampline.desk.lineday.DayPlan;
import io.rampline.desk.lineday.DayRules;
import io.rampline.desk.lineday.EarlierDays;
import io.rampline.desk.lineday.LineCar;
import io.rampline.desk.lineday.LineDaysReport;
import io.rampline.desk.lineday.LineDaysReport.OrderedWeek;
import io.rampline.desk.lineday.LineWeek;
import io.rampline.desk.lineday.PlaceWish;
import io.rampline.desk.lineday.PromisesKept;
import io.rampline.desk.lineday.WeekOrdering;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Week;
import io.rampline.intake.ScenarioContents;
import io.rampline.promise.PromiseEngine;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.search.Found;
import io.rampline.sequence.search.NoSequence;
import io.rampline.sequence.search.Search;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts the days of a scenario's weeks in order. */
final class ScenarioDays {
    private static final int DAYS_MAX = 7;
    private static final long MOVES_USUAL = 3_000_000;

    private final Terminal terminal;
    private final Steps steps;
    private final Interruption interruption;
    private final Speech speech;
    private final ScenarioOptions options;

    ScenarioDays(Terminal terminal, Steps steps, Interruption interruption, Speech speech, ScenarioOptions options) {
        this.terminal = terminal;
        this.steps = steps;
        this.interruption = interruption;
        this.speech = speech;
        this.options = options;
    }

    /** What is asked of every form of day. */
    record Wish(
            Path scenario,
            Optional<String> line,
            Optional<Double> seconds,
            Optional<Long> moves,
            long seed,
            Optional<Path> keep,
            int exchanges) {}

    LineDaysReport order(Wish wish) throws NoSequence, CannotKeep {
        int days = lastDay();
        List<PlaceWish> wishes = options.wishes();
        ScenarioContents contents = ScenarioInput.read(wish.scenario(), terminal, steps);
        List<Line> lines = lines(contents, wish.line());
        steps.begin(speech.say("progress.promising"));
        PromiseEngine engine = PromisedBook.promise(contents).engine();
        List<Integer> buckets = buckets(engine);
        Optional<EarlierDays> kept = earlier(wish.keep());
        Optional<EarlierDays> before = earlier(Optional.ofNullable(options.before()));
        List<OrderedWeek> ordered = new ArrayList<>();
        for (Line line : lines) {
            List<LineCar> tail = before.map(file -> file.last(line.name())).orElse(List.of());
            for (int bucket : buckets) {
                LineWeek week = LineWeek.of(engine, contents.lineRules(), line.name(), bucket);
                if (!week.cars().isEmpty()) {
                    DayRules rules = DayRules.of(contents.scenario(), contents.lineRules(), week);
                    WeekOrdering ordering = new WeekOrdering(week, rules, contents.lineRules(), tail, wishes);
                    List<DayPlan> plans = kept.isPresent()
                            ? ordering.keep(kept.orElseThrow().orders(line.name(), week.week()), wish.exchanges())
                            : ordering.seek(days, day -> seek(day, wish));
                    check(
                            week,
                            plans,
                            kept.isPresent() || days >= week.dayUnits().size());
                    tail = plans.isEmpty() ? tail : plans.getLast().sequence();
                    ordered.add(new OrderedWeek(week, rules, kept.isPresent(), asked(plans)));
                }
            }
        }
        expectCars(ordered, buckets, engine.network().horizon());
        wishes.forEach(one -> expectBuilt(one, ordered));
        return new LineDaysReport(contents.scenario(), new CarColours(contents.lineRules()), wish.seed(), ordered);
    }

    private void expectCars(List<OrderedWeek> ordered, List<Integer> buckets, Horizon horizon) {
        if (ordered.stream().allMatch(week -> week.days().isEmpty())) {
            throw new CommandFault(
                    ExitCode.NO_PLAN,
                    "found no car that is promised for the line in "
                            + String.join(
                                    ", ",
                                    buckets.stream()
                                            .map(bucket -> horizon.week(bucket).toString())
                                            .toList())
                            + (options.day() == null ? "" : " on day " + options.day())
                            + ". Maybe ask about another week or line.");
        }
    }

    private static void expectBuilt(PlaceWish wish, List<OrderedWeek> ordered) {
        for (OrderedWeek week : ordered) {
            boolean isHere =
                    week.week().cars().stream().anyMatch(car -> car.orderId().equals(wish.orderId()));
            int days = week.week().dayUnits().size();
            if (isHere && wish.day().orElse(1) > days) {
                throw new CommandFault(
                        ExitCode.USAGE,
                        "found --late " + wish.orderId() + "=day" + wish.day().orElse(1) + ", expected a day from 1 to "
                                + days + "; " + week.week().week() + " has no more on line "
                                + week.week().line());
            }
            if (isHere) {
                return;
            }
        }
        throw new CommandFault(
                ExitCode.USAGE,
                "found " + wish.orderId()
                        + " among --late, --soon and --fix, expected an order that is built in these weeks. Maybe the id is"
                        + " mistyped, or the order is on another line.");
    }

    private List<DayPlan> asked(List<DayPlan> plans) {
        Integer day = options.day();
        return day == null
                ? plans
                : plans.stream().filter(plan -> plan.number() == day).toList();
    }

    private static void check(LineWeek week, List<DayPlan> plans, boolean isWhole) {
        List<String> flaws = isWhole ? PromisesKept.check(week, plans) : List.of();
        if (!flaws.isEmpty()) {
            throw new IllegalStateException("the check of promises says: " + String.join("; ", flaws));
        }
    }

    private Found seek(LineDay day, Wish wish) throws NoSequence {
        steps.begin(speech.say("progress.day", day.name()));
        double seconds = wish.seconds().orElse(Double.POSITIVE_INFINITY);
        long moves = wish.moves().orElse(wish.seconds().isPresent() ? Long.MAX_VALUE : MOVES_USUAL);
        Stopwatch watch = new Stopwatch(day, steps, interruption, speech, seconds, moves);
        return Search.run(day, wish.seed(), watch, watch);
    }

    private int lastDay() {
        Integer day = options.day();
        if (day != null && (day < 1 || day > DAYS_MAX)) {
            throw new CommandFault(
                    ExitCode.USAGE, "found --day " + day + ", expected a day of the week from 1 to " + DAYS_MAX);
        }
        return day == null ? DAYS_MAX : day;
    }

    private static List<Line> lines(ScenarioContents contents, Optional<String> line) {
        List<Line> all = contents.scenario().lines();
        if (line.isEmpty()) {
            return all;
        }
        return List.of(contents.scenario()
                .findLine(line.orElseThrow())
                .orElseThrow(() -> new CommandFault(
                        ExitCode.USAGE,
                        "found --line " + line.orElseThrow() + ", expected one of "
                                + String.join(", ", all.stream().map(Line::name).toList()))));
    }

    private List<Integer> buckets(PromiseEngine engine) {
        Horizon horizon = engine.network().horizon();
        List<Integer> buckets = new ArrayList<>();
        for (String text : options.weeks()) {
            Week week = Week.find(text)
                    .filter(horizon::holds)
                    .orElseThrow(() -> new CommandFault(
                            ExitCode.USAGE,
                            String.format(
                                    Locale.ROOT,
                                    "found --week %s, expected a week from %s to %s",
                                    text,
                                    horizon.week(0),
                                    horizon.week(horizon.weeks() - 1))));
            buckets.add(horizon.bucket(week));
        }
        int first = LineWeek.firstBucket(engine);
        for (int bucket = first; options.weeks().isEmpty() && bucket < horizon.weeks(); bucket++) {
            if (bucket == first || bucket < LineWeek.frozenEnd(engine)) {
                buckets.add(bucket);
            }
        }
        return buckets.stream().sorted().distinct().toList();
    }

    private static Optional<EarlierDays> earlier(Optional<Path> file) throws CannotKeep {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(EarlierDays.read(file.orElseThrow()));
        } catch (IOException fault) {
            throw new CommandFault(
                    ExitCode.FILES, "cannot read " + file.orElseThrow() + ": " + Unreadable.because(fault), fault);
        }
    }
}
