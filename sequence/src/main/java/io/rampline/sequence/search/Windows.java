package io.rampline.sequence.search;

import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.Arrays;

/**
 * The sliding windows of all ratios, kept up to date as cars come and go.
 *
 * <p>For each ratio and each start of a window stands the number of carriers in it. From these follow two numbers for
 * each place, kept too, in one {@code int}: how many windows over it hold too many carriers (what is gained when a
 * carrier leaves), and how many are full or over-full (what it costs when one comes). A far exchange of two cars is
 * then priced by two reads for each option in which they differ, whatever the length of the windows. A coming or going
 * costs O(window length).
 *
 * <p>Windows that do not count hold {@link #NEVER} carriers: they are never full, and need no question of their own.
 */
final class Windows {
    private static final int NEVER = Integer.MIN_VALUE / 2;
    private static final int FULL = 1 << 16;
    private static final int OVER_BITS = FULL - 1;

    /** So many violations of cheap ratios a change may still gain; more is too rare to be worth the wait. */
    private static final int CHEAP_GAINS = 16;

    final int options;
    final int longest;
    /** Ratios that cost most; they are priced first. */
    long dear;

    double leewayOfDear;
    double leewayOfCheap;
    final int[] in;
    final int[] most;
    /** What one violation costs, for each ratio; the search sets it. */
    final long[] price;

    private final int[] weight;
    private final boolean[] high;
    private final int starts;
    private final int[] carriers;
    private final int[] tight;
    private final int[] change;
    private final int firstPlace;
    private final int endPlace;
    private final boolean whole;
    private long highCount;
    private long lowCount;

    /** @param firstPlace of the day; the places before it are at least as many as the longest window is long */
    Windows(LineDay day, int firstPlace, int endPlace) {
        this.firstPlace = firstPlace;
        this.endPlace = endPlace;
        options = day.ratios().size();
        longest = day.longestWindow();
        in = day.ratios().stream().mapToInt(Ratio::in).toArray();
        most = day.ratios().stream().mapToInt(Ratio::most).toArray();
        weight = day.ratios().stream().mapToInt(Ratio::weight).toArray();
        high = new boolean[options];
        for (int o = 0; o < options; o++) {
            high[o] = day.ratios().get(o).priority() == Priority.HIGH;
        }
        price = new long[options];
        starts = endPlace + longest;
        carriers = new int[options * starts];
        tight = new int[options * starts];
        change = new int[starts];
        whole = day.edge() == DayEdge.WHOLE_WINDOWS;
    }

    long highCount() {
        return highCount;
    }

    long lowCount() {
        return lowCount;
    }

    /** Bits of the ratios of one priority. */
    long bits(boolean ofHigh) {
        long bits = 0;
        for (int o = 0; o < options; o++) {
            bits |= high[o] == ofHigh ? 1L << o : 0;
        }
        return bits;
    }

    void setPrices(long ofHigh, long ofLow) {
        long highest = 0;
        long lowest = Long.MAX_VALUE;
        for (int o = 0; o < options; o++) {
            price[o] = weight[o] * (high[o] ? ofHigh : ofLow);
            highest = Math.max(highest, price[o]);
            lowest = Math.min(lowest, price[o]);
        }
        dear = 0;
        for (int o = 0; o < options; o++) {
            dear |= price[o] == highest ? 1L << o : 0;
        }
        leewayOfDear = highest;
        leewayOfCheap = highest == lowest ? highest : CHEAP_GAINS * (double) lowest;
    }

    /** Counts everything anew. */
    void fill(long[] mask) {
        Arrays.fill(tight, 0);
        highCount = 0;
        lowCount = 0;
        for (int o = 0; o < options; o++) {
            int first = whole ? firstPlace : firstPlace - in[o] + 1;
            int last = whole ? endPlace - in[o] : endPlace - 1;
            Arrays.fill(carriers, o * starts, (o + 1) * starts, NEVER);
            for (int start = first; start <= last; start++) {
                int found = 0;
                for (int place = start; place < start + in[o]; place++) {
                    found += (int) ((mask[place] >>> o) & 1);
                }
                carriers[o * starts + start] = found;
                int mark = (found >= most[o] ? FULL : 0) + (found > most[o] ? 1 : 0);
                for (int place = start; place < start + in[o]; place++) {
                    tight[place * options + o] += mark;
                }
                count(o, Math.max(0, found - most[o]));
            }
        }
    }

    private void count(int option, long more) {
        if (high[option]) {
            highCount += more * weight[option];
        } else {
            lowCount += more * weight[option];
        }
    }

    /** Violations that end when a carrier leaves the place. */
    int over(int place, int option) {
        return tight[place * options + option] & OVER_BITS;
    }

    /**
     * What it costs to exchange two places of these masks, the first before the second. Ends early when what is left to
     * price is not likely to make up for it.
     */
    long exchangeCost(int i, int k, long maskI, long maskK, long soFar, double allowance) {
        long differ = maskI ^ maskK;
        double mostOfCheap = allowance + leewayOfCheap;
        if (soFar > mostOfCheap && (highCount == 0 || (differ & dear) == 0)) {
            return Long.MAX_VALUE;
        }
        long cost = soFar + exchangeCost(i, k, maskI, differ & dear);
        long cheap = differ & ~dear;
        return cheap == 0 || cost > mostOfCheap ? cost : cost + exchangeCost(i, k, maskI, cheap);
    }

    private long exchangeCost(int i, int k, long maskI, long differ) {
        long cost = 0;
        int rowI = i * options;
        int rowK = k * options;
        int apart = k - i;
        for (long bits = differ; bits != 0; bits &= bits - 1) {
            int o = Long.numberOfTrailingZeros(bits);
            boolean forth = ((maskI >>> o) & 1) != 0;
            if (apart < in[o]) {
                cost += price[o] * nearCost(o, i, k, forth);
            } else {
                int comes = forth ? rowK : rowI;
                int goes = rowI + rowK - comes;
                cost += price[o] * ((tight[comes + o] >>> 16) - (tight[goes + o] & OVER_BITS));
            }
        }
        return cost;
    }

    /** A carrier goes from one place to the other: windows over both do not notice. */
    private int nearCost(int o, int i, int k, boolean forth) {
        int onlyI = o * starts + i - in[o] + 1;
        int onlyK = o * starts + i + 1;
        int leaves = forth ? onlyI : onlyK;
        int comes = forth ? onlyK : onlyI;
        int limit = most[o];
        int cost = 0;
        for (int step = 0; step < k - i; step++) {
            cost += (carriers[comes + step] >= limit ? 1 : 0) - (carriers[leaves + step] > limit ? 1 : 0);
        }
        return cost;
    }

    /** A carrier leaves a place, and what it leaves is counted. */
    void leave(int place, int o) {
        int limit = most[o];
        int row = o * starts;
        int run = 0;
        int gone = 0;
        for (int p = place - in[o] + 1; p <= place; p++) {
            int left = --carriers[row + p];
            if (left == limit - 1) {
                run -= FULL;
            } else if (left == limit) {
                run--;
            }
            gone += left >= limit ? 1 : 0;
            tight[p * options + o] += run;
        }
        for (int p = place + 1; run != 0; p++) {
            int left = carriers[row + p - in[o]];
            if (left == limit - 1) {
                run += FULL;
            } else if (left == limit) {
                run++;
            }
            tight[p * options + o] += run;
        }
        count(o, -gone);
    }

    /** A carrier comes to a place. */
    void enter(int place, int o) {
        int limit = most[o];
        int row = o * starts;
        int run = 0;
        int more = 0;
        for (int p = place - in[o] + 1; p <= place; p++) {
            int held = ++carriers[row + p];
            if (held == limit) {
                run += FULL;
            } else if (held == limit + 1) {
                run++;
            }
            more += held > limit ? 1 : 0;
            tight[p * options + o] += run;
        }
        for (int p = place + 1; run != 0; p++) {
            int held = carriers[row + p - in[o]];
            if (held == limit) {
                run -= FULL;
            } else if (held == limit + 1) {
                run--;
            }
            tight[p * options + o] += run;
        }
        count(o, more);
    }

    /**
     * Violations of one ratio that a new order of some places brings, by one sweep over all windows that touch them.
     *
     * @param mask of all places, old
     * @param renewed masks of the places from {@code from} on, new, from index 0
     */
    int sweepCost(int o, long[] mask, long[] renewed, int from, int length) {
        int limit = most[o];
        int row = o * starts;
        int window = in[o];
        int differ = 0;
        int cost = 0;
        for (int start = from - window + 1; start < from + length; start++) {
            int comes = start + window - 1;
            if (comes < from + length) {
                differ += (int) ((renewed[comes - from] >>> o) & 1) - (int) ((mask[comes] >>> o) & 1);
            }
            int goes = start - 1;
            if (goes >= from) {
                differ -= (int) ((renewed[goes - from] >>> o) & 1) - (int) ((mask[goes] >>> o) & 1);
            }
            if (differ != 0) {
                int held = carriers[row + start];
                cost += Math.max(0, held + differ - limit) - Math.max(0, held - limit);
            }
        }
        return cost;
    }

    /** Violations of one ratio in the windows that begin in a stretch, as they are. */
    int violations(int o, int fromStart, int toStart) {
        int sum = 0;
        for (int at = o * starts + fromStart; at <= o * starts + toStart; at++) {
            sum += Math.max(0, carriers[at] - most[o]);
        }
        return sum;
    }

    boolean counts(int o, int start) {
        return carriers[o * starts + start] >= 0;
    }

    /** Takes over a new order of some places for one ratio. */
    void renew(int o, long[] mask, long[] renewed, int from, int length) {
        int limit = most[o];
        int row = o * starts;
        int window = in[o];
        int first = from - window + 1;
        int differ = 0;
        int more = 0;
        int run = 0;
        for (int p = first; p < from + length + window - 1; p++) {
            if (p < from + length) {
                int comes = p + window - 1;
                if (comes < from + length) {
                    differ += (int) ((renewed[comes - from] >>> o) & 1) - (int) ((mask[comes] >>> o) & 1);
                }
                if (p - 1 >= from) {
                    differ -= (int) ((renewed[p - 1 - from] >>> o) & 1) - (int) ((mask[p - 1] >>> o) & 1);
                }
                int held = carriers[row + p];
                int holds = held + differ;
                carriers[row + p] = holds;
                more += Math.max(0, holds - limit) - Math.max(0, held - limit);
                int marks = (holds >= limit ? FULL : 0) - (held >= limit ? FULL : 0);
                marks += (holds > limit ? 1 : 0) - (held > limit ? 1 : 0);
                change[p - first] = marks;
                run += marks;
            }
            if (p - window >= first) {
                run -= change[p - window - first];
            }
            tight[p * options + o] += run;
        }
        count(o, more);
    }
}
