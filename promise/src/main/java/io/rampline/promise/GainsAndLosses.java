package io.rampline.promise;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who gains and who loses between two states of a book: open orders counted by delivery bucket before and after, in all
 * and by product and market. O(orders).
 */
public final class GainsAndLosses {
    private final SortedMap<MarketProduct, Group> groups;
    private final Group all;

    /** Counts as they grow. */
    private static final class Tally {
        private final int beyond;
        private final int[] before;
        private final int[] after;
        private int orders;
        private int earlier;
        private int later;
        private int lost;
        private int found;
        private int mostGained;
        private int mostLost;

        Tally(int beyond) {
            this.beyond = beyond;
            this.before = new int[beyond + 1];
            this.after = new int[beyond + 1];
        }

        void add(int deliveryBefore, int deliveryAfter) {
            int was = deliveryBefore < 0 ? beyond : Math.min(deliveryBefore, beyond);
            int is = deliveryAfter < 0 ? beyond : Math.min(deliveryAfter, beyond);
            orders++;
            before[was]++;
            after[is]++;
            if (is != was) {
                lost += is == beyond ? 1 : 0;
                found += was == beyond ? 1 : 0;
                earlier += is < was ? 1 : 0;
                later += is > was ? 1 : 0;
                mostGained = Math.max(mostGained, was - is);
                mostLost = Math.max(mostLost, is - was);
            }
        }
    }

    /** Some orders, counted; counts of deliveries by bucket stand for the deliveries themselves. */
    public static final class Group {
        private final int beyond;
        private final int[] before;
        private final int[] after;
        private final int orders;
        private final int earlier;
        private final int later;
        private final int lost;
        private final int found;
        private final int mostGained;
        private final int mostLost;

        private Group(Tally tally) {
            beyond = tally.beyond;
            before = tally.before;
            after = tally.after;
            orders = tally.orders;
            earlier = tally.earlier;
            later = tally.later;
            lost = tally.lost;
            found = tally.found;
            mostGained = tally.mostGained;
            mostLost = tally.mostLost;
        }

        public int orders() {
            return orders;
        }

        public int earlier() {
            return earlier;
        }

        public int later() {
            return later;
        }

        /** Orders that had a date within the horizon and have none now. */
        public int lost() {
            return lost;
        }

        /** Orders that had no date within the horizon and have one now. */
        public int found() {
            return found;
        }

        /** Weeks; an order beyond the horizon counts as one week after the latest delivery there can be. */
        public int mostGained() {
            return mostGained;
        }

        /** Weeks, as {@link #mostGained()}. */
        public int mostLost() {
            return mostLost;
        }

        /** How many were beyond the horizon. */
        public int beyondBefore() {
            return before[beyond];
        }

        /** How many are beyond the horizon. */
        public int beyondAfter() {
            return after[beyond];
        }

        /**
         * Delivery bucket of the order at that share of the line before, 0 to 1; -1 when that is beyond the horizon.
         */
        public int deliveryBefore(double share) {
            return at(before, share);
        }

        /** As {@link #deliveryBefore}, after. */
        public int deliveryAfter(double share) {
            return at(after, share);
        }

        private int at(int[] counts, double share) {
            long rank = (long) Math.ceil(share * orders);
            long seen = 0;
            for (int bucket = 0; bucket < beyond; bucket++) {
                seen += counts[bucket];
                if (seen >= rank && seen > 0) {
                    return bucket;
                }
            }
            return -1;
        }
    }

    private GainsAndLosses(Group all, SortedMap<MarketProduct, Group> groups) {
        this.all = all;
        this.groups = Collections.unmodifiableSortedMap(groups);
    }

    /**
     * Counts open orders.
     *
     * @param before delivery bucket of each row, -1 beyond the horizon; rows the engine has had since are left out
     * @param after the same book, changed
     */
    public static GainsAndLosses of(int[] before, PromiseEngine after) {
        Configurations configurations = after.configurations();
        int latest = after.buckets.weeks();
        for (int number = 0; number < configurations.count(); number++) {
            latest = Math.max(latest, after.buckets.weeks() + configurations.get(number).transitWeeks);
        }
        int beyond = latest + 1;
        SortedMap<MarketProduct, Tally> tallies = new TreeMap<>();
        Tally all = new Tally(beyond);
        Tally[] tallyOf = new Tally[configurations.count()];
        OrderColumns orders = after.orders;
        for (int row = 0; row < before.length; row++) {
            if (orders.open(row)) {
                int number = orders.configuration[row];
                CompiledConfiguration configuration = configurations.get(number);
                Tally tally = tallyOf[number];
                if (tally == null) {
                    tally = tallies.computeIfAbsent(
                            MarketProduct.of(configuration.configuration), _ -> new Tally(beyond));
                    tallyOf[number] = tally;
                }
                int build = orders.build[row];
                int delivery = build < 0 ? -1 : build + configuration.transitWeeks;
                tally.add(before[row], delivery);
                all.add(before[row], delivery);
            }
        }
        SortedMap<MarketProduct, Group> groups = new TreeMap<>();
        tallies.forEach((product, tally) -> groups.put(product, new Group(tally)));
        return new GainsAndLosses(new Group(all), groups);
    }

    /** Every open order. */
    public Group all() {
        return all;
    }

    /** Open orders by product and market. */
    public SortedMap<MarketProduct, Group> groups() {
        return groups;
    }
}
