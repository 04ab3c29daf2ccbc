package io.rampline.desk.futures;

import io.rampline.desk.futures.FuturesRun.Asked;
import io.rampline.desk.futures.FuturesRun.Progress;
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
    public static final int USUAL_FUTURES = 1_000;

    private PlanRun() {}

    /**
     * The report with how sure its plan is; as it is when there is no single plan, or when nobody is expected to order
     * whom it guarantees anything.
     *
     * @param contents the scenario the report is about
     */
    public static TimetableReport sure(
            TimetableReport report, ScenarioContents contents, int futures, long seed, Progress progress) {
        return report.planned()
                .flatMap(planned -> lived(planned, contents, futures, seed, progress))
                .map(report::with)
                .orElse(report);
    }

    private static Optional<PlanInFutures> lived(
            Answer.Planned planned, ScenarioContents contents, int futures, long seed, Progress progress) {
        Scenario carriedOut = contents.scenario()
                .with(planned.plan().decisions())
                .guaranteeing(guarantees(planned.plan().flows()));
        Simulation simulation = new Simulation(
                Network.of(carriedOut), contents.openOrders(), contents.uncertainty(), seed, Simulation.GROUPS);
        Asked asked = new Asked(futures, Runtime.getRuntime().availableProcessors(), carriedOut.confidence(), 0);
        Tally tally = FuturesRun.run(simulation, asked, (done, most) -> {
                    progress.report(done, most);
                    return true;
                })
                .tally();
        return tally.guarantees().isAnyAsked()
                ? Optional.of(new PlanInFutures(tally.futures(), tally.allKept(), seed))
                : Optional.empty();
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
