package io.rampline.desk.briefing.chart;

import io.rampline.desk.briefing.Weekly;
import java.util.Locale;

/**
 * One set of marks in a plot. Values stand by week of the chart, index 0 is its first week; {@code NaN} leaves a gap.
 */
public sealed interface Layer {
    Tone tone();

    /** A filled band between two courses. */
    record Band(Weekly low, Weekly high, Tone tone, boolean soft, Anchor anchor) implements Layer {}

    /** A line from week to week. */
    record Line(Weekly values, Tone tone, Stroke stroke, String label, Anchor anchor) implements Layer {}

    /** A line that holds its value through each week. */
    record Steps(Weekly values, Tone tone, Stroke stroke, String label) implements Layer {}

    /** A bar for each week, from {@code low} to {@code high}; what stands above the axis is cut and labelled. */
    record Bars(Weekly low, Weekly high, Tone tone, boolean soft) implements Layer {}

    /** A bar with ends at some weeks, for a figure given as a range. */
    record Ranges(Weekly low, Weekly high, Tone tone) implements Layer {}

    /** A level across the plot. */
    record Level(double value, Tone tone, String label) implements Layer {}

    /** A dot with a label at one week. */
    record Spot(double week, double value, Tone tone, String label) implements Layer {}

    /** Where in its week a figure stands: a stock stands at the end. */
    enum Anchor {
        MIDDLE(0.5),
        END(1);

        private final double part;

        Anchor(double part) {
            this.part = part;
        }

        double of(int week) {
            return week + part;
        }
    }

    /** How a line is drawn; its name is the class. */
    enum Stroke {
        SOLID,
        DASHED,
        DOTTED,
        THIN;

        String styleClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
