package io.rampline.desk.lineday;

import io.rampline.sequence.check.SequenceCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether the days of a week build what is promised for the week, each car once, and keep what must be kept. */
public final class PromisesKept {
    private PromisesKept() {}

    /**
     * What is wrong, in sentences; empty when nothing is.
     *
     * @param days all days of the week
     */
    public static List<String> check(LineWeek week, List<DayPlan> days) {
        List<String> flaws = new ArrayList<>();
        Set<String> promised = new TreeSet<>();
        week.cars().forEach(car -> promised.add(car.orderId()));
        Set<String> built = new TreeSet<>();
        for (DayPlan day : days) {
            String where = week.line() + " " + day.date();
            for (LineCar car : day.sequence()) {
                if (!promised.contains(car.orderId())) {
                    flaws.add("found order " + car.orderId() + " on " + where + ", which is not promised for "
                            + week.week());
                }
                if (!built.add(car.orderId())) {
                    flaws.add("found order " + car.orderId() + " twice, again on " + where);
                }
            }
            if (day.cars().size() > day.units()) {
                flaws.add("found " + day.cars().size() + " cars on " + where + ", expected at most " + day.units());
            }
            flaws.addAll(SequenceCheck.of(day.day(), day.found().order()).flaws());
        }
        for (String order : promised) {
            if (!built.contains(order)) {
                flaws.add("found order " + order + " on no day of " + week.week() + ", for which it is promised");
            }
        }
        return flaws;
    }
}
