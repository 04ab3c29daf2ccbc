package io.rampline.simulation.window;

/**
 * Whether more futures would change the answer.
 *
 * <p>Settled are the probabilities when twice their standard error is within the precision, and the windows when for 99
 * of 100 orders the first and the last week would move by at most one week within twice the standard error of their
 * quantiles.
 */
public final class Settled {
    /** Fewer futures than this say nothing about their own precision. */
    static final long FUTURES_MIN = 400;

    private static final double ERRORS = 2;
    private static final double ORDERS_SHARE = 0.99;

    private Settled() {}

    /**
     * Whether the tally is settled.
     *
     * @param confidence of the windows
     * @param precision of probabilities, above 0 and below 0.5
     */
    public static boolean is(Tally tally, double confidence, double precision) {
        long futures = tally.futures();
        if (futures < FUTURES_MIN) {
            return false;
        }
        boolean known = within(tally.allKept(), futures, precision);
        for (int guarantee = 0; guarantee < tally.guarantees().list().size(); guarantee++) {
            known &= within(tally.kept(guarantee), futures, precision);
        }
        return known && windowsStand(tally, confidence);
    }

    private static boolean within(long kept, long futures, double precision) {
        // Agresti and Coull's two added successes and failures keep 0 and 1 from looking certain.
        double share = (kept + 2.0) / (futures + 4.0);
        return ERRORS * StrictMath.sqrt(share * (1 - share) / (futures + 4.0)) <= precision;
    }

    private static boolean windowsStand(Tally tally, double confidence) {
        double tail = (1 - confidence) / 2;
        double error = ERRORS * StrictMath.sqrt(tail * (1 - tail) / tally.futures());
        long standing = 0;
        long orders = 0;
        for (int group = 0; group < tally.line().bookGroups(); group++) {
            boolean early = near(tally, group, tail, error);
            boolean late = near(tally, group, 1 - tail, error);
            int customers = tally.line().customers(group);
            standing += early && late ? customers : 0;
            orders += customers;
        }
        return standing >= ORDERS_SHARE * orders;
    }

    private static boolean near(Tally tally, int group, double share, double error) {
        int low = tally.buildQuantile(group, StrictMath.max(1e-12, share - error));
        int high = tally.buildQuantile(group, StrictMath.min(1, share + error));
        return high - low <= 1;
    }
}
