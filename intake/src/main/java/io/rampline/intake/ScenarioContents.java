package io.rampline.intake;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.promise.OrderTable;
import java.util.List;

/**
 * All that a scenario folder says. Immutable.
 *
 * @param uncertainty how far what comes may be from what the scenario plans
 * @param lineRules what the lines ask of the order of cars within a day
 * @param flowLines lines of which the stations are known, in file order
 * @param openOrders neither delivered nor cancelled by {@link Scenario#asOf()}; in rank order: priority class, time of
 *     lock, id
 * @param history orders that are out of the book
 * @param sources in file order
 */
public record ScenarioContents(
        Scenario scenario,
        Uncertainty uncertainty,
        LineRules lineRules,
        List<FlowLine> flowLines,
        OrderTable openOrders,
        PastOrders history,
        Outturn outturn,
        List<Source> sources) {
    public ScenarioContents {
        flowLines = List.copyOf(flowLines);
        sources = List.copyOf(sources);
    }
}
