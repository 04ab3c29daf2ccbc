package io.rampline.orderbook.audit;

import io.rampline.factory.Need;
import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.factory.Route;
import java.util.BitSet;
import java.util.List;

/**
 * Capacity, use and recorded shortage of every resource and week, summed up from entries. Nothing is remembered that
 * could be worked out: a part's balance is added up from its opening stock whenever it is asked.
 *
 * <p>A command writes several entries, and only after the last of them must everything fit; so what an entry touches is
 * looked at when the next command begins.
 */
final class FoldedBuckets {
    /** Weeks before and after the horizon in which a part may be needed. */
    static final int MARGIN = Need.OFFSET_WEEKS_MAX;

    private final Network network;
    private final List<Resource> resources;
    private final Findings findings;
    private final int weeks;
    private final int span;
    private final int[] capacity;
    private final int[] used;
    /** Perishable: by place; parts: at the place of the bucket that the record names. */
    private final long[] shortage;
    /** Parts: the sum over their buckets. */
    private final long[] partShortage;
    /** As they were when the last command ended. */
    private final long[] settledShortage;

    private final BitSet touched = new BitSet();
    private final BitSet touchedParts = new BitSet();
    private final BitSet cut = new BitSet();
    private final BitSet restated = new BitSet();
    private final BitSet known = new BitSet();

    FoldedBuckets(Network network, Findings findings) {
        this.network = network;
        this.resources = network.resources();
        this.findings = findings;
        this.weeks = network.horizon().weeks();
        this.span = MARGIN + weeks + MARGIN;
        this.capacity = new int[resources.size() * span];
        this.used = new int[capacity.length];
        this.shortage = new long[capacity.length];
        this.settledShortage = new long[capacity.length];
        this.partShortage = new long[resources.size()];
        for (int r = 0; r < resources.size(); r++) {
            for (int week = 0; week < weeks; week++) {
                capacity[place(r, week)] = resources.get(r).units().get(week);
            }
        }
    }

    void take(Route route, int build) {
        for (Need need : route.needs()) {
            int place = place(need.resource(), build + need.offsetWeeks());
            used[place] += need.quantity();
            if (storable(need.resource())) {
                touchedParts.set(need.resource());
            } else {
                touched.set(place);
            }
        }
    }

    void give(Route route, int build) {
        for (Need need : route.needs()) {
            used[place(need.resource(), build + need.offsetWeeks())] -= need.quantity();
        }
    }

    /** Whether a slot lies where the horizon has one. */
    boolean holds(Route route, int build) {
        boolean inside = isInside(build);
        for (Need need : route.needs()) {
            inside &= storable(need.resource()) || isInside(build + need.offsetWeeks());
        }
        return inside;
    }

    boolean isInside(int week) {
        return week >= 0 && week < weeks;
    }

    int capacity(int resource, int week) {
        return capacity[place(resource, week)];
    }

    int used(int resource, int week) {
        return used[place(resource, week)];
    }

    void setCapacity(int resource, int week, int units) {
        int place = place(resource, week);
        if (units < capacity[place]) {
            cut.set(resource);
            if (storable(resource)) {
                touchedParts.set(resource);
            } else {
                touched.set(place);
            }
        }
        capacity[place] = units;
    }

    /** Sets the shortage on record; 0 closes it. */
    void setShortage(int resource, int week, long units) {
        int place = place(resource, week);
        if (storable(resource)) {
            partShortage[resource] += units - shortage[place];
        }
        shortage[place] = units;
        restated.set(place);
        if (storable(resource)) {
            touchedParts.set(resource);
        } else {
            touched.set(place);
        }
    }

    /** The shortage on record: of a bucket, for a part at any bucket. */
    long shortage(int resource, int week) {
        return storable(resource) ? partShortage[resource] : shortage[place(resource, week)];
    }

    /** The shortage on record under exactly this bucket. */
    long shortageNamed(int resource, int week) {
        return shortage[place(resource, week)];
    }

    /** Looks at everything touched since the last call; a command has ended with the entry at {@code position}. */
    void settle(long position) {
        for (int place = touched.nextSetBit(0); place >= 0; place = touched.nextSetBit(place + 1)) {
            within(place, place / span, used[place] - capacity[place] - shortage[place], position);
        }
        touched.clear();
        for (int part = touchedParts.nextSetBit(0); part >= 0; part = touchedParts.nextSetBit(part + 1)) {
            within(part * span, part, deepest(part) - partShortage[part], position);
        }
        touchedParts.clear();
        for (int place = restated.nextSetBit(0); place >= 0; place = restated.nextSetBit(place + 1)) {
            openedByCut(place, position);
        }
        restated.clear();
        cut.clear();
    }

    private void within(int place, int resource, long beyond, long position) {
        findings.count(Check.LIMITS);
        if (beyond > 0 && !known.get(place)) {
            findings.add(
                    Check.LIMITS,
                    label(resource, place) + " at entry " + position,
                    "found " + beyond + " more promised than there is and than is on record as short");
        }
        // Said once, until it is mended.
        known.set(place, beyond > 0);
    }

    private void openedByCut(int place, long position) {
        int resource = place / span;
        long now = storable(resource) ? partShortage[resource] : shortage[place];
        int settled = storable(resource) ? resource * span : place;
        findings.count(Check.CUTS);
        if (now > settledShortage[settled] && !cut.get(resource)) {
            findings.add(
                    Check.CUTS,
                    label(resource, place) + " at entry " + position,
                    "found a shortage of " + now + " on record without a cut, expected at most "
                            + settledShortage[settled]);
        }
        settledShortage[settled] = now;
    }

    /** How far the balance of a part falls below zero, 0 when nowhere. */
    long deepest(int part) {
        long balance = resources.get(part).openingStock();
        long least = 0;
        for (int place = part * span; place < (part + 1) * span; place++) {
            balance += capacity[place] - (long) used[place];
            least = Math.min(least, balance);
        }
        return -least;
    }

    /** Holds what is on record as short against what is short, to the unit. */
    void end() {
        for (int resource = 0; resource < resources.size(); resource++) {
            if (storable(resource)) {
                exact(resource * span, resource, partShortage[resource], deepest(resource));
            } else {
                for (int week = -MARGIN; week < weeks + MARGIN; week++) {
                    int place = place(resource, week);
                    exact(place, resource, shortage[place], Math.max(0, used[place] - (long) capacity[place]));
                }
            }
        }
    }

    private void exact(int place, int resource, long recorded, long isShort) {
        findings.count(Check.CUTS);
        if (recorded != isShort) {
            findings.add(
                    Check.CUTS,
                    label(resource, place),
                    "found a shortage of " + recorded + " on record, expected " + isShort);
        }
    }

    int weeks() {
        return weeks;
    }

    boolean storable(int resource) {
        return resources.get(resource).kind().storable();
    }

    /** For people: {@code line F1 in 2026-W03}, {@code part PACK}. */
    String name(int resource, int week) {
        return resources.get(resource).label() + " in " + network.horizon().week(week);
    }

    private String label(int resource, int at) {
        return storable(resource) ? resources.get(resource).label() : name(resource, at % span - MARGIN);
    }

    private int place(int resource, int week) {
        return resource * span + MARGIN + Math.clamp(week, -MARGIN, weeks + MARGIN - 1);
    }
}
