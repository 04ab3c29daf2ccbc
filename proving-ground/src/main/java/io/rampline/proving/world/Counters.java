package io.rampline.proving.world;

import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.orderbook.record.BucketChanges;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is there, promised and short of each resource in each week, with the rules of the record. Immutable. */
final class Counters {
    private final Network network;
    private final int span;
    private final int[] capacity;
    private final int[] promised;
    private final int[] shortage;
    private final long[] partShortage;

    Counters(Network network) {
        this.network = network;
        this.span = BucketChanges.MARGIN + network.horizon().weeks() + BucketChanges.MARGIN;
        int count = network.resources().size();
        this.capacity = new int[count * span];
        this.promised = new int[count * span];
        this.shortage = new int[count * span];
        this.partShortage = new long[count];
        for (int resource = 0; resource < count; resource++) {
            for (int week = 0; week < network.horizon().weeks(); week++) {
                capacity[place(resource, week)] =
                        network.resources().get(resource).units().get(week);
            }
        }
    }

    private Counters(Counters of) {
        this.network = of.network;
        this.span = of.span;
        this.capacity = of.capacity.clone();
        this.promised = of.promised.clone();
        this.shortage = of.shortage.clone();
        this.partShortage = of.partShortage.clone();
    }

    private int place(int resource, int week) {
        return resource * span + BucketChanges.MARGIN + week;
    }

    /** Weeks before and after the horizon that are counted, too. */
    private int firstWeek(int resource) {
        return storable(resource) ? -BucketChanges.MARGIN : 0;
    }

    private int lastWeek(int resource) {
        return network.horizon().weeks() - 1 + (storable(resource) ? BucketChanges.MARGIN : 0);
    }

    private boolean storable(int resource) {
        return network.resources().get(resource).kind().storable();
    }

    /**
     * The counters after a batch.
     *
     * @throws SQLException as the database does when the batch breaks a rule
     */
    Counters after(BucketChanges.Net net) throws SQLException {
        Counters next = new Counters(this);
        boolean[] changed = new boolean[network.resources().size()];
        for (int i = 0; i < net.parts.length; i++) {
            int part = net.parts[i];
            next.partShortage[part] = Math.max(next.partShortage[part], net.partShortages[i]);
        }
        for (int i = 0; i < net.resources.length; i++) {
            int resource = net.resources[i];
            int week = net.weeks[i];
            if (week < firstWeek(resource) || week > lastWeek(resource)) {
                throw refused("found a change in week " + week + ", expected a week of the record");
            }
            int place = place(resource, week);
            next.promised[place] += net.units[i];
            Integer capacitySet = net.capacities[i];
            next.capacity[place] = capacitySet == null ? next.capacity[place] : capacitySet;
            Integer shortageSet = net.shortages[i];
            next.shortage[place] = shortageSet == null ? next.shortage[place] : shortageSet;
            next.checkBucket(resource, week);
            changed[resource] = true;
        }
        next.checkParts(changed);
        for (int i = 0; i < net.parts.length; i++) {
            next.partShortage[net.parts[i]] = net.partShortages[i];
            changed[net.parts[i]] = true;
        }
        next.checkParts(changed);
        return next;
    }

    /** The counters with more units promised in a week. */
    Counters with(int resource, int week, int units) throws SQLException {
        Counters next = new Counters(this);
        next.promised[place(resource, week)] += units;
        next.checkBucket(resource, week);
        boolean[] changed = new boolean[network.resources().size()];
        changed[resource] = true;
        next.checkParts(changed);
        return next;
    }

    private void checkBucket(int resource, int week) throws SQLException {
        int place = place(resource, week);
        if (promised[place] < 0 || capacity[place] < 0 || shortage[place] < 0) {
            throw refused("found a count below zero of " + label(resource) + " in week " + week);
        }
        if (!storable(resource) && promised[place] > (long) capacity[place] + shortage[place]) {
            throw refused("found " + promised[place] + " promised of " + label(resource) + " in week " + week
                    + ", expected at most " + capacity[place] + " and " + shortage[place] + " short");
        }
    }

    private void checkParts(boolean[] changed) throws SQLException {
        for (int resource = 0; resource < changed.length; resource++) {
            if (changed[resource] && storable(resource) && least(resource) + partShortage[resource] < 0) {
                throw refused("found " + -least(resource) + " of " + label(resource) + " promised beyond what arrives");
            }
        }
    }

    private long least(int resource) {
        Resource part = network.resources().get(resource);
        long balance = part.openingStock();
        long least = Long.MAX_VALUE;
        for (int place = resource * span; place < (resource + 1) * span; place++) {
            balance += (long) capacity[place] - promised[place];
            least = Math.min(least, balance);
        }
        return least;
    }

    private String label(int resource) {
        return network.resources().get(resource).label();
    }

    private static SQLException refused(String why) {
        return new SQLException(why, MemoryLedger.CHECK);
    }

    /** What both count differently, one sentence each, at most ten. */
    List<String> differencesFrom(Counters other) {
        List<String> found = new ArrayList<>();
        for (int place = 0; place < promised.length && found.size() < 10; place++) {
            if (promised[place] != other.promised[place] || capacity[place] != other.capacity[place]) {
                found.add("found " + promised[place] + " of " + capacity[place] + " promised of "
                        + label(place / span) + " in week " + (place % span - BucketChanges.MARGIN) + ", expected "
                        + other.promised[place] + " of " + other.capacity[place]);
            }
        }
        if (!Arrays.equals(shortage, other.shortage) || !Arrays.equals(partShortage, other.partShortage)) {
            found.add("found other shortages in the counters than the entries say");
        }
        return found;
    }

    /** Counters to be summed up, whatever comes out. */
    static final class Sum {
        private final Counters counters;

        Sum(Network network) {
            this.counters = new Counters(network);
        }

        void capacity(int resource, int week, int units) {
            counters.capacity[counters.place(resource, week)] = units;
        }

        void use(int resource, int week, int units) {
            counters.promised[counters.place(resource, week)] += units;
        }

        void shortage(int resource, int week, long units) {
            if (counters.storable(resource)) {
                counters.partShortage[resource] = units;
            } else {
                counters.shortage[counters.place(resource, week)] = Math.toIntExact(units);
            }
        }

        Counters counters() {
            return counters;
        }
    }
}
