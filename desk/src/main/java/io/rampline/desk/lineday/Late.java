package io.rampline.desk.lineday;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A car whose parts come late.
 *
 * @param day of the week, from 1, on which it can be built at the earliest; empty for any
 * @param place on its day, from 1, from which on it can be built; empty for any
 */
public record Late(String orderId, OptionalInt day, OptionalInt place) {
    private static final Pattern FORM = Pattern.compile("(.+)=(day)?([1-9]\\d{0,5})");

    /** From {@code ORDER=120}, a place, or {@code ORDER=day3}; empty when it is neither. */
    public static Optional<Late> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        OptionalInt number = OptionalInt.of(Integer.parseInt(matcher.group(3)));
        boolean isDay = matcher.group(2) != null;
        return Optional.of(
                new Late(matcher.group(1), isDay ? number : OptionalInt.empty(), isDay ? OptionalInt.empty() : number));
    }
}
