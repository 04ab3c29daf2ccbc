package io.rampline.desk.pack;

import io.rampline.desk.timetable.Asking;
import io.rampline.desk.timetable.Extent;
import io.rampline.desk.timetable.MarketAsking;
import io.rampline.desk.timetable.MarketGrid;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.factory.Opening;
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

    /**
     * The question; empty when there is nothing to decide or nothing to keep, or when no week is left to decide for.
     */
    public static Optional<PackQuestion> of(Scenario scenario) {
        if (scenario.planning().steps().isEmpty()
                || scenario.planning().guarantees().isEmpty()) {
            return Optional.empty();
        }
        try {
            Question question = Asking.ofScenario().question(scenario);
            return Optional.of(
                    new PackQuestion(question, new Extent(false, false, List.of(), grid(scenario, question))));
        } catch (MistakenQuestion over) {
            return Optional.empty();
        }
    }

    /** Empty without a wait at home, and when no market can open any more. */
    private static Optional<MarketGrid> grid(Scenario scenario, Question question) {
        if (question.terms().guarantee().isEmpty()) {
            return Optional.empty();
        }
        return scenario.planning().openings().stream()
                .map(Opening::market)
                .distinct()
                .flatMap(market -> grid(scenario, question, market).stream())
                .findFirst();
    }

    private static Optional<MarketGrid> grid(Scenario scenario, Question question, String market) {
        try {
            MarketGrid usual = new MarketAsking(market, WHOLE_QUOTA, List.of(), List.of()).grid(scenario, question);
            return Optional.of(new MarketGrid(
                    market,
                    usual.quotas(),
                    List.of(usual.firstBucket()),
                    usual.waits(),
                    usual.fromBucket(),
                    usual.firstBucket(),
                    usual.lastBucket()));
        } catch (MistakenQuestion over) {
            // Its last week is past, or beyond the plan: the next market may have one.
            return Optional.empty();
        }
    }
}
