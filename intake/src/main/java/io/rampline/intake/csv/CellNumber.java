package io.rampline.intake.csv;

import java.nio.charset.StandardCharsets;

/** Numbers in cells: digits, {@code .} as the decimal sign, an optional leading {@code -}, nothing else. */
public final class CellNumber {
    /** What {@link #whole} and {@link #money} answer for a cell that is no such number. */
    public static final long NOT_A_NUMBER = Long.MIN_VALUE;

    /** What {@link #whole} and {@link #money} answer for a number of more than {@value #DIGITS_MAX} digits. */
    public static final long TOO_BIG = Long.MAX_VALUE;

    /** {@link #TOO_BIG} below zero. */
    public static final long TOO_SMALL = Long.MIN_VALUE + 1;

    private static final int DIGITS_MAX = 18;
    /** A cell longer than this is no number that somebody wrote. */
    private static final int LENGTH_MAX = 64;

    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    private CellNumber() {}

    /** A whole number. */
    public static long whole(byte[] bytes, int from, int to) {
        return money(bytes, from, to, 0);
    }

    /**
     * An amount in minor units.
     *
     * @param decimals most digits behind the point, which is how many a major unit has
     */
    public static long money(byte[] bytes, int from, int to, int decimals) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative) {
            at++;
        }
        if (at >= to || to - from > LENGTH_MAX || bytes[at] == '.' || bytes[to - 1] == '.') {
            return NOT_A_NUMBER;
        }
        long value = 0;
        int digits = 0;
        int behindPoint = -1;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits += value == 0 && digit == 0 ? 0 : 1;
                value = digits > DIGITS_MAX ? value : value * 10 + digit;
                behindPoint += behindPoint >= 0 ? 1 : 0;
            } else if (bytes[at] == '.' && behindPoint < 0) {
                behindPoint = 0;
            } else {
                return NOT_A_NUMBER;
            }
        }
        if (behindPoint > decimals || (behindPoint >= 0 && decimals == 0)) {
            return NOT_A_NUMBER;
        }
        for (int missing = decimals - Math.max(0, behindPoint); missing > 0 && value != 0; missing--) {
            digits++;
            value = digits > DIGITS_MAX ? value : value * 10;
        }
        if (digits > DIGITS_MAX) {
            return negative ? TOO_SMALL : TOO_BIG;
        }
        return negative ? -value : value;
    }

    /** A number with or without decimals, exactly rounded; NaN when the cell is no such number. */
    public static double decimal(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative) {
            at++;
        }
        if (at >= to || to - from > LENGTH_MAX || bytes[at] == '.' || bytes[to - 1] == '.') {
            return Double.NaN;
        }
        long value = 0;
        int digits = 0;
        int behindPoint = -1;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits++;
                value = digits > DIGITS_MAX ? value : value * 10 + digit;
                behindPoint += behindPoint >= 0 ? 1 : 0;
            } else if (bytes[at] == '.' && behindPoint < 0) {
                behindPoint = 0;
            } else {
                return Double.NaN;
            }
        }
        // Both operands are exact below 2^53, so the one division rounds correctly.
        if (digits <= 15) {
            double magnitude = value / POWERS_OF_TEN[Math.max(0, behindPoint)];
            return negative ? -magnitude : magnitude;
        }
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }
}
