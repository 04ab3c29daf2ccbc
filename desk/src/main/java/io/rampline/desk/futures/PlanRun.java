package io.rampline.desk.futures;

import io.rampline.desk.futures.FuturesRun.Asked;
import io.rampline.desk.futures.FuturesRun.End;
import io.rampline.desk.futures.FuturesRun.Outcome;
import io.rampline.desk.futures.FuturesRun.Watcher;
import io.rampline.desk.timetable.PlanInFutures;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.factory.Configuration;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.intake.ScenarioContents;
import io.rampline.ramp.Answer;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Wait;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.window.Tally;
import java.util.List;
import java.util.Optional;

/** Lives through futures in which a plan is carried out, to say in how many it keeps what it guarantees. */
public final class PlanRun {
    /** A probability to three points in 95 of 100 cases. */
    public static final int FUTURES = 1_000;

    private PlanRun() {}

    /**
     * The report with how sure its plan is; as it is when there is no single plan, or when nobody is expected to order
     * whom it guarantees anything, or when the count is ended before the first future.
     *
     * @param contents the scenario the report is about
     * @param seed which futures
     */
    public static TimetableReport sure(TimetableReport report, ScenarioContents contents, long seed, Watcher watcher) {
        return report.planned()
                .map(planned -> lived(report, planned, contents, seed, watcher))
                .orElse(report);
    }

    private static TimetableReport lived(
            TimetableReport report, Answer.Planned planned, ScenarioContents contents, long seed, Watcher watcher) {
        Scenario carriedOut = contents.scenario()
                .with(planned.plan().decisions())
                .guaranteeing(guarantees(planned.plan().flows()));
        Simulation simulation = new Simulation(
                Network.of(carriedOut), contents.openOrders(), contents.uncertainty(), seed, Simulation.GROUPS);
        Asked asked = new Asked(FUTURES, Runtime.getRuntime().availableProcessors(), carriedOut.confidence(), 0);
        Outcome outcome = FuturesRun.run(simulation, asked, watcher);
        Tally tally = outcome.tally();
        Optional<PlanInFutures> futures = tally.guarantees().isAnyAsked() && tally.futures() > 0
                ? Optional.of(new PlanInFutures(tally.futures(), tally.allKept(), seed))
                : Optional.empty();
        return report.with(futures, report.endedEarly() || outcome.end() == End.ENDED);
    }

    /** What the plan guarantees to whom. */
    private static List<Guarantee> guarantees(List<GroupFlow> flows) {
        return flows.stream()
                .flatMap(flow ->
                        flow
                                .guarantee()
                                .map(wait -> guarantee(flow.configurations().getFirst(), wait))
                                .stream())
                .distinct()
                .toList();
    }

    private static Guarantee guarantee(Configuration one, Wait wait) {
        return new Guarantee(Optional.of(one.market()), Optional.of(one.model()), wait.weeks(), wait.fromBucket());
    }
}
