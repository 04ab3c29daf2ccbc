package io.rampline.simulation.loading;

import io.rampline.factory.Cancellations;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.Line;
import io.rampline.factory.Network;
import io.rampline.factory.Uncertainty;
import io.rampline.promise.OrderTable;
import java.util.List;

/**
 * Everyone who waits, in groups that stand together: the open book by rank, then the expected orders of the weeks to
 * come. Immutable but for the promises, which {@link #promise} fills in once.
 *
 * <p><b>Groups.</b> Orders that need the same, may be built from the same week on and were promised the same week are
 * cut into groups of equal size by rank, and a group stands where its middle order stands. With groups of one order the
 * line is the book itself; with groups of n orders each order is at most n places of its own kind away from its place.
 *
 * <p>A group has {@code customers} orders, is of a {@code kind}, may be built from bucket {@code from} on, was locked
 * in bucket {@code locked} (before the horizon it is negative) and, where somebody promised it a week before, keeps
 * build bucket {@code keep} (-1 for none) when there is room.
 */
public final class WaitingLine {
    /** A demand group has no promise and belongs to a row of the forecast. */
    static final int OF_THE_BOOK = -1;

    private final Network network;
    private final List<Kind> kinds;
    private final int[] groupOfRow;
    final int bookGroups;
    final int firstBucket;
    final Ways ways;
    final int[] customers;
    final int[] kind;
    final int[] from;
    final int[] keep;
    final int[] locked;
    final int[] forecast;
    final List<DemandForecast> forecasts;
    final int[] modelOfForecast;
    /** Week in which the promised build week is over; weeks of the horizon + 1 while there is no promise. */
    final double[] dueEnd;
    /** Share that leaves in a week, as a rate, before a slip. */
    final double[] hazard;

    private final Uncertainty.Leaving leaving;

    private WaitingLine(LineUp lineUp, Uncertainty.Leaving leaving) {
        this.network = lineUp.network();
        this.kinds = lineUp.kinds();
        this.groupOfRow = lineUp.groupOfRow();
        this.bookGroups = lineUp.bookGroups();
        this.firstBucket = lineUp.firstBucket();
        this.ways = new Ways(network, kinds.stream().map(Kind::plan).toList());
        this.customers = lineUp.column(LineUp.CUSTOMERS);
        this.kind = lineUp.column(LineUp.KIND);
        this.from = lineUp.column(LineUp.FROM);
        this.keep = lineUp.column(LineUp.KEEP);
        this.locked = lineUp.column(LineUp.LOCKED);
        this.forecast = lineUp.column(LineUp.FORECAST);
        this.forecasts = lineUp.forecasts();
        this.modelOfForecast = lineUp.modelOfForecast();
        this.leaving = leaving;
        this.dueEnd = new double[customers.length];
        this.hazard = new double[customers.length];
        Cancellations planned = network.scenario().planning().cancellations();
        for (int group = 0; group < hazard.length; group++) {
            hazard[group] = -StrictMath.log1p(
                    -planned.weeklyShare(kinds.get(kind[group]).model()));
        }
    }

    /**
     * Lines everyone up.
     *
     * @param book open orders
     * @param models as numbered by the futures that will be loaded
     * @param groupsMax about how many groups the book may have; more are made where kinds of orders are many
     */
    public static WaitingLine of(
            Network network, OrderTable book, List<String> models, Uncertainty.Leaving leaving, int groupsMax) {
        WaitingLine line = new WaitingLine(LineUp.of(network, book, models, groupsMax), leaving);
        Loading unhindered = new Loading(line);
        unhindered.promise();
        return line;
    }

    /**
     * Takes down what the plan promises to those who have no promise yet, and what that wait does to their patience.
     */
    void promise(int group, int buildBucket) {
        int due = keep[group] >= 0 ? keep[group] : buildBucket;
        dueEnd[group] = due < 0 ? network.horizon().weeks() + 1 : due + 1;
        double quotedWeeks = StrictMath.max(0, dueEnd[group] + ways.transit[kind[group]] - locked[group]);
        double more = leaving.morePercentPerQuotedMonth() / 100 * quotedWeeks / Cancellations.WEEKS_PER_MONTH;
        hazard[group] *= 1 + more;
    }

    double afterSlipFactor() {
        return leaving.afterSlipFactor();
    }

    public Network network() {
        return network;
    }

    /** All kinds of orders; a kind's place is its number. */
    public List<Kind> kinds() {
        return kinds;
    }

    /** Groups of the book and, behind them, of the demand to come. */
    public int groups() {
        return customers.length;
    }

    /** Groups of the book: those before this number. */
    public int bookGroups() {
        return bookGroups;
    }

    /** Group of an order, by its row in the table. */
    public int groupOfRow(int row) {
        return groupOfRow[row];
    }

    public int kindOf(int group) {
        return kind[group];
    }

    /** Orders of a group; of a group of demand those of the middle forecast. */
    public int customers(int group) {
        return customers[group];
    }

    /** Bucket in which it was locked, or will be. */
    public int locked(int group) {
        return locked[group];
    }

    /** Weeks from the line to the customers of a group. */
    public int transitWeeks(int group) {
        return ways.transit[kind[group]];
    }

    /** Units that all lines together build in the largest week of the plan, 1 or more. */
    public long largestWeek() {
        long largest = 1;
        for (int bucket = 0; bucket < network.horizon().weeks(); bucket++) {
            long all = 0;
            for (Line line : network.scenario().lines()) {
                all += line.capacity().get(bucket);
            }
            largest = StrictMath.max(largest, all);
        }
        return largest;
    }

    /** First bucket in which anything of the book may be built. */
    public int firstBucket() {
        return firstBucket;
    }

    /** Whether nobody ever leaves, so that only whole orders are counted. */
    boolean staysWhole() {
        for (double rate : hazard) {
            if (rate > 0) {
                return false;
            }
        }
        return true;
    }
}
