package io.rampline.intake;

import io.rampline.factory.Currency;
import io.rampline.factory.Horizon;
import io.rampline.factory.Rules;
import io.rampline.factory.WindowRule;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What {@code scenario.toml} says. A value with a flaw is replaced by one that makes no other file look wrong.
 *
 * @param horizonKnown false when the weeks could not be read
 * @param homeMarket empty when the first market is home
 * @param home where {@link #homeMarket} stands
 * @param priorityClassesKnown false when the priority classes could not be read
 */
record Basics(
        String name,
        Horizon horizon,
        boolean horizonKnown,
        LocalDate asOf,
        Currency currency,
        Optional<String> homeMarket,
        TomlPlaces.Place home,
        double confidence,
        Rules rules,
        boolean priorityClassesKnown,
        WindowRule window,
        long seed) {
    static final String FILE = "scenario.toml";
}
