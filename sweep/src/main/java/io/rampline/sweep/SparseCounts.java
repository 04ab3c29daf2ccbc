package io.rampline.sweep;

import java.io.ByteArrayOutputStream;

/**
 * Counts as bytes. Most weeks of most groups are never hit: a run of zeros becomes a zero and its length, every other
 * number its zigzag in groups of seven bits, the low ones first. A tally of 4,000 groups over 104 weeks takes a
 * fiftieth of its size.
 */
final class SparseCounts {
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private SparseCounts() {}

    static byte[] bytes(long[] counts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        write(out, counts.length);
        for (int at = 0; at < counts.length; at++) {
            write(out, (counts[at] << 1) ^ (counts[at] >> 63));
            if (counts[at] == 0) {
                int begin = at;
                while (at + 1 < counts.length && counts[at + 1] == 0) {
                    at++;
                }
                write(out, at - begin);
            }
        }
        return out.toByteArray();
    }

    /**
     * The counts again.
     *
     * @throws IllegalArgumentException when these are no counts
     */
    static long[] counts(byte[] bytes) {
        Reader in = new Reader(bytes);
        long[] counts = new long[(int) in.next()];
        for (int at = 0; at < counts.length; at++) {
            long zigzag = in.next();
            counts[at] = (zigzag >>> 1) ^ -(zigzag & 1);
            if (zigzag == 0) {
                at += (int) in.next();
            }
        }
        return counts;
    }

    private static void write(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & ~SEVEN_BITS) != 0) {
            out.write((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long next() {
            long number = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                if (at == bytes.length) {
                    throw new IllegalArgumentException("found an end at byte " + at + ", expected more counts");
                }
                byte some = bytes[at++];
                number |= (long) (some & SEVEN_BITS) << shift;
                if (some >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("found no number before byte " + at + ", expected counts");
        }
    }
}
