package io.rampline.proving.sequence;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.rampline.sequence.day.LineDay;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The day for Timefold Solver: local search from the order given, by exchanges of two cars and late acceptance, its own
 * usual way, with a score that is counted incrementally. One thread.
 */
final class TimefoldPeer {
    static final String TITLE = "Timefold, 1 thread";

    private TimefoldPeer() {}

    /** The best order found within the time that keeps the batches, if any; bounds of single cars are not looked at. */
    static Optional<List<Integer>> order(LineDay day, double seconds) {
        SolverConfig config = new SolverConfig()
                .withSolutionClass(PeerDay.class)
                .withEntityClasses(PeerPlace.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(PeerCount.class))
                .withRandomSeed(1L)
                .withTerminationConfig(
                        new TerminationConfig().withSpentLimit(Duration.ofMillis(Math.round(seconds * 1000))))
                .withPhases(new LocalSearchPhaseConfig()
                        .withLocalSearchType(LocalSearchType.LATE_ACCEPTANCE)
                        .withMoveSelectorConfig(new SwapMoveSelectorConfig()));
        PeerDay best = SolverFactory.<PeerDay>create(config).buildSolver().solve(new PeerDay(day));
        boolean isAllowed = best.getScore() != null && best.getScore().isFeasible();
        return isAllowed
                ? Optional.of(best.getPlaces().stream()
                        .sorted(Comparator.comparingInt(PeerPlace::getPlace))
                        .map(PeerPlace::getCar)
                        .map(car -> Optional.ofNullable(car).orElseThrow())
                        .toList())
                : Optional.empty();
    }
}
