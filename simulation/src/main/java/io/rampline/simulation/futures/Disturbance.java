package io.rampline.simulation.futures;

import io.rampline.factory.Uncertainty;

/**
 * The weekly factors of one cause: a lasting level, noise that carries over, and stops.
 *
 * <p>Factor of week w = exp(level) x exp(noise(w)) x (1 - loss while stopped). Level and noise are normal, shifted so
 * that each factor has mean 1; noise(w) = carry x noise(w-1) + sqrt(1 - carry^2) x sd x z(w), stationary from the
 * start. Stops begin in a week with probability rate / 52.18 and go on to the next with probability 1 - 1 / mean
 * length; the first week is in a stop with the long-run probability.
 */
final class Disturbance {
    /** Address of what is drawn once: its level and, in the other half, its delay. */
    static final int ONCE = -2;
    /** Address of the state in which the first week begins. */
    private static final int BEFORE = -1;

    private static final double WEEKS_PER_YEAR = 365.25 / 7;

    private final int cause;
    private final double levelSpread;
    private final double noiseSpread;
    private final double carry;
    private final double fresh;
    private final double begins;
    private final double goesOn;
    private final double loss;

    private Disturbance(
            Cause cause,
            double levelPercent,
            double noisePercent,
            double carry,
            double stopsPerYear,
            double stopWeeks,
            double lossPercent) {
        this.cause = cause.number();
        this.levelSpread = levelPercent / 100;
        this.noiseSpread = noisePercent / 100;
        this.carry = carry;
        this.fresh = StrictMath.sqrt(1 - carry * carry);
        this.begins = StrictMath.min(1, stopsPerYear / WEEKS_PER_YEAR);
        this.goesOn = 1 - 1 / stopWeeks;
        this.loss = lossPercent / 100;
    }

    static Disturbance of(Cause cause, Uncertainty.Output output) {
        return new Disturbance(
                cause,
                output.levelPercent(),
                output.noisePercent(),
                output.noiseCarry(),
                output.outagesPerYear(),
                output.outageWeeks(),
                output.outageLossPercent());
    }

    static Disturbance of(Cause cause, Uncertainty.Arrivals arrivals) {
        return new Disturbance(
                cause,
                0,
                arrivals.noisePercent(),
                arrivals.noiseCarry(),
                arrivals.delaysPerYear(),
                arrivals.delayWeeks(),
                arrivals.heldPercent());
    }

    int cause() {
        return cause;
    }

    /**
     * Multiplies the factors of every week.
     *
     * @param factors made smaller or larger by level and noise, and by stops where {@code lost} is the same array
     * @param lost multiplied by the share that a stop leaves
     */
    void multiply(Draws draws, long future, double[] factors, double[] lost) {
        if (isCertain()) {
            return;
        }
        draws.at(future, cause, ONCE);
        double level = levelSpread == 0 ? 0 : levelSpread * draws.normal() - levelSpread * levelSpread / 2;
        draws.at(future, cause, BEFORE);
        double noise = noiseSpread == 0 ? 0 : noiseSpread * draws.normal();
        double share = begins == 0 ? 0 : begins / (begins + (1 - goesOn));
        boolean stopped = draws.otherUniform() < share;
        double shift = noiseSpread * noiseSpread / 2;
        for (int week = 0; week < factors.length; week++) {
            draws.at(future, cause, week);
            if (noiseSpread > 0) {
                noise = carry * noise + fresh * noiseSpread * draws.normal();
            }
            stopped = draws.otherUniform() < (stopped ? goesOn : begins);
            double exponent = level + noise - shift;
            factors[week] *= exponent == 0 ? 1 : StrictMath.exp(exponent);
            lost[week] *= stopped ? 1 - loss : 1;
        }
    }

    /** Whether it never changes anything. */
    boolean isCertain() {
        return levelSpread == 0 && noiseSpread == 0 && (begins == 0 || loss == 0);
    }
}
