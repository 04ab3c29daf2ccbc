package io.rampline.promise;

import io.rampline.factory.Resource.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why an order is not delivered earlier: week by week what had no room for it, seen from its place in line. Room is
 * counted with the orders ranked ahead of it and without those behind.
 *
 * @param stretches the weeks from the first one possible to the promised one, in order, neighbours with the same cause
 *     put together
 * @param reliefs every resource and bucket where one more unit alone would have given an earlier date, the earliest
 *     first
 * @param waitWeeks how many of the weeks each cause takes, transit included
 */
public record WhySoLate(List<Stretch> stretches, List<Relief> reliefs, Map<Cause, Integer> waitWeeks) {
    public WhySoLate {
        stretches = List.copyOf(stretches);
        reliefs = List.copyOf(reliefs);
        waitWeeks = new EnumMap<>(waitWeeks);
    }

    /** What a week of waiting is due to. */
    public enum Cause {
        /** The line or a mix limit is full with orders ahead. */
        QUEUE_AHEAD,
        /** The line does not work: holiday, or not yet running. */
        LINE_STANDS,
        /** A part has not arrived. */
        PART,
        /** The option's limit is used up. */
        OPTION,
        /** The market's quota or transport is used up, or units are kept for another market. */
        ALLOCATION,
        /** The market is not open yet. */
        MARKET_OPENS,
        /** The customer does not want it before. */
        CUSTOMER,
        /** There was room: the date was given when there was none, or the order kept an older promise. */
        FREE_NOW,
        /** From the line to the customer. */
        TRANSIT
    }

    /**
     * Neighbouring buckets with the same cause.
     *
     * @param resources numbers of the resources without room on the route that came closest
     */
    public record Stretch(int fromBucket, int toBucket, Cause cause, List<Integer> resources) {
        public Stretch {
            resources = List.copyOf(resources);
        }

        /** Weeks from the first to the last bucket, both included. */
        public int weeks() {
            return toBucket - fromBucket + 1;
        }
    }

    /**
     * One more unit of a resource gives an earlier date.
     *
     * @param bucket the bucket of the unit; for a part the last one in which it may arrive
     * @param buildBucket the date it gives
     */
    public record Relief(int resource, int bucket, int buildBucket) {}

    static WhySoLate of(PromiseEngine engine, int row) {
        Buckets ahead = engine.buckets.emptyCopy();
        OrderColumns orders = engine.orders;
        for (int other = 0; other < orders.size; other++) {
            if (orders.open(other) && orders.build[other] >= 0 && orders.compareRank(other, row) < 0) {
                engine.routeOf(other).take(ahead, orders.build[other]);
            }
        }
        return new Reading(engine, ahead, row).read();
    }

    /** Reads the buckets as one order sees them. */
    private static final class Reading {
        private final PromiseEngine engine;
        private final Buckets ahead;
        private final int row;
        private final CompiledConfiguration configuration;
        private final List<Stretch> stretches = new ArrayList<>();
        private final List<Relief> reliefs = new ArrayList<>();
        private final Map<Cause, Integer> waitWeeks = new EnumMap<>(Cause.class);

        Reading(PromiseEngine engine, Buckets ahead, int row) {
            this.engine = engine;
            this.ahead = ahead;
            this.row = row;
            this.configuration = engine.configuration(row);
        }

        WhySoLate read() {
            int build = engine.buildBucket(row);
            int end = build < 0 ? ahead.weeks() : build;
            int wanted = engine.from(row, configuration);
            for (int bucket = engine.firstBucket(); bucket < end; bucket++) {
                if (bucket < wanted) {
                    add(bucket, Cause.CUSTOMER, List.of());
                } else if (bucket < configuration.opensBucket) {
                    add(bucket, Cause.MARKET_OPENS, List.of());
                } else {
                    week(bucket);
                }
            }
            if (build >= 0 && configuration.transitWeeks > 0) {
                waitWeeks.merge(Cause.TRANSIT, configuration.transitWeeks, Integer::sum);
            }
            return new WhySoLate(stretches, reliefs, waitWeeks);
        }

        private void week(int bucket) {
            List<Integer> fewest = null;
            for (CompiledRoute route : configuration.routes) {
                List<Integer> blocked = new ArrayList<>();
                int reliefBucket = -1;
                for (int i = 0; i < route.resource.length; i++) {
                    if (!route.hasRoom(ahead, i, bucket)) {
                        int place = bucket + route.shift[i];
                        blocked.add(route.resource[i]);
                        reliefBucket = ahead.balances().shortOf(route.level[i], place) == 1
                                ? ahead.balances().reliefBucket(route.resource[i], place)
                                : -1;
                    }
                }
                if (blocked.size() == 1 && reliefBucket >= 0) {
                    Relief relief = new Relief(blocked.getFirst(), reliefBucket, bucket);
                    // Two routes may lack the same thing.
                    if (!reliefs.contains(relief)) {
                        reliefs.add(relief);
                    }
                }
                if (fewest == null || blocked.size() < fewest.size()) {
                    fewest = blocked;
                }
            }
            List<Integer> blocked = fewest == null ? List.of() : fewest;
            add(bucket, cause(blocked, bucket), blocked);
        }

        private Cause cause(List<Integer> blocked, int bucket) {
            if (blocked.isEmpty()) {
                return Cause.FREE_NOW;
            }
            int resource = blocked.getFirst();
            Kind kind = engine.network.resources().get(resource).kind();
            return switch (kind) {
                case LINE -> ahead.capacity(resource, bucket) == 0 ? Cause.LINE_STANDS : Cause.QUEUE_AHEAD;
                case MIX -> Cause.QUEUE_AHEAD;
                case OPTION -> Cause.OPTION;
                case OPEN_POOL, QUOTA, TRANSPORT -> Cause.ALLOCATION;
                case PART -> Cause.PART;
            };
        }

        private void add(int bucket, Cause cause, List<Integer> resources) {
            waitWeeks.merge(cause, 1, Integer::sum);
            if (!stretches.isEmpty()) {
                Stretch last = stretches.getLast();
                if (last.cause() == cause && last.resources().equals(resources)) {
                    stretches.set(stretches.size() - 1, new Stretch(last.fromBucket(), bucket, cause, resources));
                    return;
                }
            }
            stretches.add(new Stretch(bucket, bucket, cause, resources));
        }
    }
}
