package io.rampline.desk.lineday;

import io.rampline.intake.LineRules.Spacing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a day's order by line, date, rules and the cars in their places. */
final class DayFingerprint {
    private static final int HEX_DIGITS = 32;

    private DayFingerprint() {}

    /** 32 hexadecimal digits. */
    static String of(DayPlan plan) {
        StringBuilder text = new StringBuilder("line-day 1\n");
        part(text, plan.line()).append(plan.date()).append('\n');
        text.append(plan.day().runMax()).append(' ').append(plan.rules().aims()).append('\n');
        for (int r = 0; r < plan.rules().spacings().size(); r++) {
            Spacing spacing = plan.rules().spacings().get(r);
            part(text, spacing.name())
                    .append(plan.day().ratios().get(r).most())
                    .append('/')
                    .append(spacing.in())
                    .append(' ')
                    .append(spacing.priority())
                    .append(' ')
                    .append(spacing.weight())
                    .append('\n');
        }
        for (LineCar car : plan.sequence()) {
            part(text, car.orderId());
            part(text, car.configuration().product());
            part(text, car.colour()).append('\n');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The length stands before the words, so that no two lists read alike. */
    private static StringBuilder part(StringBuilder to, String words) {
        return to.append(words.length()).append(':').append(words).append(' ');
    }
}
