package io.rampline.promise;

/** Why a promise was made or moved. */
public sealed interface Reason {
    /** The first promise of an order. */
    record FirstPromise() implements Reason {}

    /** Capacity or supply was cut below what was promised. */
    record CapacityCut(int resource, int bucket) implements Reason {}

    /** The customer changed the order. */
    record CustomerChange() implements Reason {}

    /** The customer took an earlier date that had become free. */
    record PullForward() implements Reason {}

    /** The book was re-promised. */
    record Repromised(Strategy strategy) implements Reason {}

    /** A plan was adopted; the plan by its fingerprint. */
    record PlanAdopted(String plan) implements Reason {}
}
