package io.rampline.desk.admission;

import io.rampline.factory.Configuration;
import io.rampline.factory.Week;
import java.util.Optional;

/**
 * No more orders are taken that would be delivered after a week.
 *
 * @param market empty for every market; so with model and trim
 */
public record OrderStop(Optional<String> market, Optional<String> model, Optional<String> trim, Week lastDeliveryWeek) {
    public boolean isFor(Configuration configuration) {
        return market.map(configuration.market()::equals).orElse(true)
                && model.map(configuration.model()::equals).orElse(true)
                && trim.map(configuration.trim()::equals).orElse(true);
    }
}
