package io.rampline.ramp.plan;

/**
 * Something that a plan must respect, by a name that a planner knows: the parts of an explanation why there is none.
 */
public sealed interface Restriction extends Comparable<Restriction> {
    /** For people: what it asks for. */
    String text();

    /** The wait guaranteed to a group of customers. */
    record WaitOf(String group, String text) implements Restriction {}

    /** What a resource has, before any step. */
    record LimitOf(String resource, String text) implements Restriction {}

    /** Most that may be spent in a period, numbered as in the scenario, or in all. */
    record Spending(String period, String text) implements Restriction {}

    record CashFloor(String text) implements Restriction {}

    record Crew(String text) implements Restriction {}

    /** Weeks from the start of the work to the first effect. */
    record LeadTimes(String text) implements Restriction {}

    /** First and last weeks in which steps may start. */
    record StartWeeks(String text) implements Restriction {}

    /** A step waits for another. */
    record Order(String step, String after, String text) implements Restriction {}

    /** One step at most of several. */
    record OneOf(String choice, String text) implements Restriction {}

    /** Steps that may not be taken. */
    record Barred(String text) implements Restriction {}

    @Override
    default int compareTo(Restriction other) {
        return toString().compareTo(other.toString());
    }
}
