package io.rampline.treasury.statement;

import io.rampline.treasury.ledger.Cause;
import io.rampline.treasury.ledger.Contract;
import io.rampline.treasury.ledger.MoneyState;
import io.rampline.treasury.ledger.OrderMoney;
import io.rampline.treasury.ledger.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is held for open orders on a day, and what they could claim if they all left on it, in minor units.
 *
 * @param day days since 1970-01-01
 * @param byModel in the order of names
 */
public record Exposure(int day, Sums all, List<OfModel> byModel) {
    /**
     * Sums over orders.
     *
     * @param depositsMinor deposits held, refundable ones and earnest money
     * @param claimMinor what would have to be paid if all of them left today, penalties included
     * @param coolingOffMinor of it to those in the cooling-off days
     * @param slipMinor of it to those whose car is so late that they may leave, or that the maker is in default
     * @param forfeitMinor what they would lose
     * @param ifDefaultMinor what would have to be paid if the maker were in default with every locked order
     */
    public record Sums(
            long orders,
            long refundableOrders,
            long depositsMinor,
            long prepaidMinor,
            long claimMinor,
            long coolingOffMinor,
            long slipMinor,
            long forfeitMinor,
            long ifDefaultMinor) {
        /** All that customers have with the maker. */
        public long heldMinor() {
            return depositsMinor + prepaidMinor;
        }
    }

    public record OfModel(String model, Sums sums) {}

    public Exposure {
        byModel = List.copyOf(byModel);
    }

    /** The exposure to open orders as the ledger has them. O(orders). */
    public static Exposure of(OrderMoney orders, int day, int defaultBasisPoints) {
        Map<String, Sum> models = new TreeMap<>();
        Sum all = new Sum();
        for (int row = 0; row < orders.size(); row++) {
            if (orders.state(row).isOpen()) {
                Settlement end = orders.ifItEnded(row, day);
                long doubled = ifDefault(orders, row, defaultBasisPoints);
                all.add(orders, row, end, doubled);
                models.computeIfAbsent(orders.contract(row).configuration().model(), _ -> new Sum())
                        .add(orders, row, end, doubled);
            }
        }
        List<OfModel> byModel = new ArrayList<>();
        models.forEach((model, sum) -> byModel.add(new OfModel(model, sum.sums())));
        return new Exposure(day, all.sums(), byModel);
    }

    private static long ifDefault(OrderMoney orders, int row, int basisPoints) {
        long paid = orders.depositMinor(row) + orders.prepaidMinor(row);
        if (orders.state(row) == MoneyState.RESERVED) {
            return paid;
        }
        long earnest = orders.contract(row).earnestMinor(orders.depositMinor(row));
        return paid + Math.max(0, Contract.share(earnest, basisPoints) - earnest);
    }

    private static final class Sum {
        private final long[] sums = new long[9];

        void add(OrderMoney orders, int row, Settlement end, long ifDefault) {
            boolean cooling = end.cause() == Cause.COOLED_OFF;
            boolean late = end.cause() == Cause.LEFT_AFTER_SLIP || end.cause() == Cause.MAKER_DEFAULT;
            sums[0]++;
            sums[1] += cooling ? 1 : 0;
            sums[2] += orders.depositMinor(row);
            sums[3] += orders.prepaidMinor(row);
            sums[4] += end.refundMinor();
            sums[5] += cooling ? end.refundMinor() : 0;
            sums[6] += late ? end.refundMinor() : 0;
            sums[7] += end.forfeitedMinor() + end.forfeitedPrepaymentMinor();
            sums[8] += ifDefault;
        }

        Sums sums() {
            return new Sums(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7], sums[8]);
        }
    }
}
