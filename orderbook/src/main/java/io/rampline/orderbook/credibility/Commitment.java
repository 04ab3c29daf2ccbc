package io.rampline.orderbook.credibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a maker said in public that it would reach, and what it reached.
 *
 * @param issuer who said it
 * @param made day on which it was said; where only the month or the year is known, its first day
 * @param metric what is counted, in words: {@code Model 3 per week}
 * @param target what was to be reached
 * @param due last day for it
 * @param actual what was measured; empty while nothing is known
 * @param source where the figures come from; may be empty
 */
public record Commitment(
        String issuer,
        LocalDate made,
        String metric,
        Target target,
        LocalDate due,
        Optional<Actual> actual,
        List<String> source) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)-(\\d{1,15}(?:\\.\\d{1,6})?)");

    public Commitment {
        source = List.copyOf(source);
        if (due.isBefore(made)) {
            throw new IllegalArgumentException(
                    "found a commitment made on " + made + " and due on " + due + ", expected it made before");
        }
    }

    /**
     * At least so much.
     *
     * @param atLeast least that keeps it
     * @param atMost upper end where a range was named; more than that keeps it as well
     */
    public record Target(BigDecimal atLeast, Optional<BigDecimal> atMost) {
        public Target {
            if (atMost.isPresent() && atMost.get().compareTo(atLeast) < 0) {
                throw new IllegalArgumentException("found a target of " + atLeast + " to " + atMost.get()
                        + ", expected the lower end first; maybe they are swapped");
            }
        }

        /**
         * Reads {@code 5000} or {@code 50000-55000}.
         *
         * @throws IllegalArgumentException when it is neither
         */
        public static Target parse(String text) {
            Matcher range = RANGE.matcher(text);
            if (range.matches()) {
                return new Target(new BigDecimal(range.group(1)), Optional.of(new BigDecimal(range.group(2))));
            }
            return new Target(number(text, "a number or a range such as 50000-55000"), Optional.empty());
        }

        /** As {@link #parse} reads it. */
        public String text() {
            return atLeast.toPlainString()
                    + atMost.map(most -> "-" + most.toPlainString()).orElse("");
        }
    }

    /** The same, with what is known of it now. */
    Commitment with(Actual now) {
        return new Commitment(issuer, made, metric, target, due, Optional.of(now), source);
    }

    /** How well a figure is known. */
    public enum Known {
        EXACTLY,
        /** At least so much: {@code >135000}. */
        AT_LEAST,
        /** Roughly so much: {@code about 4000}. */
        ABOUT
    }

    /**
     * What was measured.
     *
     * @param on day the figure is for: when it was reached, or the end of the period it counts
     */
    public record Actual(BigDecimal units, Known known, LocalDate on) {
        /**
         * Reads {@code 5031}, {@code >135000} or {@code about 4000}.
         *
         * @throws IllegalArgumentException when it is none of them
         */
        public static Actual parse(String text, LocalDate on) {
            String trimmed = text.trim();
            if (trimmed.startsWith(">")) {
                return new Actual(number(trimmed.substring(1).trim(), EXPECTED), Known.AT_LEAST, on);
            }
            String lower = trimmed.toLowerCase(Locale.ROOT);
            if (lower.startsWith("about ")) {
                return new Actual(number(trimmed.substring("about ".length()).trim(), EXPECTED), Known.ABOUT, on);
            }
            return new Actual(number(trimmed, EXPECTED), Known.EXACTLY, on);
        }

        /** As {@link #parse} reads it. */
        public String text() {
            String figure = units.toPlainString();
            return switch (known) {
                case EXACTLY -> figure;
                case AT_LEAST -> ">" + figure;
                case ABOUT -> "about " + figure;
            };
        }

        private static final String EXPECTED = "a number, >number or about number";
    }

    /**
     * The first day of what is known of a date: {@code 2017-11-01}, {@code 2017-07} or {@code 2021}.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static LocalDate firstDay(String text) {
        try {
            return switch (text.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
                case 7 -> YearMonth.parse(text).atDay(1);
                default -> LocalDate.parse(text);
            };
        } catch (DateTimeParseException | NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "found date \"" + text + "\", expected a day, a month or a year such as 2017-11-01, 2017-11, 2017",
                    wrong);
        }
    }

    private static BigDecimal number(String text, String expected) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("found \"" + text + "\", expected " + expected);
        }
        return new BigDecimal(text);
    }
}
