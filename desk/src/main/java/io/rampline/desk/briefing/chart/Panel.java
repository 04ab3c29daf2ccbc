package io.rampline.desk.briefing.chart;

import io.rampline.desk.briefing.Weekly;
import java.util.List;
import java.util.Set;

/** One of the pictures that stand above each other over the same weeks. */
public sealed interface Panel {
    /** What is shown. */
    String title();

    /** In which unit. */
    String unit();

    /**
     * Marks over an axis that holds 0.
     *
     * @param min least value the axis must hold, 0 or less
     * @param max largest value the axis must hold
     * @param divisor 1000 where the unit is thousands, else 1
     * @param heightWide height in SVG units when there is room
     * @param heightNarrow height on a phone
     */
    record Plot(
            String title,
            String unit,
            double min,
            double max,
            double divisor,
            int heightWide,
            int heightNarrow,
            List<Layer> layers)
            implements Panel {
        public Plot {
            layers = List.copyOf(layers);
        }

        /** With an axis from 0. */
        public Plot(
                String title,
                String unit,
                double max,
                double divisor,
                int heightWide,
                int heightNarrow,
                List<Layer> layers) {
            this(title, unit, 0, max, divisor, heightWide, heightNarrow, layers);
        }
    }

    /** Rows of cells by week, each as dark as it is full. */
    record Strip(String title, String unit, List<Row> rows) implements Panel {
        public Strip {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a strip.
     *
     * @param shares 0 to 1 by week of the chart, {@code NaN} where there is nothing to show
     * @param marked weeks of the chart that carry a mark
     */
    record Row(String label, String remark, Weekly shares, Set<Integer> marked) {
        public Row {
            marked = Set.copyOf(marked);
        }
    }
}
