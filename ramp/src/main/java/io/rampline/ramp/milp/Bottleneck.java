package io.rampline.ramp.milp;

import io.rampline.factory.Need;
import io.rampline.factory.Resource;
import io.rampline.factory.Route;
import io.rampline.factory.WeeklyUnits;
import io.rampline.ramp.highs.LinearProgram.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Resources that some groups cannot do without, each week of each with a weight: the weighted sum of their rows.
 *
 * <p>A unit of a group built in week t uses at least what the lightest of its routes does. So what must be built in a
 * span of weeks, at its lightest, is no more than the weighted capacity of the span, with what steps add. That is
 * implied by the program, but by the sum of very many of its rows, and a solver does not find such sums by itself.
 *
 * <p>With weights of 1 / survival the units of all weeks count alike in orders of the first week, and nothing is lost
 * by summing. A part can be stored: its spans begin with the first week and its weights never rise; lines may carry
 * what they lack.
 */
final class Bottleneck {
    private static final double WORTH = 1e-6;

    private final SortedMap<Integer, double[]> weights;
    private final TimetableModel model;
    private final PlanningCase planningCase;
    private final int weeks;
    private final boolean stored;
    /** Weighted capacity without steps, from the first week to the end of each, in the program's units. */
    private final double[] capacity;
    /** Last week up to each that has no limit; -1 for none. */
    private final int[] unlimited;
    /** Weighted gain of each step, by start, from the first week to the end of each. */
    private final double[][][] gains;
    /** Least weight of an order of the first week, by group and the week it is built in; 0 where it can do without. */
    private final double[][] lightest;

    private final int[] firstNeed;
    private final int[] lastNeed;

    /**
     * A bottleneck of a model.
     *
     * @param weights by resource and week, 0 or more; those of parts never rise. Sorted by what does not depend on how
     *     resources are numbered
     */
    Bottleneck(TimetableModel model, SortedMap<Integer, double[]> weights) {
        this.model = model;
        this.planningCase = model.planningCase;
        this.weeks = planningCase.weeks;
        this.weights = weights;
        this.stored =
                this.weights.keySet().stream().anyMatch(r -> resource(r).kind().storable());
        this.capacity = new double[weeks];
        this.unlimited = new int[weeks];
        sumCapacity();
        this.gains = model.steps.stream().map(this::gains).toArray(double[][][]::new);
        int groups = planningCase.customers.size();
        this.lightest = new double[groups][weeks];
        this.firstNeed = new int[groups];
        this.lastNeed = new int[groups];
        for (int g = 0; g < groups; g++) {
            weigh(g, planningCase.customers.get(g).routes);
        }
    }

    private Resource resource(int r) {
        return planningCase.network.resources().get(r);
    }

    private void sumCapacity() {
        double sum = 0;
        int last = -1;
        for (Map.Entry<Integer, double[]> weight : weights.entrySet()) {
            sum += weight.getValue()[0] * resource(weight.getKey()).openingStock();
        }
        for (int t = 0; t < weeks; t++) {
            for (Map.Entry<Integer, double[]> weight : weights.entrySet()) {
                int units = resource(weight.getKey()).units().get(t);
                if (units != WeeklyUnits.UNLIMITED) {
                    sum += weight.getValue()[t] * units;
                } else if (weight.getValue()[t] > 0) {
                    last = t;
                }
            }
            capacity[t] = sum / model.measures.units();
            unlimited[t] = last;
        }
    }

    private double[][] gains(StepColumns columns) {
        double[][] sums = new double[columns.to - columns.from][weeks];
        for (Map.Entry<Integer, double[]> weight : weights.entrySet()) {
            for (int[][] units : model.gains(columns, resource(weight.getKey()))) {
                for (int i = 0; i < sums.length; i++) {
                    double sum = 0;
                    for (int t = 0; t < weeks; t++) {
                        sum += weight.getValue()[t] * units[i][t];
                        sums[i][t] += sum / model.measures.units();
                    }
                }
            }
        }
        return sums;
    }

    private void weigh(int g, List<Route> routes) {
        firstNeed[g] = Need.OFFSET_WEEKS_MAX;
        lastNeed[g] = -Need.OFFSET_WEEKS_MAX;
        for (Route route : routes) {
            for (Need need : route.needs()) {
                if (weights.containsKey(need.resource())) {
                    firstNeed[g] = Math.min(firstNeed[g], need.offsetWeeks());
                    lastNeed[g] = Math.max(lastNeed[g], need.offsetWeeks());
                }
            }
        }
        for (int t = 0; t < weeks; t++) {
            double least = Double.POSITIVE_INFINITY;
            for (Route route : routes) {
                least = Math.min(least, weight(route, t));
            }
            lightest[g][t] = Double.isInfinite(least) ? 0 : least * model.survival[g][t];
        }
    }

    private double weight(Route route, int week) {
        double sum = 0;
        for (Map.Entry<Integer, double[]> weight : weights.entrySet()) {
            for (Need need : route.needs()) {
                int at = Math.clamp(week + need.offsetWeeks(), 0, weeks - 1);
                sum += need.resource() == weight.getKey() ? need.quantity() * weight.getValue()[at] : 0;
            }
        }
        return sum;
    }

    /** All spans in which steps are needed. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        int lastBefore = stored ? -1 : weeks - 2;
        for (int before = -1; before <= lastBefore; before++) {
            addSpans(before, spans);
        }
        return spans;
    }

    private void addSpans(int before, List<Span> spans) {
        int groups = lightest.length;
        double[] lightestSoFar = new double[groups];
        int[] upTo = new int[groups];
        for (int g = 0; g < groups; g++) {
            upTo[g] = builtBefore(g, before);
            lightestSoFar[g] = Double.POSITIVE_INFINITY;
        }
        for (int to = before + 1; to < weeks && unlimited[to] <= before; to++) {
            Span span = new Span(before, to, groups);
            double required = capacityTo(before) - capacity[to];
            for (int g = 0; g < groups; g++) {
                int end = Math.min(weeks - 1, to - lastNeed[g]);
                while (upTo[g] < end) {
                    upTo[g]++;
                    if (model.most[g][upTo[g]] > 0) {
                        lightestSoFar[g] = Math.min(lightestSoFar[g], lightest[g][upTo[g]]);
                    }
                }
                required += span.take(g, end, lightestSoFar[g], builtBefore(g, before));
            }
            span.required = required;
            if (required > WORTH) {
                spans.add(span);
            }
        }
    }

    /** The last week in which a unit may be built that needs something before the span; -1 for none. */
    private int builtBefore(int g, int before) {
        return before < 0 ? -1 : Math.clamp(before - firstNeed[g], -1, weeks - 1);
    }

    private double capacityTo(int week) {
        return week < 0 ? 0 : capacity[week];
    }

    /** The weeks behind {@code before} up to {@code to}, and what steps must give in them. */
    final class Span {
        private final int before;
        private final int to;
        /** What steps must give, weighted, in the program's units; above 0. */
        private double required;

        private final int[] lateColumn;
        private final double[] lateWeight;

        private Span(int before, int to, int groups) {
            this.before = before;
            this.to = to;
            this.lateColumn = new int[groups];
            this.lateWeight = new double[groups];
        }

        /** What a group needs in the span: what must be there by its end and cannot have been before it. */
        private double take(int g, int end, double weight, int builtBefore) {
            lateColumn[g] = -1;
            if (end < 0 || end <= builtBefore || weight <= 0 || Double.isInfinite(weight)) {
                return 0;
            }
            double there = builtBefore < 0 ? 0 : model.most[g][builtBefore];
            double more = weight * (model.least[g][end] - there) / model.measures.units();
            if (more <= 0) {
                return 0;
            }
            lateColumn[g] = model.late[g][end];
            lateWeight[g] = weight;
            return more;
        }

        double required() {
            return required;
        }

        /** What a step adds, by the distance of its start from the first it can have. */
        double gain(int step, int start) {
            double[] sums = gains[step][start];
            return sums[to] - (before < 0 ? 0 : sums[before]);
        }

        /** Orders that wait too long, in the same measure; nothing where none may. */
        void addLate(double factor, Terms terms) {
            for (int g = 0; g < lateColumn.length; g++) {
                if (lateColumn[g] >= 0) {
                    terms.add(lateColumn[g], factor * lateWeight[g]);
                }
            }
        }
    }
}
