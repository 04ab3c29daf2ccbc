package io.rampline.factory;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which steps start when, and which markets open when: a plan in terms of its scenario's {@link Planning}. Two plans
 * that decide the same are equal, whatever order they were written in.
 *
 * @param starts each step at most once; kept in the order of bucket and name
 * @param openings each market and products at most once; kept in the order of bucket and name
 */
public record Decisions(List<Start> starts, List<Opened> openings) {
    public static final Decisions NONE = new Decisions(List.of(), List.of());

    /**
     * The work on a step starts.
     *
     * @param bucket negative for work that began before the horizon
     */
    public record Start(String step, int bucket) {}

    /**
     * A market opens.
     *
     * @param bucket first bucket in which a unit for it may be built, 0 or more
     * @param unitsPerWeek its quota from then on, 0 or more
     */
    public record Opened(String market, Selector products, int bucket, int unitsPerWeek) {
        public Opened {
            if (bucket < 0 || unitsPerWeek < 0) {
                throw new IllegalArgumentException("found " + market + " opened in bucket " + bucket + " with "
                        + unitsPerWeek + " a week, expected 0 or more");
            }
        }

        /** The name of its quota's resource: {@code EU SU7}. */
        public String resourceName() {
            return market + " " + products;
        }
    }

    public Decisions {
        starts = starts.stream()
                .sorted(Comparator.comparingInt(Start::bucket).thenComparing(Start::step))
                .toList();
        openings = openings.stream()
                .sorted(Comparator.comparingInt(Opened::bucket).thenComparing(Opened::resourceName))
                .toList();
        Set<String> steps = new TreeSet<>();
        starts.forEach(start -> once(steps, start.step()));
        Set<String> markets = new TreeSet<>();
        openings.forEach(opened -> once(markets, opened.resourceName()));
    }

    private static void once(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("found " + name + " decided twice, expected once");
        }
    }
}
