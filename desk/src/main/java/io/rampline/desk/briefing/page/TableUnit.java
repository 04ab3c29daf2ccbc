package io.rampline.desk.briefing.page;

import io.rampline.factory.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.LongStream;

/**
 * The unit of all amounts of a table, so that a column can be compared at a glance: millions where the largest needs
 * them, else the currency with its small change.
 */
final class TableUnit {
    /** From here on amounts are told in millions. */
    private static final long MILLIONS_FROM_MAJOR = 10_000_000;

    private static final int DECIMALS_OF_MILLIONS = 2;
    private static final int ZEROS_OF_A_MILLION = 6;

    private final Currency currency;
    private final boolean millions;

    private TableUnit(Currency currency, boolean millions) {
        this.currency = currency;
        this.millions = millions;
    }

    /** The unit for a table of these amounts, minor units. */
    static TableUnit of(Currency currency, LongStream minors) {
        long most = minors.map(Math::abs).max().orElse(0);
        return new TableUnit(currency, most / currency.minorPerMajor() >= MILLIONS_FROM_MAJOR);
    }

    /** {@code 1,234.50}. */
    String amount(long minor, Speech speech) {
        BigDecimal major = BigDecimal.valueOf(minor, currency.minorUnits());
        BigDecimal told = millions
                ? major.movePointLeft(ZEROS_OF_A_MILLION).setScale(DECIMALS_OF_MILLIONS, RoundingMode.HALF_UP)
                : major;
        String digits = told.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = speech.number(Long.parseLong(point < 0 ? digits : digits.substring(0, point)));
        return (told.signum() < 0 ? "−" : "")
                + whole
                + (point < 0 ? "" : speech.say("number.decimal") + digits.substring(point + 1));
    }

    /** {@code Amounts in CNY million}. */
    String name(Speech speech) {
        return speech.say(millions ? "money.in.millions" : "money.in", currency.code());
    }
}
