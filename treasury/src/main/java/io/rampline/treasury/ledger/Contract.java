package io.rampline.treasury.ledger;

import io.rampline.factory.Configuration;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.MoneyTerms;
import io.rampline.factory.MoneyTerms.Refunds;
import io.rampline.factory.Option;
import io.rampline.factory.Product;
import io.rampline.factory.Scenario;
import java.util.Optional;

/**
 * What an order of a configuration comes to. Amounts in minor units.
 *
 * @param priceMinor of the car with its options, as the customer pays it
 * @param vatMinor contained in it
 * @param depositMinor asked for at order
 * @param prepaidMinor share of the price that is due before the handover, deposit included
 * @param compensationPerWeekMinor for a week of slip
 * @param compensationMaxMinor for all of them
 * @param earnestMaxMinor what a deposit may be to count as earnest money
 */
public record Contract(
        Configuration configuration,
        long priceMinor,
        long vatMinor,
        long depositMinor,
        long prepaidMinor,
        long compensationPerWeekMinor,
        long compensationMaxMinor,
        long earnestMaxMinor) {
    /**
     * The contract of a configuration.
     *
     * @throws IllegalArgumentException when the scenario has no such product
     */
    public static Contract of(Scenario scenario, Configuration configuration) {
        Product product = scenario.findProduct(configuration.model(), configuration.trim())
                .orElseThrow(() -> new IllegalArgumentException(
                        "found " + configuration.product() + ", expected a product of the scenario"));
        DepositTerms deposits = scenario.deposits();
        MoneyTerms terms = deposits.money();
        long price = product.priceMinor();
        for (String option : configuration.options()) {
            price += surcharge(scenario, option, configuration).orElse(0L);
        }
        return new Contract(
                configuration,
                price,
                share(price, terms.vatBasisPoints(), MoneyTerms.WHOLE + terms.vatBasisPoints()),
                deposits.depositMinor(configuration),
                share(price, terms.prepaymentBasisPoints(configuration)),
                terms.slips().perWeekMinor().orElse(product.compensationPerWeekMinor()),
                share(price, terms.slips().capBasisPoints()),
                share(price, terms.refunds().earnestCapBasisPoints()));
    }

    private static Optional<Long> surcharge(Scenario scenario, String name, Configuration configuration) {
        return scenario.options().stream()
                .filter(option -> option.name().equals(name)
                        && option.products().matches(configuration.model(), configuration.trim()))
                .map(Option::priceMinor)
                .findFirst();
    }

    /** The part of a deposit that is earnest money. */
    public long earnestMinor(long paidMinor) {
        return Math.min(paidMinor, earnestMaxMinor);
    }

    /** The part of a locked deposit that a customer who leaves does not get back. */
    public long lostMinor(long paidMinor, Refunds refunds) {
        long earnest = earnestMinor(paidMinor);
        return earnest - share(earnest, refunds.afterLockBasisPoints());
    }

    /** What so many weeks of slip beyond the grace cost. */
    public long compensationMinor(long weeks) {
        return weeks <= 0 ? 0 : Math.min(compensationMaxMinor, weeks * compensationPerWeekMinor);
    }

    /** A share in basis points, rounded half up. */
    public static long share(long amountMinor, int basisPoints) {
        return share(amountMinor, basisPoints, MoneyTerms.WHOLE);
    }

    private static long share(long amountMinor, int part, int whole) {
        // Split, so that no product overflows.
        return amountMinor / whole * part + (2 * (amountMinor % whole) * part + whole) / (2L * whole);
    }
}
