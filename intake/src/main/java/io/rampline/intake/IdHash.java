package io.rampline.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A number of 64 bits for an id, from eight bytes at a time. Every byte reaches the high bits, so that nobody's way of
 * counting makes many ids fall together.
 */
final class IdHash {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private IdHash() {}

    static long of(String id) {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        return of(utf8, 0, utf8.length);
    }

    /** The same for an id that stands in a buffer as UTF-8. */
    static long of(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash ^ (long) WORDS.get(bytes, at));
        }
        if (at < to) {
            long rest = 0;
            for (int last = to - 1; last >= at; last--) {
                rest = (rest << 8) | (bytes[last] & 0xFF);
            }
            hash = mixed(hash ^ rest);
        }
        return hash;
    }

    private static long mixed(long word) {
        long product = word * MIX;
        return (product ^ (product >>> 32)) * MIX;
    }
}
