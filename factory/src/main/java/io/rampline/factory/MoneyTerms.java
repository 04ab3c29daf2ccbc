package io.rampline.factory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The terms under which customers' money is taken and given back. Shares and rates are in basis points: 10,000 are the
 * whole, or 100 percent a year.
 *
 * @param exceptions amounts by market, model and trim
 * @param vatBasisPoints value-added tax that prices contain, 0 when they contain none
 * @param guarantees taxes that the maker bears for customers who get their car late
 * @param foreign markets whose customers pay in another currency
 */
public record MoneyTerms(
        List<Amounts> exceptions,
        Prepayment prepayment,
        Refunds refunds,
        Slips slips,
        int vatBasisPoints,
        List<TaxGuarantee> guarantees,
        Financing financing,
        Treasury treasury,
        SortedMap<String, Foreign> foreign) {
    public static final int WHOLE = 10_000;

    /** No week: what has this term never happens. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** A deposit alone: lost by who leaves after the lock, given back twice by a maker in default. */
    public static final MoneyTerms PLAIN = new MoneyTerms(
            List.of(),
            Prepayment.NONE,
            Refunds.EARNEST_MONEY,
            Slips.NONE,
            0,
            List.of(),
            Financing.NONE,
            Treasury.PLAIN,
            new TreeMap<>());

    /**
     * What customers of a market, model or trim pay, where it differs.
     *
     * @param depositMinor empty where it is as for all
     * @param prepaymentBasisPoints share of the price, empty where it is as for all
     */
    public record Amounts(
            Optional<String> market,
            Optional<String> model,
            Optional<String> trim,
            OptionalLong depositMinor,
            OptionalInt prepaymentBasisPoints) {
        boolean covers(Configuration configuration) {
            return market.map(configuration.market()::equals).orElse(true)
                    && model.map(configuration.model()::equals).orElse(true)
                    && trim.map(configuration.trim()::equals).orElse(true);
        }

        int precision() {
            return (market.isPresent() ? 4 : 0) + (model.isPresent() ? 2 : 0) + (trim.isPresent() ? 1 : 0);
        }
    }

    /**
     * A part of the price that is due before the handover, less what has been paid.
     *
     * @param basisPoints share of the price, deposit included, 0 to {@link #WHOLE}; 0 for none
     * @param dueDays days before the Monday of the promised delivery week, 0 to 365
     */
    public record Prepayment(int basisPoints, int dueDays) {
        public static final Prepayment NONE = new Prepayment(0, 0);
    }

    /**
     * What is given back when a contract ends without a car.
     *
     * @param afterLockBasisPoints share of the earnest money that a customer gets back who leaves after the lock
     * @param prepaymentBasisPoints share of the prepayment that the same customer gets back
     * @param payDays days from the end of the contract to the refund, 0 to 365
     * @param slipWeeks a customer whose promise is missed by so many weeks may leave and gets everything back, 1 to
     *     520, or {@link #NEVER}
     * @param defaultWeeks a promise missed by so many weeks is the maker's default, not fewer than {@code slipWeeks}
     *     where both are set
     * @param defaultBasisPoints of the earnest money that a maker in default gives back; 20,000 is twice
     * @param earnestCapBasisPoints share of the price up to which a deposit is earnest money; what is above it is an
     *     ordinary advance, given back whole. 2,000 in the PRC: Civil Code, articles 586 to 588
     */
    public record Refunds(
            int afterLockBasisPoints,
            int prepaymentBasisPoints,
            int payDays,
            int slipWeeks,
            int defaultWeeks,
            int defaultBasisPoints,
            int earnestCapBasisPoints) {
        public static final Refunds EARNEST_MONEY = new Refunds(0, WHOLE, 0, NEVER, NEVER, 2 * WHOLE, 2_000);
    }

    /**
     * What a customer gets whose car comes later than promised.
     *
     * @param graceWeeks weeks that cost nothing, 0 to 520
     * @param perWeekMinor for each week beyond, minor units; empty when it is as each product has it
     * @param capBasisPoints share of the price that it may not exceed
     */
    public record Slips(int graceWeeks, OptionalLong perWeekMinor, int capBasisPoints) {
        public static final Slips NONE = new Slips(0, OptionalLong.empty(), WHOLE);
    }

    /**
     * A tax that rises on a day, and that the maker bears for who ordered in time.
     *
     * @param lockedUntil last day of a lock that has the guarantee
     * @param deliveredFrom first day of a handover that costs the tax
     */
    public record TaxGuarantee(String name, LocalDate lockedUntil, LocalDate deliveredFrom, long amountMinor) {
        public boolean isOwed(LocalDate locked, LocalDate delivered) {
            return !locked.isAfter(lockedUntil) && !delivered.isBefore(deliveredFrom);
        }
    }

    /**
     * Interest contained in what is paid long before the car.
     *
     * @param basisPointsPerYear 0 when it is immaterial
     * @param expedientDays from payment to handover within which none is counted (IFRS 15.63), 365 as a rule
     */
    public record Financing(int basisPointsPerYear, int expedientDays) {
        public static final Financing NONE = new Financing(0, 365);
    }

    /**
     * What a plan of cash assumes beside customers' money.
     *
     * @param productionLeadWeeks weeks before the build in which its cost is paid, 0 to 52
     * @param unitCostBasisPoints cost of a unit as a share of its price without VAT, for products that name none; 0
     *     when it is unknown, and then left out
     * @param interestBasisPoints a year on cash
     * @param revolverBasisPoints a year on what is borrowed
     * @param revolverLimitMinor what may be borrowed to keep the floor
     * @param coolingOffLeaveBasisPoints share of those in cooling-off who leave before it ends
     */
    public record Treasury(
            int productionLeadWeeks,
            int unitCostBasisPoints,
            int interestBasisPoints,
            int revolverBasisPoints,
            long revolverLimitMinor,
            int coolingOffLeaveBasisPoints) {
        /** Of refundable orders 17 to 55 percent were taken back within a week, in public counts: the middle. */
        public static final Treasury PLAIN = new Treasury(0, 0, 0, 0, 0, 3_600);
    }

    /**
     * Money of another country.
     *
     * @param currency of the customers
     * @param rateMicros millionths of the scenario's currency for one unit of it
     */
    public record Foreign(Currency currency, long rateMicros) {}

    public MoneyTerms {
        exceptions = exceptions.stream()
                .sorted(Comparator.comparingInt(Amounts::precision).reversed())
                .toList();
        guarantees = List.copyOf(guarantees);
        foreign = new TreeMap<>(foreign);
    }

    /** The deposit by the most exact exception; empty when none speaks of it. */
    public OptionalLong findDeposit(Configuration configuration) {
        return first(configuration, amounts -> amounts.depositMinor().isPresent())
                .map(Amounts::depositMinor)
                .orElse(OptionalLong.empty());
    }

    /** Share of the price that an order prepays, deposit included. */
    public int prepaymentBasisPoints(Configuration configuration) {
        return first(configuration, amounts -> amounts.prepaymentBasisPoints().isPresent())
                .map(Amounts::prepaymentBasisPoints)
                .orElse(OptionalInt.empty())
                .orElse(prepayment.basisPoints());
    }

    private Optional<Amounts> first(Configuration configuration, Function<Amounts, Boolean> speaks) {
        return exceptions.stream()
                .filter(amounts -> amounts.covers(configuration) && speaks.apply(amounts))
                .findFirst();
    }
}
