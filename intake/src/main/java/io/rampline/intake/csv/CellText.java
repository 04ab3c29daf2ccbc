package io.rampline.intake.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The characters of a cell. */
public final class CellText {
    private CellText() {}

    /** What the bytes say in UTF-8; empty when they are not UTF-8. */
    public static Optional<String> decode(byte[] bytes, int from, int to) {
        if (isAscii(bytes, from, to)) {
            return Optional.of(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    public static boolean isAscii(byte[] bytes, int from, int to) {
        int seen = 0;
        for (int at = from; at < to; at++) {
            seen |= bytes[at];
        }
        return seen >= 0;
    }

    /** Whether every character can be seen or is a space. */
    public static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c)
                        || c == '\uFFFD'
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        || !Character.isDefined(c));
    }
}
