package io.rampline.desk.briefing;

import io.rampline.factory.Configuration;

/**
 * A trim of a model in a market: whose wait is told.
 *
 * @param market where the customers are
 */
public record Trim(String model, String name, String market) {
    static Trim of(Configuration configuration) {
        return new Trim(configuration.model(), configuration.trim(), configuration.market());
    }

    /** {@code YU7 Max}; a model with one trim of its own name is not said twice. */
    public String product() {
        return product(model, name);
    }

    static String product(String model, String trim) {
        return model.equals(trim) || model.endsWith(" " + trim) ? model : model + " " + trim;
    }
}
