package io.rampline.orderbook.audit;

import io.rampline.orderbook.record.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Works out the hash chain again, from its description alone: SHA-256 over the hash before (32 bytes of zero at the
 * start), position and moment as 8 bytes big-endian, then kind, actor, reason, order (empty for none) and body, each
 * led by its length in bytes (4, big-endian), in UTF-8. A broken link is reported once; the next one is held against
 * the hash that stands there.
 */
final class ChainCheck {
    private final Findings findings;
    private final List<Anchor> anchors;
    private final MessageDigest digest;
    private byte[] before = new byte[32];
    private long last;

    ChainCheck(Findings findings, List<Anchor> anchors) {
        this.findings = findings;
        this.anchors = new ArrayList<>(anchors);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    void add(StoredEntry entry) {
        findings.count(Check.POSITIONS);
        findings.count(Check.CHAIN);
        if (entry.position() != last + 1) {
            findings.add(
                    Check.POSITIONS,
                    entry.place(),
                    "found after entry " + last + ", expected entry " + (last + 1) + " there");
        }
        byte[] expected = hash(entry);
        byte[] found = entry.hash().bytes();
        if (!Arrays.equals(expected, found)) {
            findings.add(
                    Check.CHAIN,
                    entry.place(),
                    "found hash " + hex(found) + ", expected " + hex(expected)
                            + ": the entry or the one before it is not what was written");
        }
        anchors.removeIf(anchor -> isAt(anchor, entry));
        last = entry.position();
        before = found;
    }

    private boolean isAt(Anchor anchor, StoredEntry entry) {
        if (anchor.position() != entry.position()) {
            return false;
        }
        findings.count(Check.ANCHORS);
        String found = entry.hash().toString();
        if (!found.equals(anchor.hash())) {
            findings.add(
                    Check.ANCHORS,
                    entry.place(),
                    "found hash " + found + ", expected " + anchor.hash()
                            + ": the book up to here is not the one the anchor was taken of");
        }
        return true;
    }

    /** Says which anchors name entries that are not there. */
    void end() {
        for (Anchor anchor : anchors) {
            findings.count(Check.ANCHORS);
            findings.add(
                    Check.ANCHORS,
                    "entry " + anchor.position(),
                    "found a book that ends at entry " + last + ", expected the entry of the anchor");
        }
    }

    /** Position of the last entry, 0 for none. */
    long last() {
        return last;
    }

    /** Hash that stands at the last entry. */
    Hash lastHash() {
        return Hash.of(before);
    }

    private byte[] hash(StoredEntry entry) {
        digest.update(before);
        digest.update(ByteBuffer.allocate(16)
                .putLong(entry.position())
                .putLong(entry.recordedAtMicros())
                .array());
        text(entry.kind());
        text(entry.actor());
        text(entry.reason());
        text(entry.orderId() == null ? "" : entry.orderId());
        text(entry.body());
        return digest.digest();
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static String hex(byte[] hash) {
        String hex = HexFormat.of().formatHex(hash);
        return hex.length() > 16 ? hex.substring(0, 16) + "..." : hex;
    }
}
