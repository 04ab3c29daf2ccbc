package io.rampline.promise;

/** What an order is told. */
public sealed interface Promise {
    /** What keeps the date from being earlier, or from being at all. */
    Binding binding();

    /**
     * A date.
     *
     * @param line the line it is built on
     * @param buildBucket bucket in which it is built
     * @param deliveryBucket build bucket and transit; may lie beyond the horizon by the transit
     */
    record Dated(String line, int buildBucket, int deliveryBucket, Binding binding) implements Promise {}

    /** No room within the horizon. The order keeps its place in line and is dated as soon as there is room. */
    record BeyondHorizon(Binding binding) implements Promise {}
}
