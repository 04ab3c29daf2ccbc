package io.rampline.simulation.ramp;

import java.util.List;

/**
 * What does not change in a path: ceilings, climbs and starts of all blocks, as one row of numbers that are standard
 * normal and independent before anything is seen, so that paths can be compared, mixed and proposed.
 */
final class Climbs {
    /** Parts of the ceiling's spread: of all, of a line, of a block; their squares sum to 1. */
    private static final double FOR_ALL = 0.6;

    private static final double FOR_LINE = 0.6;
    private static final double FOR_BLOCK = StrictMath.sqrt(1 - FOR_ALL * FOR_ALL - FOR_LINE * FOR_LINE);

    /**
     * Part of the climb's spread that all lines of a maker share: who climbed slowly once is slow again. The other part
     * is the block's own.
     */
    private static final double SHARED_CLIMB = StrictMath.sqrt(0.5);

    /** Of a block: ceiling, climb, start, depth. */
    private static final int NUMBERS = 4;

    private static final double KNOWN_CLIMB_SPREAD = 0.4;
    private static final double KNOWN_DEPTH_SPREAD = 0.4;
    private static final double STARTING_SHARE = 0.1;

    /** A logistic of 1.702 z is within 0.01 of the normal curve, so that a start is as good as uniform. */
    private static final double NEARLY_NORMAL = 1.702;

    private final Ground ground;
    private final boolean[] present;
    private final double[] row;
    private final int[] lineOf;
    private final double[] ceilings;
    private final double[] rates;
    private final double[] starts;
    private final double[] depths;

    /**
     * Takes a row.
     *
     * @param present which blocks come at all
     * @param row {@link #size} numbers; not copied
     */
    Climbs(Ground ground, boolean[] present, double[] row) {
        this.ground = ground;
        this.present = present;
        this.row = row;
        List<Block> blocks = ground.blocks();
        List<String> lines = ground.lines();
        RampPrior prior = ground.prior();
        this.lineOf = new int[blocks.size()];
        this.ceilings = new double[blocks.size()];
        this.rates = new double[blocks.size()];
        this.starts = new double[blocks.size()];
        this.depths = new double[blocks.size()];
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            lineOf[b] = lines.indexOf(block.line());
            int at = first(lines.size()) + NUMBERS * b;
            double factor = FOR_ALL * row[0] + FOR_LINE * row[1 + lineOf[b]] + FOR_BLOCK * row[at];
            ceilings[b] = block.units() * StrictMath.exp(prior.ceilingSpread() * factor);
            boolean isKnown = block.climbWeeks().isPresent();
            double median = block.climbWeeks().orElse(prior.climbWeeks());
            double spread = isKnown ? KNOWN_CLIMB_SPREAD : prior.climbSpread();
            double slowness = SHARED_CLIMB * row[1 + lines.size()]
                    + StrictMath.sqrt(1 - SHARED_CLIMB * SHARED_CLIMB) * row[at + 1];
            rates[b] = RampPrior.TEN_TO_NINETY / (median * StrictMath.exp(spread * slowness));
            double way = 1 / (1 + StrictMath.exp(-NEARLY_NORMAL * row[at + 2]));
            starts[b] = block.startEarliest() + way * (block.startLatest() - block.startEarliest());
            if (isKnown || block.startShare().isPresent()) {
                double share = block.startShare().orElse(STARTING_SHARE);
                depths[b] = StrictMath.log((1 - share) / share) + KNOWN_DEPTH_SPREAD * row[at + 3];
            } else {
                depths[b] = prior.startDepth() + prior.startDepthSpread() * row[at + 3];
            }
        }
    }

    static int size(Ground ground) {
        return first(ground.lines().size()) + NUMBERS * ground.blocks().size();
    }

    /** Where the numbers of blocks begin: after one for all ceilings, one a line, and one for all climbs. */
    private static int first(int lines) {
        return 1 + lines + 1;
    }

    /** The same blocks with other numbers; they are not copied. */
    Climbs with(double[] numbers) {
        return new Climbs(ground, present, numbers);
    }

    /**
     * The same with other numbers for blocks that start at {@code from} or later, in weeks, and for lines that have no
     * other blocks.
     */
    Climbs withUnseen(double[] numbers, boolean[] comes, double from) {
        List<Block> blocks = ground.blocks();
        int lines = ground.lines().size();
        double[] mixed = row.clone();
        boolean[] there = present.clone();
        boolean[] isSeen = new boolean[lines];
        for (int b = 0; b < blocks.size(); b++) {
            if (blocks.get(b).startEarliest() < from) {
                isSeen[lineOf[b]] = true;
            } else {
                int at = first(lines) + NUMBERS * b;
                System.arraycopy(numbers, at, mixed, at, NUMBERS);
                there[b] = comes[b];
            }
        }
        for (int line = 0; line < lines; line++) {
            mixed[1 + line] = isSeen[line] ? mixed[1 + line] : numbers[1 + line];
        }
        return new Climbs(ground, there, mixed);
    }

    double number(int at) {
        return row[at];
    }

    boolean isPresent(int block) {
        return present[block];
    }

    double start(int block) {
        return starts[block];
    }

    int line(int block) {
        return lineOf[block];
    }

    /** Undisturbed units of a block in a week. */
    double units(int block, int week) {
        double age = week + 0.5 - starts[block];
        if (!present[block] || age < 0) {
            return 0;
        }
        return ceilings[block] / (1 + StrictMath.exp(depths[block] - rates[block] * age));
    }

    /**
     * How far the blocks that have started have come together: units of a week over those at full rate; 1 before any.
     */
    double share(int week) {
        double units = 0;
        double full = 0;
        for (int b = 0; b < starts.length; b++) {
            if (present[b] && week + 0.5 >= starts[b]) {
                units += units(b, week);
                full += ceilings[b];
            }
        }
        return full == 0 ? 1 : units / full;
    }
}
