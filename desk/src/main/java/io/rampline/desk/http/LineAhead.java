package io.rampline.desk.http;

import io.rampline.factory.Configuration;
import io.rampline.promise.MarketProduct;
import io.rampline.promise.PromiseEngine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How many open orders of a product and market there are: those that a new one stands behind. */
final class LineAhead {
    /** A line of thousands is told as well from a copy that is some seconds old. */
    private static final Duration OLDEST = Duration.ofSeconds(10);

    private final Book book;
    private volatile Counts counts = new Counts(-1, Map.of());

    private record Counts(long position, Map<MarketProduct, Integer> byProduct) {}

    /** @param position of the book that was counted */
    record Count(int orders, long position) {}

    LineAhead(Book book) {
        this.book = book;
    }

    /** Counts again only when the book's copy is another one. */
    Count of(Configuration configuration) {
        Counts now = counts;
        Book.View view = book.view(OLDEST);
        if (view.position() != now.position()) {
            synchronized (this) {
                if (view.position() != counts.position()) {
                    counts = new Counts(view.position(), view.ask(LineAhead::count));
                }
                now = counts;
            }
        }
        return new Count(now.byProduct().getOrDefault(MarketProduct.of(configuration), 0), now.position());
    }

    private static Map<MarketProduct, Integer> count(PromiseEngine engine) {
        Map<MarketProduct, Integer> counts = new HashMap<>();
        for (int row = 0; row < engine.size(); row++) {
            if (engine.isOpen(row)) {
                counts.merge(MarketProduct.of(engine.order(row).configuration()), 1, Integer::sum);
            }
        }
        return counts;
    }
}
