package io.rampline.ramp.milp;

import io.rampline.ramp.highs.LinearProgram.Terms;
import java.util.List;

/**
 * A row that every choice of whole starts keeps, though shares of starts may break it.
 *
 * <p>In a span of a bottleneck steps must give {@code required}. Take any start, or none, as each step's reference.
 * What the references give leaves {@code missing}; what a start gives beyond its reference, less where it is later, is
 * counted as {@link Rounding} says.
 *
 * <p>A step that follows another need not be counted where the other one, which must have started by then, is enough:
 * its coefficient is cut to what is needed less the least that the other counts.
 */
final class CoverCut {
    /** No start, as a reference. */
    static final int NEVER = -1;
    /** The solver keeps rows to a tolerance; no more than it is asked for here. */
    private static final double TOLERANCE = 1e-7;

    private final Bottleneck.Span span;
    private final Rounding rounding;
    /** Share of what is needed that is not there at the point it was found for. */
    private final double broken;

    private final double[][] coefficients;
    private double needed;

    /**
     * The cut of a span.
     *
     * @param references for each step the distance of a start from the first it can have, or {@link #NEVER}
     */
    CoverCut(
            Bottleneck.Span span,
            int[] references,
            Rounding rounding,
            double broken,
            List<StepColumns> steps,
            Precedence precedence) {
        this.span = span;
        this.rounding = rounding;
        this.broken = broken;
        this.coefficients = new double[steps.size()][];
        this.needed = rounding.needed();
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = coefficients(k, references[k], steps.get(k).to - steps.get(k).from);
        }
        lift(steps, precedence);
    }

    private double[] coefficients(int step, int reference, int starts) {
        double base = reference == NEVER ? 0 : span.gain(step, reference);
        double never = rounding.counted(-base);
        needed -= never;
        double[] counted = new double[starts];
        for (int i = 0; i < starts; i++) {
            counted[i] = Math.max(0, rounding.counted(span.gain(step, i) - base) - never);
        }
        return counted;
    }

    private void lift(List<StepColumns> steps, Precedence precedence) {
        double[][] leastSoFar = new double[coefficients.length][];
        for (int k : precedence.order()) {
            StepColumns own = steps.get(k);
            double[] counted = coefficients[k];
            for (Precedence.Before before : precedence.before(k)) {
                StepColumns other = steps.get(before.step());
                for (int i = 0; i < counted.length; i++) {
                    int by = Math.min(own.from + i - before.gapWeeks(), other.to - 1) - other.from;
                    double least = by < 0 ? needed : leastSoFar[before.step()][by];
                    counted[i] = Math.min(counted[i], Math.max(0, needed - least));
                }
            }
            leastSoFar[k] = new double[counted.length];
            double least = needed;
            for (int i = 0; i < counted.length; i++) {
                least = own.from + i < precedence.earliest(k) ? needed : Math.min(least, counted[i]);
                leastSoFar[k][i] = least;
            }
        }
    }

    double broken() {
        return broken;
    }

    double needed() {
        return needed - TOLERANCE;
    }

    /** The left side, of which {@link #needed} is needed. */
    Terms terms(List<StepColumns> steps) {
        Terms terms = new Terms();
        for (int k = 0; k < coefficients.length; k++) {
            StepColumns columns = steps.get(k);
            double[] counted = coefficients[k];
            columns.add(start -> counted[start - columns.from], terms);
        }
        span.addLate(rounding.ofParts(), terms);
        return terms;
    }
}
