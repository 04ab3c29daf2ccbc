package io.rampline.desk.timetable;

import io.rampline.promise.Answer.PlanAdopted;
import io.rampline.promise.Command.AdoptPlan;
import io.rampline.promise.Level;
import io.rampline.promise.PromiseEngine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What adopting a plan does to a book, as far as somebody agrees to it.
 *
 * @param levels fingerprint of the capacities that it sets and of those that it replaces, 16 hexadecimal digits
 * @param earlier orders that come earlier
 * @param later orders that come later
 * @param shortages that are open afterwards
 */
public record Effect(String levels, int earlier, int later, int shortages) {
    private static final int HEX_DIGITS = 16;
    /** On a live book a few of thousands come and go while somebody reads; that is no other plan. */
    private static final int FEWER_PER_HUNDRED = 1;

    private static final Pattern SEEN = Pattern.compile("([0-9a-f]{16})-(\\d{1,9})-(\\d{1,9})-(\\d{1,9})");

    /**
     * What a plan did to a copy of the book.
     *
     * @param before the book without it
     */
    public static Effect of(PromiseEngine before, AdoptPlan command, PlanAdopted tried) {
        return new Effect(
                levels(before, command),
                tried.earlier(),
                tried.later(),
                tried.open().size());
    }

    /** An effect as {@link #seen} wrote it; empty when it is none. */
    public static Optional<Effect> find(String seen) {
        Matcher parts = SEEN.matcher(seen);
        return parts.matches()
                ? Optional.of(new Effect(
                        parts.group(1),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        Integer.parseInt(parts.group(4))))
                : Optional.empty();
    }

    /** As one word, to be shown again by whoever agrees to it. */
    public String seen() {
        return levels + "-" + earlier + "-" + later + "-" + shortages;
    }

    /**
     * Whether this is what somebody agreed to: the same capacities in the place of the same, nobody more who comes
     * later, no shortage more, and not more than one in a hundred fewer who come earlier.
     */
    public boolean isAsSeen(Effect agreed) {
        return levels.equals(agreed.levels)
                && later <= agreed.later
                && shortages <= agreed.shortages
                && earlier >= agreed.earlier - (long) agreed.earlier * FEWER_PER_HUNDRED / 100;
    }

    private static String levels(PromiseEngine before, AdoptPlan command) {
        StringBuilder text = new StringBuilder(command.levels().size() * 16);
        for (Level level : command.levels()) {
            text.append(level.resource())
                    .append(' ')
                    .append(level.bucket())
                    .append(' ')
                    .append(before.capacity(level.resource(), level.bucket()))
                    .append(' ')
                    .append(level.units())
                    .append('\n');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
