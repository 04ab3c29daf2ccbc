package io.rampline.factory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything known about what can be built, where, when and for whom: the input of every question. Names have been
 * checked against each other.
 *
 * @param asOf the day on which the book is read
 * @param confidence share of deliveries that shall fall into their window, 0.5 to 0.999
 * @param lines in the order of the input, which is the order of preference for products that name none
 * @param demand what is expected to be ordered from now on, also in markets that are not open yet; empty when nothing
 *     is said
 * @param planning what may still be decided, and within which limits
 */
public record Scenario(
        String name,
        Horizon horizon,
        LocalDate asOf,
        Currency currency,
        String homeMarket,
        double confidence,
        Rules rules,
        WindowRule windowRule,
        List<Product> products,
        List<Line> lines,
        List<Part> parts,
        List<BillLine> bill,
        List<Option> options,
        List<MixLimit> mix,
        List<Market> markets,
        List<Quota> quotas,
        List<DemandForecast> demand,
        DepositTerms deposits,
        Planning planning) {
    public Scenario {
        products = List.copyOf(products);
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
        bill = List.copyOf(bill);
        options = List.copyOf(options);
        mix = List.copyOf(mix);
        markets = List.copyOf(markets);
        quotas = List.copyOf(quotas);
        demand = List.copyOf(demand);
    }

    /** A scenario in which nothing is to be decided. */
    public Scenario(
            String name,
            Horizon horizon,
            LocalDate asOf,
            Currency currency,
            String homeMarket,
            double confidence,
            Rules rules,
            WindowRule windowRule,
            List<Product> products,
            List<Line> lines,
            List<Part> parts,
            List<BillLine> bill,
            List<Option> options,
            List<MixLimit> mix,
            List<Market> markets,
            List<Quota> quotas,
            List<DemandForecast> demand,
            DepositTerms deposits) {
        this(
                name,
                horizon,
                asOf,
                currency,
                homeMarket,
                confidence,
                rules,
                windowRule,
                products,
                lines,
                parts,
                bill,
                options,
                mix,
                markets,
                quotas,
                demand,
                deposits,
                Planning.NONE);
    }

    /** What is expected to be ordered in markets that are open in some week of the horizon. */
    public List<DemandForecast> openDemand() {
        return demand.stream()
                .filter(forecast -> findMarket(forecast.market())
                        .map(market -> market.opensBucket() < horizon.weeks())
                        .orElse(false))
                .toList();
    }

    /** The scenario once these decisions have been carried out; see {@link Expansion}. */
    public Scenario with(Decisions decisions) {
        return Expansion.of(this, decisions);
    }

    /** The scenario as it is asked about on another day. */
    public Scenario asOf(LocalDate day) {
        return with(day, lines, demand, planning);
    }

    /** The scenario with other expectations. */
    public Scenario withDemand(List<DemandForecast> expected) {
        return with(asOf, lines, expected, planning);
    }

    /** The scenario with lines that have other capacities. */
    public Scenario withLines(List<Line> others) {
        return with(asOf, others, demand, planning);
    }

    /** The same scenario with other guarantees. */
    public Scenario guaranteeing(List<Guarantee> guarantees) {
        return with(asOf, lines, demand, planning.guaranteeing(guarantees));
    }

    /** The same scenario under other terms for customers' money. */
    public Scenario withDeposits(DepositTerms terms) {
        return with(asOf, lines, demand, planning, terms);
    }

    private Scenario with(LocalDate day, List<Line> building, List<DemandForecast> expected, Planning decidable) {
        return with(day, building, expected, decidable, deposits);
    }

    private Scenario with(
            LocalDate day, List<Line> building, List<DemandForecast> expected, Planning decidable, DepositTerms terms) {
        return new Scenario(
                name,
                horizon,
                day,
                currency,
                homeMarket,
                confidence,
                rules,
                windowRule,
                products,
                building,
                parts,
                bill,
                options,
                mix,
                markets,
                quotas,
                expected,
                terms,
                decidable);
    }

    public Optional<Product> findProduct(String model, String trim) {
        return products.stream()
                .filter(product ->
                        product.model().equals(model) && product.trim().equals(trim))
                .findFirst();
    }

    public Optional<Line> findLine(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).findFirst();
    }

    public Optional<Market> findMarket(String name) {
        return markets.stream().filter(market -> market.name().equals(name)).findFirst();
    }
}
