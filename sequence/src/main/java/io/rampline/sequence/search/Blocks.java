package io.rampline.sequence.search;

/**
 * Changes of whole blocks: two blocks change places, with whatever stands between them, and each may be turned round.
 * Insertion of one car, exchange of neighbouring blocks and turning a stretch round are all of this kind.
 *
 * <p>Windows that lie wholly inside a block hold the same carriers after the change. So only windows over the seams are
 * counted: O(ratios x window) for a change of any length. Short stretches are swept as a whole, which is cheaper.
 */
final class Blocks {
    private static final int SEAMS = 4;

    private final Line line;
    private final Windows windows;
    private final int[] source;
    private final long[] renewed;
    private final int[] paint;
    private final int[] cars;
    private final int[] oldSeams = new int[SEAMS];
    private final int[] newSeams = new int[SEAMS];
    private int from;
    private int length;
    private int moreColours;
    private long differing;

    private double allowance;

    Blocks(Line line) {
        this.line = line;
        this.windows = line.windows;
        int cars = line.end - line.first;
        source = new int[cars];
        renewed = new long[cars];
        paint = new int[cars];
        this.cars = new int[cars];
    }

    /** What the next change may cost: pricing may end once it is clear that it costs more. */
    void allow(double mayCost) {
        allowance = mayCost;
    }

    /** Turns a stretch round; returns what it costs, or more than is allowed. */
    long turn(int at, int cars) {
        from = at;
        length = cars;
        for (int j = 0; j < cars; j++) {
            source[j] = at + cars - 1 - j;
        }
        seams(oldSeams, 0, 0);
        seams(newSeams, 0, 0);
        return cost();
    }

    /**
     * Lets the block of {@code a} cars that begins at a place and that of {@code b} cars, {@code between} cars further
     * on, change places; returns what it costs.
     */
    long change(int at, int a, int between, int b, boolean turnA, boolean turnB) {
        from = at;
        length = a + between + b;
        int j = 0;
        for (int i = 0; i < b; i++) {
            source[j++] = at + a + between + (turnB ? b - 1 - i : i);
        }
        for (int i = 0; i < between; i++) {
            source[j++] = at + a + i;
        }
        for (int i = 0; i < a; i++) {
            source[j++] = at + (turnA ? a - 1 - i : i);
        }
        seams(oldSeams, a, a + between);
        seams(newSeams, b, b + between);
        return cost();
    }

    private void seams(int[] seams, int second, int third) {
        seams[0] = from;
        seams[1] = from + second;
        seams[2] = from + third;
        seams[3] = from + length;
    }

    private long cost() {
        moreColours = seamColours(newSeams, true) - seamColours(oldSeams, false);
        long ofColours = moreColours * line.colourPrice;
        if (ofColours > allowance + windows.leewayOfCheap) {
            return Long.MAX_VALUE;
        }
        long all = 0;
        long common = -1;
        for (int j = 0; j < length; j++) {
            long moved = line.mask[source[j]];
            renewed[j] = moved;
            paint[j] = line.colour[source[j]];
            all |= moved;
            common &= moved;
        }
        differing = all & ~common;
        long ofDear = cost(differing & windows.dear, ofColours, windows.leewayOfDear);
        return ofDear == Long.MAX_VALUE ? ofDear : cost(differing & ~windows.dear, ofDear, windows.leewayOfCheap);
    }

    /** Adds what some ratios cost. Ends early when what the rest may gain is not likely to make up for it. */
    private long cost(long ratios, long soFar, double leeway) {
        long cost = soFar;
        for (long bits = ratios; bits != 0; bits &= bits - 1) {
            if (cost > allowance + leeway) {
                return Long.MAX_VALUE;
            }
            int o = Long.numberOfTrailingZeros(bits);
            int window = windows.in[o];
            int more = length <= 4 * window
                    ? windows.sweepCost(o, line.mask, renewed, from, length)
                    : seamViolations(o, window);
            cost += windows.price[o] * more;
        }
        return cost;
    }

    private int seamColours(int[] seams, boolean isNew) {
        int changes = 0;
        for (int s = 0; s < SEAMS; s++) {
            int seam = seams[s];
            if (s > 0 && seam == seams[s - 1]) {
                continue;
            }
            int left = isNew ? newColour(seam - 1) : line.colour[seam - 1];
            int right = isNew ? newColour(seam) : line.colour[seam];
            changes += left != right ? 1 : 0;
        }
        return changes;
    }

    private int newColour(int place) {
        int j = place - from;
        return line.colour[j >= 0 && j < length ? source[j] : place];
    }

    private int bit(int place, int o) {
        int j = place - from;
        return (int) (((j >= 0 && j < length ? renewed[j] : line.mask[place]) >>> o) & 1);
    }

    private int seamViolations(int o, int window) {
        int cost = 0;
        int swept = -1;
        for (int seam : oldSeams) {
            int start = Math.max(seam - window + 1, swept + 1);
            cost -= windows.violations(o, start, seam - 1);
            swept = Math.max(swept, seam - 1);
        }
        swept = -1;
        for (int seam : newSeams) {
            int start = Math.max(seam - window + 1, swept + 1);
            cost += newViolations(o, window, start, seam - 1);
            swept = Math.max(swept, seam - 1);
        }
        return cost;
    }

    private int newViolations(int o, int window, int fromStart, int toStart) {
        if (fromStart > toStart) {
            return 0;
        }
        int held = 0;
        for (int place = fromStart; place < fromStart + window; place++) {
            held += bit(place, o);
        }
        int sum = 0;
        int limit = windows.most[o];
        for (int start = fromStart; start <= toStart; start++) {
            if (held > limit && windows.counts(o, start)) {
                sum += held - limit;
            }
            held += bit(start + window, o) - bit(start, o);
        }
        return sum;
    }

    /** Whether the change last priced keeps the paint batches and every car's bounds. */
    boolean isAllowed() {
        if (line.isPlacesBound()) {
            for (int j = 0; j < length; j++) {
                if (!line.mayStand(line.carAt[source[j]], from + j)) {
                    return false;
                }
            }
        }
        System.arraycopy(line.colour, from, cars, 0, length);
        System.arraycopy(paint, 0, line.colour, from, length);
        boolean allowed = true;
        for (int seam : newSeams) {
            allowed &= line.runAllowedAt(seam - 1) && line.runAllowedAt(seam);
        }
        System.arraycopy(cars, 0, line.colour, from, length);
        return allowed;
    }

    /** Makes the change last priced. */
    void make() {
        for (long bits = differing; bits != 0; bits &= bits - 1) {
            windows.renew(Long.numberOfTrailingZeros(bits), line.mask, renewed, from, length);
        }
        line.countColours(moreColours);
        for (int j = 0; j < length; j++) {
            cars[j] = line.carAt[source[j]];
        }
        for (int j = 0; j < length; j++) {
            line.put(from + j, cars[j], renewed[j], paint[j]);
        }
    }
}
