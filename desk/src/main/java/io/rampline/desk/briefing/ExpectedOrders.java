package io.rampline.desk.briefing;

import io.rampline.factory.Configuration;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.Market;
import io.rampline.factory.WeeklyUnits;
import io.rampline.promise.OrderTable;
import io.rampline.promise.TimeOfBook;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The orders a forecast expects, spread evenly over each week, in the order in which they come. */
final class ExpectedOrders {
    private static final long WEEK_MICROS = 7 * TimeOfBook.MICROS_PER_DAY;

    /** An expected order has no name yet. */
    private static final String NAMELESS = "";

    private final OrderTable orders;
    private final int[] buckets;

    private ExpectedOrders(OrderTable orders, int[] buckets) {
        this.orders = orders;
        this.buckets = buckets;
    }

    /**
     * Orders of every week from {@code firstBucket} on, until {@code ordersMax} are reached.
     *
     * @param forecast which course of the forecast
     */
    static ExpectedOrders of(
            PromisedBook book, Function<DemandForecast, WeeklyUnits> forecast, int firstBucket, int ordersMax) {
        List<DemandForecast> rows = book.scenario().openDemand();
        OrderTable.Builder table = OrderTable.builder();
        int[] buckets = new int[1024];
        int last = book.scenario().rules().priorityClasses().size() - 1;
        int[] numbers = new int[rows.size()];
        int[] transit = new int[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            DemandForecast demand = rows.get(row);
            numbers[row] = table.number(new Configuration(demand.market(), demand.model(), demand.trim(), List.of()));
            transit[row] = book.scenario()
                    .findMarket(demand.market())
                    .map(Market::transitWeeks)
                    .orElse(0);
        }
        for (int bucket = firstBucket; bucket < book.horizon().weeks() && table.size() < ordersMax; bucket++) {
            int[] units = new int[rows.size()];
            int all = 0;
            for (int row = 0; row < units.length; row++) {
                units[row] = forecast.apply(rows.get(row)).get(bucket);
                all = Math.addExact(all, units[row]);
            }
            long monday =
                    TimeOfBook.startOfDayMicros(book.horizon().week(bucket).monday());
            long[] credit = new long[units.length];
            for (int i = 0; i < all && table.size() < ordersMax; i++) {
                int next = next(units, credit, all);
                long lockedAt = monday + (2L * i + 1) * WEEK_MICROS / (2L * all);
                table.add(
                        NAMELESS,
                        lockedAt,
                        Math.max(0, last),
                        numbers[next],
                        bucket + transit[next],
                        OrderTable.NEVER_PROMISED,
                        0);
                if (table.size() > buckets.length) {
                    buckets = Arrays.copyOf(buckets, buckets.length * 2);
                }
                buckets[table.size() - 1] = bucket;
            }
        }
        return new ExpectedOrders(table.build(), Arrays.copyOf(buckets, table.size()));
    }

    /** Each row's turn comes in proportion to its units: the one most behind its share is next. */
    private static int next(int[] units, long[] credit, int all) {
        int best = 0;
        for (int row = 0; row < units.length; row++) {
            credit[row] += units[row];
            if (credit[row] > credit[best]) {
                best = row;
            }
        }
        credit[best] -= all;
        return best;
    }

    /** The orders; they have no ids. */
    OrderTable orders() {
        return orders;
    }

    /** The week in which an order is expected, as a bucket of the horizon. */
    int bucket(int row) {
        return buckets[row];
    }
}
