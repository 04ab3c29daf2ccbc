package io.rampline.ramp.check;

import io.rampline.factory.Configuration;
import io.rampline.factory.Product;
import io.rampline.factory.Scenario;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;

/** What a unit earns: price less cost, mean over a group's products with a known cost. */
final class Margins {
    private final Scenario scenario;

    Margins(Scenario scenario) {
        this.scenario = scenario;
    }

    double minor(GroupFlow flow) {
        double sum = 0;
        int known = 0;
        for (Configuration configuration : flow.configurations()) {
            Product product = scenario.findProduct(configuration.model(), configuration.trim())
                    .orElseThrow();
            if (product.unitCostMinor().isPresent()) {
                sum += product.priceMinor() - product.unitCostMinor().getAsLong();
                known++;
            }
        }
        return known == 0 ? 0 : sum / known;
    }

    /** Earned by what is delivered in a bucket. */
    double deliveredMinor(Plan plan, int bucket) {
        double sum = 0;
        for (GroupFlow flow : plan.flows()) {
            int built = bucket - flow.transitWeeks();
            sum += built >= 0 ? minor(flow) * flow.built(built) : 0;
        }
        return sum;
    }
}
