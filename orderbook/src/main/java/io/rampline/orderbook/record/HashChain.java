package io.rampline.orderbook.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The chain that makes a change of the record visible: the hash of an entry is SHA-256 over the hash of the entry
 * before it and every field of its own. Numbers are 8 bytes big-endian; texts are their length in bytes (4, big-endian)
 * and UTF-8. The first entry follows {@link Hash#START}. Not for use by several threads.
 */
public final class HashChain {
    private final MessageDigest digest;
    private final ByteBuffer numbers = ByteBuffer.allocate(16);
    private Hash last;

    private HashChain(Hash last) {
        this.last = last;
        this.digest = Hash.sha256();
    }

    /** The chain of an empty book. */
    public static HashChain start() {
        return new HashChain(Hash.START);
    }

    /** The chain from an entry on. */
    public static HashChain after(Hash hash) {
        return new HashChain(hash);
    }

    /** The hash of the next entry; it is the last one from then on. */
    public Hash next(
            long position,
            long recordedAtMicros,
            String kind,
            String actor,
            String reason,
            String orderId,
            String body) {
        digest.update(last.bytes());
        numbers.clear();
        digest.update(numbers.putLong(position).putLong(recordedAtMicros).array(), 0, 16);
        text(kind);
        text(actor);
        text(reason);
        text(orderId);
        text(body);
        last = Hash.of(digest.digest());
        return last;
    }

    /** The hash of the last entry. */
    public Hash last() {
        return last;
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        numbers.clear();
        digest.update(numbers.putInt(bytes.length).array(), 0, 4);
        digest.update(bytes);
    }
}
