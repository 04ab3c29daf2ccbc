package io.rampline.ramp.milp;

import io.rampline.factory.Need;
import io.rampline.factory.Resource.Kind;
import io.rampline.factory.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the resources that groups cannot do without: one of a kind where every route needs it, else several together.
 */
final class Bottlenecks {
    /** Sets of one kind that are put together from those of single groups: enough for chains of a few lines. */
    private static final int SETS_MAX = 24;
    /** Weeks between the weights that a part is given beside lines. */
    private static final int PIVOT_WEEKS = 13;

    private final TimetableModel model;
    private final PlanningCase planningCase;
    private final Comparator<Integer> byLabel;
    private final Map<String, Bottleneck> found = new LinkedHashMap<>();

    private Bottlenecks(TimetableModel model) {
        this.model = model;
        this.planningCase = model.planningCase;
        this.byLabel = Comparator.comparing(
                r -> planningCase.network.resources().get(r).label());
    }

    static List<Bottleneck> of(TimetableModel model) {
        Bottlenecks all = new Bottlenecks(model);
        Map<Kind, List<SortedSet<Integer>>> sets = all.sets();
        sets.forEach((kind, ofKind) -> {
            if (!kind.storable()) {
                ofKind.forEach(all::addPerishable);
            }
        });
        sets.getOrDefault(Kind.PART, List.of())
                .forEach(part -> all.addStored(part, sets.getOrDefault(Kind.LINE, List.of())));
        return List.copyOf(all.found.values());
    }

    /** Each part that is needed by itself; of other kinds the sets of which a group needs one, and unions of them. */
    private Map<Kind, List<SortedSet<Integer>>> sets() {
        Map<Kind, List<SortedSet<Integer>>> sets = new TreeMap<>();
        for (Customers group : planningCase.customers) {
            for (Kind kind : Kind.values()) {
                List<SortedSet<Integer>> ofKind = sets.computeIfAbsent(kind, _ -> new ArrayList<>());
                if (kind.storable()) {
                    parts(group).forEach(part -> join(ofKind, only(part)));
                } else if (group.routes.stream()
                        .noneMatch(route -> needed(route, kind).isEmpty())) {
                    SortedSet<Integer> needed = none();
                    group.routes.forEach(route -> needed.addAll(needed(route, kind)));
                    join(ofKind, needed);
                }
            }
        }
        sets.forEach((kind, list) -> {
            if (!kind.storable()) {
                unions(list);
            }
        });
        return sets;
    }

    /** The parts that every route of a group needs. */
    private SortedSet<Integer> parts(Customers group) {
        SortedSet<Integer> parts = needed(group.routes.getFirst(), Kind.PART);
        group.routes.forEach(route -> parts.retainAll(needed(route, Kind.PART)));
        return parts;
    }

    /** No resource yet; by label, for their numbers follow the order of rows in the input. */
    private SortedSet<Integer> none() {
        return new TreeSet<>(byLabel);
    }

    private SortedMap<Integer, double[]> nothing() {
        return new TreeMap<>(byLabel);
    }

    private SortedSet<Integer> only(int resource) {
        SortedSet<Integer> only = none();
        only.add(resource);
        return only;
    }

    private SortedSet<Integer> needed(Route route, Kind kind) {
        SortedSet<Integer> needed = none();
        for (Need need : route.needs()) {
            if (planningCase.network.resources().get(need.resource()).kind() == kind) {
                needed.add(need.resource());
            }
        }
        return needed;
    }

    private static void join(List<SortedSet<Integer>> sets, SortedSet<Integer> set) {
        if (!sets.contains(set)) {
            sets.add(set);
        }
    }

    private void unions(List<SortedSet<Integer>> sets) {
        for (int i = 0; i < sets.size(); i++) {
            for (int j = 0; j < i && sets.size() < SETS_MAX; j++) {
                SortedSet<Integer> both = none();
                both.addAll(sets.get(i));
                both.addAll(sets.get(j));
                join(sets, both);
            }
        }
    }

    private List<double[]> survivals() {
        List<double[]> survivals = new ArrayList<>();
        for (double[] survival : model.survival) {
            if (survivals.stream().noneMatch(other -> Arrays.equals(other, survival))) {
                survivals.add(survival);
            }
        }
        return survivals;
    }

    /** An order of the first week counts the same in every week, from the first in which anything can be built. */
    private void addPerishable(SortedSet<Integer> set) {
        for (double[] survival : survivals()) {
            double[] weight = new double[planningCase.weeks];
            for (int t = planningCase.first; t < weight.length; t++) {
                weight[t] = 1 / survival[t];
            }
            SortedMap<Integer, double[]> weights = nothing();
            set.forEach(r -> weights.put(r, weight));
            add(weights);
        }
    }

    /** Parts weigh the same in every week; up to a pivot that is enough, behind it lines carry the rest. */
    private void addStored(SortedSet<Integer> part, List<SortedSet<Integer>> lines) {
        for (double[] survival : survivals()) {
            for (int pivot = 0; pivot < planningCase.weeks; pivot += PIVOT_WEEKS) {
                double most = 1 / survival[pivot];
                double[] flat = new double[planningCase.weeks];
                Arrays.fill(flat, most);
                SortedMap<Integer, double[]> alone = nothing();
                part.forEach(r -> alone.put(r, flat));
                if (pivot == 0) {
                    add(alone);
                }
                double[] rest = Arrays.stream(survival)
                        .map(left -> Math.max(0, 1 / left - most))
                        .toArray();
                for (SortedSet<Integer> set : lines) {
                    SortedMap<Integer, double[]> weights = new TreeMap<>(alone);
                    set.forEach(r -> weights.put(r, rest));
                    add(weights);
                }
            }
        }
    }

    private void add(SortedMap<Integer, double[]> weights) {
        StringBuilder key = new StringBuilder();
        weights.forEach(
                (r, weight) -> key.append(r).append(Arrays.hashCode(weight)).append(' '));
        found.computeIfAbsent(key.toString(), _ -> new Bottleneck(model, weights));
    }
}
