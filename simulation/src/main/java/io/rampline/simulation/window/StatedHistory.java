package io.rampline.simulation.window;

import java.util.List;
import java.util.Map;

/**
 * What was stated week by week, held against what came: how far levels have to be moved, and how probabilities moved.
 * The same statements and fates give the same answer; nothing else is remembered.
 *
 * <p><b>Levels.</b> A cohort is what was due in just 4, 8 or 13 weeks when it was stated in one week. It is learnt from
 * once it is known of all its orders whether their windows held; an order that is late misses as soon as its window is
 * over, delivered or not. Who left is made up for ({@link Censored}). A new plan begins anew.
 *
 * <p><b>Movements.</b> The probability that the promised week is kept, this week less last week, mean of the orders
 * that are stated again or decided. An order that is not stated again and not decided is carried along until it is.
 */
public final class StatedHistory {
    private StatedHistory() {}

    /**
     * What it comes to.
     *
     * @param levels for the windows of the next count
     * @param plans how often the plan has changed
     */
    public record Learnt(Levels levels, List<Movement> movements, int plans) {
        public Learnt {
            movements = List.copyOf(movements);
        }
    }

    /**
     * Follows what was stated.
     *
     * @param target confidence of the windows
     * @param weeks ascending
     * @param fates by order id; an order without one is open
     * @param nowWeek number of the present week: what came later is not known
     * @param nowPlan the plan now in force, as {@link StatedWeek#plan}
     */
    public static Learnt of(
            double target, List<StatedWeek> weeks, Map<String, Fate> fates, int nowWeek, String nowPlan) {
        StatedCourse course = new StatedCourse(target, fates);
        for (StatedWeek week : weeks) {
            course.add(week);
        }
        course.follow(nowPlan, weeks.isEmpty());
        course.settle(nowWeek);
        return course.learnt();
    }
}
