package io.rampline.simulation.loading;

import io.rampline.factory.BuildPlan;

/**
 * Orders that need the same and are talked of together.
 *
 * @param plan whether and how it is built
 */
public record Kind(String market, String model, String trim, BuildPlan plan) {
    /** {@code YU7 Max}. */
    public String product() {
        return model + " " + trim;
    }
}
