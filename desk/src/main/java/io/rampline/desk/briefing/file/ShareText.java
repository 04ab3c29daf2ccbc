package io.rampline.desk.briefing.file;

import java.math.BigDecimal;

/** Shares as files hold them. */
final class ShareText {
    private static final int UNITS = 10_000;
    private static final int DECIMALS_MAX = 6;

    private ShareText() {}

    /** The text of a share of 0 to 1, with four decimals: {@code 0.9042}. */
    static String of(double share) {
        int units = (int) Math.round(share * UNITS);
        return units / UNITS + "." + Integer.toString(UNITS + units % UNITS).substring(1);
    }

    /** The number of a share or a weight, with as many decimals as it has, six at most: {@code 0.904217}, {@code 1}. */
    static BigDecimal number(double share) {
        BigDecimal exact =
                BigDecimal.valueOf(Math.round(share * 1e6), DECIMALS_MAX).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
