package io.rampline.factory;

import java.util.List;

/** Share of its full rate that a line or step reaches at an age in weeks since its start. */
public sealed interface RampCurve {
    /** Share at {@code ageWeeks}, 0 to 1; 0 before the start. */
    double share(double ageWeeks);

    /** Full rate from the first week. */
    RampCurve NONE = new Table(List.of(new Point(0, 1)));

    /** One row of a table: {@code ageWeeks >= 0}, {@code share} 0 to 1. */
    record Point(double ageWeeks, double share) {
        public Point {
            if (!(ageWeeks >= 0 && share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("found ramp point age " + ageWeeks + " share " + share
                        + ", expected age >= 0 and share 0 to 1");
            }
        }
    }

    /** Straight lines between points in ascending age; constant before the first and after the last. */
    record Table(List<Point> points) implements RampCurve {
        public Table {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("found a ramp table without points, expected at least one");
            }
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).ageWeeks() <= points.get(i - 1).ageWeeks()) {
                    throw new IllegalArgumentException(
                            "found ramp ages out of order at point " + (i + 1) + ", expected ascending ages");
                }
            }
        }

        @Override
        public double share(double ageWeeks) {
            if (ageWeeks < 0) {
                return 0;
            }
            Point before = points.getFirst();
            for (Point after : points) {
                if (after.ageWeeks() >= ageWeeks) {
                    double width = after.ageWeeks() - before.ageWeeks();
                    double way = width == 0 ? 1 : Math.max(0, (ageWeeks - before.ageWeeks()) / width);
                    return before.share() + way * (after.share() - before.share());
                }
                before = after;
            }
            return before.share();
        }
    }

    /** 1 / (1 + exp(-rate (age - midpoint))). */
    record Logistic(double midpointWeeks, double ratePerWeek) implements RampCurve {
        @Override
        public double share(double ageWeeks) {
            return ageWeeks < 0 ? 0 : 1 / (1 + Math.exp(-ratePerWeek * (ageWeeks - midpointWeeks)));
        }
    }

    /** exp(-exp(-rate (age - midpoint))): where the late phase drags. */
    record Gompertz(double midpointWeeks, double ratePerWeek) implements RampCurve {
        @Override
        public double share(double ageWeeks) {
            return ageWeeks < 0 ? 0 : Math.exp(-Math.exp(-ratePerWeek * (ageWeeks - midpointWeeks)));
        }
    }
}
