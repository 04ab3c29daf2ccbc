package io.rampline.sequence.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file of which nobody says how it is encoded: UTF-8, or ISO 8859-1 where its bytes are not UTF-8.
 *
 * @param text without the byte order mark that spreadsheets put in front
 * @param charset in which the same characters are the same bytes again
 */
public record DecodedText(String text, Charset charset) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Any bytes are some text. */
    public static DecodedText of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new DecodedText(
                    text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text,
                    StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return new DecodedText(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        }
    }
}
