package io.rampline.desk.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Names of requests: the caller's own where there is a sound one. */
final class RequestIds {
    private static final int LENGTH_MAX = 64;
    private static final HexFormat HEX = HexFormat.of();
    private static final String RUN = HEX.toHexDigits(new SecureRandom().nextLong());
    private static final AtomicLong NEXT = new AtomicLong();

    private RequestIds() {}

    static String of(String sent) {
        return isSound(sent) ? sent : RUN + "-" + HEX.toHexDigits((int) NEXT.incrementAndGet());
    }

    private static boolean isSound(String id) {
        if (id.isEmpty() || id.length() > LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char character = id.charAt(i);
            boolean isPlain = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || character == '-'
                    || character == '_'
                    || character == '.';
            if (!isPlain) {
                return false;
            }
        }
        return true;
    }
}
