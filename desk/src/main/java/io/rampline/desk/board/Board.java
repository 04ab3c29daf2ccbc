package io.rampline.desk.board;

import io.rampline.promise.MarketProduct;
import java.util.List;
import java.util.OptionalInt;

/**
 * A book at one moment, counted. Weeks are buckets of the horizon; lists by week begin with the week now, or with the
 * horizon where that is later, and end with it.
 *
 * @param position of the book
 * @param nowBucket the week now, from which waits are counted; below 0 before the horizon begins
 * @param firstBucket the first week of the lists
 * @param open orders that wait
 * @param beyond open orders without a date in the horizon
 * @param depositsMinor paid by open orders, minor units
 * @param all the wait of every open order
 * @param waits by market, model and trim; what nobody waits for and nobody can have is left out
 * @param outputs by model in the order of the products, orders built in each week
 * @param bank open orders not yet delivered at the end of each week
 * @param bindings what keeps most of the orders built in a week from an earlier one, by week
 * @param loads the resources that bind most, most orders first
 */
public record Board(
        long position,
        int nowBucket,
        int firstBucket,
        int open,
        int beyond,
        long depositsMinor,
        Wait all,
        List<LineWait> waits,
        List<Output> outputs,
        List<Integer> bank,
        List<Bound> bindings,
        List<Load> loads) {
    /** No more resources than can be told apart at a glance. */
    public static final int LOADS_MAX = 12;

    public Board {
        waits = List.copyOf(waits);
        outputs = List.copyOf(outputs);
        bank = List.copyOf(bank);
        bindings = List.copyOf(bindings);
        loads = List.copyOf(loads);
    }

    /**
     * Waits of some orders from now to delivery, in weeks.
     *
     * @param median of all of them, one without a date waiting longest; empty when that has none, or nobody waits
     * @param nine of ten orders wait so long or less; empty as above
     * @param longest of those with a date
     */
    public record Wait(int open, int beyond, OptionalInt median, OptionalInt nine, OptionalInt longest) {}

    /**
     * The line of one product in a market.
     *
     * @param quoted weeks that an order of now without options would wait; empty when it has no date
     * @param binding what keeps most of them from an earlier week, as {@code line F2 + part PACK}
     */
    public record LineWait(MarketProduct product, Wait waits, OptionalInt quoted, String binding) {}

    /** Orders of a model, by build week. */
    public record Output(String model, List<Integer> orders) {
        public Output {
            orders = List.copyOf(orders);
        }
    }

    /**
     * What binds in a week.
     *
     * @param label empty when nothing is built
     * @param orders how many it keeps back
     * @param built orders built in the week
     */
    public record Bound(String label, int orders, int built) {}

    /**
     * How full a resource is.
     *
     * @param kept orders that it keeps from an earlier week, alone or with others
     * @param percents of what there is, promised, by week; for a part from the first week on. -1 where there is nothing
     */
    public record Load(String label, int kept, List<Integer> percents) {
        public Load {
            percents = List.copyOf(percents);
        }
    }
}
