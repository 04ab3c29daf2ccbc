package io.rampline.desk.timetable;

import io.rampline.desk.timetable.Watcher.Work;
import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.Answer;
import io.rampline.ramp.Question;
import io.rampline.ramp.Timetable;
import io.rampline.ramp.check.SingleOrders;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.ResourceValue;
import io.rampline.ramp.plan.StepRow;
import io.rampline.ramp.plan.Wait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** Asks for a plan, and then what makes it worth believing: the waits without it, each step's use, other waits. */
public final class Enquiry {
    private final Scenario scenario;
    private final OrderTable book;
    private final Timetable timetable;
    private final Watcher watcher;

    private Enquiry(Scenario scenario, OrderTable book, Timetable timetable, Watcher watcher) {
        this.scenario = scenario;
        this.book = book;
        this.timetable = timetable;
        this.watcher = watcher;
    }

    /**
     * Answers a question about a scenario and its open orders.
     *
     * @param cacheFolder where the solver's library is kept
     * @throws io.rampline.ramp.NoSolver when there is no solver for this machine
     */
    public static TimetableReport answer(
            Scenario scenario, OrderTable book, Path cacheFolder, Question question, Extent extent, Watcher watcher) {
        watcher.begin(Work.PLAN);
        Timetable timetable = Timetable.of(scenario, book, cacheFolder);
        return new Enquiry(scenario, book, timetable, watcher).report(question, extent);
    }

    private TimetableReport report(Question question, Extent extent) {
        TimetableReport report = plan(question, extent);
        if (extent.market().isEmpty() || watcher.isEnded()) {
            return report;
        }
        watcher.begin(Work.MARKET);
        MarketFrontier frontier = new MarketSearch(
                        scenario,
                        book,
                        timetable,
                        watcher,
                        question.terms(),
                        extent.market().get())
                .frontier();
        return report.with(frontier, watcher.isEnded());
    }

    private TimetableReport plan(Question question, Extent extent) {
        Answer answer = timetable.ask(question, watcher);
        TimetableReport bare = new TimetableReport(
                scenario,
                question,
                answer,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                watcher.isEnded());
        if (!(answer instanceof Answer.Planned planned)) {
            return bare;
        }
        watcher.begin(Work.TODAY);
        Plan plan = planned.plan();
        TimetableReport report = bare.with(SingleOrders.of(scenario, book, deciding(plan, decidedBefore(plan))));
        List<WithoutStep> without = extent.without() ? without(report, planned) : List.of();
        List<ResourceValue> values = extent.values() ? values(planned) : List.of();
        List<FrontierPoint> frontier = frontier(report, plan, extent.frontierWaits());
        return report.with(without, frontier, values, watcher.isEnded());
    }

    private List<WithoutStep> without(TimetableReport report, Answer.Planned planned) {
        if (watcher.isEnded()) {
            return List.of();
        }
        watcher.begin(Work.WITHOUT);
        Plan plan = planned.plan();
        List<WithoutStep> rows = new ArrayList<>();
        for (Timetable.Without without :
                timetable.withoutEach(planned, plan.terms().weeks(), watcher)) {
            SingleOrders.Waits waits =
                    SingleOrders.of(scenario, book, deciding(plan, leavingOut(plan, without.step())));
            OptionalLong more = without.totalMinor().isPresent()
                    ? OptionalLong.of(
                            without.totalMinor().getAsLong() - plan.costs().totalMinor())
                    : OptionalLong.empty();
            rows.add(new WithoutStep(without.step(), report.longest(waits), more, without.waitWeeks()));
        }
        // What was ended says less than it seems to.
        return watcher.isEnded() ? List.of() : rows;
    }

    private List<ResourceValue> values(Answer.Planned planned) {
        if (watcher.isEnded()) {
            return List.of();
        }
        watcher.begin(Work.VALUES);
        return timetable.values(planned);
    }

    private List<FrontierPoint> frontier(TimetableReport report, Plan plan, List<Integer> waits) {
        Optional<Wait> headline = report.headlineWait();
        if (headline.isEmpty() || waits.isEmpty() || watcher.isEnded()) {
            return List.of();
        }
        watcher.begin(Work.FRONTIER);
        List<Answer> answers = timetable.costByWait(plan.terms(), headline.get().fromBucket(), waits, watcher);
        List<FrontierPoint> points = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (!watcher.isEnded() || answers.get(i) instanceof Answer.Planned) {
                points.add(point(report, waits.get(i), answers.get(i)));
            }
        }
        return points;
    }

    private static FrontierPoint point(TimetableReport report, int weeks, Answer answer) {
        return answer instanceof Answer.Planned planned
                ? new FrontierPoint(
                        weeks, Verdict.PLANNED, Optional.of(planned.plan()), report.longest(planned.orders()))
                : new FrontierPoint(weeks, Verdict.of(answer), Optional.empty(), OptionalInt.empty());
    }

    /** The same plan on paper, with other decisions. */
    private static Plan deciding(Plan plan, Decisions decisions) {
        return new Plan(
                plan.terms(), decisions, plan.steps(), plan.costs(), plan.boundMinor(), plan.gap(), plan.flows());
    }

    private static Decisions decidedBefore(Plan plan) {
        List<Start> starts = plan.steps().stream()
                .filter(StepRow::decided)
                .map(row -> new Start(row.step(), row.startBucket()))
                .toList();
        return new Decisions(starts, plan.decisions().openings());
    }

    /** Without a step and without those that may not start without it. */
    private Decisions leavingOut(Plan plan, String step) {
        SortedSet<String> out = new TreeSet<>();
        out.add(step);
        boolean more = true;
        while (more) {
            more = false;
            for (Step other : scenario.planning().steps()) {
                boolean needs = other.after().stream().anyMatch(after -> out.contains(after.step()));
                more |= needs && out.add(other.name());
            }
        }
        List<Start> starts = plan.decisions().starts().stream()
                .filter(start -> !out.contains(start.step()))
                .toList();
        return new Decisions(starts, plan.decisions().openings());
    }
}
