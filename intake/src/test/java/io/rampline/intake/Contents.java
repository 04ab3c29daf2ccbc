package io.rampline.intake;

import io.rampline.promise.OrderTable;

/** The orders of a scenario as text, to be compared whole. */
final class Contents {
    private Contents() {}

    static String text(ScenarioContents contents) {
        return text(contents.openOrders()) + text(contents.history());
    }

    static String text(OrderTable orders) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < orders.size(); row++) {
            text.append(orders.order(row)).append(orders.promisedBucket(row)).append('\n');
        }
        return text.toString();
    }

    static String text(PastOrders orders) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < orders.size(); row++) {
            text.append(orders.configuration(row))
                    .append(' ')
                    .append(orders.lockedDay(row))
                    .append(' ')
                    .append(orders.endDay(row))
                    .append(' ')
                    .append(orders.end(row))
                    .append('\n');
        }
        return text.toString();
    }
}
