package io.rampline.intake;

import io.rampline.factory.Currency;
import io.rampline.factory.MoneyTerms.Foreign;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What money of a foreign market is worth at home, at the rate the scenario states. */
final class ForeignRate {
    /** A currency of which a million are worth less than one is counted in thousands by everybody. */
    private static final double RATE_MIN = 0.000001;

    private static final double RATE_MAX = 1_000_000;
    private static final int MICRO_DIGITS = 6;

    private ForeignRate() {}

    /** Empty, with a flaw, when the rate is none. */
    static Optional<Foreign> read(TomlFile toml, TomlKey rate, String code) {
        double value = toml.decimal(rate, RATE_MIN, RATE_MAX, 0);
        long micros = Math.round(value * 1_000_000);
        return micros == 0 ? Optional.empty() : Optional.of(new Foreign(new Currency(code, decimals(code)), micros));
    }

    /** Minor units at home for minor units abroad, rounded half up. */
    static long home(long foreignMinor, Foreign money, Currency home) {
        return BigDecimal.valueOf(foreignMinor, money.currency().minorUnits())
                .multiply(BigDecimal.valueOf(money.rateMicros(), MICRO_DIGITS))
                .movePointRight(home.minorUnits())
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static int decimals(String code) {
        try {
            return Math.clamp(java.util.Currency.getInstance(code).getDefaultFractionDigits(), 0, 3);
        } catch (IllegalArgumentException unknown) {
            return 2;
        }
    }
}
