package io.rampline.desk.http;

import io.rampline.orderbook.OrderRecord;
import io.rampline.promise.MarketProduct;
import io.rampline.promise.Promise;
import io.rampline.promise.PromiseEngine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where an order stands among those of its product and market, by the week each is promised. Counted once for everybody
 * and each copy of the book: O(orders); an order is then looked up in its line at once.
 */
final class PlaceInLine {
    private static final Duration OLDEST = Duration.ofSeconds(10);

    private final Book book;
    private final int beyond;
    private volatile Lines lines = new Lines(-1, Map.of());

    /** Orders of each line by delivery bucket; the last place has those without a date. */
    private record Lines(long position, Map<MarketProduct, int[]> byProduct) {}

    /**
     * A place.
     *
     * @param ahead open orders of the same product and market that are promised for an earlier week
     * @param sameWeek others promised for the same week
     * @param inLine all open ones, this one among them
     */
    record Place(int ahead, int sameWeek, int inLine) {}

    PlaceInLine(Book book, int beyond) {
        this.book = book;
        this.beyond = beyond;
    }

    /** The place of an open order; empty when the copy that was counted does not have it yet. */
    Optional<Place> of(OrderRecord record) {
        int[] line = counted().byProduct().get(MarketProduct.of(record.order().configuration()));
        int bucket = record.now() instanceof Promise.Dated dated ? place(dated.deliveryBucket()) : beyond;
        if (line == null || line[bucket] == 0) {
            return Optional.empty();
        }
        int ahead = 0;
        int all = 0;
        for (int other = 0; other <= beyond; other++) {
            ahead += other < bucket ? line[other] : 0;
            all += line[other];
        }
        return Optional.of(new Place(ahead, line[bucket] - 1, all));
    }

    private int place(int bucket) {
        return bucket < 0 ? beyond : Math.min(bucket, beyond - 1);
    }

    private Lines counted() {
        Lines now = lines;
        Book.View view = book.view(OLDEST);
        if (view.position() == now.position()) {
            return now;
        }
        synchronized (this) {
            if (view.position() != lines.position()) {
                lines = new Lines(view.position(), view.ask(this::count));
            }
            return lines;
        }
    }

    private Map<MarketProduct, int[]> count(PromiseEngine engine) {
        Map<MarketProduct, int[]> counts = new HashMap<>();
        for (int row = 0; row < engine.size(); row++) {
            if (engine.isOpen(row)) {
                MarketProduct product = MarketProduct.of(engine.order(row).configuration());
                counts.computeIfAbsent(product, _ -> new int[beyond + 1])[place(engine.deliveryBucket(row))]++;
            }
        }
        return counts;
    }
}
