package io.rampline.simulation.window;

import java.util.List;

/**
 * What was stated in a week of a few orders that are followed from count to count.
 *
 * @param week number of the week
 * @param plan the plan in force; windows stated under another one say nothing about this one
 */
public record StatedWeek(int week, String plan, List<Statement> statements) {
    public StatedWeek {
        statements = List.copyOf(statements);
    }
}
