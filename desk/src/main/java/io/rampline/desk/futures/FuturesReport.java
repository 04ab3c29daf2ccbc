package io.rampline.desk.futures;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.futures.FuturesRun.Outcome;
import io.rampline.factory.Scenario;
import io.rampline.simulation.loading.Kind;
import io.rampline.simulation.loading.WaitingLine;
import io.rampline.simulation.window.Tally;
import io.rampline.simulation.window.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What many futures say of a promised book.
 *
 * @param book the open orders with the dates that the plan gives them
 * @param seed of the futures
 */
public record FuturesReport(PromisedBook book, long seed, Outcome outcome, Windows windows) {
    private static final int QUARTER_SHARES = 4;

    /**
     * The open orders of one kind.
     *
     * @param orders how many, 1 or more
     * @param lastRow the last one in line
     * @param promiseKept share of the futures in which an order is delivered by its promised week, mean of the orders
     *     that are promised one
     */
    public record KindRow(Kind kind, long orders, int lastRow, double promiseKept) {}

    /**
     * The wait of one who orders in a week, by share of the futures; empty where it ends beyond the horizon.
     *
     * @param low a share of (1 - confidence) / 2 waits no longer
     * @param middle half of the futures
     * @param high a share of (1 + confidence) / 2
     */
    public record Wait(int lockBucket, OptionalInt low, OptionalInt middle, OptionalInt high) {}

    public static FuturesReport of(PromisedBook book, long seed, Outcome outcome) {
        return new FuturesReport(
                book, seed, outcome, Windows.of(outcome.tally(), book.scenario().confidence()));
    }

    public Scenario scenario() {
        return book.scenario();
    }

    public Tally tally() {
        return outcome.tally();
    }

    public WaitingLine line() {
        return tally().line();
    }

    /** Delivery bucket that the plan promises a row; empty beyond the horizon. */
    public OptionalInt promised(int row) {
        return book.isPromised(row)
                ? OptionalInt.of(
                        book.deliveryWeek(row) - scenario().horizon().start().number())
                : OptionalInt.empty();
    }

    /** The open orders kind by kind, in the order in which kinds appear in the book. */
    public List<KindRow> kinds() {
        int count = line().kinds().size();
        long[] orders = new long[count];
        long[] dated = new long[count];
        int[] last = new int[count];
        double[] kept = new double[count];
        for (int row = 0; row < book.size(); row++) {
            int kind = line().kindOf(line().groupOfRow(row));
            orders[kind]++;
            last[kind] = row;
            OptionalInt promised = promised(row);
            if (promised.isPresent()) {
                dated[kind]++;
                kept[kind] += windows.deliveredBy(row, promised.getAsInt());
            }
        }
        List<KindRow> rows = new ArrayList<>();
        for (int kind = 0; kind < count; kind++) {
            if (orders[kind] > 0) {
                rows.add(new KindRow(
                        line().kinds().get(kind),
                        orders[kind],
                        last[kind],
                        dated[kind] == 0 ? 0 : kept[kind] / dated[kind]));
            }
        }
        return rows;
    }

    /** Share of the futures in which an order is delivered by its promised week, mean of all that are promised one. */
    public double promiseKept() {
        double kept = 0;
        long dated = 0;
        for (int row = 0; row < book.size(); row++) {
            OptionalInt promised = promised(row);
            if (promised.isPresent()) {
                dated++;
                kept += windows.deliveredBy(row, promised.getAsInt());
            }
        }
        return dated == 0 ? 0 : kept / dated;
    }

    /** Number of a kind that is expected to be ordered; empty lists have none. */
    public List<Wait> waits(Kind kind) {
        List<Wait> waits = new ArrayList<>();
        int number = line().kinds().indexOf(kind);
        double tail = (1 - windows.confidence()) / 2;
        for (int group = line().bookGroups(); group < line().groups(); group++) {
            if (line().kindOf(group) == number && line().customers(group) > 0) {
                waits.add(new Wait(line().locked(group), wait(group, tail), wait(group, 0.5), wait(group, 1 - tail)));
            }
        }
        return waits;
    }

    private OptionalInt wait(int group, double share) {
        int bucket = tally().buildQuantile(group, share);
        return bucket == scenario().horizon().weeks()
                ? OptionalInt.empty()
                : OptionalInt.of(bucket + line().transitWeeks(group) - line().locked(group));
    }

    /** The kinds that are expected to be ordered. */
    public List<Kind> expected() {
        return line().kinds().stream().filter(kind -> !waits(kind).isEmpty()).toList();
    }

    /** Shares of the futures at which weekly output is told, ascending; the third is the middle. */
    public double[] outputShares() {
        double tail = (1 - windows.confidence()) / 2;
        return new double[] {tail, 1.0 / QUARTER_SHARES, 0.5, 1 - 1.0 / QUARTER_SHARES, 1 - tail};
    }

    /** Share of the futures in which every guarantee of the scenario is kept. */
    public double allKept() {
        return tally().allKept() / (double) tally().futures();
    }

    /** Share of the futures in which a guarantee is kept; empty when nobody orders whom it is about. */
    public OptionalDouble kept(int guarantee) {
        return tally().guarantees().isAsked(guarantee)
                ? OptionalDouble.of(tally().kept(guarantee) / (double) tally().futures())
                : OptionalDouble.empty();
    }
}
