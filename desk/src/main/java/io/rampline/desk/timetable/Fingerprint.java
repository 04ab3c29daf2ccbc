package io.rampline.desk.timetable;

import io.rampline.factory.Decisions;
import io.rampline.factory.Horizon;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of a plan by what it decides: plans that decide the same in the same weeks have the same one. */
public final class Fingerprint {
    private static final int HEX_DIGITS = 32;

    private Fingerprint() {}

    /** 32 hexadecimal digits. */
    public static String of(Horizon horizon, Decisions decisions) {
        StringBuilder text = new StringBuilder("timetable 1\n");
        for (Decisions.Start start : decisions.starts()) {
            line(text, start.step(), horizon.week(start.bucket()).toString());
        }
        for (Decisions.Opened opened : decisions.openings()) {
            line(text, opened.resourceName(), horizon.week(opened.bucket()) + " " + opened.unitsPerWeek());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The length stands before the name, so that no two lists of names read alike. */
    private static void line(StringBuilder to, String name, String what) {
        to.append(name.length())
                .append(':')
                .append(name)
                .append(' ')
                .append(what)
                .append('\n');
    }
}
