package io.rampline.desk.briefing;

import io.rampline.factory.Resource;
import java.util.List;

/** What keeps an order from an earlier week, in the words of the scenario. */
public sealed interface Cause {
    /** It gets the first week there is. */
    record Nothing() implements Cause {}

    /** The market is not open before. */
    record MarketOpens(String market) implements Cause {}

    /** The customer does not want it before. */
    record Customer() implements Cause {}

    /** These resources have no room before; several bind together. */
    record Full(List<Resource> resources) implements Cause {
        public Full {
            resources = List.copyOf(resources);
        }
    }

    /** It cannot be built as it is ordered. */
    record NotOffered() implements Cause {}

    /** Stable English label for files: {@code line F2}, {@code line F2 + part PACK}, {@code none}. */
    default String label() {
        return switch (this) {
            case Nothing _ -> "none";
            case MarketOpens opens -> "market opens " + opens.market();
            case Customer _ -> "customer's wish";
            case Full full ->
                String.join(
                        " + ", full.resources().stream().map(Resource::label).toList());
            case NotOffered _ -> "not offered";
        };
    }
}
