package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Cause;
import io.rampline.factory.Currency;
import io.rampline.factory.Resource;
import io.rampline.factory.Week;
import io.rampline.intake.Outturn.Explanation;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Writes numbers, dates and names of the trade in the reader's language. */
public final class Speech {
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private final Texts texts;

    public Speech(Texts texts) {
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    /** The text of a name; see the property files beside this class. */
    public String say(String key, Object... values) {
        return texts.say(key, values);
    }

    /** {@code 449,812}. */
    public String number(long value) {
        String digits = Long.toString(Math.abs(value));
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(say("number.group"));
            }
            grouped.append(digits.charAt(i));
        }
        return (value < 0 ? "−" : "") + grouped;
    }

    /** With one decimal, which is left out when it is 0: {@code 60.5}, {@code 60}. */
    public String decimal(double value) {
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "−" : "") + number(Math.abs(tenths) / 10);
        return tenths % 10 == 0 ? whole : whole + say("number.decimal") + Math.abs(tenths) % 10;
    }

    /** As {@link #decimal}, with a sign. */
    public String signed(double value) {
        return Math.round(value * 10) > 0 ? "+" + decimal(value) : decimal(value);
    }

    /** A share as whole per cent; a little more than nothing is not nothing, a little less than all is not all. */
    String percent(long part, long whole) {
        long rounded = whole == 0 ? 0 : Math.round(100.0 * part / whole);
        if (rounded == 0 && part > 0) {
            return say("percent.below", "1");
        }
        if (rounded == 100 && part < whole) {
            return say("percent.above", "99");
        }
        return say("percent", Long.toString(rounded));
    }

    /** {@code CNY 2.25 bn}. */
    public String money(long minor, Currency currency) {
        double major = (double) minor / currency.minorPerMajor();
        if (Math.abs(major) >= BILLION) {
            return say("money.billion", currency.code(), hundredths(major / BILLION));
        }
        if (Math.abs(major) >= MILLION) {
            return say("money.million", currency.code(), hundredths(major / MILLION));
        }
        return say("money", currency.code(), number(Math.round(major)));
    }

    /** With two decimals: {@code 2.25}. */
    String hundredths(double value) {
        long hundredths = Math.round(value * 100);
        return number(hundredths / 100)
                + say("number.decimal")
                + String.format(Locale.ROOT, "%02d", Math.abs(hundredths % 100));
    }

    /** The singular or plural of a text, with its number. */
    public String count(String key, long number) {
        return texts.count(key, number, number(number));
    }

    /** {@code 62 weeks}. */
    public String weeks(long weeks) {
        return texts.count("weeks", weeks, number(weeks));
    }

    /** {@code 59–62}, or one number where both are equal. */
    public String range(double low, double high) {
        return low == high ? decimal(low) : decimal(low) + "–" + decimal(high);
    }

    /** {@code 4.5 weeks}. */
    public String weeks(double weeks) {
        return weeks == 1 ? weeks(1L) : say("weeks.many", decimal(weeks));
    }

    public String orders(long orders) {
        return texts.count("orders", orders, number(orders));
    }

    /** A number of weeks, or words for none within the horizon. */
    String weeksOrBeyond(OptionalInt weeks) {
        return weeks.isPresent() ? weeks(weeks.getAsInt()) : say("beyond");
    }

    /** {@code 6 July 2025}. */
    public String date(LocalDate date) {
        return say("date", Integer.toString(date.getDayOfMonth()), month(date.getMonthValue()), year(date.getYear()));
    }

    /** {@code 6 Jul 2025}. */
    String shortDate(LocalDate date) {
        return say(
                "date.short",
                Integer.toString(date.getDayOfMonth()),
                shortMonth(date.getMonthValue()),
                year(date.getYear()));
    }

    /** The month in which most of the week lies: {@code September 2026}. */
    public String monthOf(Week week) {
        LocalDate thursday = week.monday().plusDays(3);
        return say("month.year", month(thursday.getMonthValue()), year(thursday.getYear()));
    }

    /** {@code W37 2026}. */
    public String week(Week week) {
        LocalDate monday = week.monday();
        return say(
                "week.year",
                Integer.toString(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                year(monday.get(IsoFields.WEEK_BASED_YEAR)));
    }

    private static String year(int year) {
        return Integer.toString(year);
    }

    private String month(int month) {
        return say("month." + month);
    }

    String shortMonth(int month) {
        return say("month.short." + month);
    }

    List<String> shortMonths() {
        List<String> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(shortMonth(month));
        }
        return months;
    }

    /** {@code line F2}. */
    String resource(Resource resource) {
        // A limit on any product is named by itself.
        String name = resource.name().endsWith(" *")
                ? resource.name().substring(0, resource.name().length() - 2)
                : resource.name();
        return say("kind." + resource.kind().name(), name);
    }

    /** What keeps an order from an earlier week. */
    public String cause(Cause cause) {
        return switch (cause) {
            case Cause.Nothing _ -> say("cause.nothing");
            case Cause.MarketOpens opens -> say("cause.market", opens.market());
            case Cause.Customer _ -> say("cause.customer");
            case Cause.NotOffered _ -> say("cause.not-offered");
            case Cause.Full full ->
                String.join(" + ", full.resources().stream().map(this::resource).toList());
        };
    }

    /** The planner's words, in the other language where they are missing in this one. */
    String explanation(Explanation words) {
        boolean german = texts.language().equals(Locale.GERMAN);
        String wanted = german ? words.german() : words.english();
        return wanted.isEmpty() ? german ? words.english() : words.german() : wanted;
    }

    /** As a sentence begins. */
    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
