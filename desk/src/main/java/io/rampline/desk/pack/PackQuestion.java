package io.rampline.desk.pack;

import io.rampline.desk.timetable.Asking;
import io.rampline.desk.timetable.Extent;
import io.rampline.desk.timetable.MarketAsking;
import io.rampline.desk.timetable.MarketGrid;
import io.rampline.factory.Scenario;
import io.rampline.ramp.Question;
import java.util.List;
import java.util.Optional;

/**
 * What a board wants to know of the timetable: the steps that keep what the scenario guarantees, and from when on the
 * first market that may open can have all it asks for.
 *
 * @param extent of the answer
 */
public record PackQuestion(Question question, Extent extent) {
    private static final List<String> WHOLE_QUOTA = List.of("100%");

    /** The question; empty when there is nothing to decide or nothing to keep. */
    public static Optional<PackQuestion> of(Scenario scenario) {
        if (scenario.planning().steps().isEmpty()
                || scenario.planning().guarantees().isEmpty()) {
            return Optional.empty();
        }
        Question question = Asking.ofScenario().question(scenario);
        Optional<MarketGrid> grid = scenario.planning().openings().stream()
                .findFirst()
                .filter(_ -> question.terms().guarantee().isPresent())
                .map(first -> grid(scenario, question, first.market()));
        return Optional.of(new PackQuestion(question, new Extent(false, false, List.of(), grid)));
    }

    private static MarketGrid grid(Scenario scenario, Question question, String market) {
        MarketGrid usual = new MarketAsking(market, WHOLE_QUOTA, List.of(), List.of()).grid(scenario, question);
        return new MarketGrid(
                market,
                usual.quotas(),
                List.of(usual.firstBucket()),
                usual.waits(),
                usual.fromBucket(),
                usual.firstBucket(),
                usual.lastBucket());
    }
}
