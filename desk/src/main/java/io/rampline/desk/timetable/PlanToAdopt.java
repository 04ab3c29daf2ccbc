package io.rampline.desk.timetable;

import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.promise.Command.AdoptPlan;
import io.rampline.promise.Level;
import io.rampline.promise.PromiseEngine;
import java.util.List;
import java.util.Map;

/**
 * A plan on its way into a book.
 *
 * @param decisions in terms of the book's scenario
 * @param name for people; every move has it as its reason
 * @param mayDelay whether it may bring orders later than promised
 */
public record PlanToAdopt(Decisions decisions, String name, boolean mayDelay) {
    /** Longest name. */
    public static final int NAME_MOST = 200;

    /**
     * The command that adopts it.
     *
     * @param engine the book as it is
     * @param fromBucket first bucket that may still change
     * @throws MistakenQuestion when the book has all of it already
     */
    public AdoptPlan command(PromiseEngine engine, int fromBucket) {
        Scenario scenario = engine.network().scenario();
        List<Level> levels = LiveCase.levels(scenario, decisions, engine, fromBucket);
        if (levels.isEmpty()) {
            throw new MistakenQuestion("NOTHING_TO_ADOPT", Map.of(), "the book has all that the plan gives already");
        }
        return new AdoptPlan(Fingerprint.of(scenario.horizon(), decisions), name, levels, mayDelay);
    }
}
