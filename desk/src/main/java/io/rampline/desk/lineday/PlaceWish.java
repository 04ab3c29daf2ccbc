package io.rampline.desk.lineday;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a car may stand: its parts come late, it must be done soon, or its place is fixed.
 *
 * @param day of the week, from 1, on which it can be built at the earliest; empty for any
 * @param first place on its day, from 1, where it may stand
 * @param last place on its day where it may stand; {@link #ANY} for none
 */
public record PlaceWish(String orderId, OptionalInt day, int first, int last) {
    /** No last place. */
    public static final int ANY = Integer.MAX_VALUE;

    private static final Pattern DAY = Pattern.compile("(.+)=day([1-9]\\d{0,5})");
    private static final Pattern PLACE = Pattern.compile("(.+)=([1-9]\\d{0,5})");

    /**
     * A car whose parts come late, from {@code ORDER=120}, a place, or {@code ORDER=day3}; empty when it is neither.
     */
    public static Optional<PlaceWish> late(String text) {
        Matcher day = DAY.matcher(text);
        return day.matches()
                ? Optional.of(new PlaceWish(day.group(1), OptionalInt.of(Integer.parseInt(day.group(2))), 1, ANY))
                : between(text, place -> place, _ -> ANY);
    }

    /** A car that must stand at a place or before it, from {@code ORDER=40}; empty when it is something else. */
    public static Optional<PlaceWish> soon(String text) {
        return between(text, _ -> 1, place -> place);
    }

    /** A car with a place of its own, from {@code ORDER=17}; empty when it is something else. */
    public static Optional<PlaceWish> fixed(String text) {
        return between(text, place -> place, place -> place);
    }

    private static Optional<PlaceWish> between(String text, IntUnaryOperator first, IntUnaryOperator last) {
        Matcher matcher = PLACE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int place = Integer.parseInt(matcher.group(2));
        return Optional.of(
                new PlaceWish(matcher.group(1), OptionalInt.empty(), first.applyAsInt(place), last.applyAsInt(place)));
    }

    /** What both wishes about an order leave of its places; {@link #isPossible} says whether anything. */
    public PlaceWish and(PlaceWish other) {
        return new PlaceWish(
                orderId, day.isPresent() ? day : other.day, Math.max(first, other.first), Math.min(last, other.last));
    }

    /** Whether there is a place that it allows. */
    public boolean isPossible() {
        return first <= last;
    }
}
