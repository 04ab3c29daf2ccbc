package io.rampline.factory;

/** How long something takes, time after time, in seconds. */
public sealed interface Times {
    /** Above 0, at most {@link Station#SECONDS_MAX}. */
    double meanSeconds();

    /** Standard deviation over mean, 0 or more. */
    double variation();

    /** Times of the same kind with another mean. */
    Times withMean(double seconds);

    /** Always the same time. */
    record Fixed(double meanSeconds) implements Times {
        public Fixed {
            check("time", meanSeconds);
        }

        @Override
        public double variation() {
            return 0;
        }

        @Override
        public Times withMean(double seconds) {
            return new Fixed(seconds);
        }
    }

    /** What has lasted says nothing about what is left. */
    record Exponential(double meanSeconds) implements Times {
        public Exponential {
            check("time", meanSeconds);
        }

        @Override
        public double variation() {
            return 1;
        }

        @Override
        public Times withMean(double seconds) {
            return new Exponential(seconds);
        }
    }

    /**
     * Times whose logarithm is normal: many short ones, few long ones.
     *
     * @param variation above 0, at most {@value #VARIATION_MAX}
     */
    record LogNormal(double meanSeconds, double variation) implements Times {
        public LogNormal {
            check("time", meanSeconds);
            if (!(variation > 0 && variation <= VARIATION_MAX)) {
                throw new IllegalArgumentException(
                        "found variation " + variation + ", expected above 0, at most " + VARIATION_MAX);
            }
        }

        @Override
        public Times withMean(double seconds) {
            return new LogNormal(seconds, variation);
        }
    }

    /** Beyond it a mean says nothing any more. */
    double VARIATION_MAX = 5;

    /** Refuses seconds that are not above 0, or longer than a year. */
    static void check(String what, double seconds) {
        if (!(seconds > 0 && seconds <= Station.SECONDS_MAX)) {
            throw new IllegalArgumentException(
                    "found " + what + " of " + seconds + " s, expected above 0, at most " + Station.SECONDS_MAX);
        }
    }
}
