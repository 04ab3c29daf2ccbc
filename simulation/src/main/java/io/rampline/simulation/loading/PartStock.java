package io.rampline.simulation.loading;

import io.rampline.simulation.futures.Course;
import java.util.Arrays;

/**
 * What is free of the parts, in lots: the units free for a week are the sum of the lots up to it, and what a week uses
 * comes from its latest lots, so that earlier weeks lose no more than they must.
 *
 * <p>With A[t] = stock and arrivals to t less use to t, the units free for week t are M[t] = min over s >= t of A[s],
 * and the lots are its increments. Cost: a few lots a question as a rule.
 */
final class PartStock {
    private final int span;
    private final int words;
    private final double[] lots;
    private final long[] bits;

    PartStock(int parts, int span) {
        this.span = span;
        this.words = (span + 63) / 64;
        this.lots = new double[parts * span];
        this.bits = new long[parts * words];
    }

    void clear() {
        Arrays.fill(bits, 0);
    }

    /** Opening stock lies at the first place, arrivals at the places of their weeks. */
    void fill(int part, Course course, int resource, int lead) {
        add(part, 0, course.openingStock(resource));
        for (int bucket = 0; bucket < course.weeks(); bucket++) {
            add(part, lead + bucket, course.units(resource, bucket));
        }
    }

    private void add(int part, int place, int pieces) {
        if (pieces > 0) {
            lots[part * span + place] = pieces;
            bits[part * words + (place >>> 6)] |= 1L << (place & 63);
        }
    }

    /** Pieces free for a place, but no more than wanted. */
    double room(int part, int place, double wanted) {
        double sum = 0;
        int word = place >>> 6;
        long left = bits[part * words + word] & upTo(place);
        while (true) {
            while (left != 0) {
                int bit = 63 - Long.numberOfLeadingZeros(left);
                sum += lots[part * span + (word << 6) + bit];
                if (sum >= wanted) {
                    return wanted;
                }
                left ^= 1L << bit;
            }
            if (--word < 0) {
                return sum;
            }
            left = bits[part * words + word];
        }
    }

    /** Uses pieces in a place; there is room for them. */
    void take(int part, int place, double pieces) {
        double wanted = pieces;
        int word = place >>> 6;
        long left = bits[part * words + word] & upTo(place);
        while (wanted > 0) {
            while (left == 0) {
                if (--word < 0) {
                    return;
                }
                left = bits[part * words + word];
            }
            int bit = 63 - Long.numberOfLeadingZeros(left);
            int at = part * span + (word << 6) + bit;
            if (lots[at] - wanted > Loading.NOTHING) {
                lots[at] -= wanted;
                return;
            }
            wanted -= lots[at];
            left ^= 1L << bit;
            bits[part * words + word] ^= 1L << bit;
        }
    }

    private static long upTo(int place) {
        return -1L >>> (63 - (place & 63));
    }
}
