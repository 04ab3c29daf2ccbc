package io.rampline.orderbook.audit;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Route;
import org.jspecify.annotations.Nullable;

/** What the entries so far say of an order. */
final class FoldedOrder {
    static final int NOWHERE = -1;

    /** Where an order is in its life. */
    enum Life {
        OPEN,
        HELD,
        CANCELLED,
        EXPIRED,
        DELIVERED
    }

    final long firstPosition;
    Life life;
    long holdExpiresMicros;
    long lockedAtMicros;
    /** Null when the scenario does not offer what was ordered. */
    @Nullable Buildable plan;
    /** Null when it has no slot. */
    @Nullable Route route;

    int build = NOWHERE;
    int delivery = NOWHERE;
    /** Whether it was ever given a date. */
    boolean dated;

    FoldedOrder(long firstPosition, Life life) {
        this.firstPosition = firstPosition;
        this.life = life;
    }

    boolean open() {
        return life == Life.OPEN || life == Life.HELD;
    }

    String line() {
        return route == null ? "" : route.line();
    }

    /** For people: {@code F1, built in bucket 3, delivered in bucket 4}. */
    String slot() {
        return slot(line(), build, delivery);
    }

    static String slot(String line, int build, int delivery) {
        return build == NOWHERE
                ? "no date"
                : "line " + line + ", built in bucket " + build + ", delivered in bucket " + delivery;
    }
}
