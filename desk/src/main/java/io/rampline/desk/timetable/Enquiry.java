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
import io.rampline.ramp.plan.StepRow;
import io.rampline.ramp.plan.Terms;
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
     * @throws io.rampline.ramp.highs.SolverUnavailable when there is no solver for this machine
     */
    public static TimetableReport answer(
            Scenario scenario, OrderTable book, Path cacheFolder, Question question, Extent extent, Watcher watcher) {
        watcher.begin(Work.PLAN, "");
        Timetable timetable = Timetable.of(scenario, book, cacheFolder);
        return new Enquiry(scenario, book, timetable, watcher).report(question, extent);
    }

    private TimetableReport report(Question question, Extent extent) {
        Answer answer = timetable.ask(question, watcher);
        TimetableReport report = new TimetableReport(
                scenario, question, answer, Optional.empty(), List.of(), List.of(), watcher.isEnded());
        if (!(answer instanceof Answer.Planned planned)) {
            return report;
        }
        watcher.begin(Work.TODAY, "");
        Plan plan = planned.plan();
        SingleOrders.Waits today = SingleOrders.of(scenario, book, deciding(plan, decidedBefore(plan)));
        report = new TimetableReport(
                scenario, question, answer, Optional.of(today), List.of(), List.of(), watcher.isEnded());
        List<WithoutStep> without = extent.without() ? without(report, plan) : List.of();
        List<FrontierPoint> frontier = frontier(report, planned, extent.frontierWaits());
        return new TimetableReport(
                scenario, question, answer, Optional.of(today), without, frontier, watcher.isEnded());
    }

    private List<WithoutStep> without(TimetableReport report, Plan plan) {
        List<WithoutStep> rows = new ArrayList<>();
        for (StepRow row : plan.steps()) {
            if (row.decided() || watcher.isEnded()) {
                continue;
            }
            watcher.begin(Work.WITHOUT, row.step());
            SingleOrders.Waits waits = SingleOrders.of(scenario, book, deciding(plan, leavingOut(plan, row.step())));
            Answer instead =
                    timetable.ask(new Question.LeastCost(guaranteed(plan).andWithout(row.step())), watcher);
            Verdict verdict = Verdict.of(instead);
            OptionalLong more = instead instanceof Answer.Planned other
                    ? OptionalLong.of(
                            other.plan().costs().totalMinor() - plan.costs().totalMinor())
                    : OptionalLong.empty();
            if (!watcher.isEnded()) {
                rows.add(new WithoutStep(row.step(), report.longest(waits), verdict, more));
            }
        }
        return rows;
    }

    private List<FrontierPoint> frontier(TimetableReport report, Answer.Planned asked, List<Integer> waits) {
        List<FrontierPoint> points = new ArrayList<>();
        Optional<Wait> headline = report.headlineWait();
        if (headline.isEmpty()) {
            return points;
        }
        boolean leastCost = report.question() instanceof Question.LeastCost;
        for (int weeks : waits) {
            if (watcher.isEnded()) {
                break;
            }
            watcher.begin(Work.FRONTIER, String.valueOf(weeks));
            Terms terms = guaranteed(asked.plan())
                    .guarantee(new Wait(weeks, headline.get().fromBucket()));
            Answer answer = leastCost && weeks == headline.get().weeks()
                    ? asked
                    : timetable.ask(new Question.LeastCost(terms), watcher);
            if (!watcher.isEnded()) {
                points.add(point(report, weeks, answer));
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

    /** The terms that the plan holds, which may be more than was asked for. */
    private static Terms guaranteed(Plan plan) {
        return plan.terms();
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
