package io.rampline.simulation.window;

import io.rampline.simulation.loading.Loading;
import io.rampline.simulation.loading.WaitingLine;

/**
 * Counts what futures say. Counts only, so that it does not matter which thread counted which future, and in which
 * order: tallies of the same futures are equal to the bit. For one thread at a time.
 */
public final class Tally {
    /** Bins of weekly output; the last holds what is more than twice the plan's largest week. */
    static final int OUTPUT_BINS = 600;

    private static final long MIX_1 = 0xBF58476D1CE4E5B9L;
    private static final long MIX_2 = 0x94D049BB133111EBL;

    private final WaitingLine line;
    private final Guarantees guarantees;
    private final int weeks;
    private final double outputOfBin;
    private final int[] buckets;
    private final int[] output;
    private final long[] kept;
    private final boolean[] broken;
    /** Futures counted, futures in which all guarantees are kept, and the hash. */
    private final long[] sums = new long[3];

    public Tally(WaitingLine line) {
        this.line = line;
        this.guarantees = new Guarantees(line);
        this.weeks = line.network().horizon().weeks();
        this.outputOfBin = line.largestWeek() * 2.0 / OUTPUT_BINS;
        this.buckets = new int[line.groups() * (weeks + 1)];
        this.output = new int[weeks * OUTPUT_BINS];
        this.kept = new long[guarantees.list().size()];
        this.broken = new boolean[kept.length];
    }

    /** Counts the future that has just been loaded. */
    public void count(long future, Loading loading) {
        long hash = mix(future);
        for (int group = 0; group < line.groups(); group++) {
            int middle = loading.middleBucket(group);
            buckets[group * (weeks + 1) + (middle < 0 ? weeks : middle)]++;
            hash = mix(hash ^ (((long) middle << 32) | (loading.lastBucket(group) & 0xFFFFFFFFL)));
        }
        for (int week = 0; week < weeks; week++) {
            double built = loading.built(week);
            output[week * OUTPUT_BINS + bin(built)]++;
            hash = mix(hash ^ Double.doubleToLongBits(built));
        }
        guarantees.markBroken(loading, broken);
        boolean all = true;
        for (int guarantee = 0; guarantee < broken.length; guarantee++) {
            kept[guarantee] += broken[guarantee] ? 0 : 1;
            all &= !broken[guarantee];
        }
        sums[0]++;
        sums[1] += all ? 1 : 0;
        sums[2] += hash;
    }

    private int bin(double built) {
        return (int) StrictMath.min(OUTPUT_BINS - 1.0, built / outputOfBin);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * MIX_1;
        mixed = (mixed ^ (mixed >>> 27)) * MIX_2;
        return mixed ^ (mixed >>> 31);
    }

    /** Adds what another tally of the same line has counted; it stays as it is. */
    public void add(Tally other) {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] += other.buckets[i];
        }
        for (int i = 0; i < output.length; i++) {
            output[i] += other.output[i];
        }
        for (int i = 0; i < kept.length; i++) {
            kept[i] += other.kept[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
    }

    /**
     * All that it has counted as one row of numbers, for a tally of the same line elsewhere to {@link #add(long[])}.
     */
    public long[] counts() {
        long[] counts = new long[size()];
        int at = 0;
        for (int[] some : new int[][] {buckets, output}) {
            for (int count : some) {
                counts[at++] = count;
            }
        }
        System.arraycopy(kept, 0, counts, at, kept.length);
        System.arraycopy(sums, 0, counts, at + kept.length, sums.length);
        return counts;
    }

    /**
     * Adds the {@link #counts} of another tally of the same line.
     *
     * @throws IllegalArgumentException when they are of another line
     */
    public void add(long[] counts) {
        if (counts.length != size()) {
            throw new IllegalArgumentException(
                    "found " + counts.length + " counts, expected " + size() + "; they are of another line");
        }
        int at = 0;
        for (int[] some : new int[][] {buckets, output}) {
            for (int i = 0; i < some.length; i++) {
                some[i] += (int) counts[at++];
            }
        }
        for (int i = 0; i < kept.length; i++) {
            kept[i] += counts[at++];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] += counts[at++];
        }
    }

    private int size() {
        return buckets.length + output.length + kept.length + sums.length;
    }

    public WaitingLine line() {
        return line;
    }

    public Guarantees guarantees() {
        return guarantees;
    }

    /** Futures counted. */
    public long futures() {
        return sums[0];
    }

    /** Futures in which every guarantee of the scenario is kept. */
    public long allKept() {
        return sums[1];
    }

    /** Futures in which a guarantee is kept. */
    public long kept(int guarantee) {
        return kept[guarantee];
    }

    /** One number for every week of every group in every future; equal for equal futures, whoever counted them. */
    public long hash() {
        return sums[2];
    }

    /** Futures in which the middle customer of a group is built in a bucket; the one past the last is never. */
    public int built(int group, int bucket) {
        return buckets[group * (weeks + 1) + bucket];
    }

    /**
     * Units built in a week that a share of the futures does not exceed, to within a three-hundredth of the plan's
     * largest week.
     *
     * @param share above 0 and below 1
     */
    public double outputQuantile(int week, double share) {
        double wanted = share * futures();
        long sum = 0;
        for (int bin = 0; bin < OUTPUT_BINS; bin++) {
            sum += output[week * OUTPUT_BINS + bin];
            if (sum >= wanted) {
                return (bin + 0.5) * outputOfBin;
            }
        }
        return OUTPUT_BINS * outputOfBin;
    }

    /**
     * Build bucket that a share of the futures does not exceed, the number of weeks when it is beyond the horizon.
     *
     * @param share above 0 and at most 1
     */
    public int buildQuantile(int group, double share) {
        double wanted = share * futures();
        long sum = 0;
        for (int bucket = 0; bucket < weeks; bucket++) {
            sum += built(group, bucket);
            if (sum >= wanted) {
                return bucket;
            }
        }
        return weeks;
    }
}
