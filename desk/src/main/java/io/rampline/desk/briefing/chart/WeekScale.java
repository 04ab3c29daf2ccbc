package io.rampline.desk.briefing.chart;

import io.rampline.factory.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps weeks to SVG units from left to right.
 *
 * @param first the week at the left edge
 * @param weeks how many weeks are shown, 1 or more
 */
record WeekScale(Week first, int weeks, double left, double right) {
    /** Least distance of two month labels in SVG units. */
    private static final double LABEL_DISTANCE = 44;

    private static final int[] MONTH_STEPS = {1, 2, 3, 6, 12, 24, 60};

    /**
     * A label of the axis.
     *
     * @param x where the month begins, SVG units
     * @param firstOfYear whether it is the first label of its year, which then carries the year
     */
    record Tick(double x, int year, int month, boolean firstOfYear) {}

    /** Left edge of the week at {@code index}; fractions are parts of a week. */
    double at(double index) {
        return left + (right - left) * index / weeks;
    }

    double middle(int index) {
        return at(index + 0.5);
    }

    List<Tick> ticks() {
        double monthWidth = (right - left) / weeks * (365.2425 / 12 / 7);
        int step = MONTH_STEPS[MONTH_STEPS.length - 1];
        for (int i = MONTH_STEPS.length - 1; i >= 0; i--) {
            if (MONTH_STEPS[i] * monthWidth >= LABEL_DISTANCE) {
                step = MONTH_STEPS[i];
            }
        }
        List<Tick> ticks = new ArrayList<>();
        LocalDate begin = first.monday();
        LocalDate end = begin.plusWeeks(weeks);
        LocalDate month = begin.withDayOfMonth(1);
        int lastYear = Integer.MIN_VALUE;
        while (month.isBefore(end)) {
            int count = month.getYear() * 12 + month.getMonthValue() - 1;
            if (count % step == 0 && !month.isBefore(begin)) {
                double index = (month.toEpochDay() - begin.toEpochDay()) / 7.0;
                ticks.add(new Tick(at(index), month.getYear(), month.getMonthValue(), month.getYear() != lastYear));
                lastYear = month.getYear();
            }
            month = month.plusMonths(1);
        }
        return ticks;
    }
}
