package io.rampline.promise;

import io.rampline.factory.Configuration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What can be asked of the engine. */
public sealed interface Command {
    /** Levels of one command: ten years of weeks for some two hundred resources. */
    int LEVELS_MAX = 100_000;

    /** Characters of a plan's fingerprint, and of its name. */
    int PLAN_LENGTH_MAX = 200;

    /** When would it be delivered? Changes nothing. */
    record Quote(Configuration configuration, int earliestBucket) implements Command {}

    /**
     * Keep the slot of a quote until a moment; it is released by itself then.
     *
     * @param expiresAtMicros as {@link Order#lockedAtMicros()}
     */
    record Hold(Order order, long expiresAtMicros) implements Command {}

    /**
     * Order it. An order that is held keeps its slot. Booking the same order again changes nothing and gives the same
     * answer.
     */
    record Book(Order order) implements Command {}

    /**
     * Take over an order of another book. It keeps the delivery it was promised there when there is room, otherwise it
     * gets its earliest date. Taking over the same order again changes nothing and gives the same answer.
     *
     * @param promisedBucket delivery bucket promised there, {@link OrderTable#NEVER_PROMISED} for none
     */
    record TakeOver(Order order, int promisedBucket) implements Command {}

    record Cancel(String orderId) implements Command {}

    /**
     * The customer wants something else. The new date is taken from free slots alone, so nobody else's moves. The order
     * keeps its rank when a re-run of the book with the change makes nobody else later, and gets the rank of
     * {@code atMicros} otherwise.
     */
    record Change(String orderId, Configuration configuration, int earliestBucket, long atMicros) implements Command {}

    /**
     * It has been handed over. Its slot stays used, whatever week that was planned for: a unit built earlier took as
     * much.
     *
     * @param deliveredAtMicros as {@link Order#lockedAtMicros()}
     */
    record Deliver(String orderId, long deliveredAtMicros) implements Command {}

    /** The customer takes an earlier date that has become free. */
    record PullForward(String orderId) implements Command {}

    /**
     * Capacity of perishable resources, or arrivals of parts, in buckets are from now on so many. Where that is below
     * what is promised a shortage opens, and when all levels are set orders of lowest rank are moved until it is
     * closed; orders in the frozen zone stay, and so does a shortage that only they could close.
     *
     * @param levels sorted by resource and bucket here; 1 to {@link #LEVELS_MAX}, no cell twice
     */
    record SetCapacity(List<Level> levels) implements Command {
        public SetCapacity {
            levels = levels.stream().sorted().toList();
        }

        /** One resource in one bucket. */
        public SetCapacity(int resource, int bucket, int units) {
            this(List.of(new Level(resource, bucket, units)));
        }
    }

    /**
     * Adopt a plan: its levels are capacity from now on, up or down, and the open book is promised again under it. An
     * order gets a later date only where the plan leaves too little for what is promised; everyone else keeps the date
     * or gets an earlier one, by rank. Every move has the plan as its reason. Frozen zone and held quotes stay.
     *
     * @param plan fingerprint of the plan, 1 to {@link #PLAN_LENGTH_MAX} characters
     * @param name for people, up to {@link #PLAN_LENGTH_MAX} characters
     * @param levels as in {@link SetCapacity}
     * @param mayDelay false refuses a plan that leaves more promised than there is where it was not so before
     */
    record AdoptPlan(String plan, String name, List<Level> levels, boolean mayDelay) implements Command {
        public AdoptPlan {
            levels = levels.stream().sorted().toList();
        }
    }

    /**
     * Time goes on: holds expire, the frozen zone and the release fence move.
     *
     * @param nowMicros as {@link Order#lockedAtMicros()}
     */
    record Advance(long nowMicros) implements Command {}

    /**
     * Promise the book again.
     *
     * @param assignments the first one that matches an order decides
     * @param otherwise for orders that none matches
     * @param dryRun only say what would change
     */
    record Repromise(List<Assignment> assignments, Strategy otherwise, boolean dryRun) implements Command {
        public Repromise {
            assignments = List.copyOf(assignments);
        }
    }

    /** Which orders a strategy is for; an empty field matches every order. */
    record Assignment(
            Strategy strategy,
            Optional<String> market,
            Optional<String> model,
            Optional<String> trim,
            Optional<Integer> priorityClass,
            SortedSet<String> orderIds) {
        public Assignment {
            orderIds = Collections.unmodifiableSortedSet(new TreeSet<>(orderIds));
        }

        boolean matches(String id, int aPriorityClass, Configuration configuration) {
            return market.map(configuration.market()::equals).orElse(true)
                    && model.map(configuration.model()::equals).orElse(true)
                    && trim.map(configuration.trim()::equals).orElse(true)
                    && priorityClass.map(wanted -> wanted == aPriorityClass).orElse(true)
                    && (orderIds.isEmpty() || orderIds.contains(id));
        }
    }
}
