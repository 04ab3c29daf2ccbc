package io.rampline.desk.money;

import io.rampline.factory.DepositTerms;
import io.rampline.factory.MoneyTerms;
import io.rampline.factory.MoneyTerms.Amounts;
import io.rampline.factory.MoneyTerms.Prepayment;
import io.rampline.factory.MoneyTerms.Refunds;
import io.rampline.factory.MoneyTerms.Slips;
import io.rampline.treasury.ledger.Contract;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Other terms, to be held against those of the scenario: one thing is different in each. */
public enum Lever {
    /** As the scenario says. */
    AS_IT_IS,
    /** No deposit. */
    NO_DEPOSIT,
    /** Twice the deposit. */
    DOUBLE_DEPOSIT,
    /** The deposit may be taken back until the car comes. */
    REFUNDABLE,
    /** 30 percent of the price two weeks before the promised week. */
    PREPAID,
    /** Nothing before the handover beyond the deposit. */
    NOT_PREPAID,
    /** Half a percent of the price for each week of slip, five at most. */
    COMPENSATED;

    private static final int PREPAID_BASIS_POINTS = 3_000;
    private static final int PREPAID_DAYS = 14;
    private static final int SLIP_CAP_BASIS_POINTS = 500;

    /** A week of slip in the lever that pays for it: thousandths of the mean price. */
    private static final int SLIP_WEEK_BASIS_POINTS = 50;

    /** Those that make a difference to terms; as they are comes first. */
    public static List<Lever> of(DepositTerms terms, long meanPriceMinor) {
        return Arrays.stream(values())
                .filter(lever ->
                        lever == AS_IT_IS || !lever.pull(terms, meanPriceMinor).equals(terms))
                .toList();
    }

    /** The terms with this lever pulled. */
    public DepositTerms pull(DepositTerms terms, long meanPriceMinor) {
        MoneyTerms money = terms.money();
        return switch (this) {
            case AS_IT_IS -> terms;
            case NO_DEPOSIT -> deposits(terms, 0);
            case DOUBLE_DEPOSIT -> deposits(terms, 2);
            case REFUNDABLE -> {
                Refunds now = money.refunds();
                Refunds free = new Refunds(
                        MoneyTerms.WHOLE,
                        MoneyTerms.WHOLE,
                        now.payDays(),
                        now.slipWeeks(),
                        now.defaultWeeks(),
                        now.defaultBasisPoints(),
                        now.earnestCapBasisPoints());
                yield terms.with(money(money, money.exceptions(), money.prepayment(), free, money.slips()));
            }
            case PREPAID -> prepaid(terms, new Prepayment(PREPAID_BASIS_POINTS, PREPAID_DAYS));
            case NOT_PREPAID -> prepaid(terms, Prepayment.NONE);
            case COMPENSATED -> {
                Slips slips = new Slips(
                        money.slips().graceWeeks(),
                        OptionalLong.of(Contract.share(meanPriceMinor, SLIP_WEEK_BASIS_POINTS)),
                        SLIP_CAP_BASIS_POINTS);
                yield terms.with(money(money, money.exceptions(), money.prepayment(), money.refunds(), slips));
            }
        };
    }

    private static DepositTerms prepaid(DepositTerms terms, Prepayment prepayment) {
        MoneyTerms money = terms.money();
        return terms.with(money(money, withoutPrepayments(money), prepayment, money.refunds(), money.slips()));
    }

    private static DepositTerms deposits(DepositTerms terms, int factor) {
        SortedMap<String, Long> byModel = new TreeMap<>();
        terms.depositMinorByModel().forEach((model, deposit) -> byModel.put(model, deposit * factor));
        List<Amounts> exceptions = terms.money().exceptions().stream()
                .map(amounts -> new Amounts(
                        amounts.market(),
                        amounts.model(),
                        amounts.trim(),
                        amounts.depositMinor().isPresent()
                                ? OptionalLong.of(amounts.depositMinor().getAsLong() * factor)
                                : OptionalLong.empty(),
                        amounts.prepaymentBasisPoints()))
                .toList();
        MoneyTerms money = terms.money();
        return new DepositTerms(
                terms.depositMinor() * factor,
                terms.coolingOffDays(),
                byModel,
                money(money, exceptions, money.prepayment(), money.refunds(), money.slips()));
    }

    private static List<Amounts> withoutPrepayments(MoneyTerms money) {
        return money.exceptions().stream()
                .map(amounts -> new Amounts(
                        amounts.market(), amounts.model(), amounts.trim(), amounts.depositMinor(), OptionalInt.empty()))
                .collect(Collectors.toList());
    }

    private static MoneyTerms money(
            MoneyTerms from, List<Amounts> exceptions, Prepayment prepayment, Refunds refunds, Slips slips) {
        return new MoneyTerms(
                exceptions,
                prepayment,
                refunds,
                slips,
                from.vatBasisPoints(),
                from.guarantees(),
                from.financing(),
                from.treasury(),
                from.foreign());
    }
}
