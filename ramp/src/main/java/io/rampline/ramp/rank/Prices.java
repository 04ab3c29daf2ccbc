package io.rampline.ramp.rank;

import io.rampline.factory.Configuration;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import io.rampline.ramp.plan.GroupFlow;

/** What starts and waiting cost, discounted, in minor units. */
final class Prices {
    private static final double WEEKS_PER_YEAR = 365.25 / 7;

    private final Scenario scenario;
    private final int weeks;

    Prices(Scenario scenario, int weeks) {
        this.scenario = scenario;
        this.weeks = weeks;
    }

    /** One-off and running costs within the plan's weeks. */
    double startMinor(Step step, int start) {
        double sum = 0;
        for (var payment : step.payments()) {
            int t = start + payment.afterWeeks();
            sum += t < 0 ? 0 : step.paymentMinor(payment.afterWeeks()) * worth(t);
        }
        for (int t = Math.max(0, step.effectiveBucket(start)); t < weeks; t++) {
            sum += step.runningCostMinorPerWeek() * worth(t);
        }
        return sum;
    }

    /** Cost of an order of a group that waits from bucket {@code first} until the end of the bucket before each. */
    double[] waitingMinor(GroupFlow group, int first) {
        String model = group.configurations().getFirst().model();
        double leaving = scenario.planning().cancellations().weeklyShare(model) * marginMinor(group);
        double weekly = scenario.planning().waitCost().minorPerWeek(model);
        double[] sum = new double[weeks + 1];
        for (int t = first; t < weeks; t++) {
            sum[t + 1] = sum[t] + weekly * worth(t) + leaving * worth(t + 1);
        }
        return sum;
    }

    private double marginMinor(GroupFlow group) {
        return group.configurations().stream()
                .mapToDouble(this::marginMinor)
                .average()
                .orElse(0);
    }

    private double marginMinor(Configuration configuration) {
        return scenario.findProduct(configuration.model(), configuration.trim())
                .filter(product -> product.unitCostMinor().isPresent())
                .map(product ->
                        (double) (product.priceMinor() - product.unitCostMinor().getAsLong()))
                .orElse(0.0);
    }

    private double worth(int bucket) {
        return Math.pow(1 + scenario.planning().discountPercentPerYear() / 100, -bucket / WEEKS_PER_YEAR);
    }
}
