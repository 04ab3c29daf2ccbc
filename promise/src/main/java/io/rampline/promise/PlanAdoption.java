package io.rampline.promise;

/**
 * Moves the promises of the open book to the capacities of a plan that has just been set. What the plan leaves short is
 * made good first ({@link ShortageCure}): nobody else gets a later date. Then everyone in line, by rank, takes the
 * earliest date there is now, and what equal orders hold together is dealt out among them by rank
 * ({@link EqualOrders}). The frozen zone and held quotes stay.
 */
final class PlanAdoption {
    private final PromiseEngine engine;
    private final OrderColumns orders;
    private final DatesBefore before;
    private int earlier;
    private int later;

    PlanAdoption(PromiseEngine engine) {
        this.engine = engine;
        this.orders = engine.orders;
        this.before = new DatesBefore(engine);
    }

    /** @param plan fingerprint of the plan, the reason of every move */
    void run(String plan) {
        new ShortageCure(engine, false).run();
        EqualOrders line = new EqualOrders(engine, before);
        EarlierDates dates = new EarlierDates(engine);
        int[] ranked = engine.rank();
        for (int i = 0; i < orders.size; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            if (EqualOrders.movable(engine, row)) {
                dates.pull(row, 1);
            }
        }
        line.dealOut();
        for (int row = 0; row < orders.size; row++) {
            int gained = orders.open(row) ? before.weeksGained(row) : 0;
            earlier += gained > 0 ? 1 : 0;
            later += gained < 0 ? 1 : 0;
        }
        Reason reason = new Reason.PlanAdopted(plan);
        before.writeMoves(_ -> reason);
    }

    int earlier() {
        return earlier;
    }

    int later() {
        return later;
    }
}
