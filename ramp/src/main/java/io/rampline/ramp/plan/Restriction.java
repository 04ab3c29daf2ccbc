package io.rampline.ramp.plan;

import java.util.List;

/**
 * Something that a plan must respect, by a name that a planner knows: the parts of an explanation why there is none.
 */
public sealed interface Restriction extends Comparable<Restriction> {
    /** For people, in English: what it asks for. */
    String text();

    /** The wait guaranteed to a group of customers. */
    record WaitOf(String group, Wait guarantee, String text) implements Restriction {}

    /**
     * What a resource has, with all its steps.
     *
     * @param resource as in {@code Resource.label()}
     */
    record LimitOf(String resource, String text) implements Restriction {}

    /**
     * Most that may be spent in a period.
     *
     * @param period its number in the scenario, 1 for the first
     * @param fromBucket its first bucket
     * @param toBucket the one behind its last
     */
    record Spending(int period, int fromBucket, int toBucket, long mostMinor, String text) implements Restriction {}

    /** Most that all one-off costs together may come to. */
    record SpendingInAll(long mostMinor, String text) implements Restriction {}

    record CashFloor(long floorMinor, String text) implements Restriction {}

    record Crew(String text) implements Restriction {}

    /** Weeks from the start of the work to the first effect. */
    record LeadTimes(String text) implements Restriction {}

    /** First and last weeks in which steps may start. */
    record StartWeeks(String text) implements Restriction {}

    /** A step waits for another. */
    record Order(String step, String after, int gapWeeks, String text) implements Restriction {}

    /** One step at most of several. */
    record OneOf(String choice, String text) implements Restriction {}

    /** Steps that may not be taken. */
    record Barred(List<String> steps, String text) implements Restriction {
        public Barred {
            steps = List.copyOf(steps);
        }
    }

    @Override
    default int compareTo(Restriction other) {
        return toString().compareTo(other.toString());
    }
}
