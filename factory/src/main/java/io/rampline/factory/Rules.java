package io.rampline.factory;

import java.util.List;

/**
 * How promises may be made and moved.
 *
 * @param frozenWeeks builds in the first so many buckets may not move, 0 to 26
 * @param hysteresisWeeks an earlier date is offered only when it gains at least so many weeks, 0 to 52
 * @param releaseFenceWeeks unused export reservation returns to the home market so many weeks ahead, 0 to 52
 * @param priorityClasses names, first is served first; an order without one is in the last
 * @param holdHours how long a held quote keeps its slot, 1 to 720
 */
public record Rules(
        int frozenWeeks, int hysteresisWeeks, int releaseFenceWeeks, List<String> priorityClasses, int holdHours) {
    public Rules {
        priorityClasses = List.copyOf(priorityClasses);
    }
}
