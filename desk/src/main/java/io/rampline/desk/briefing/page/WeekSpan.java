package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.Timeline;
import io.rampline.desk.briefing.Weekly;
import io.rampline.factory.Week;

/**
 * The weeks a picture shows, and figures laid on them.
 *
 * @param first the week at the left edge
 * @param weeks how many
 * @param pastWeeks how many of them have happened
 */
record WeekSpan(Week first, int weeks, int pastWeeks) {
    /** How far a picture looks beyond the last promised delivery when more orders are expected. */
    private static final int LOOK_AHEAD_WEEKS = 26;

    /** Shorter than that, a picture of weeks is no picture. */
    private static final int WEEKS_MIN = 6;

    /** From at most {@code pastMax} weeks before the briefing to the last promised delivery, and a while beyond. */
    static WeekSpan of(Briefing briefing, int pastMax) {
        Timeline timeline = briefing.timeline();
        int past = Math.min(timeline.pastWeeks(), pastMax);
        Week first = briefing.asOfWeek().plus(1 - past);
        int lastDelivery = timeline.week(timeline.weeks() - 1).since(first) + 1;
        int horizonEnd = briefing.scenario()
                        .horizon()
                        .week(briefing.scenario().horizon().weeks() - 1)
                        .since(first)
                + 1;
        boolean more = !briefing.outlook().expected().isEmpty();
        int weeks = more ? Math.max(lastDelivery, Math.min(horizonEnd, lastDelivery + LOOK_AHEAD_WEEKS)) : lastDelivery;
        return new WeekSpan(first, Math.max(WEEKS_MIN, weeks), past);
    }

    Week week(int index) {
        return first.plus(index);
    }

    /** Figures that are known from {@code from} on, moved to this span; none in its other weeks. */
    Weekly lay(Week from, Weekly figures) {
        double[] laid = Weekly.none(weeks).toArray();
        int shift = from.since(first);
        for (int i = 0; i < figures.weeks(); i++) {
            int at = i + shift;
            if (at >= 0 && at < weeks) {
                laid[at] = figures.get(i);
            }
        }
        return Weekly.of(laid);
    }

    /** The figures before the day of the briefing. */
    Weekly past(Weekly figures) {
        return cut(figures, 0, pastWeeks);
    }

    /** The figures after it. */
    Weekly future(Weekly figures) {
        return cut(figures, pastWeeks, weeks);
    }

    /** Only the figures from {@code from} up to and without {@code to}. */
    static Weekly cut(Weekly figures, int from, int to) {
        double[] cut = figures.toArray();
        for (int i = 0; i < cut.length; i++) {
            if (i < from || i >= to) {
                cut[i] = Double.NaN;
            }
        }
        return Weekly.of(cut);
    }
}
