package io.rampline.desk.command;

import java.util.Locale;

/** A number with its noun: {@code 1 order}, {@code 2,000 orders}. */
public final class Counted {
    private Counted() {}

    /**
     * The number and the noun, with an s where it takes one.
     *
     * @param noun in the singular, one that takes an s
     */
    public static String of(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
