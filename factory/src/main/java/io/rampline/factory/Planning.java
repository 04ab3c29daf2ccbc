package io.rampline.factory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may be decided to build more or to sell elsewhere, and what every plan must respect.
 *
 * @param steps in the order of the input
 * @param openings in the order of the input
 * @param budgets limits on one-off costs by period; none means no limit
 * @param cash empty when cash is no concern
 * @param crew people there for steps in each bucket, beyond those who work today; empty when crew is no concern
 * @param discountPercentPerYear by which later money counts less, 0 to 100
 * @param guarantees what is promised of waiting unless the question says otherwise; see {@link #findGuarantee}
 */
public record Planning(
        List<Step> steps,
        List<Opening> openings,
        List<Budget> budgets,
        Optional<Cash> cash,
        Optional<WeeklyUnits> crew,
        double discountPercentPerYear,
        Cancellations cancellations,
        WaitCost waitCost,
        List<Guarantee> guarantees) {
    /** Nothing to decide, nothing to respect. */
    public static final Planning NONE = new Planning(
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            0,
            Cancellations.NONE,
            WaitCost.NONE,
            List.of());

    public Planning {
        steps = List.copyOf(steps);
        openings = List.copyOf(openings);
        budgets = List.copyOf(budgets);
        guarantees = List.copyOf(guarantees);
        if (!(discountPercentPerYear >= 0 && discountPercentPerYear <= 100)) {
            throw new IllegalArgumentException(
                    "found a discount of " + discountPercentPerYear + " percent a year, expected 0 to 100");
        }
        Set<String> names = new TreeSet<>();
        for (Step step : steps) {
            once(names, step.name());
        }
        for (Step step : steps) {
            step.after().forEach(after -> known(names, step.name(), after.step()));
        }
        Set<String> quotas = new TreeSet<>();
        for (Opening opening : openings) {
            once(quotas, opening.resourceName());
        }
    }

    public Optional<Step> findStep(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    public Optional<Opening> findOpening(String market, Selector products) {
        return openings.stream()
                .filter(opening ->
                        opening.market().equals(market) && opening.products().equals(products))
                .findFirst();
    }

    /**
     * The guarantee for a model in a market: one that names both before one that names the market before one that names
     * the model before one for all; the first of equals.
     */
    public Optional<Guarantee> findGuarantee(String market, String model) {
        return guarantees.stream()
                .filter(guarantee -> guarantee.covers(market, model))
                // min keeps the first of equals, max the last.
                .min(Comparator.comparingInt(guarantee -> -guarantee.precision()));
    }

    /** The same terms with other guarantees. */
    Planning guaranteeing(List<Guarantee> others) {
        return new Planning(
                steps, openings, budgets, cash, crew, discountPercentPerYear, cancellations, waitCost, others);
    }

    /** The same terms with nothing left to decide. */
    Planning decided() {
        return new Planning(
                List.of(), List.of(), budgets, cash, crew, discountPercentPerYear, cancellations, waitCost, guarantees);
    }

    private static void once(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("found " + name + " twice, expected each step and opening once");
        }
    }

    private static void known(Set<String> names, String step, String after) {
        if (!names.contains(after)) {
            throw new IllegalArgumentException(
                    "found step " + step + " after " + after + ", expected a step that is there");
        }
    }
}
