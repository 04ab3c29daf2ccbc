package io.rampline.simulation.ramp;

import java.util.List;

/** Output over time. Weeks (or whatever period the figures come in) are counted from any origin. */
public sealed interface Curve {
    /** Units a period at a moment; 0 or more. */
    double at(double time);

    /** ceiling / (1 + exp(-rate (t - middle))): as quick out of the launch as into the ceiling. */
    record Logistic(double ceiling, double rate, double middle) implements Curve {
        @Override
        public double at(double time) {
            return ceiling / (1 + StrictMath.exp(-rate * (time - middle)));
        }
    }

    /** ceiling exp(-exp(-rate (t - middle))): where the late phase drags. */
    record Gompertz(double ceiling, double rate, double middle) implements Curve {
        @Override
        public double at(double time) {
            return ceiling * StrictMath.exp(-StrictMath.exp(-rate * (time - middle)));
        }
    }

    /**
     * A level that holds until the next one: a line whose shifts are there from the first day.
     *
     * @param from when each level begins, ascending; before the first there is nothing
     * @param levels as many as {@code from}
     */
    record Steps(List<Double> from, List<Double> levels) implements Curve {
        public Steps {
            from = List.copyOf(from);
            levels = List.copyOf(levels);
            if (from.size() != levels.size()) {
                throw new IllegalArgumentException("found " + from.size() + " beginnings and " + levels.size()
                        + " levels, expected as many of one as of the other");
            }
        }

        @Override
        public double at(double time) {
            double level = 0;
            for (int i = 0; i < from.size() && from.get(i) <= time; i++) {
                level = levels.get(i);
            }
            return level;
        }
    }

    /** One curve for each shift or line. */
    record Sum(List<Curve> parts) implements Curve {
        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public double at(double time) {
            double sum = 0;
            for (Curve part : parts) {
                sum += part.at(time);
            }
            return sum;
        }
    }
}
