package io.rampline.orderbook.audit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position and the hash that stood there once, kept outside the book. Whoever can write to the whole database can
 * also write a new chain that fits; an anchor is what such a chain cannot fit.
 *
 * @param of which of the two chains
 * @param position 1 or more
 * @param hash 64 hexadecimal digits, lower case
 */
public record Anchor(Of of, long position, String hash) {
    private static final Pattern TEXT = Pattern.compile("(notice-)?([1-9]\\d{0,17}):([0-9a-fA-F]{64})");

    /** Which chain it is of. */
    public enum Of {
        ENTRIES,
        NOTICES
    }

    public Anchor(long position, String hash) {
        this(Of.ENTRIES, position, hash);
    }

    public Anchor {
        if (position < 1 || hash.length() != 64 || !hash.equals(hash.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("found anchor " + position + ":" + hash
                    + ", expected a position of 1 or more and 64 hexadecimal digits in lower case");
        }
    }

    /**
     * Reads {@code POSITION:HASH}, or {@code notice-POSITION:HASH}.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Anchor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("found anchor \"" + text
                    + "\", expected POSITION:HASH, a number and 64 hexadecimal digits; maybe copy it from the last"
                    + " line of an earlier audit");
        }
        return new Anchor(
                matcher.group(1) == null ? Of.ENTRIES : Of.NOTICES,
                Long.parseLong(matcher.group(2)),
                matcher.group(3).toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return switch (of) {
            case ENTRIES -> position + ":" + hash;
            case NOTICES -> "notice-" + position + ":" + hash;
        };
    }
}
