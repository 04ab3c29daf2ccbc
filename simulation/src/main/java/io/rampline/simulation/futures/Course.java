package io.rampline.simulation.futures;

/**
 * One future, in numbers that are written again for the next one. For one thread.
 *
 * <p>Units are whole, as in a plan: the fraction of one week is carried into the next, so that an engine that counts
 * whole units can be given the same future.
 */
public final class Course {
    private final int weeks;
    final int[] units;
    final int[] openingStock;
    final double[] demandLevels;
    final double[] leaving = new double[1];

    Course(int weeks, int resources, int demandCauses) {
        this.weeks = weeks;
        this.units = new int[resources * weeks];
        this.openingStock = new int[resources];
        this.demandLevels = new double[demandCauses];
    }

    public int weeks() {
        return weeks;
    }

    /** Units of a resource in a bucket: capacity, for a part its arrivals. */
    public int units(int resource, int bucket) {
        return units[resource * weeks + bucket];
    }

    /** Pieces of a part that are there before the first bucket. */
    public int openingStock(int resource) {
        return openingStock[resource];
    }

    /**
     * Where demand goes, by number of the model: -1 the low forecast, 0 the middle one, 1 the high one; it may be
     * beyond.
     */
    public double demandLevel(int model) {
        return demandLevels[model];
    }

    /** How many times as many customers leave as planned. */
    public double leaving() {
        return leaving[0];
    }
}
