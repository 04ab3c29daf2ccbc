package io.rampline.desk.timetable;

import io.rampline.factory.Resource;
import io.rampline.promise.AdoptedPlan;
import io.rampline.promise.Command.AdoptPlan;
import io.rampline.promise.Entry;
import io.rampline.promise.Level;
import io.rampline.promise.PromiseEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way back from an adopted plan: the capacities that it found, as the book recorded them, from a week on. What
 * somebody has set since stays as it is.
 *
 * @param command what goes back
 * @param kept resources and weeks that were set again since, and stay
 */
public record Undo(AdoptPlan command, int kept) {
    /** With this begins the fingerprint of a plan that takes another back. */
    public static final String MARK = "undo:";

    private static final Pattern UNDONE = Pattern.compile(MARK + "(\\d{1,18}):");

    /** Whether a plan is the way back from another. */
    public static boolean isOne(AdoptedPlan plan) {
        return plan.plan().startsWith(MARK);
    }

    /** Position of the adoption that a plan takes back; empty for any other plan. */
    public static OptionalLong undone(AdoptedPlan plan) {
        Matcher mark = UNDONE.matcher(plan.plan());
        return mark.lookingAt() ? OptionalLong.of(Long.parseLong(mark.group(1))) : OptionalLong.empty();
    }

    /**
     * The way back.
     *
     * @param engine the book as it is
     * @param plan that was adopted last
     * @param changes what its adoption set, as it stands in the book
     * @param fromBucket first bucket that may still change
     * @throws MistakenQuestion when nothing of it is left to go back
     */
    public static Undo of(PromiseEngine engine, AdoptedPlan plan, List<Entry.CapacityChanged> changes, int fromBucket) {
        List<Level> levels = new ArrayList<>();
        int kept = 0;
        for (Entry.CapacityChanged change : changes) {
            boolean followsByItself =
                    engine.network().resources().get(change.resource()).kind() == Resource.Kind.OPEN_POOL;
            if (followsByItself || change.bucket() < fromBucket) {
                continue;
            }
            if (engine.capacity(change.resource(), change.bucket()) == change.toUnits()) {
                levels.add(new Level(change.resource(), change.bucket(), change.fromUnits()));
            } else {
                kept++;
            }
        }
        if (levels.isEmpty()) {
            throw new MistakenQuestion("nothing of what the plan set is left to go back: all of it was set again, or"
                    + " lies in weeks that have begun");
        }
        String name = "undo of " + plan.name();
        return new Undo(
                new AdoptPlan(
                        MARK + plan.position() + ":" + plan.plan(),
                        name.substring(0, Math.min(name.length(), PlanToAdopt.NAME_MOST)),
                        levels,
                        true),
                kept);
    }
}
