package io.rampline.factory;

import java.util.List;

/** Whether and how a configuration can be built. */
public sealed interface BuildPlan {
    /**
     * It can be built.
     *
     * @param routes in order of preference, at least one
     * @param opensBucket first bucket it may be built in; the number of weeks of the horizon or more when never
     * @param transitWeeks weeks from the line to the customer
     */
    record Buildable(List<Route> routes, int opensBucket, int transitWeeks) implements BuildPlan {
        public Buildable {
            routes = List.copyOf(routes);
        }
    }

    /** Not offered; constants in order of precedence. */
    enum NotOffered implements BuildPlan {
        UNKNOWN_MARKET,
        UNKNOWN_PRODUCT,
        OPTION_NOT_OFFERED,
        NO_LINE,
        NO_QUOTA
    }
}
