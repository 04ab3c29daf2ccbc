package io.rampline.simulation.window;

import java.util.Arrays;

/**
 * The windows of all groups at one confidence.
 *
 * <p>A window is grown from the likeliest week to the likelier of its two neighbours, so it is the shortest for a
 * distribution with one peak. Whole weeks seldom add up to the confidence: ending one week later would cover more of
 * the futures than asked, one week earlier fewer. Which of the two is taken is decided so that the windows of a kind of
 * order, taken together, hold as often as they shall: the difference is carried to the next group in line, as fractions
 * of a unit are from week to week. No window falls short by more than {@value #SHORT_MAX} for that. In a book of fewer
 * than {@value #BOOK_ORDERS_MIN} orders none falls short at all while there is a week to add: how often so few hold
 * together cannot be told to a point, and each of their customers looks at one window only.
 */
public final class Windows {
    /** Below the confidence, as a share of the futures. */
    static final double SHORT_MAX = 0.1;

    /** Of so many orders one is a point. */
    static final int BOOK_ORDERS_MIN = 100;

    private final Tally tally;
    private final double confidence;
    private final int weeks;
    private final Window[] windows;

    private Windows(Tally tally, double confidence) {
        this.tally = tally;
        this.confidence = confidence;
        this.weeks = tally.line().network().horizon().weeks();
        this.windows = new Window[tally.line().groups()];
    }

    /**
     * Windows from what has been counted so far.
     *
     * @param confidence share of deliveries that shall fall inside, 0.5 to 0.999
     */
    public static Windows of(Tally tally, double confidence) {
        if (!(confidence >= 0.5 && confidence <= 0.999) || tally.futures() == 0) {
            throw new IllegalArgumentException("found confidence " + confidence + " and " + tally.futures()
                    + " futures, expected 0.5 to 0.999 and 1 or more");
        }
        Windows made = new Windows(tally, confidence);
        made.grow();
        return made;
    }

    public double confidence() {
        return confidence;
    }

    public Window of(int group) {
        return windows[group];
    }

    /** The window of an order of the book, by its row. */
    public Window ofRow(int row) {
        return windows[tally.line().groupOfRow(row)];
    }

    /** Share of the futures in which an order of the book is delivered in or before a bucket. */
    public double deliveredBy(int row, int deliveryBucket) {
        int group = tally.line().groupOfRow(row);
        int last = StrictMath.min(weeks - 1, deliveryBucket - tally.line().transitWeeks(group));
        long sum = 0;
        for (int bucket = 0; bucket <= last; bucket++) {
            sum += tally.built(group, bucket);
        }
        return sum / (double) tally.futures();
    }

    private void grow() {
        double[] owed = new double[tally.line().kinds().size()];
        double shortMax = shortMax();
        for (int group = 0; group < windows.length; group++) {
            int kind = tally.line().kindOf(group);
            windows[group] = grow(group, owed[kind], shortMax);
            int customers = tally.line().customers(group);
            owed[kind] += customers * (confidence - windows[group].probability());
            // What cannot be made up for (a date that is certain) is not carried along for ever.
            owed[kind] = StrictMath.clamp(owed[kind], -customers, customers);
        }
    }

    /** How far below the confidence a window may end while there is a week to add. */
    private double shortMax() {
        long orders = 0;
        for (int group = 0; group < tally.line().bookGroups(); group++) {
            orders += tally.line().customers(group);
        }
        return orders < BOOK_ORDERS_MIN ? 0 : SHORT_MAX;
    }

    private Window grow(int group, double owed, double shortMax) {
        int likeliest = 0;
        for (int bucket = 1; bucket <= weeks; bucket++) {
            likeliest = tally.built(group, bucket) > tally.built(group, likeliest) ? bucket : likeliest;
        }
        int early = likeliest;
        int late = likeliest;
        double wanted = confidence * tally.futures();
        long inside = tally.built(group, likeliest);
        while (inside < wanted) {
            int before = early > 0 ? tally.built(group, early - 1) : -1;
            int after = late < weeks ? tally.built(group, late + 1) : -1;
            int more = StrictMath.max(before, after);
            double over = (inside + more - wanted) / tally.futures();
            double under = (wanted - inside) / tally.futures();
            boolean mayEnd = over >= 0 && under <= shortMax;
            // A window that is a little too short is taken where those ahead were too long.
            if (mayEnd && more > 0 && owed + tally.line().customers(group) * (under - over) / 2 <= 0) {
                break;
            }
            inside += more;
            early = before >= after ? early - 1 : early;
            late = before >= after ? late : late + 1;
        }
        return window(group, early, late, inside);
    }

    private Window window(int group, int early, int late, long inside) {
        int transit = tally.line().transitWeeks(group);
        int middle = tally.buildQuantile(group, 0.5);
        return new Window(
                early + transit,
                late == weeks ? Window.BEYOND_HORIZON : late + transit,
                middle == weeks ? Window.BEYOND_HORIZON : middle + transit,
                inside / (double) tally.futures());
    }

    /** Mean share of the futures inside the windows of the open book, by order. */
    public double meanProbability() {
        double sum = 0;
        long orders = 0;
        for (int group = 0; group < tally.line().bookGroups(); group++) {
            sum += tally.line().customers(group) * windows[group].probability();
            orders += tally.line().customers(group);
        }
        return orders == 0 ? 1 : sum / orders;
    }

    /** Width in weeks that half the orders of the book do not exceed; 0 without an order. */
    public int medianWeeks() {
        int groups = tally.line().bookGroups();
        long[] ordersByWidth = new long[weeks + 2];
        long orders = 0;
        for (int group = 0; group < groups; group++) {
            int width = windows[group].weeks();
            ordersByWidth[width == 0 ? weeks + 1 : width] += tally.line().customers(group);
            orders += tally.line().customers(group);
        }
        long sum = 0;
        for (int width = 0; width < ordersByWidth.length && orders > 0; width++) {
            sum += ordersByWidth[width];
            if (2 * sum >= orders) {
                return width;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return "windows at " + confidence + " of " + Arrays.toString(windows);
    }
}
