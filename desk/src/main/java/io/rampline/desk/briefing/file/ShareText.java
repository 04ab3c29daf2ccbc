package io.rampline.desk.briefing.file;

/** A share with four decimals: {@code 0.9042}. */
final class ShareText {
    private static final int UNITS = 10_000;

    private ShareText() {}

    /** The text of a share of 0 to 1. */
    static String of(double share) {
        int units = (int) Math.round(share * UNITS);
        return units / UNITS + "." + Integer.toString(UNITS + units % UNITS).substring(1);
    }
}
