package io.rampline.promise;

import io.rampline.factory.BuildPlan;
import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.BuildPlan.NotOffered;
import io.rampline.factory.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A configuration in the form the inner loops read, with the answer found last.
 *
 * <p>Its needs lie one behind the other in one array of numbers, {@value #STRIDE} a need, so that an order touches few
 * lines of memory: first the perishable needs that all routes share, then those of each route alone, then the parts,
 * which are the same on every route.
 */
final class CompiledConfiguration {
    static final int BEYOND_HORIZON = -1;

    /** No answer is remembered. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    /** Numbers a need: resource, quantity, shift, level, level of one unit less; see {@link CompiledRoute}. */
    static final int STRIDE = 5;

    final Configuration configuration;
    final CompiledRoute[] routes;
    final int opensBucket;
    final int transitWeeks;
    final int[] needs;
    /** End of the shared perishable needs, which is the start of those of route 0. */
    final int sharedEnd;
    /**
     * End of the perishable needs of each route alone, which is the start of the next one's; after the last come the
     * parts.
     */
    final int[] ownEnd;

    /** Whether no perishable resource is needed at one offset on one route and at another on another. */
    final boolean sameShifts;

    /** The question the remembered answer belongs to: first bucket allowed; {@link #UNKNOWN} for none. */
    int foundFrom = UNKNOWN;

    int foundBucket;
    int foundRoute;
    long foundBinding;
    /** No bucket before this one is short by one unit of one resource. */
    int foundRelief;
    /** State of the buckets when the answer was found: see {@link Buckets}. */
    long foundTurns;

    long foundTurnsOfMine;
    long foundRaises;

    /** Whether the last order of this kind that asked for an earlier date got one: the next one most likely does. */
    boolean gained;

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
        List<int[]> laid = new ArrayList<>();
        ownEnd = new int[routes.length];
        if (offered()) {
            addPerishable(routes[0], true, laid);
        }
        sharedEnd = laid.size() * STRIDE;
        for (int r = 0; r < routes.length; r++) {
            addPerishable(routes[r], false, laid);
            ownEnd[r] = laid.size() * STRIDE;
        }
        if (offered()) {
            addParts(laid);
        }
        needs = laid.stream().flatMapToInt(Arrays::stream).toArray();
        sameShifts = sameShifts(laid);
    }

    private static boolean sameShifts(List<int[]> laid) {
        return laid.stream().allMatch(one -> laid.stream().allMatch(other -> one[0] != other[0] || one[2] == other[2]));
    }

    /** The same configuration, with an answer of its own. */
    CompiledConfiguration copy() {
        return new CompiledConfiguration(this);
    }

    private CompiledConfiguration(CompiledConfiguration from) {
        configuration = from.configuration;
        routes = from.routes;
        opensBucket = from.opensBucket;
        transitWeeks = from.transitWeeks;
        needs = from.needs;
        sharedEnd = from.sharedEnd;
        ownEnd = from.ownEnd;
        sameShifts = from.sameShifts;
    }

    boolean offered() {
        return routes.length > 0;
    }

    int ownStart(int route) {
        return route == 0 ? sharedEnd : ownEnd[route - 1];
    }

    int partsStart() {
        return ownEnd[ownEnd.length - 1];
    }

    void take(Buckets buckets, int route, int bucket) {
        takePerishable(buckets, 0, sharedEnd, bucket);
        takePerishable(buckets, ownStart(route), ownEnd[route], bucket);
        for (int at = partsStart(); at < needs.length; at += STRIDE) {
            buckets.takePart(needs[at], bucket + needs[at + 2], needs[at + 1]);
        }
    }

    private void takePerishable(Buckets buckets, int start, int end, int bucket) {
        for (int at = start; at < end; at += STRIDE) {
            buckets.takePerishable(needs[at], bucket + needs[at + 2], needs[at + 1]);
        }
    }

    void give(Buckets buckets, int route, int bucket) {
        givePerishable(buckets, 0, sharedEnd, bucket);
        givePerishable(buckets, ownStart(route), ownEnd[route], bucket);
        for (int at = partsStart(); at < needs.length; at += STRIDE) {
            buckets.givePart(needs[at], bucket + needs[at + 2], needs[at + 1]);
        }
    }

    private void givePerishable(Buckets buckets, int start, int end, int bucket) {
        for (int at = start; at < end; at += STRIDE) {
            buckets.givePerishable(needs[at], bucket + needs[at + 2], needs[at + 1]);
        }
    }

    private void addPerishable(CompiledRoute route, boolean shared, List<int[]> laid) {
        for (int i = 0; i < route.resource.length; i++) {
            if (!route.storable[i] && shared == onEveryRoute(route, i)) {
                laid.add(need(route, i));
            }
        }
    }

    private void addParts(List<int[]> laid) {
        for (CompiledRoute route : routes) {
            for (int i = 0; i < route.resource.length; i++) {
                if (route.storable[i] && !onEveryRoute(route, i)) {
                    throw new IllegalArgumentException("found a part that is not needed on every line by "
                            + configuration + ", expected one bill for all lines");
                }
                if (route.storable[i] && route == routes[0]) {
                    laid.add(need(route, i));
                }
            }
        }
    }

    private boolean onEveryRoute(CompiledRoute route, int i) {
        for (CompiledRoute other : routes) {
            int there = other.needOf(route.resource[i]);
            if (there < 0 || other.quantity[there] != route.quantity[i] || other.shift[there] != route.shift[i]) {
                return false;
            }
        }
        return true;
    }

    private static int[] need(CompiledRoute route, int i) {
        return new int[] {route.resource[i], route.quantity[i], route.shift[i], route.level[i], route.levelOfOneLess[i]
        };
    }
}
