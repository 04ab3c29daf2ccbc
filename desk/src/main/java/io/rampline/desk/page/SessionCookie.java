package io.rampline.desk.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who has signed in with a browser shows the token in a cookie. No script can read it, no other site sends it along,
 * and whoever changes something with it must also show a word that only a page of ours can have read.
 */
public final class SessionCookie {
    private static final String NAME = "rampline";
    /** What a browser keeps of one cookie at least. */
    private static final int LENGTH_MAX = 4_000;

    private SessionCookie() {}

    /** The token in a {@code Cookie} header; empty when there is none. */
    public static Optional<String> find(String header) {
        for (String pair : header.split(";", -1)) {
            String stripped = pair.strip();
            if (stripped.startsWith(NAME + "=") && stripped.length() > NAME.length() + 1) {
                return Optional.of(stripped.substring(NAME.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** Whether a token can stand in a cookie as it is. */
    public static boolean holds(String token) {
        return !token.isEmpty()
                && token.length() <= LENGTH_MAX
                && token.chars().allMatch(c -> c > ' ' && c < 127 && c != ';' && c != ',' && c != '"' && c != '\\');
    }

    /**
     * A {@code Set-Cookie} header that keeps the token until the browser is closed.
     *
     * @param onlyOverTls whether the page itself came over TLS
     */
    public static String keep(String token, boolean onlyOverTls) {
        return NAME + "=" + token + attributes(onlyOverTls);
    }

    /** One that takes it away. */
    public static String forget() {
        return NAME + "=; Max-Age=0" + attributes(false);
    }

    private static String attributes(boolean onlyOverTls) {
        return "; Path=/; HttpOnly; SameSite=Strict" + (onlyOverTls ? "; Secure" : "");
    }

    /** The word to show with every change, in hexadecimal: from it the token cannot be found. */
    public static String word(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(("a change asked by a page " + token).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** Whether a word is that of the token; takes as long for a wrong one. */
    public static boolean isWordOf(String token, String word) {
        return MessageDigest.isEqual(
                word(token).getBytes(StandardCharsets.US_ASCII), word.getBytes(StandardCharsets.UTF_8));
    }
}
