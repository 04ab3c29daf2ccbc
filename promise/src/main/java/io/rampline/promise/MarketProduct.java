package io.rampline.promise;

import io.rampline.factory.Configuration;
import java.util.Comparator;

/** A product in a market, whatever its options: what people stand in one line for. */
public record MarketProduct(String market, String model, String trim) implements Comparable<MarketProduct> {
    private static final Comparator<MarketProduct> BY_NAME = Comparator.comparing(MarketProduct::market)
            .thenComparing(MarketProduct::model)
            .thenComparing(MarketProduct::trim);

    public static MarketProduct of(Configuration configuration) {
        return new MarketProduct(configuration.market(), configuration.model(), configuration.trim());
    }

    @Override
    public int compareTo(MarketProduct other) {
        return BY_NAME.compare(this, other);
    }
}
