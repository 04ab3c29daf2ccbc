package io.rampline.simulation.loading;

import io.rampline.factory.DemandForecast;
import io.rampline.factory.Uncertainty;
import io.rampline.factory.WeeklyUnits;
import io.rampline.simulation.futures.Course;
import io.rampline.simulation.futures.Futures;
import java.util.Arrays;

/**
 * Gives everyone in line a build week in one future, by the rule of the order-level engine: by rank, each order the
 * first week in which one of its routes has room for all it needs; those promised a week before keep it where there is
 * room, and go first.
 *
 * <p><b>Survival-weighted first come, first served.</b> A group of n customers takes n x S units, where S is the share
 * of them who are still there when their turn comes. With x customers ahead, dT/dx = S(T) / c(T): for one resource of
 * constant capacity c and rate theta T = ln(1 + theta x / c) / theta. Turns are counted in the middle of a week. Exact
 * for many independent customers; where nobody leaves, orders and units are whole and the weeks are those of the
 * engine.
 *
 * <p><b>Cost.</b> Room only shrinks while a future is loaded, so a week without room for a route is never looked at
 * again: weeks without room are linked to the next one (union-find), O(groups x needs) a future as a rule. No object is
 * made. For one thread.
 *
 * <p>Sources: fluid queues with impatient customers, Liu and Whitt 2012; wait predictors, Ibrahim and Whitt 2011. Not
 * here: slots that come free are not offered with the hysteresis of the book; everybody moves up at once.
 */
public final class Loading {
    /** No week within the horizon. */
    public static final int BEYOND_HORIZON = -1;

    /** Less than this of a unit is nothing. */
    static final double NOTHING = 1e-6;

    private final WaitingLine line;
    private final Ways ways;
    private final int weeks;
    private final int span;
    private final double[] free;
    private final PartStock parts;
    private final int[] next;
    private final int[] untouched;
    private final int[] middle;
    private final int[] last;
    private final double[] done;
    private final double[] present;
    private final double[] built;
    private boolean whole;
    private double leaving;
    private double slipFactor;
    private int routeFound;

    public Loading(WaitingLine line) {
        this.line = line;
        this.ways = line.ways;
        this.weeks = line.network().horizon().weeks();
        this.span = Ways.LEAD + weeks + Ways.LEAD + 1;
        this.free = new double[ways.partOf.length * span];
        this.parts = new PartStock(ways.parts, span);
        this.untouched = new int[ways.routes() * (weeks + 1)];
        for (int i = 0; i < untouched.length; i++) {
            untouched[i] = i % (weeks + 1);
        }
        this.next = new int[untouched.length];
        this.middle = new int[line.groups()];
        this.last = new int[line.groups()];
        this.done = new double[line.groups()];
        this.present = new double[line.groups()];
        this.built = new double[weeks];
    }

    /** The plan with nobody leaving is what people are promised. */
    void promise() {
        var plan = new Futures(line.network(), Uncertainty.NONE, 0);
        Course course = plan.course();
        plan.writePlan(course);
        start(course, 0);
        loadAll();
        for (int group = 0; group < middle.length; group++) {
            line.promise(group, middle[group]);
        }
    }

    /** Loads one future. What {@link #middleBucket} and the others say stands until the next one. */
    public void load(Course course) {
        start(course, line.staysWhole() ? 0 : course.leaving());
        loadAll();
    }

    private void start(Course course, double leavingFactor) {
        leaving = leavingFactor;
        whole = leavingFactor == 0;
        slipFactor = line.afterSlipFactor();
        parts.clear();
        for (int r = 0; r < ways.partOf.length; r++) {
            if (ways.partOf[r] >= 0) {
                parts.fill(ways.partOf[r], course, r, Ways.LEAD);
            } else {
                for (int bucket = 0; bucket < weeks; bucket++) {
                    free[r * span + Ways.LEAD + bucket] = course.units(r, bucket);
                }
            }
        }
        System.arraycopy(untouched, 0, next, 0, next.length);
        Arrays.fill(done, 0);
        Arrays.fill(middle, BEYOND_HORIZON);
        Arrays.fill(last, BEYOND_HORIZON);
        Arrays.fill(built, 0);
        for (int group = 0; group < present.length; group++) {
            present[group] = customers(group, course);
        }
    }

    private double customers(int group, Course course) {
        int row = line.forecast[group];
        if (row == WaitingLine.OF_THE_BOOK) {
            return line.customers[group];
        }
        DemandForecast forecast = line.forecasts.get(row);
        int bucket = line.locked[group];
        double level = course.demandLevel(line.modelOfForecast[row]);
        WeeklyUnits end = level < 0 ? forecast.low() : forecast.high();
        double mid = forecast.mid().get(bucket);
        return StrictMath.max(0, StrictMath.rint(mid + StrictMath.abs(level) * (end.get(bucket) - mid)));
    }

    private void loadAll() {
        for (int group = 0; group < line.bookGroups; group++) {
            if (line.keep[group] >= 0) {
                keepPromise(group);
            }
        }
        for (int group = 0; group < middle.length; group++) {
            if (done[group] < present[group]) {
                place(group);
            }
        }
    }

    private void keepPromise(int group) {
        int kind = line.kind[group];
        int bucket = line.keep[group];
        for (int route = ways.routesFrom[kind]; route < ways.routesFrom[kind + 1]; route++) {
            while (done[group] < present[group] && hasRoom(route, bucket)) {
                put(group, route, bucket);
            }
        }
    }

    private void place(int group) {
        int kind = line.kind[group];
        int start = StrictMath.max(line.from[group], ways.opens[kind]);
        while (done[group] < present[group]) {
            int bucket = first(kind, start);
            if (bucket == weeks) {
                last[group] = BEYOND_HORIZON;
                return;
            }
            put(group, routeFound, bucket);
        }
    }

    /** First bucket from {@code start} on with room on a route, the number of weeks when there is none. */
    private int first(int kind, int start) {
        int best = weeks;
        for (int route = ways.routesFrom[kind]; route < ways.routesFrom[kind + 1]; route++) {
            int base = route * (weeks + 1);
            int bucket = next(base, StrictMath.min(start, weeks));
            while (bucket < best && !hasRoom(route, bucket)) {
                next[base + bucket] = bucket + 1;
                bucket = next(base, bucket + 1);
            }
            if (bucket < best) {
                best = bucket;
                routeFound = route;
            }
        }
        return best;
    }

    private int next(int base, int bucket) {
        int at = bucket;
        while (next[base + at] != at) {
            next[base + at] = next[base + next[base + at]];
            at = next[base + at];
        }
        return at;
    }

    private boolean hasRoom(int route, int bucket) {
        int[] needs = ways.needs;
        for (int at = ways.needsFrom[route]; at < ways.needsFrom[route + 1]; at += Ways.STRIDE) {
            double least = whole ? needs[at + 1] : NOTHING;
            int place = bucket + needs[at + 2];
            double room = needs[at + 3] < 0 ? free[needs[at] * span + place] : parts.room(needs[at + 3], place, least);
            if (room < least) {
                return false;
            }
        }
        return true;
    }

    /** Builds as many of a group in a bucket with room as there is room for. */
    private void put(int group, int route, int bucket) {
        double staying = staying(group, bucket);
        double left = present[group] - done[group];
        double most = left;
        int[] needs = ways.needs;
        int start = ways.needsFrom[route];
        int end = ways.needsFrom[route + 1];
        for (int at = start; at < end; at += Ways.STRIDE) {
            double each = needs[at + 1] * staying;
            int place = bucket + needs[at + 2];
            double room =
                    needs[at + 3] < 0 ? free[needs[at] * span + place] : parts.room(needs[at + 3], place, left * each);
            if (room < most * each) {
                most = whole ? StrictMath.floor(room / each) : room / each;
            }
        }
        for (int at = start; at < end; at += Ways.STRIDE) {
            double taken = most * needs[at + 1] * staying;
            int place = bucket + needs[at + 2];
            if (needs[at + 3] < 0) {
                free[needs[at] * span + place] -= taken;
            } else {
                parts.take(needs[at + 3], place, taken);
            }
        }
        note(group, bucket, most == left ? present[group] : done[group] + most);
        built[bucket] += most * staying;
    }

    private void note(int group, int bucket, double nowDone) {
        double half = StrictMath.ceil(present[group] / 2);
        if (done[group] < half && nowDone >= half) {
            middle[group] = bucket;
        }
        done[group] = nowDone;
        last[group] = StrictMath.max(last[group], bucket);
    }

    /** Share of a group who are still there in the middle of a bucket. */
    private double staying(int group, int bucket) {
        double rate = leaving * line.hazard[group];
        if (rate == 0) {
            return 1;
        }
        // Those to come lock in the middle of their week, as a mean.
        double begin = StrictMath.max(line.firstBucket, line.locked[group] + 0.5);
        double end = bucket + 0.5;
        double waited = StrictMath.max(0, end - begin);
        double slipped = StrictMath.clamp(end - line.dueEnd[group], 0, waited);
        return StrictMath.exp(-rate * (waited - slipped + slipFactor * slipped));
    }

    /** Build bucket of the middle customer of a group, {@link #BEYOND_HORIZON} for none. */
    public int middleBucket(int group) {
        return middle[group];
    }

    /** Build bucket of the last customer of a group, {@link #BEYOND_HORIZON} when not all of them have one. */
    public int lastBucket(int group) {
        return last[group];
    }

    /** Customers of a group in this future, those included who leave. */
    public double customers(int group) {
        return present[group];
    }

    /** Units built in a bucket for those in line. */
    public double built(int bucket) {
        return built[bucket];
    }

    /** Units of a perishable resource that nobody took in a bucket. */
    public double free(int resource, int bucket) {
        return free[resource * span + Ways.LEAD + bucket];
    }
}
