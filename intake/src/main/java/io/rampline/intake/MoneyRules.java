package io.rampline.intake;

import io.rampline.factory.Currency;
import io.rampline.factory.Horizon;
import io.rampline.factory.MoneyTerms;
import io.rampline.factory.MoneyTerms.Amounts;
import io.rampline.factory.MoneyTerms.Financing;
import io.rampline.factory.MoneyTerms.Foreign;
import io.rampline.factory.MoneyTerms.Prepayment;
import io.rampline.factory.MoneyTerms.Refunds;
import io.rampline.factory.MoneyTerms.Slips;
import io.rampline.factory.MoneyTerms.TaxGuarantee;
import io.rampline.factory.MoneyTerms.Treasury;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/** The tables of {@code deposits.toml} that say what becomes of money; what they do not say stays as it was. */
final class MoneyRules {
    private static final TomlKey PREPAID = TomlKey.of("prepayment", "share_percent");
    private static final TomlKey PREPAID_DAYS = TomlKey.of("prepayment", "due_days");
    private static final TomlKey AFTER_LOCK = TomlKey.of("refund", "after_lock_percent");
    private static final TomlKey OF_PREPAYMENT = TomlKey.of("refund", "prepayment_percent");
    private static final TomlKey PAY_DAYS = TomlKey.of("refund", "pay_days");
    private static final TomlKey SLIP_WEEKS = TomlKey.of("refund", "slip_weeks");
    private static final TomlKey DEFAULT_WEEKS = TomlKey.of("refund", "default_weeks");
    private static final TomlKey DEFAULT_FACTOR = TomlKey.of("refund", "default_percent");
    private static final TomlKey EARNEST_CAP = TomlKey.of("refund", "earnest_cap_percent");
    private static final TomlKey GRACE = TomlKey.of("slip", "grace_weeks");
    private static final TomlKey PER_WEEK = TomlKey.of("slip", "compensation_per_week");
    private static final TomlKey SLIP_CAP = TomlKey.of("slip", "cap_percent");
    private static final TomlKey VAT = TomlKey.of("tax", "vat_percent");
    private static final TomlKey GUARANTEES = TomlKey.of("tax_guarantee");
    private static final TomlKey FINANCING = TomlKey.of("financing", "percent_per_year");
    private static final TomlKey EXPEDIENT = TomlKey.of("financing", "expedient_days");
    private static final TomlKey LEAD = TomlKey.of("cash", "production_lead_weeks");
    private static final TomlKey UNIT_COST = TomlKey.of("cash", "unit_cost_percent");
    private static final TomlKey INTEREST = TomlKey.of("cash", "interest_percent_per_year");
    private static final TomlKey REVOLVER = TomlKey.of("cash", "revolver_percent_per_year");
    private static final TomlKey REVOLVER_LIMIT = TomlKey.of("cash", "revolver_limit");
    private static final TomlKey EARLY_LEAVERS = TomlKey.of("leaving", "cooling_off_percent");

    static final List<String> KEYS = keys();

    private static final int DAYS_MAX = 365;
    private static final int LEAD_WEEKS_MAX = 52;
    private static final int DEFAULT_PERCENT_MAX = 1_000;
    private static final int PERCENT = 100;

    private final TomlFile toml;
    private final Currency currency;

    MoneyRules(TomlFile toml, Currency currency) {
        this.toml = toml;
        this.currency = currency;
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        List.of(
                        PREPAID,
                        PREPAID_DAYS,
                        AFTER_LOCK,
                        OF_PREPAYMENT,
                        PAY_DAYS,
                        SLIP_WEEKS,
                        DEFAULT_WEEKS,
                        DEFAULT_FACTOR,
                        EARNEST_CAP,
                        GRACE,
                        PER_WEEK,
                        SLIP_CAP,
                        VAT,
                        FINANCING,
                        EXPEDIENT,
                        LEAD,
                        UNIT_COST,
                        INTEREST,
                        REVOLVER,
                        REVOLVER_LIMIT,
                        EARLY_LEAVERS)
                .forEach(key -> keys.add(key.toString()));
        keys.add("tax_guarantee.*");
        return List.copyOf(keys);
    }

    MoneyTerms read(List<Amounts> exceptions, SortedMap<String, Foreign> foreign) {
        Treasury plain = Treasury.PLAIN;
        return new MoneyTerms(
                exceptions,
                new Prepayment(share(toml, PREPAID, 0), toml.whole(PREPAID_DAYS, 0, DAYS_MAX, 0)),
                refunds(Refunds.EARNEST_MONEY),
                new Slips(
                        toml.whole(GRACE, 0, Horizon.WEEKS_MAX, 0),
                        toml.has(PER_WEEK) ? OptionalLong.of(toml.money(PER_WEEK, currency, 0)) : OptionalLong.empty(),
                        share(toml, SLIP_CAP, MoneyTerms.WHOLE)),
                share(toml, VAT, 0),
                guarantees(),
                new Financing(share(toml, FINANCING, 0), toml.whole(EXPEDIENT, 0, DAYS_MAX * 10, DAYS_MAX)),
                new Treasury(
                        toml.whole(LEAD, 0, LEAD_WEEKS_MAX, plain.productionLeadWeeks()),
                        share(toml, UNIT_COST, plain.unitCostBasisPoints()),
                        share(toml, INTEREST, plain.interestBasisPoints()),
                        share(toml, REVOLVER, plain.revolverBasisPoints()),
                        toml.investment(REVOLVER_LIMIT, currency, plain.revolverLimitMinor()),
                        share(toml, EARLY_LEAVERS, plain.coolingOffLeaveBasisPoints())),
                foreign);
    }

    private Refunds refunds(Refunds plain) {
        int slip = toml.whole(SLIP_WEEKS, 1, Horizon.WEEKS_MAX, MoneyTerms.NEVER);
        int ofDefault = toml.whole(DEFAULT_WEEKS, 1, Horizon.WEEKS_MAX, MoneyTerms.NEVER);
        if (toml.has(SLIP_WEEKS) && ofDefault < slip) {
            toml.flaw(DEFAULT_WEEKS, "at least " + SLIP_WEEKS + ", " + slip, "the two are swapped");
        }
        return new Refunds(
                share(toml, AFTER_LOCK, plain.afterLockBasisPoints()),
                share(toml, OF_PREPAYMENT, plain.prepaymentBasisPoints()),
                toml.whole(PAY_DAYS, 0, DAYS_MAX, plain.payDays()),
                slip,
                ofDefault,
                basisPoints(toml, DEFAULT_FACTOR, DEFAULT_PERCENT_MAX, plain.defaultBasisPoints()),
                share(toml, EARNEST_CAP, plain.earnestCapBasisPoints()));
    }

    private List<TaxGuarantee> guarantees() {
        List<TaxGuarantee> guarantees = new ArrayList<>();
        for (String name : toml.keys(GUARANTEES)) {
            TomlKey table = GUARANTEES.then(name);
            toml.expectOnly(table, List.of("locked_until", "delivered_from", "amount"));
            Optional<LocalDate> until = day(table.then("locked_until"));
            Optional<LocalDate> from = day(table.then("delivered_from"));
            TomlKey amountKey = table.then("amount");
            if (!toml.has(amountKey)) {
                toml.missing(amountKey, Row.moneyExpected(currency));
            }
            long amount = toml.money(amountKey, currency, 0);
            if (until.isPresent() && from.isPresent()) {
                guarantees.add(new TaxGuarantee(name, until.get(), from.get(), amount));
            }
        }
        return guarantees;
    }

    private Optional<LocalDate> day(TomlKey key) {
        String expected = "a date such as 2025-11-30";
        Optional<String> text = toml.text(key, expected, Advice::date);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException none) {
            toml.flaw(key, expected, text.map(Advice::date).orElse(""));
            return Optional.empty();
        }
    }

    /** A share in basis points, 0 to the whole. */
    static int share(TomlFile toml, TomlKey key, int ifAbsent) {
        return basisPoints(toml, key, PERCENT, ifAbsent);
    }

    private static int basisPoints(TomlFile toml, TomlKey key, int percentMax, int ifAbsent) {
        if (!toml.has(key)) {
            return ifAbsent;
        }
        double percent = toml.decimal(key, 0, percentMax, 0);
        long points = Math.round(percent * PERCENT);
        if (Math.abs(percent * PERCENT - points) > 1e-6) {
            toml.flaw(key, "a percentage with at most two decimals", "");
        }
        return (int) points;
    }
}
