package io.rampline.intake.csv;

/** Dates, moments and ISO weeks in cells; years 0001 to 9999. */
public final class CellTime {
    /** What {@link #date} and {@link #moment} answer for a cell that is none. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** What {@link #week} and {@link #weeks} answer for a cell that is none. */
    public static final int NO_WEEK = Integer.MIN_VALUE;

    /** The last week of an open range. */
    public static final int OPEN_END = Integer.MAX_VALUE;

    public static final long MICROS_PER_DAY = 86_400_000_000L;

    /** 1970-01-01 was a Thursday: week number 0 began three days before. */
    private static final int DAYS_FROM_MONDAY_TO_EPOCH = 3;

    private static final int DATE_LENGTH = 10;
    private static final int WEEK_LENGTH = 8;

    private CellTime() {}

    /** {@code 2025-07-06} as days since 1970-01-01. */
    public static long date(byte[] bytes, int from, int to) {
        if (to - from != DATE_LENGTH || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return NO_TIME;
        }
        int year = digits(bytes, from, 4);
        int month = digits(bytes, from + 5, 2);
        int day = digits(bytes, from + 8, 2);
        boolean isReal = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
        return isReal ? epochDay(year, month, day) : NO_TIME;
    }

    /**
     * {@code 2025-07-06}, {@code 2025-07-06T22:00}, {@code 2025-07-06T22:00:11} or with up to six digits of a second,
     * as microseconds since 1970-01-01T00:00; a space may stand for the {@code T}.
     */
    public static long moment(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < DATE_LENGTH) {
            return NO_TIME;
        }
        long day = date(bytes, from, from + DATE_LENGTH);
        if (day == NO_TIME || length == DATE_LENGTH) {
            return day == NO_TIME ? NO_TIME : day * MICROS_PER_DAY;
        }
        boolean isClock = length >= 16
                && (bytes[from + 10] == 'T' || bytes[from + 10] == ' ')
                && bytes[from + 13] == ':'
                && (length == 16 || (length >= 19 && bytes[from + 16] == ':'));
        if (!isClock) {
            return NO_TIME;
        }
        int hour = digits(bytes, from + 11, 2);
        int minute = digits(bytes, from + 14, 2);
        int second = length == 16 ? 0 : digits(bytes, from + 17, 2);
        long micros = length <= 19 ? 0 : fraction(bytes, from + 19, to);
        boolean isReal =
                hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59 && micros >= 0;
        return isReal ? day * MICROS_PER_DAY + ((hour * 60L + minute) * 60 + second) * 1_000_000 + micros : NO_TIME;
    }

    /** {@code 2025-W27} as the number that {@link io.rampline.factory.Week} gives it. */
    public static int week(byte[] bytes, int from, int to) {
        if (to - from != WEEK_LENGTH || bytes[from + 4] != '-' || bytes[from + 5] != 'W') {
            return NO_WEEK;
        }
        int year = digits(bytes, from, 4);
        int week = digits(bytes, from + 6, 2);
        if (year < 1 || week < 1) {
            return NO_WEEK;
        }
        int first = firstWeekOf(year);
        int number = first + week - 1;
        return number < firstWeekOf(year + 1) ? number : NO_WEEK;
    }

    /**
     * One week, {@code 2025-W27..2025-W40} or {@code 2025-W27..}: the first week's number in the upper half and the
     * last one's, {@link #OPEN_END} for an open range, in the lower half; the first is {@link #NO_WEEK} when the cell
     * is none of these.
     */
    public static long weeks(byte[] bytes, int from, int to) {
        int length = to - from;
        int first = length < WEEK_LENGTH ? NO_WEEK : week(bytes, from, from + WEEK_LENGTH);
        if (first == NO_WEEK || length == WEEK_LENGTH) {
            return pack(first, first);
        }
        boolean isRange = length >= 10 && bytes[from + 8] == '.' && bytes[from + 9] == '.';
        int last = length == 10 ? OPEN_END : week(bytes, from + 10, to);
        return isRange && last != NO_WEEK ? pack(first, last) : pack(NO_WEEK, NO_WEEK);
    }

    public static int first(long weeks) {
        return (int) (weeks >> 32);
    }

    public static int last(long weeks) {
        return (int) weeks;
    }

    /** The number of week 1 of a year: the one that holds 4 January. */
    static int firstWeekOf(int year) {
        return Math.floorDiv((int) epochDay(year, 1, 4) + DAYS_FROM_MONDAY_TO_EPOCH, 7);
    }

    private static long pack(int first, int last) {
        return ((long) first << 32) | (last & 0xFFFF_FFFFL);
    }

    /** Microseconds written as {@code .5} or {@code .000017}; negative when they are not. */
    private static long fraction(byte[] bytes, int from, int to) {
        int count = to - from - 1;
        if (bytes[from] != '.' || count < 1 || count > 6) {
            return -1;
        }
        long micros = digits(bytes, from + 1, count);
        for (int i = count; i < 6; i++) {
            micros *= 10;
        }
        return micros;
    }

    /** A number of {@code count} digits; negative when one of them is none. */
    private static int digits(byte[] bytes, int from, int count) {
        int value = 0;
        for (int at = from; at < from + count; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int daysOf(int year, int month) {
        if (month == 2) {
            boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return isLeap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Counts years from March, so that the leap day is the last of its year. */
    private static long epochDay(int year, int month, int day) {
        int marchYear = month > 2 ? year : year - 1;
        int marchMonth = month > 2 ? month - 3 : month + 9;
        int dayOfYear = (153 * marchMonth + 2) / 5 + day - 1;
        int days = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear;
        return days - 719_468L;
    }
}
