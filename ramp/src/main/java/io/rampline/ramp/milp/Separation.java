package io.rampline.ramp.milp;

import io.rampline.ramp.highs.LinearProgram.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds rows that whole starts keep and a point breaks. */
final class Separation {
    /** Spans of a bottleneck that are looked at for a point: those that it fills most closely. */
    private static final int SPANS_MAX = 20;

    private static final double BROKEN_MIN = 0.01;
    /** Cuts of one bottleneck that are taken at once. */
    private static final int ALIKE_MAX = 12;

    private final List<StepColumns> steps;
    private final Precedence precedence;
    private final List<List<Bottleneck.Span>> spans;

    Separation(TimetableModel model) {
        this.steps = model.steps;
        this.precedence = new Precedence(steps);
        this.spans = Bottlenecks.of(model).stream().map(Bottleneck::spans).toList();
    }

    List<StepColumns> steps() {
        return steps;
    }

    Precedence precedence() {
        return precedence;
    }

    /** The cuts that a point breaks most, the worst first. */
    List<CoverCut> cuts(double[] point, int most) {
        Support support = Support.of(steps, point);
        List<CoverCut> cuts = new ArrayList<>();
        for (List<Bottleneck.Span> ofOne : spans) {
            ofOne.stream()
                    .map(span -> new CoverSearch(this, span, support, late(span, point)))
                    .sorted(Comparator.comparingDouble(CoverSearch::slack))
                    .limit(SPANS_MAX)
                    .map(CoverSearch::cut)
                    .filter(cut -> cut.broken() > BROKEN_MIN && cut.needed() > BROKEN_MIN)
                    .sorted(Comparator.comparingDouble(cut -> -cut.broken()))
                    .limit(ALIKE_MAX)
                    .forEach(cuts::add);
        }
        return cuts.stream()
                .sorted(Comparator.comparingDouble(cut -> -cut.broken()))
                .limit(most)
                .toList();
    }

    private static double late(Bottleneck.Span span, double[] point) {
        Terms late = new Terms();
        span.addLate(1, late);
        return late.at(point);
    }
}
