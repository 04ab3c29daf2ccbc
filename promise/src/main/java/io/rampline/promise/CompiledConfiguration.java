package io.rampline.promise;

import io.rampline.factory.BuildPlan;
import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.BuildPlan.NotOffered;
import io.rampline.factory.Configuration;

/** A configuration in the form the inner loops read, with the answer found last. */
final class CompiledConfiguration {
    static final int BEYOND_HORIZON = -1;

    /** No answer is remembered. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    final Configuration configuration;
    final CompiledRoute[] routes;
    final int opensBucket;
    final int transitWeeks;

    /** The question the remembered answer belongs to: first bucket allowed; {@link #UNKNOWN} for none. */
    int foundFrom = UNKNOWN;

    int foundBucket;
    int foundRoute;
    long foundBinding;

    CompiledConfiguration(Configuration configuration, BuildPlan plan, Buckets buckets) {
        this.configuration = configuration;
        switch (plan) {
            case Buildable buildable -> {
                opensBucket = buildable.opensBucket();
                transitWeeks = buildable.transitWeeks();
                routes = buildable.routes().stream()
                        .map(route -> new CompiledRoute(route, buckets))
                        .toArray(CompiledRoute[]::new);
            }
            case NotOffered _ -> {
                opensBucket = 0;
                transitWeeks = 0;
                routes = new CompiledRoute[0];
            }
        }
    }

    boolean offered() {
        return routes.length > 0;
    }
}
