package io.rampline.intake;

import io.rampline.factory.Week;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell that cannot be read was probably meant to say. The answers follow the word "maybe". */
final class Advice {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d{1,2}|-?\\d+,\\d{4,}|-?0,\\d+");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([,'\u2019 \u00A0\u202F_.]\\d{3})+([.,]\\d+)?");
    private static final Pattern SHORT_FORM = Pattern.compile("-?\\d+([.,]\\d+)?[eE][+-]?\\d+");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?) ?%");
    private static final Pattern WITH_UNIT =
            Pattern.compile("\\D{0,4}?\\s?(-?\\d+(?:\\.\\d+)?)\\s?\\D{1,12}|\\D{1,4}\\s?(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern BARE_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_NUMBER = Pattern.compile("[34]\\d{4}(\\.\\d+)?");
    private static final Pattern ZONED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}[T ][0-9:.]+)(Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern LOOSE_WEEK =
            Pattern.compile("(\\d{4})[- ]?(?:W|w|KW|kw|CW|cw|Week |week )?[- ]?(\\d{1,2})");
    private static final Pattern MONTH_NAME =
            Pattern.compile("(?i)(\\d{1,2}[- ])?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ]\\d{2,4}");

    /** The day before day 1 of a spreadsheet, set back by the leap day that 1900 did not have. */
    private static final LocalDate SPREADSHEET_DAY_ZERO = LocalDate.of(1899, 12, 30);

    private Advice() {}

    static String number(String text) {
        String bare = text.strip();
        if (!bare.equals(text) && !bare.isEmpty()) {
            return "without the space";
        }
        if (DECIMAL_COMMA.matcher(bare).matches()) {
            return "a decimal comma: write " + bare.replace(',', '.');
        }
        if (GROUPED.matcher(bare).matches()) {
            return "without thousands separators";
        }
        if (SHORT_FORM.matcher(bare).matches()) {
            return "a spreadsheet's short form: format the column as a plain number and save again";
        }
        Matcher percent = PERCENT.matcher(bare);
        if (percent.matches()) {
            return "a share: write " + Double.parseDouble(percent.group(1)) / 100;
        }
        if (bare.startsWith("+")) {
            return "without the +";
        }
        Matcher withUnit = WITH_UNIT.matcher(bare);
        if (bare.length() <= 32 && withUnit.matches()) {
            String number = withUnit.group(1) == null ? withUnit.group(2) : withUnit.group(1);
            return "the number alone: " + number;
        }
        if (bare.equals("-") || bare.equalsIgnoreCase("n/a") || bare.equalsIgnoreCase("nan")) {
            return "leave the cell empty where that is allowed";
        }
        return bare.startsWith("#") ? "a formula that failed in the spreadsheet" : "";
    }

    static String date(String text) {
        return readDate(text.strip()).map(LocalDate::toString).orElseGet(() -> dateInWords(text.strip()));
    }

    static String moment(String text) {
        String bare = text.strip();
        Matcher zoned = ZONED.matcher(bare);
        if (zoned.matches()) {
            return "without the time zone, in scenario local time";
        }
        int cut = Math.max(bare.indexOf(' '), bare.indexOf('T'));
        return cut > 0 && readDate(bare.substring(0, cut)).isPresent()
                ? date(bare.substring(0, cut)) + "T and the time as 22:00:00"
                : date(text);
    }

    static String week(String text) {
        String bare = text.strip();
        Matcher loose = LOOSE_WEEK.matcher(bare);
        if (loose.matches()) {
            int year = Integer.parseInt(loose.group(1));
            int week = Integer.parseInt(loose.group(2));
            String written = String.format(Locale.ROOT, "%04d-W%02d", year, week);
            if (Week.find(written).isPresent()) {
                return "\"" + written + "\"";
            }
            if (week == 53 && year < 9999) {
                return year + " has 52 weeks: the next is " + (year + 1) + "-W01";
            }
            return "weeks run from W01 to W52, in long years to W53";
        }
        Optional<LocalDate> date = readDate(bare);
        if (date.isPresent()) {
            return "\"" + Week.of(date.get()) + "\", the week of that day";
        }
        return MONTH_NAME.matcher(bare).matches()
                ? "a spreadsheet made a date of the week: format the column as text"
                : "";
    }

    static String weeks(String text) {
        String bare = text.strip();
        Matcher range = Pattern.compile("(\\d{4}-W\\d{2})\\s*(?:\\.{1,4}|-|\u2013|\u2026|:|to)\\s*(\\d{4}-W\\d{2})?")
                .matcher(bare);
        if (range.matches()) {
            String last = range.group(2) == null ? "" : range.group(2);
            boolean isReal = Week.find(range.group(1)).isPresent()
                    && (last.isEmpty() || Week.find(last).isPresent());
            return isReal ? "\"" + range.group(1) + ".." + last + "\"" : "the year has no such week";
        }
        return week(text);
    }

    /** The day that a text means, in whichever form it stands there. */
    static Optional<LocalDate> readDate(String text) {
        Matcher matcher = YEAR_FIRST.matcher(text);
        if (matcher.matches()) {
            return date(matcher.group(1), matcher.group(2), matcher.group(3));
        }
        matcher = DAY_FIRST.matcher(text);
        if (matcher.matches()) {
            return date(matcher.group(3), matcher.group(2), matcher.group(1));
        }
        matcher = SLASHES.matcher(text);
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int second = Integer.parseInt(matcher.group(2));
            if (first > 12) {
                return date(matcher.group(3), matcher.group(2), matcher.group(1));
            }
            boolean isSure = second > 12 || first == second;
            return isSure ? date(matcher.group(3), matcher.group(1), matcher.group(2)) : Optional.empty();
        }
        matcher = BARE_DATE.matcher(text);
        if (matcher.matches()) {
            return date(matcher.group(1), matcher.group(2), matcher.group(3));
        }
        if (DAY_NUMBER.matcher(text).matches()) {
            return Optional.of(SPREADSHEET_DAY_ZERO.plusDays((long) Double.parseDouble(text)));
        }
        return Optional.empty();
    }

    private static String dateInWords(String text) {
        if (text.isEmpty()) {
            return "fill it in as year-month-day, as in 2025-07-06, or delete the line";
        }
        if (YEAR_FIRST.matcher(text).matches()) {
            return "that day does not exist";
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return String.format(
                    Locale.ROOT,
                    "year-month-day, which would be %04d-%02d-%02d: that day does not exist",
                    year(dayFirst.group(3)),
                    Integer.parseInt(dayFirst.group(2)),
                    Integer.parseInt(dayFirst.group(1)));
        }
        if (SLASHES.matcher(text).matches()) {
            return "year-month-day, as in 2025-07-06";
        }
        if (Week.find(text).isPresent()) {
            return "the Monday of that week, " + Week.parse(text).monday();
        }
        return MONTH_NAME.matcher(text).matches() ? "format the column as year-month-day and save again" : "";
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(year(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Two digits stand for the year of the century that a spreadsheet would take. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year + (year < 30 ? 2000 : 1900);
    }
}
