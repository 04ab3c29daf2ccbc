package io.rampline.simulation.ramp;

import io.rampline.simulation.futures.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The particles while they are moved; see {@link Estimate}. Used once, by one thread. */
final class Cloud {
    private static final int NOISE = 0x524E_0001;
    private static final int STOP = 0x524E_0002;
    private static final int JUMP = 0x524E_0100;
    private static final int SLACK = 0x524E_0004;
    private static final int PICK = 0x524E_0003;
    private static final int UNSEEN = 0x5250_1000;
    private static final int UNSEEN_PRESENT = 0x5250_2000;
    private static final int MOVE = 0x524F_0000;

    /** Spread of the logarithm of a monthly count: it is of hand-overs, and cars are on the way. */
    private static final double COUNT_SPREAD = 0.04;

    /**
     * The same at the very start of a climb, where a stuck car is a lost day: added as far as the climb is not done.
     */
    private static final double LAUNCH_SPREAD = 0.15;

    /**
     * About once in eight months something is decided that nobody was told: more hours, a part that comes or stays
     * away.
     */
    private static final double JUMP_CHANCE = 0.03;

    private static final double JUMP_MEAN = 0.08;
    private static final double JUMP_SPREAD = 0.15;

    /**
     * What holds a line below what it can do, or carries it above, for a while: a part that is short, a line that is
     * being tuned, hours that are borrowed. Half of it is gone in four months.
     */
    private static final double SLACK_SPREAD = 0.2;

    static final double SLACK_CARRY = 0.96;

    private static final double SLACK_FRESH = SLACK_SPREAD * StrictMath.sqrt(1 - SLACK_CARRY * SLACK_CARRY);

    private static final double MONTH_WEEKS = 4;
    private static final double FREEDOM = 4;

    /** Liu and West: discount 0.98. */
    private static final double KEEP = (3 * 0.98 - 1) / (2 * 0.98);

    private static final double MOVED = StrictMath.sqrt(1 - KEEP * KEEP);

    private final Ground ground;
    private final Draws draws;
    private final int size;
    private final int lines;
    private Climbs[] climbs;
    /** By particle, line and week. */
    private double[][][] outputs;
    /** By particle and week. */
    private double[][] levels;

    private double[] noises;
    /** By particle and week: the part of the level that passes. */
    private double[][] slacks;

    private final double[] logWeights;
    /** When the last count ends, in weeks. */
    private final double countedUntil;
    /** First week of which nothing was counted. */
    private final int lastSeen;

    Cloud(Ground ground, long seed, int size, Proposal proposal) {
        this.ground = ground;
        this.draws = new Draws(seed);
        this.size = size;
        this.lines = ground.lines().size();
        this.climbs = new Climbs[size];
        this.outputs = new double[size][lines][ground.weeks()];
        this.levels = new double[size][ground.weeks()];
        this.noises = new double[size];
        this.slacks = new double[size][ground.weeks()];
        this.logWeights = new double[size];
        this.countedUntil = ground.seen().stream().mapToDouble(Output::to).max().orElse(0);
        this.lastSeen = (int) StrictMath.ceil(countedUntil);
        for (int i = 0; i < size; i++) {
            climbs[i] = proposal.draw(ground, draws, i);
            logWeights[i] = proposal.logWeight(climbs[i], Climbs.size(ground));
            draws.at(i, NOISE, -1);
            noises[i] = ground.prior().noise() * draws.normal();
        }
    }

    /** What was found after the last week of which something is known. */
    Climbs[] climbs() {
        return climbs;
    }

    void run(int weeks) {
        for (int week = 0; week < weeks; week++) {
            for (int i = 0; i < size; i++) {
                advance(i, week);
            }
            boolean weighed = false;
            for (Output seen : ground.seen()) {
                if (seen.to() > week && seen.to() <= week + 1) {
                    weigh(seen);
                    weighed = true;
                }
            }
            if (weighed) {
                resampleIfFewCount(week);
            }
            if (week + 1 == lastSeen) {
                resample(week);
                drawUnseenAnew(week);
            }
        }
    }

    /** What no figure speaks of has lost its variety in the resampling, and nothing but that. */
    private void drawUnseenAnew(int week) {
        double[] numbers = new double[Climbs.size(ground)];
        boolean[] present = new boolean[ground.blocks().size()];
        for (int i = 0; i < size; i++) {
            for (int at = 0; at < numbers.length; at++) {
                draws.at(i, UNSEEN + at, week);
                numbers[at] = draws.normal();
            }
            for (int b = 0; b < present.length; b++) {
                draws.at(i, UNSEEN_PRESENT + b, week);
                present[b] = draws.uniform() < ground.blocks().get(b).chance();
            }
            climbs[i] = climbs[i].withUnseen(numbers, present, countedUntil);
        }
    }

    List<RampPath> paths() {
        List<RampPath> paths = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            paths.add(new RampPath(ground, climbs[i], outputs[i], levels[i], slacks[i]));
        }
        return paths;
    }

    private void advance(int i, int week) {
        RampPrior prior = ground.prior();
        draws.at(i, NOISE, week);
        double fresh = StrictMath.sqrt(1 - prior.carry() * prior.carry()) * prior.noise();
        noises[i] = prior.carry() * noises[i] + fresh * draws.normal();
        double before = week == 0 ? 0 : levels[i][week - 1];
        levels[i][week] = before + prior.drift() * draws.otherNormal();
        draws.at(i, SLACK, week);
        double passing = week == 0 ? 0 : slacks[i][week - 1];
        slacks[i][week] = SLACK_CARRY * passing + SLACK_FRESH * draws.normal();
        levels[i][week] += slacks[i][week] - passing;
        draws.at(i, JUMP, week);
        if (draws.uniform() < JUMP_CHANCE) {
            levels[i][week] += JUMP_MEAN + JUMP_SPREAD * draws.otherNormal();
        }
        double factor =
                StrictMath.exp(levels[i][week] + noises[i]) * ground.working().get(week);
        for (int line = 0; line < lines; line++) {
            draws.at(i, STOP + 16 * (line + 1), week);
            boolean stopped = draws.uniform() < prior.outage();
            outputs[i][line][week] = stopped ? factor * (1 - prior.outageLoss()) : factor;
        }
        double[] units = new double[lines];
        for (int b = 0; b < ground.blocks().size(); b++) {
            units[climbs[i].line(b)] += climbs[i].units(b, week);
        }
        for (int line = 0; line < lines; line++) {
            outputs[i][line][week] *= units[line];
        }
    }

    private void weigh(Output seen) {
        double ofLength = StrictMath.sqrt(StrictMath.max(1, MONTH_WEEKS / seen.length()));
        int week = (int) seen.middle();
        for (int i = 0; i < size; i++) {
            double built =
                    new RampPath(ground, climbs[i], outputs[i], levels[i], slacks[i]).built(seen.from(), seen.to());
            double young = LAUNCH_SPREAD * (1 - climbs[i].share(week));
            double spread = ofLength * StrictMath.sqrt(COUNT_SPREAD * COUNT_SPREAD + young * young);
            double miss = (StrictMath.log(seen.units()) - StrictMath.log(StrictMath.max(built, 1e-9))) / spread;
            logWeights[i] -= StrictMath.log(spread) + (FREEDOM + 1) / 2 * StrictMath.log1p(miss * miss / FREEDOM);
        }
    }

    private double[] weights() {
        double most = Arrays.stream(logWeights).max().orElse(0);
        double[] weights = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            weights[i] = StrictMath.exp(logWeights[i] - most);
            sum += weights[i];
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private void resampleIfFewCount(int week) {
        double squares = 0;
        for (double weight : weights()) {
            squares += weight * weight;
        }
        if (1 / squares < size / 2.0) {
            resample(week);
        }
    }

    /** Systematic: one draw, then steps of equal width through the weights. */
    private void resample(int week) {
        double[] weights = weights();
        double[][] moments = moments(weights);
        draws.at(0, PICK, week);
        double place = draws.uniform() / size;
        double passed = weights[0];
        int parent = 0;
        Climbs[] newClimbs = new Climbs[size];
        double[][][] newOutputs = new double[size][][];
        double[][] newLevels = new double[size][];
        double[] newNoises = new double[size];
        double[][] newSlacks = new double[size][];
        for (int i = 0; i < size; i++) {
            while (passed < place && parent < size - 1) {
                passed += weights[++parent];
            }
            newClimbs[i] = moved(climbs[parent], moments, i, week);
            newOutputs[i] = copy(outputs[parent]);
            newLevels[i] = levels[parent].clone();
            newNoises[i] = noises[parent];
            newSlacks[i] = slacks[parent].clone();
            place += 1.0 / size;
        }
        climbs = newClimbs;
        outputs = newOutputs;
        levels = newLevels;
        noises = newNoises;
        slacks = newSlacks;
        Arrays.fill(logWeights, 0);
    }

    private static double[][] copy(double[][] rows) {
        double[][] copied = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copied[i] = rows[i].clone();
        }
        return copied;
    }

    /** Mean and standard deviation of each number that does not change. */
    private double[][] moments(double[] weights) {
        int numbers = Climbs.size(ground);
        double[][] moments = new double[2][numbers];
        for (int at = 0; at < numbers; at++) {
            double mean = 0;
            for (int i = 0; i < size; i++) {
                mean += weights[i] * climbs[i].number(at);
            }
            double variance = 0;
            for (int i = 0; i < size; i++) {
                double apart = climbs[i].number(at) - mean;
                variance += weights[i] * apart * apart;
            }
            moments[0][at] = mean;
            moments[1][at] = StrictMath.sqrt(variance);
        }
        return moments;
    }

    private Climbs moved(Climbs parent, double[][] moments, int i, int week) {
        double[] numbers = new double[Climbs.size(ground)];
        for (int at = 0; at < numbers.length; at++) {
            draws.at(i, MOVE + at, week);
            numbers[at] =
                    KEEP * parent.number(at) + (1 - KEEP) * moments[0][at] + MOVED * moments[1][at] * draws.normal();
        }
        return parent.with(numbers);
    }
}
